"""What practice gives to the window: its tab with the number to re-plan, and its menu line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.shadowing.queries import to_replan
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.tab import Badge, MenuEntry, Tab, TabSpec

KEY = "shadowing"
_TABLES = frozenset(
    {"shadowings", "duties", "officers", "courses", "trainees", "classes", "unavailabilities"}
)


def tab_spec() -> TabSpec:
    """The practice tab."""
    return TabSpec(
        KEY,
        lambda: _("Practice"),
        "shadowing",
        "shadowing.practice_grid",
        _make,
        Badge(_TABLES, _count),
    )


def menu_entries() -> tuple[MenuEntry, ...]:
    """Courses, timetables and the block's own lists, for coordinators."""
    return (
        MenuEntry(
            "practice-set-up",
            lambda: _("Courses and lists of practice…"),
            "shadowing",
            "shadowing.save_course",
            _open_set_up,
        ),
    )


def _make(desk: Desk) -> Tab:
    # The tab is loaded when first opened: the window is to stand as soon as may be.
    from openblock.features.shadowing.ui.tab import PracticeTab  # noqa: PLC0415

    return PracticeTab(desk)


def _count(desk: Desk) -> tuple[int, str]:
    """How many shadowing shifts need planning anew, and what that figure says."""
    number = len(desk.read(to_replan, clock.now()))
    return number, n_("{number} shift to plan anew", "{number} shifts to plan anew", number)


def _open_set_up(desk: Desk, parent: QWidget) -> None:
    from openblock.features.shadowing.ui.set_up_dialog import SetUpDialog  # noqa: PLC0415

    SetUpDialog(desk, parent).exec()
