"""What the grounds give to the window: their tab with what is to be mended, and a menu line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

# A release takes people out of bookings, whether or not anybody has opened the grounds.
import openblock.features.grounds.commands  # noqa: F401
from openblock import clock
from openblock.features.grounds.queries import mending_number
from openblock.features.grounds.ui import deeds
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.tab import Badge, MenuEntry, Tab, TabSpec

KEY = "grounds"
_TABLES = frozenset(
    {
        *("bookings", "participants", "areas", "area_days", "area_closures"),
        *("duties", "officers", "keep_apart", "settings"),
    }
)


def tab_spec() -> TabSpec:
    """The grounds' tab."""
    return TabSpec(
        KEY, lambda: _("Grounds"), "grounds", "grounds.week", _make, Badge(_TABLES, _count)
    )


def menu_entries() -> tuple[MenuEntry, ...]:
    """The areas, for administrators."""
    return (
        MenuEntry(
            "grounds-set-up",
            lambda: _("Areas of the grounds…"),
            "grounds",
            "grounds.save_area",
            _open_set_up,
        ),
    )


def _make(desk: Desk) -> Tab:
    # The tab is loaded when first opened: the window is to stand as soon as may be.
    from openblock.features.grounds.ui.tab import GroundsTab  # noqa: PLC0415

    return GroundsTab(desk)


def _count(desk: Desk) -> tuple[int, str]:
    """How many bookings have no supervisor or cannot be as booked, and what the figure says."""
    number = desk.read(mending_number, clock.now())
    return number, n_("{number} booking to mend", "{number} bookings to mend", number)


def _open_set_up(desk: Desk, parent: QWidget) -> None:
    deeds.set_up(desk, parent)
