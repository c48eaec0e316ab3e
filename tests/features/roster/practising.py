"""A feature of the tests' own that hangs practice on duties, as the real one above the roster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from openblock.clock import at, day_of, minutes_between
from openblock.errors import Problem, Severity
from openblock.features.roster.queries import DutiesChange, DutyMark, Join
from openblock.features.roster.queries.duties import duties_between


@dataclass(frozen=True)
class Shadow:
    """A trainee beside an officer, from a minute of a day until another."""

    officer_id: int
    day: date
    start: int = 540
    end: int = 1260
    trainee: str = "Zariņa Elīna"
    trainee_id: int = 3
    confirmed: bool = False

    @property
    def span(self):
        return at(self.day, self.start), at(self.day, self.end)

    def within(self, start, end) -> bool:
        return start <= self.span[0] and self.span[1] <= end


class Practice:
    """What is planned; whether it stands is read from the duties each time."""

    def __init__(self, *shadows: Shadow) -> None:
        self.shadows = list(shadows)

    @property
    def join(self) -> Join:
        return Join("tests", self.marks, self.beside, self.refusals)

    def marks(self, session: Session, first: date, last: date) -> tuple[DutyMark, ...]:
        return tuple(
            DutyMark(
                *(each.officer_id, each.day, _problem(each), "shadowing", _place(each)),
                minutes_between(*each.span),
            )
            for each in self.shadows
            if first <= each.day <= last and not self._stands(session, each)
        )

    def beside(self, session: Session, first: date, last: date) -> Mapping:
        found: dict[tuple[int, date], tuple[str, ...]] = {}
        for each in self.shadows:
            if first <= each.day <= last and self._stands(session, each):
                cell = (each.officer_id, each.day)
                found[cell] = (*found.get(cell, ()), f"{each.trainee} 09:00–21:00")
        return found

    def refusals(self, _session: Session, changes: tuple[DutiesChange, ...]):
        return tuple(self._refused(changes))

    def _refused(self, changes: tuple[DutiesChange, ...]) -> Iterator[Problem]:
        for change in changes:
            for each in self.shadows:
                held = [
                    any(each.within(duty.start, duty.end) for duty in duties)
                    for duties in (change.before, change.after)
                ]
                if (
                    each.confirmed
                    and each.officer_id == change.officer_id
                    and held == [True, False]
                ):
                    facts = {**_facts(each), "name": change.name}
                    yield Problem("practice-confirmed-on-duty", facts=facts, field="cells")

    def _stands(self, session: Session, each: Shadow) -> bool:
        stored = duties_between(session, each.day, each.day, {each.officer_id})
        return any(each.within(duty.starts_at, duty.ends_at) for duty in stored)


def _facts(each: Shadow) -> dict[str, object]:
    start, end = each.span
    return {"trainee": each.trainee, "mentor": "Bērziņš Jānis", "start": start, "end": end}


def _problem(each: Shadow) -> Problem:
    facts = {**_facts(each), "upset": "duty-gone"}
    return Problem("practice-needs-replanning", Severity.WARNING, facts)


def _place(each: Shadow) -> dict[str, object]:
    return {"trainee_id": each.trainee_id, "day": day_of(each.span[0])}
