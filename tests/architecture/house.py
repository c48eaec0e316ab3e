"""The code of the house as the architecture tests read it: its files, their trees, its parts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "openblock"
FEATURES = (
    "accounts",
    "staff",
    "residents",
    "diary",
    "rooms",
    "roster",
    "shadowing",
    "grounds",
    "today",
)


@dataclass(frozen=True)
class Module:
    """One source file: where it stands (``openblock/storage/store.py``) and what it says."""

    place: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.place, self.text)

    @property
    def name(self) -> str:
        """``openblock.storage.store``; a package is named without ``__init__``."""
        return self.place.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


@cache
def _parsed(place: str, text: str) -> ast.Module:
    return ast.parse(text, place)


def read(path: Path) -> Module:
    return Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the programme, and ``main.py``."""
    return (read(ROOT / "main.py"), *(read(path) for path in sorted(HOUSE.rglob("*.py"))))


@cache
def everything() -> tuple[Module, ...]:
    """Every module of the programme and of its tests."""
    return (*modules(), *(read(path) for path in sorted((ROOT / "tests").rglob("*.py"))))


def nodes(module: Module) -> tuple[ast.AST, ...]:
    """Every node of a module's tree; a dozen habits look through them all."""
    return _walked(module.place, module.text)


@cache
def _walked(place: str, text: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_parsed(place, text)))


def calls(module: Module) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the dotted name of what is called (``shutil.copy``, ``.commit``)."""
    for node in nodes(module):
        if isinstance(node, ast.Call):
            yield node, dotted(node.func)


def dotted(node: ast.expr) -> str:
    """``a.b.c`` of an attribute chain; a chain on anything but a name starts with a dot."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def imported(module: Module) -> Iterator[tuple[ast.stmt, str]]:
    """Every imported name in full: ``PySide6.QtWidgets.QListWidget``."""
    for node in nodes(module):
        if isinstance(node, ast.Import):
            yield from ((node, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{each.name}") for each in node.names)


def operations(feature: str, kind: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The public functions of a feature's ``commands`` or ``queries``, a file or a folder."""
    room = HOUSE / "features" / feature
    paths = (
        [room / f"{kind}.py"] if (room / f"{kind}.py").exists() else [*room.glob(f"{kind}/*.py")]
    )
    first = {"commands": "work", "queries": "session"}[kind]
    for path in sorted(paths):
        for node in read(path).tree.body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            arguments = [*node.args.posonlyargs, *node.args.args]
            if arguments and arguments[0].arg == first:
                yield f"{feature}.{node.name}", node
