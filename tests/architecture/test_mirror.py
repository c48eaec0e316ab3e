"""Every module has the test that mirrors it, so that one knows where to look."""

from __future__ import annotations

import ast

from tests.architecture.house import ROOT, Module, modules

# Modules without a mirror test, and why.
WITHOUT = {
    "openblock/__main__.py": "two lines; the self-test of the wheel runs them",
    "openblock/migrations/env.py": "Alembic runs it, in every test that opens a file",
    "openblock/schema.py": "tests/migrations hold what it gathers against the migrations",
}


def mirrors(module: Module) -> list[str]:
    """Where the mirror test may stand: beside the folder's own, or as one test of the folder."""
    folder, _slash, file = module.place.removeprefix("openblock/").rpartition("/")
    stem = file.removesuffix(".py").removeprefix("_")
    places = [f"tests/{folder}/test_{stem}.py", f"tests/{folder}/{stem}/"]
    if folder:
        upper, _slash, last = folder.rpartition("/")
        places.append(f"tests/{upper}/test_{last}.py")
    return [place.replace("//", "/") for place in places]


def needs_none(module: Module) -> bool:
    """Revisions are tested as one line of history; a package's front door holds only imports."""
    if module.place in WITHOUT or module.place.startswith("openblock/migrations/versions/"):
        return True
    return module.place.endswith("__init__.py") and not any(
        isinstance(node, ast.FunctionDef | ast.ClassDef) for node in module.tree.body
    )


def is_mirrored(module: Module) -> bool:
    for place in mirrors(module):
        if place.endswith("/"):
            if any((ROOT / place).glob("test_*.py")):
                return True
        elif (ROOT / place).exists() or any(
            (ROOT / place).parent.glob(f"{place.rpartition('/')[2].removesuffix('.py')}_*.py")
        ):
            return True
    return False


def test_every_module_has_its_mirror_test():
    lonely = [each.place for each in modules() if not needs_none(each) and not is_mirrored(each)]
    assert lonely == []


def test_the_exceptions_still_exist():
    places = {module.place for module in modules()}
    assert set(WITHOUT) <= places


def test_a_module_without_a_test_is_noticed():
    assert not is_mirrored(Module("openblock/storage/forgotten.py", ""))


def test_tests_are_sentences():
    """A test's name says what holds: three words at the least."""
    short = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and node.name.count("_") < 3
    ]
    assert short == []
