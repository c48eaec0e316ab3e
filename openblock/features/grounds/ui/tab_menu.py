"""The menus of the grounds' tab: of a booking, of a time, and the one at the toolbar's end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.rules.content import OPEN
from openblock.features.grounds.ui.tab_deeds import GroundsDeeds
from openblock.i18n import _
from openblock.ui.icons import icon

Entry = tuple[str, str, Callable[[], object]]


def open_menu(tab: GroundsDeeds, row: object, place: QPoint) -> None:
    """What can be done with a booking, or with the time the keyboard stands on."""
    menu = QMenu(tab)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions(_actions(entries(tab, row), menu))
    menu.popup(place)


def entries(tab: GroundsDeeds, row: object) -> list[Entry]:
    """Icon, words and act of each line; what the role may not do is not among them."""
    may_book = tab.desk.may("grounds.book_area")
    if isinstance(row, BookingRow):
        found: list[Entry] = [("open", _("Open"), partial(tab.open_booking, row))]
        if row.state in OPEN and may_book:
            found.append(("edit", _("Change…"), tab.change_booking))
            found.append(("delete", _("Cancel…"), partial(tab.cancel, row)))
        return found
    found = [("add", _("Book…"), tab.book)] if may_book else []
    found.append(("search", _("Find a free time…"), tab.find_free))
    if tab.desk.may("grounds.close_area"):
        found.append(("block", _("Close the area…"), tab.close_area))
    return found


def more_actions(tab: GroundsDeeds) -> list[QAction]:
    """What stands beside the calendar: reports, files and the set-up."""
    lines: tuple[tuple[str, Entry], ...] = (
        ("grounds.fair_use", ("people", _("Fair use…"), tab.fair_use)),
        ("grounds.week", ("export", _("Export the area as a calendar…"), tab.export)),
        ("grounds.save_area", ("settings", _("Set up areas…"), tab.set_up)),
    )
    return _actions([entry for right, entry in lines if tab.desk.may(right)], tab)


def _actions(lines: list[Entry], owner: GroundsDeeds | QMenu) -> list[QAction]:
    made = []
    for name, words, act in lines:
        action = QAction(icon(name), words, owner)
        action.triggered.connect(act)
        made.append(action)
    return made
