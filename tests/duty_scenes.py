"""The dialogs and views of a roster that lives, as the planner meets them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from openblock import clock
from openblock.features.roster.queries import month_roster
from openblock.features.roster.rules import AbsenceKind
from openblock.features.roster.ui import deeds
from openblock.features.staff.queries import officers
from openblock.ui.window.main import MainWindow
from tests.rig import PLANNER
from tests.scenery import Place, Scene, View, page

_PLANS = (PLANNER,)
_DAY = timedelta(days=1)


def officer(window: MainWindow, surname: str) -> int:
    """The number of one of the demonstration's officers."""
    people = window.desk.store.read(officers)
    return next(each.officer_id for each in people if each.surname == surname)


def months_ago(count: int) -> date:
    """The first day of a month of the demonstration: 0 this one, 1 the last, 2 the closed one."""
    month = clock.today().replace(day=1)
    for _ in range(count):
        month = (month - _DAY).replace(day=1)
    return month


def next_duty(window: MainWindow, surname: str) -> tuple[int, date]:
    """The cell of the next duty of one of them in this month."""
    today = clock.today()
    shown = window.desk.store.read(month_roster, today.year, today.month)
    number = officer(window, surname)
    return min(cell for cell in shown.duties if cell[0] == number and cell[1] > today)


def away(window: MainWindow, kind: AbsenceKind) -> tuple[int, date, int]:
    """Somebody away for this reason in this month or the last: who, from when, and which spell."""
    for back in (0, 1):
        month = months_ago(back)
        shown = window.desk.store.read(month_roster, month.year, month.month)
        for (number, day), each in sorted(shown.absences.items()):
            if each.kind is kind:
                return number, day, each.absence_id
    raise AssertionError(kind)


def _ill(window: MainWindow) -> object:
    number, day = next_duty(window, "Zaļkalniņa")
    return deeds.absence(
        window.desk, page(window, "roster"), number, day, day + 2 * _DAY, AbsenceKind.SICK
    )


def _other_days(window: MainWindow) -> object:
    number, day, spell = away(window, AbsenceKind.LEAVE)
    return deeds.absence(
        window.desk, page(window, "roster"), number, day, day, AbsenceKind.LEAVE, spell
    )


def _of_a_duty(deed: Callable[..., object]) -> Callable[[MainWindow], object]:
    return lambda window: deed(
        window.desk, page(window, "roster"), *next_duty(window, "Zaļkalniņa")
    )


def _of_month(deed: Callable[..., object], back: int) -> Callable[[MainWindow], object]:
    return lambda window: deed(window.desk, page(window, "roster"), months_ago(back))


def _correct(window: MainWindow) -> object:
    month = months_ago(2)
    return deeds.addendum(
        window.desk, page(window, "roster"), month, officer(window, "Zaļkalniņa"), month + 9 * _DAY
    )


def _typed(window: MainWindow) -> object:
    tab = page(window, "roster")
    return tab.edited(((*next_duty(window, "Zaļkalniņa"), "D"),))


DUTY_SCENES: tuple[Scene, ...] = (
    Scene("roster-absence", _ill),
    Scene("roster-absence-change", _other_days),
    Scene("roster-substitute", _of_a_duty(deeds.substitute)),
    Scene("roster-swap", _of_a_duty(deeds.swap)),
    Scene("roster-call-out", _of_a_duty(deeds.call_out)),
    Scene("roster-publish", _of_month(deeds.publish, 0)),
    Scene("roster-close", _of_month(deeds.close_month, 1)),
    Scene("roster-addendum", _correct),
    Scene("roster-typed-with-a-reason", _typed),
    Scene("roster-exchanges", lambda window: page(window, "roster").exchanges()),
    Scene("roster-compare", lambda window: page(window, "roster").compare()),
    Scene("roster-fairness", lambda window: page(window, "roster").fairness()),
)


def _cell(window: MainWindow, surname: str = "Āmurnieks") -> Place:
    return {"day": str(clock.today()), "by_week": False, "officer": officer(window, surname)}


def _explain(tab: Any) -> None:
    tab.explain()


DUTY_VIEWS: tuple[View, ...] = (
    View("explained", "roster", _cell, _explain, _explain, _PLANS),
    View("week", "roster", lambda window: _cell(window) | {"by_week": True}, who=_PLANS),
    View(
        "as-posted",
        "roster",
        lambda window: _cell(window) | {"version": 1},
        None,
        lambda tab: tab.leave(),
        _PLANS,
    ),
    View(
        "closed", "roster", lambda window: _cell(window) | {"day": str(months_ago(2))}, who=_PLANS
    ),
    View("back", "roster", _cell, who=_PLANS),
)
