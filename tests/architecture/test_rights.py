"""Whatever a role may do is written down, and whatever is refused has words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.house import (
    FEATURES,
    Module,
    calls,
    dotted,
    everything,
    modules,
    operations,
)

CODE = re.compile(r"^[a-z]+(-[a-z0-9]+)*$")
REFUSALS = {"Problem": 0, "KnownError": 0, "StorageTrouble": 0, "Unreadable": 0}


def all_operations() -> list[str]:
    """Every command, and every query that a screen, the command line or another room asks for."""
    asked, run = handed_to("read"), handed_to("run") | handed_to("Step") | handed_to("attempt")
    commands = [
        operation
        for feature in FEATURES
        for operation, node in operations(feature, "commands")
        if node.returns is not None and dotted(node.returns) == "Done" and node.name in run
    ]
    queries = [
        operation
        for feature in FEATURES
        for operation, node in operations(feature, "queries")
        if node.name in asked
    ]
    return commands + queries


def handed_to(act: str) -> set[str]:
    """Names of functions that are the first thing handed to ``act(…)`` anywhere."""
    return {
        dotted(call.args[0]).rpartition(".")[2]
        for module in everything()
        for call, called in calls(module)
        if called.rpartition(".")[2] == act and call.args
    }


# Reads what the others own, and owns nothing that could be changed.
READS_ONLY = {"today"}


@pytest.mark.parametrize("feature", FEATURES)
def test_each_feature_has_commands_and_queries_to_guard(feature):
    assert bool(list(operations(feature, "commands"))) is (feature not in READS_ONLY)
    assert list(operations(feature, "queries"))


@pytest.mark.parametrize("operation", all_operations())
def test_every_command_and_query_is_in_the_table_of_rights(operation):
    from openblock.features.accounts.rights import RIGHTS

    assert operation in RIGHTS


def test_the_table_of_rights_names_nothing_that_is_gone():
    from openblock.features.accounts.rights import RIGHTS

    there = {
        operation
        for feature in FEATURES
        for kind in ("commands", "queries")
        for operation, _node in operations(feature, kind)
    }
    assert {each for each in RIGHTS if each.partition(".")[0] in FEATURES} <= there


def refusal_codes(module: Module) -> Iterator[tuple[str, int]]:
    """Every code a module refuses with, wherever a literal stands as one."""
    for node, name in calls(module):
        place = REFUSALS.get(name.rpartition(".")[2])
        if place is None:
            continue
        arguments = [*node.args[place : place + 1]]
        arguments += [each.value for each in node.keywords if each.arg == "code"]
        for argument in arguments:
            for part in ast.walk(argument):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value, node.lineno


def all_codes() -> list[tuple[str, str]]:
    found = {
        code: f"{module.place}:{line}"
        for module in modules()
        for code, line in refusal_codes(module)
    }
    return sorted(found.items())


@pytest.mark.parametrize(("code", "place"), all_codes())
def test_every_refusal_has_wording(code, place):
    from openblock.ui.messages import has_words

    assert CODE.match(code), f"{place}: codes read room-full"
    assert has_words(code), f"{place}: no words for {code}"


def test_a_refusal_of_a_new_code_is_noticed():
    sown = Module("openblock/x.py", "raise RuleBroken(Problem('never-worded', field='a'))\n")
    assert [code for code, _line in refusal_codes(sown)] == ["never-worded"]
