"""The house's habits, each a function from a module to the places where it is broken."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from tests.architecture.house import Module, calls, dotted, imported, nodes

Habit = Callable[[Module], Iterator[str]]

SAYS_NOTHING = re.compile(r"(^|_)(utils?|helpers?|common|misc|managers?)(_|$)")
ITEM_WIDGETS = {
    f"{widget}{part}"
    for widget in ("QListWidget", "QTableWidget", "QTreeWidget")
    for part in ("", "Item")
}
ASKING_THE_TIME = re.compile(
    r"(^|\.)(datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns|localtime|gmtime)"
    r"|QDate\.currentDate|QDateTime\.currentDateTime(Utc)?|QTime\.currentTime)$"
)
# Heavy packages that the window's start does not wait for; each import says so with its noqa.
LAZY = (
    "alembic",
    "argon2",
    "astral",
    "babel",
    "cryptography",
    "holidays",
    "openpyxl",
    "reportlab",
    "xlsxwriter",
    "importlib.metadata",
)
# The one folder that opens and copies database files, before the engine has them or through it.
STORAGE = "openblock/storage/"


def at(module: Module, node: ast.stmt | ast.expr | ast.excepthandler, what: str) -> str:
    return f"{module.place}:{node.lineno} {what}"


def says_what_it_is_for(module: Module) -> Iterator[str]:
    """Every module says in its first line, in one sentence, what it is for."""
    words = ast.get_docstring(module.tree)
    if not words:
        yield f"{module.place}: no docstring"
    elif not words.split("\n\n")[0].endswith((".", "?", "…")):
        yield f"{module.place}: the docstring's first paragraph is no sentence"


def has_a_telling_name(module: Module) -> Iterator[str]:
    """No ``utils``, ``helpers``, ``common``, ``manager``: such a name says nothing."""
    for part in module.name.split("."):
        if SAYS_NOTHING.search(part):
            yield f"{module.place}: {part} says nothing"


def catches_only_what_it_knows(module: Module) -> Iterator[str]:
    """``except Exception`` stands in the worker and the excepthook, or tidies up and re-raises."""
    if module.place in {"openblock/ui/worker.py", "openblock/ui/crash.py"}:
        return
    for node in nodes(module):
        if isinstance(node, ast.ExceptHandler) and not _raises_again(node):
            caught = {"" if node.type is None else dotted(node.type)}
            if isinstance(node.type, ast.Tuple):
                caught = {dotted(each) for each in node.type.elts}
            if caught & {"", "Exception", "BaseException"}:
                yield at(module, node, "catches everything")


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def leaves_transactions_to_storage(module: Module) -> Iterator[str]:
    """``commit``, ``rollback`` and ``Session(`` stand only in storage and migrations."""
    if module.place.startswith((STORAGE, "openblock/migrations/")):
        return
    for node, name in calls(module):
        last = name.rpartition(".")[2]
        if last in {"commit", "rollback", "Session", "sessionmaker", "create_engine"}:
            yield at(module, node, f"{name}(…)")


def shows_models_not_items(module: Module) -> Iterator[str]:
    """Lists, tables and trees show an item model, never item widgets."""
    for node, name in imported(module):
        if name.rpartition(".")[2] in ITEM_WIDGETS:
            yield at(module, node, name)


def asks_only_the_clock(module: Module) -> Iterator[str]:
    """Only ``openblock.clock`` asks what time it is."""
    if module.place == "openblock/clock.py":
        return
    for node, name in calls(module):
        if ASKING_THE_TIME.search(name):
            yield at(module, node, f"{name}()")


def never_opens_the_live_file(module: Module) -> Iterator[str]:
    """``shutil`` copies nothing: closing a copy's handle drops SQLite's locks on the live file.

    Storage may copy a backup that is closed and proved.
    """
    allowed = {"shutil", "shutil.which", "shutil.rmtree", "shutil.disk_usage"}
    if module.place.startswith(STORAGE):
        allowed |= {"shutil.copyfile"}
    named = [*imported(module), *calls(module)]
    for node, name in named:
        if name.partition(".")[0] == "shutil" and name not in allowed:
            yield at(module, node, f"{name}: copies go through the backup API")


def uses_one_sqlite(module: Module) -> Iterator[str]:
    """One SQLite library per process: neither Python's own nor Qt's beside sqlcipher3."""
    for node, name in imported(module):
        if name.split(".")[0] == "sqlite3" or name.startswith("PySide6.QtSql"):
            yield at(module, node, name)
    for node, name in calls(module):
        if name.rpartition(".")[2] in {"import_module", "__import__"} and not _own_folder(node):
            yield at(module, node, f"{name} hides what is imported")


def _own_folder(call: ast.Call) -> bool:
    """``import_module(f"{__name__}.…")`` reaches only into the package that says it."""
    argument = call.args[0] if call.args else None
    first = argument.values[0] if isinstance(argument, ast.JoinedStr) else None
    return isinstance(first, ast.FormattedValue) and dotted(first.value) == "__name__"


def stands_anywhere(module: Module) -> Iterator[str]:
    """No path of one computer: the house is found from where its files stand."""
    for node in nodes(module):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.match(r"(/(home|root|work|Users|opt|srv|usr/local)/|[A-Za-z]:\\)", node.value)
        ):
            yield at(module, node, node.value)


def imports_late_only_what_is_heavy(module: Module) -> Iterator[str]:
    """An import inside a function is one of the heavy packages, for the sake of the start."""
    if module.place == "main.py" or module.place.startswith("openblock/cli/"):
        return  # what is not asked for need not be there: Qt least of all
    for function in nodes(module):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                name = node.module if isinstance(node, ast.ImportFrom) else node.names[0].name
                if not _waits(name or ""):
                    yield at(module, node, f"imports {name} inside {function.name}")


def _waits(name: str) -> bool:
    """Heavy itself, a room of this house that is heavy because of one, or a dialog.

    Dialogs wait until they are first opened: all of them together cost a start as much as Qt does.
    """
    rooms = (
        "openblock.printing",
        "openblock.migrations",
        "openblock.importing",
        "openblock.demonstration",
        "openblock.ui.paper",
        "openblock.ui.manual",
        "openblock.ui.about",
        "openblock.ui.backups.panel",
        "openblock.app.restoring",
    )
    features = name.startswith("openblock.features.") and (".sheets_pdf" in name or ".ui." in name)
    return features or name.startswith((*LAZY, *rooms))


def translates_when_asked(module: Module) -> Iterator[str]:
    """``_()`` stands inside functions: at import time the language is not known yet."""
    inside = {
        id(node)
        for function in nodes(module)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for part in (function.body if isinstance(function.body, list) else [function.body])
        for node in ast.walk(part)
    }
    for node, name in calls(module):
        if name in {"_", "n_", "p_"} and id(node) not in inside:
            yield at(module, node, f"{name}(…) at import time")


def gives_translators_whole_words(module: Module) -> Iterator[str]:
    """What is translated is a plain string: nothing put together before the catalogue sees it."""
    for node, name in calls(module):
        words = {"_": 1, "p_": 2, "n_": 2}.get(name)
        if words and not all(
            isinstance(each, ast.Constant) and isinstance(each.value, str)
            for each in node.args[:words]
        ):
            yield at(module, node, f"{name}(…) of something put together")


HABITS: tuple[Habit, ...] = (
    says_what_it_is_for,
    has_a_telling_name,
    catches_only_what_it_knows,
    leaves_transactions_to_storage,
    shows_models_not_items,
    asks_only_the_clock,
    never_opens_the_live_file,
    uses_one_sqlite,
    stands_anywhere,
    imports_late_only_what_is_heavy,
    translates_when_asked,
    gives_translators_whole_words,
)
