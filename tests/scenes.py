"""Every screen there is, each with the way to it; a feature with a new dialog adds it here.

The gallery photographs them, and the made-up-language tests read them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from openblock.app.restoring import RestoreAtDoor
from openblock.resources import resource
from openblock.ui.crash import CrashDialog
from openblock.ui.window.main import MainWindow
from tests.rig import ADMINISTRATOR, PLANNER, meet, settle

# Menu lines that show no screen of their own, by their place from the end: closing the programme.
_CLOSES = 1


@dataclass(frozen=True)
class Scene:
    """``open(window)`` shows a dialog or menu over the window of ``who``."""

    key: str
    open: Callable[[MainWindow], object]
    who: str = PLANNER


def page(window: MainWindow, key: str) -> QWidget:
    """The page of a tab, opened."""
    window.workplace.open_tab(key)
    settle(30)
    return window.workplace.pages.page


def _shown(dialog: QWidget) -> None:
    dialog.show()


SCENES: tuple[Scene, ...] = (
    Scene("menu", lambda window: window.workplace.menu_wanted.emit()),
    Scene("roster-paper", lambda window: _paper(window, "roster")),
    Scene("staff-import", lambda window: page(window, "staff").open_import()),
    Scene(
        "staff-import-faults",
        lambda window: page(window, "staff").open_import(
            resource("samples", "officers-with-faults.csv")
        ),
    ),
    Scene("staff-export", lambda window: page(window, "staff").export_button.click()),
    Scene("roster-cycle", lambda window: page(window, "roster").open_cycle()),
    Scene("roster-settings", lambda window: page(window, "roster").open_settings()),
    Scene("roster-keep-problem", lambda window: _keep_a_problem(page(window, "roster"))),
    Scene(
        "crash", lambda window: _shown(CrashDialog("OpenBlock 0.1.0\nZeroDivisionError", window))
    ),
    Scene(
        "restore-at-door",
        lambda window: _shown(RestoreAtDoor(Path("nowhere.openblock"), window)),
    ),
)


def _paper(window: MainWindow, key: str) -> None:
    page(window, key)
    window.workplace.print_wanted.emit()


def _keep_a_problem(roster) -> None:
    roster.keep_problem(
        next(
            each
            for each in roster.shown.problems
            if each.accepted is None and each.problem.severity == "warning"
        )
    )


def menu_lines(window: MainWindow) -> list[QAction]:
    """The lines of the menu that open something; the last closes the programme."""
    found: list[QAction] = []
    meet(window.workplace.menu_wanted.emit, lambda menu: found.extend(menu.actions()))
    return [action for action in found if not action.isSeparator()][:-_CLOSES]


def menu_scenes(window: MainWindow, who: str) -> Iterator[Scene]:
    """A scene for each line of the menu that ``who`` has; the menu is made anew for each."""
    for line in range(len(menu_lines(window))):
        # One line prints the tab on show, and not every tab has a sheet.
        page(window, "roster")
        action = menu_lines(window)[line]
        yield Scene(f"menu-{who}-{line + 1}", lambda _window, action=action: action.trigger(), who)


def scenes_of(window: MainWindow, who: str) -> Iterator[Scene]:
    """Every scene ``who`` can see: what the menu opens, and what is listed above."""
    yield from menu_scenes(window, who)
    yield from (each for each in SCENES if each.who == who)


EVERYONE = (PLANNER, ADMINISTRATOR)
