"""What the tabs show of practice, to the coordinator, the administrator and the trainee."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from openblock import clock
from openblock.demonstration import ON_DUTY
from openblock.features.shadowing.queries import (
    ShadowingRow,
    TraineeCard,
    to_replan,
    trainee_card,
    trainees,
)
from openblock.features.shadowing.rules.content import Standing, Upset
from openblock.features.shadowing.ui.period import FORTNIGHT, MONTH, WEEK
from openblock.features.shadowing.ui.toolbar import ALL_COURSES
from openblock.features.staff.queries import find_officers
from openblock.ui.window.main import MainWindow
from tests.rig import ADMINISTRATOR, NEWCOMER, PLANNER, TRAINEE, meet
from tests.scenery import Place, View

_PLANS = (PLANNER,)
_ONES_OWN = (TRAINEE,)


def number(window: MainWindow, surname: str) -> int:
    """The number of one of the demonstration's trainees."""
    people = window.desk.store.read(trainees)
    return next(each.trainee_id for each in people if each.content.surname == surname)


def card(window: MainWindow, surname: str) -> TraineeCard:
    """All that is known of one of them."""
    found = window.desk.store.read(trainee_card, number(window, surname), clock.now())
    assert found is not None
    return found


def shift(window: MainWindow, surname: str, standing: Standing) -> ShadowingRow:
    """The first shift of a trainee that stands so."""
    rows = sorted(card(window, surname).shadowings, key=lambda row: row.span)
    return next(row for row in rows if row.standing is standing)


def upset(window: MainWindow, why: Upset) -> ShadowingRow:
    """A shift that was upset by this."""
    rows = window.desk.store.read(to_replan, clock.now())
    return next(row for row in rows if row.upset is why)


# Where the views go


def _grid(_window: MainWindow, span: str = FORTNIGHT, course: int = ALL_COURSES) -> Place:
    return {"day": str(clock.today()), "span": span, "course_id": course}


def _matrix(window: MainWindow) -> Place:
    return _grid(window, course=1) | {"matrix": True}


def cell(window: MainWindow, surname: str, ahead: int) -> Place:
    day = clock.today() + timedelta(days=ahead)
    return _grid(window) | {"trainee_id": number(window, surname), "day": str(day)}


def _upset_cell(window: MainWindow, why: Upset, course: int = ALL_COURSES) -> Place:
    row = upset(window, why)
    return _grid(window, course=course) | {"trainee_id": row.trainee_id, "day": str(row.day)}


def _roster_cell(window: MainWindow) -> Place:
    row = upset(window, Upset.DUTY_MOVED)
    return {"day": str(row.day), "officer": row.officer_id, "by_week": False}


def duty_with_a_trainee(window: MainWindow) -> Place:
    """The place in the roster of a duty that somebody is to be on beside its officer."""
    row = shift(window, "Ābeltiņa", Standing.PLANNED)
    return {"day": str(row.day), "officer": row.officer_id, "by_week": False}


def _officer(window: MainWindow) -> Place:
    return {"officer_id": window.desk.store.read(find_officers, ON_DUTY)[0].row.officer_id}


# What is done in them


def _plan_here(tab: Any) -> None:
    tab.plan(*tab.grid.current())


def _plan_with_reason(tab: Any) -> None:
    """Choose the first mentor the rules only warn of."""
    _plan_here(tab)
    popover = tab.page.popover
    while not popover.footer.reason.isVisible():
        popover.list.step(1)
    popover.footer.reason.setFocus()


def _plan_anew(tab: Any) -> None:
    tab.page.bar.find_button.click()


def _back_to_grid(tab: Any) -> None:
    tab.page.popover.leave()


def _give_up_hours(tab: Any) -> None:
    tab.page.waiting.closed.emit()


def _turn(to: int, page_: Any) -> None:
    page_.sections.setCurrentIndex(to)


def _turn_card(to: int, tab: Any) -> None:
    _turn(to, tab.page.card)


def _close_card(tab: Any) -> None:
    _turn(0, tab.page.card)
    tab.close_card()


def _clear_duty(roster: Any) -> None:
    key, day = roster.grid.current()
    meet(lambda: roster.grid.edited.emit(((key, day, None),)), _say_why)


def _say_why(dialog: Any) -> None:
    """The month hangs on the wall: a change of it has a reason."""
    dialog.form.fields["reason"].set_value("other duties")
    dialog.accept()


def _take_back(roster: Any) -> None:
    roster.desk.undo()


PRACTICE_VIEWS: tuple[View, ...] = (
    View("week", "shadowing", partial(_grid, span=WEEK), who=_PLANS),
    View("month", "shadowing", partial(_grid, span=MONTH), who=_PLANS),
    View("fortnight", "shadowing", _grid, who=_PLANS),
    View("matrix", "shadowing", _matrix, who=_PLANS),
    View("replan", "shadowing", partial(_upset_cell, why=Upset.DUTY_MOVED), who=_PLANS),
    View(
        "plan",
        "shadowing",
        partial(cell, surname="Zarenieks", ahead=6),
        _plan_here,
        _back_to_grid,
        _PLANS,
    ),
    View(
        "plan-anew",
        "shadowing",
        partial(_upset_cell, why=Upset.DUTY_MOVED, course=1),
        _plan_anew,
        _back_to_grid,
        _PLANS,
    ),
    # Classes and two shifts already: the week is too long, and a reason is asked for.
    View(
        "plan-with-reason",
        "shadowing",
        partial(cell, surname="Īvāne", ahead=4),
        _plan_with_reason,
        _back_to_grid,
        _PLANS,
    ),
    View(
        "hours",
        "shadowing",
        _grid,
        lambda tab: tab.confirm_hours(),
        _give_up_hours,
        _PLANS,
    ),
    *(
        View(
            f"card-{name}",
            "shadowing",
            lambda window: {"card": number(window, "Siliņkalns")},
            partial(_turn_card, place),
            _close_card,
            _PLANS,
        )
        for place, name in enumerate(("shifts", "evaluation", "times"))
    ),
    View("practice-mark", "roster", _roster_cell, who=_PLANS),
    View("practice-upset", "roster", duty_with_a_trainee, _clear_duty, _take_back, _PLANS),
    View("account", "staff", _officer, who=(ADMINISTRATOR,)),
    *(
        View(name, "own-practice", lambda _window: {}, partial(_turn, place), who=_ONES_OWN)
        for place, name in enumerate(("ahead", "so-far", "evaluation"))
    ),
    View("nobody", "own-practice", lambda _window: {}, who=(NEWCOMER,)),
)
