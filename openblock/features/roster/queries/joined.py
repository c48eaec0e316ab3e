"""What features above hang on duties: they join here, for the roster cannot read them.

Practice joins, and bookings that an officer watches over. The grid and its problems show what is
joined, and a change of the roster says what it upsets and is refused what it must not take away
(RO-12).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from openblock.errors import Problem
from openblock.features.accounts.rights import may
from openblock.features.roster.rules import Shift
from openblock.storage.acts import ASKER, Actor

Cell = tuple[int, date]


@dataclass(frozen=True, slots=True)
class DutyMark:
    """Something that hung on an officer's duty of a day and does so no longer.

    ``problem`` says so in words. ``tab`` and ``place`` are where it is put right:
    ``Desk.open_tab(tab, place)``. ``lost`` are minutes that do not count until then, where hours
    are counted.
    """

    officer_id: int
    day: date
    problem: Problem
    tab: str = ""
    place: Mapping[str, object] = field(default_factory=dict)
    lost: int = 0


@dataclass(frozen=True, slots=True)
class DutiesChange:
    """One officer's duties that a change takes away or moves, and all of the days around after it.

    What hangs on one of ``before`` still stands where one of ``after`` holds it.
    """

    officer_id: int
    name: str
    before: tuple[Shift, ...]
    after: tuple[Shift, ...]


def _no_marks(_session: Session, _first: date, _last: date) -> tuple[DutyMark, ...]:
    return ()


def _nobody_beside(_session: Session, _first: date, _last: date) -> Mapping[Cell, tuple[str, ...]]:
    return {}


def _nothing_refused(_session: Session, _changes: tuple[DutiesChange, ...]) -> tuple[Problem, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Join:
    """What one feature adds; every function reads, ``key`` names the feature.

    ``marks`` gives what no longer hangs on the duties of the days from first to last, both
    included; ``beside`` who or what hangs on the duty of a day, as shown ("Zariņa E.
    09:00–21:00", "Sporta laukums 14:00–15:30, 8"); ``refusals`` why duties may not be changed
    so. Marks and names are shown to whoever may run ``operation``; refused is whoever plans.
    """

    key: str
    marks: Callable[[Session, date, date], tuple[DutyMark, ...]] = _no_marks
    beside: Callable[[Session, date, date], Mapping[Cell, tuple[str, ...]]] = _nobody_beside
    refusals: Callable[[Session, tuple[DutiesChange, ...]], tuple[Problem, ...]] = _nothing_refused
    operation: str = "shadowing.practice_grid"


_joined: dict[str, Join] = {}


def join(what: Join) -> None:
    """Have what hangs on duties shown and minded; joining twice changes nothing."""
    _joined[what.key] = what


def joined() -> tuple[Join, ...]:
    """Every join, in the order of the features' names."""
    return tuple(_joined[key] for key in sorted(_joined))


def marks_between(session: Session, first: date, last: date) -> tuple[DutyMark, ...]:
    """All marks of the days from ``first`` to ``last`` that the asker may see."""
    return tuple(mark for each in _seen(session) for mark in each.marks(session, first, last))


def beside_between(session: Session, first: date, last: date) -> dict[Cell, tuple[str, ...]]:
    """Who and what hangs on the duties of those days, as far as the asker may see it."""
    found: dict[Cell, tuple[str, ...]] = {}
    for each in _seen(session):
        for cell, names in each.beside(session, first, last).items():
            found[cell] = (*found.get(cell, ()), *names)
    return found


def refusals_of(session: Session, changes: tuple[DutiesChange, ...]) -> tuple[Problem, ...]:
    """Why the duties may not be changed so, as everything that hangs on them sees it."""
    return tuple(problem for each in joined() for problem in each.refusals(session, changes))


def _seen(session: Session) -> tuple[Join, ...]:
    """Nothing for who may not read it (TR-15), nor where nobody asks."""
    asker: Actor | None = session.info.get(ASKER)
    if asker is None:
        return ()
    return tuple(each for each in joined() if may(asker.role, each.operation))
