"""The menu behind one button: everything that belongs to the window or to no single tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.icons import icon
from openblock.ui.shortcuts import native
from openblock.ui.tab import MenuEntry


@dataclass(frozen=True, slots=True)
class Line:
    """One line the window itself owns; ``key`` is that of its shortcut, "" when it has none."""

    title: str
    drawing: str
    do: Callable[[], object]
    key: str = ""


def build_menu(
    parent: QWidget, desk: Desk, entries: tuple[MenuEntry, ...], own: tuple[tuple[Line, ...], ...]
) -> QMenu:
    """The menu: the features' lines this role may use, then the window's own, in groups."""
    menu = QMenu(_("Menu"), parent)
    for entry in entries:
        if entry.operation and not desk.may(entry.operation):
            continue
        _add(menu, entry.title(), entry.icon, _opener(entry, desk, parent))
    for group in own:
        menu.addSeparator()
        for line in group:
            shown = f"{line.title}\t{native(line.key)}" if line.key else line.title
            _add(menu, shown, line.drawing, line.do)
    return menu


def _add(menu: QMenu, text: str, drawing: str, do: Callable[[], object]) -> None:
    action = menu.addAction(icon(drawing), text)
    action.triggered.connect(lambda _checked=False: do())


def _opener(entry: MenuEntry, desk: Desk, parent: QWidget) -> Callable[[], object]:
    return lambda: desk.show(lambda: entry.open(desk, parent))
