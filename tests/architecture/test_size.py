"""How long a file and a function may be, before it is two."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.house import Module, everything, nodes

LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def too_long(module: Module) -> list[str]:
    lines = module.text.count("\n")
    faults = [f"{module.place}: {lines} lines"] if lines > LONGEST_FILE else []
    for node in nodes(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = _length(node)
            if length > LONGEST_FUNCTION:
                faults.append(f"{module.place}:{node.lineno} {node.name}: {length} lines")
    return faults


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end, without the docstring: words about it do not make it long."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is not None:
        words = node.body[0]
        lines -= (words.end_lineno or words.lineno) - words.lineno + 1
    return lines


@pytest.mark.parametrize("module", everything(), ids=lambda module: module.place)
def test_files_and_functions_stay_short(module):
    assert too_long(module) == []


def test_a_long_file_and_a_long_function_are_caught():
    long_file = Module("openblock/long.py", "x = 1\n" * (LONGEST_FILE + 1))
    body = "    x = 1\n" * LONGEST_FUNCTION
    long_function = Module("openblock/long.py", f"def long():\n{body}")
    assert too_long(long_file)
    assert too_long(long_function)
