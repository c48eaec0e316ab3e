"""The grounds' tab on the small block, as a page of the window shows it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from openblock.features.grounds.queries import WeekAsked, week
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.ui.tab import GroundsTab
from openblock.i18n import set_language
from openblock.ui.theme import apply
from tests.features.grounds.outside import NOW, ONE_DAY, TODAY, GroundsBlock
from tests.features.opened import open_tab_on


def open_grounds(
    qtbot: QtBot, qapp: object, block: GroundsBlock, role: str = "administrator"
) -> GroundsTab:
    """The tab with the keyboard on its calendar, for somebody of a role."""
    set_language("en")
    apply(qapp)
    if role != "administrator":
        block.sign_in(role)
    tab = open_tab_on(block.store, GroundsTab, qtbot, 640)
    tab.activateWindow()
    qtbot.waitUntil(tab.canvas.hasFocus)
    return tab


def stored(block: GroundsBlock, booking_id: int) -> BookingRow:
    """A booking as it stands in the file, of the weeks around the block's day."""
    asked = WeekAsked(TODAY - 10 * ONE_DAY, TODAY + 10 * ONE_DAY)
    found = block.store.read(week, asked, NOW).bookings
    return next(row for row in found if row.booking_id == booking_id)


def all_stored(block: GroundsBlock) -> dict[int, BookingRow]:
    """Every booking of those weeks by its number."""
    asked = WeekAsked(TODAY - 10 * ONE_DAY, TODAY + 10 * ONE_DAY)
    return {row.booking_id: row for row in block.store.read(week, asked, NOW).bookings}
