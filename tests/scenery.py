"""What a scene and a view are, and the steps that several of them have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.ui.window.main import MainWindow
from tests.rig import ADMINISTRATOR, PLANNER, settle

Place = dict[str, object]


@dataclass(frozen=True)
class Scene:
    """``open(window)`` shows a dialog or menu over the window of ``who``."""

    key: str
    open: Callable[[MainWindow], object]
    who: str = PLANNER


@dataclass(frozen=True)
class View:
    """What a tab shows beyond its first look: the place to go to in it, and what is done there.

    ``leave`` puts back what ``act`` has changed, for the pictures that come after.
    """

    key: str
    tab: str
    place: Callable[[MainWindow], Place]
    act: Callable[[Any], object] | None = None
    leave: Callable[[Any], object] | None = None
    who: tuple[str, ...] = (PLANNER, ADMINISTRATOR)

    def show(self, window: MainWindow) -> None:
        """Go there, as its user would."""
        window.workplace.open_tab(self.tab, self.place(window))
        settle(80)
        if self.act is not None:
            self.act(window.workplace.pages.page)
            settle(80)

    def clear(self, window: MainWindow) -> None:
        """Put back what was changed to show it."""
        if self.leave is not None:
            self.leave(window.workplace.pages.page)
            settle(30)


def page(window: MainWindow, key: str) -> Any:
    """The page of a tab, opened."""
    window.workplace.open_tab(key)
    settle(30)
    return window.workplace.pages.page


def shown(dialog: QWidget) -> None:
    """Show a window that waits for nobody."""
    dialog.show()


def paper(window: MainWindow, key: str) -> None:
    """Ask for the sheets of a tab, as Ctrl+P does."""
    page(window, key)
    window.workplace.print_wanted.emit()
