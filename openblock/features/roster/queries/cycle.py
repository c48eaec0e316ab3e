"""What laying a team's cycle would change, cell by cell, before anything is changed (RO-08)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from sqlalchemy.orm import Session

from openblock.features.roster.queries.absences import (
    absence_letters,
    absences_between,
    reader,
)
from openblock.features.roster.queries.calendar import span
from openblock.features.roster.queries.duties import (
    RosterDuty,
    duties_between,
    kept_free_between,
)
from openblock.features.roster.queries.joined import beside_between
from openblock.features.roster.queries.settings import TeamCycle, Template, templates
from openblock.features.roster.rules import KEEP_FREE, Shift, cycle_code
from openblock.features.staff.queries import OfficerRow, officers


class CycleRequest(Protocol):
    """The days a cycle is laid over, both included, and the cycle of each team."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...
    @property
    def cycles(self) -> tuple[TeamCycle, ...]: ...


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell the cycle touches: codes before and after, and what becomes of it.

    ``outcome`` is ``add``, ``change`` or ``remove``; ``kept`` where a person's own entry or an
    absence stays though the cycle says otherwise; ``clash`` where the cycle's duty would overlap
    such an entry.
    ``beside`` is who or what hangs on a duty that would change or go.
    """

    officer_id: int
    name: str
    day: date
    before: str
    after: str
    outcome: str
    beside: tuple[str, ...] = ()

    @property
    def lays(self) -> bool:
        """Whether laying the cycle changes the cell."""
        return self.outcome in {"add", "change", "remove"}


def cycle_preview(session: Session, request: CycleRequest) -> tuple[Difference, ...]:
    """Every cell that differs from the cycle, officer by officer, with what would happen to it.

    Unknown or retired codes make no difference here; the command refuses them.
    """
    known = {each.code: each for each in templates(session) if each.active}
    cycles = {each.team: each for each in request.cycles}
    people = [row for row in officers(session) if row.team in cycles]
    ids = [row.officer_id for row in people]
    margin = timedelta(days=1)
    stored = duties_between(session, request.first - margin, request.last + margin, ids)
    free = kept_free_between(session, request.first, request.last)
    away = _away(session, request.first - margin, request.last + margin)
    found: list[Difference] = []
    for row in people:
        cycle = cycles[row.team or 0]
        own = {each.day: each for each in stored if each.officer_id == row.officer_id}
        kept = {day: shown for (whose, day), shown in free.items() if whose == row.officer_id}
        absent = away.get(row.officer_id, ())
        line = _Line(row, cycle, own, kept, known, request.first, request.last, absent)
        found += line.differences()
    near = beside_between(session, request.first, request.last)
    return tuple(_with_beside(each, near) for each in found) if near else tuple(found)


def _with_beside(each: Difference, near: Mapping[tuple[int, date], tuple[str, ...]]) -> Difference:
    return replace(each, beside=near.get((each.officer_id, each.day), ())) if each.lays else each


@dataclass(frozen=True, slots=True)
class Away:
    """One absence: its dates, both included, its ``[start, end)``, and its letter as shown."""

    first: date
    last: date
    start: datetime
    end: datetime
    letter: str


def _away(session: Session, first: date, last: date) -> dict[int, tuple[Away, ...]]:
    letters, who = absence_letters(session), reader(session)
    found: dict[int, tuple[Away, ...]] = {}
    for row in absences_between(session, first, last):
        wanted = row.content
        day = who.day(row.absence_id, wanted.officer_id, wanted.kind, letters)
        away = Away(wanted.first_day, wanted.last_day, row.starts_at, row.ends_at, day.code)
        found[wanted.officer_id] = (*found.get(wanted.officer_id, ()), away)
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """One officer's days against the team's cycle."""

    officer: OfficerRow
    cycle: TeamCycle
    stored: dict[date, RosterDuty]
    free: dict[date, bool]
    known: dict[str, Template]
    first: date
    last: date
    absent: tuple[Away, ...] = ()

    def differences(self) -> Iterator[Difference]:
        for day in span(self.first, self.last):
            if self.officer.serves_on(day):
                yield from self._difference(day)

    def _difference(self, day: date) -> Iterator[Difference]:
        wanted = cycle_code(self.cycle.pattern, self.cycle.anchor, day)
        wanted = wanted if wanted in self.known else ""
        duty = self.stored.get(day)
        before = duty.code if duty else self._letter(day) or self._free_code(day)
        outcome = self._outcome(day, wanted, duty)
        if outcome:
            yield Difference(
                self.officer.officer_id, self.officer.name, day, before, wanted, outcome
            )

    def _letter(self, day: date) -> str:
        return next((each.letter for each in self.absent if each.first <= day <= each.last), "")

    def _is_away(self, day: date, code: str) -> bool:
        """Whether the cycle's duty would lie on absent time (RO-03)."""
        wanted = self._shift(day, code)
        return any(each.start < wanted.end and wanted.start < each.end for each in self.absent)

    def _free_code(self, day: date) -> str:
        return KEEP_FREE if self.free.get(day) else ""

    def _outcome(self, day: date, wanted: str, duty: RosterDuty | None) -> str:
        if duty is None:
            return self._outcome_of_empty(day, wanted)
        if duty.origin == "typed":
            return "kept" if wanted != duty.code else ""
        if not wanted:
            return "remove"
        if wanted == duty.code and self._stands(day, duty):
            return ""
        if self._is_away(day, wanted):
            return "kept"
        return "clash" if self._clashes(day, wanted) else "change"

    def _outcome_of_empty(self, day: date, wanted: str) -> str:
        if not wanted:
            return ""
        if day in self.free or self._is_away(day, wanted):
            return "kept"
        return "clash" if self._clashes(day, wanted) else "add"

    def _stands(self, day: date, duty: RosterDuty) -> bool:
        """Whether it is the cycle's duty, whole or as far as an absence has left it."""
        wanted = self._shift(day, duty.code)
        if duty.shift == wanted:
            return True
        cut = duty.shift.start == wanted.start and duty.shift.end < wanted.end
        return cut and any(each.start == duty.ends_at for each in self.absent)

    def _shift(self, day: date, code: str) -> Shift:
        template = self.known[code]
        return template.shape.on(day, template.post or self.officer.post)

    def _clashes(self, day: date, code: str) -> bool:
        """Whether the cycle's duty would overlap one that stays where it is."""
        wanted = self._shift(day, code)
        return any(
            near.starts_at < wanted.end and wanted.start < near.ends_at
            for near in (self.stored.get(day + timedelta(days=step)) for step in (-1, 1))
            if near is not None and self._stays(near)
        )

    def _stays(self, duty: RosterDuty) -> bool:
        return duty.origin == "typed" or not self.first <= duty.day <= self.last
