"""What the tab of the grounds shows: its ways to look, the plan being drawn, bookings beside it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from openblock import clock
from openblock.demonstration.areas import FIELD
from openblock.features.grounds.queries import (
    BookingRow,
    Week,
    WeekAsked,
    areas,
    week,
)
from openblock.features.grounds.rules.content import OPEN, State
from openblock.features.grounds.ui.modes import AREA, DAY, TABLE
from openblock.ui.window.main import MainWindow
from tests.rig import ADMINISTRATOR, PLANNER
from tests.scenery import Place, View

TEN_DAYS = timedelta(days=10)
_PLANS = (PLANNER,)


def area(window: MainWindow, name: str) -> int:
    """The number of one of the demonstration's areas."""
    rows = window.desk.store.read(areas)
    return next(row.area_id for row in rows if row.content.name == name)


def lost(window: MainWindow) -> BookingRow:
    """The booking whose officer fell out."""
    return next(row for row in _fortnight(window).to_mend if row.lost is not None)


def apart(window: MainWindow) -> BookingRow:
    """The booking with two people in it who are kept apart."""
    return next(
        row
        for row in _fortnight(window).bookings
        if any(problem.code == "guests-apart" for problem in row.warnings)
    )


def booking(window: MainWindow, state: State) -> BookingRow:
    """A booking that stands so, the latest of them."""
    return next(row for row in reversed(_fortnight(window).bookings) if row.state is state)


def repeated(window: MainWindow) -> BookingRow:
    """The next booking of a series."""
    return next(
        row
        for row in _fortnight(window).bookings
        if row.series_id is not None and row.state in OPEN and row.span.start > clock.now()
    )


def _fortnight(window: MainWindow) -> Week:
    today = clock.today()
    asked = WeekAsked(today - TEN_DAYS, today + TEN_DAYS)
    return window.desk.store.read(week, asked, clock.now())


# Where the views go


def _shown(window: MainWindow, mode: str = AREA, name: str = FIELD) -> Place:
    return {"mode": mode, "day": str(clock.today()), "area_id": area(window, name)}


def _place(row: BookingRow, mode: str = AREA) -> Place:
    where = {"mode": mode, "day": str(row.day), "area_id": row.area_id}
    return where | {"booking_id": row.booking_id}


def _standing(window: MainWindow, state: State, mode: str = AREA) -> Place:
    return _place(booking(window, state), mode)


# What is done in them


def _edit_plan(tab: Any) -> None:
    tab.side.edit_plan(on=True)
    tab.side.plan.setFocus()


def _leave_plan(tab: Any) -> None:
    tab.side.edit_plan(on=False)


def _show_list(tab: Any) -> None:
    tab.page.mend.toggle_list()


GROUNDS_VIEWS: tuple[View, ...] = (
    View("week", "grounds", _shown, who=_PLANS),
    View("day", "grounds", partial(_shown, mode=DAY), who=_PLANS),
    View("table", "grounds", partial(_shown, mode=TABLE), who=_PLANS),
    View("plan-edit", "grounds", _shown, _edit_plan, _leave_plan, (ADMINISTRATOR,)),
    View("mend-list", "grounds", _shown, _show_list, _show_list, _PLANS),
    View("lost", "grounds", lambda window: _place(lost(window)), who=_PLANS),
    View("lost-of-a-day", "grounds", lambda window: _place(lost(window), DAY), who=_PLANS),
    View("lost-in-the-table", "grounds", lambda window: _place(lost(window), TABLE), who=_PLANS),
    View("apart", "grounds", lambda window: _place(apart(window)), who=_PLANS),
    *(
        View(str(state), "grounds", partial(_standing, state=state), who=_PLANS)
        for state in (State.REQUESTED, State.FINISHED, State.CANCELLED, State.NO_SHOW)
    ),
)
