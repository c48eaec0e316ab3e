"""A month's roster as one of its versions had it, whatever has changed since (RO-10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from openblock.clock import days_of_month
from openblock.errors import KnownError
from openblock.features.roster.queries.absences import absence_letters, reader
from openblock.features.roster.queries.calendar import calendar_days
from openblock.features.roster.queries.crowds import crowds_of, staffing_of
from openblock.features.roster.queries.duties import RosterDuty
from openblock.features.roster.queries.figures import Counters
from openblock.features.roster.queries.grid import Roster, RosterOfficer
from openblock.features.roster.queries.months import (
    Moved,
    Posting,
    alterations,
    first_of,
    month_state,
    moved_by,
)
from openblock.features.roster.queries.rows import AbsenceDay, MonthState
from openblock.features.roster.queries.settings import MinimumRow, Template, limits
from openblock.features.roster.queries.versions import (
    cells_read,
    content_of,
    differences_of,
    kept_whole,
)
from openblock.features.roster.queries.worked import service_of
from openblock.features.roster.rules import DayKind, Limits, Minimum, PlainDay, norm_minutes
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.versions import Cell, CellContent, MonthStanding
from openblock.features.roster.rules.working_time import (
    Spell,
    Stretch,
    Sum,
    average,
    is_average_over,
    is_overtime_over,
    stretch_of,
    sum_of,
)
from openblock.features.staff.queries import OfficerRow, officers

#: Of who came after the posting nothing was kept: minutes, counted days, overtime.
_NEW = (0, 0, 0)


def version_roster(session: Session, month: date, number: int) -> Roster:
    """A month as its version ``number`` had it: people, cells, absences, staffing and sums.

    Judged by the calendar, the night and the norm of then, and read-only: what was wrong with it
    is no problem any more. KnownError ``month-moved`` where the month has no such version.
    """
    month = first_of(month)
    whole = kept_whole(session, month, number)
    state = month_state(session, month)
    if whole is None or number > state.number:
        raise KnownError("month-moved", month=month, number=state.number)
    past = _Past(session, month, number, *whole)
    moved = moved_by(alterations(session, month, past.posting.number, number))
    return replace(past.roster(), changed=_changed(session, moved), states=(past.state(moved),))


def _changed(session: Session, moved: Mapping[Cell, Moved]) -> Mapping[Cell, Any]:
    return differences_of(session, moved, reader(session))


class _Past:
    """What was kept of one version, read as the roster it was."""

    def __init__(
        self, session: Session, month: date, number: int, posting: Posting, kept: Mapping[str, Any]
    ) -> None:
        self.posting = posting
        self._session, self._month, self._number, self._kept = session, month, number, kept
        self._cells = content_of(session, month, number)
        self._reaching = cells_read(kept, "reaching")
        self._own: dict[int, list[tuple[date, CellContent]]] = {}
        for (officer_id, day), each in (*self._reaching.items(), *self._cells.items()):
            self._own.setdefault(officer_id, []).append((day, each))
        dates = days_of_month(month.year, month.month)
        named = calendar_days(session, dates[0], dates[-1])
        kinds = kept.get("kinds", [each.kind for each in named])
        self._days = tuple(
            day if day.kind == kind else PlainDay(day.day, DayKind(kind))
            for day, kind in zip(named, kinds, strict=True)
        )
        self._limits = replace(limits(session), **kept.get("limits", {}))

    def state(self, moved: Mapping[Cell, Moved]) -> MonthState:
        return MonthState(
            month=self._month,
            standing=MonthStanding.PUBLISHED,
            number=self._number,
            posted=self.posting.number,
            changed=len(moved),
            posted_by=self.posting.made_by,
            posted_at=self.posting.made_at,
        )

    def roster(self) -> Roster:
        known = self._templates()
        duties = self._duties({each.code: each.template_id for each in known})
        crowds = crowds_of(
            each.shift for each in (*duties.values(), *self._duties({}, self._reaching).values())
        )
        return Roster(
            first=self._days[0].day,
            last=self._days[-1].day,
            days=self._days,
            officers=tuple(self._rows()),
            duties=duties,
            kept_free={cell: True for cell, each in self._cells.items() if each.free},
            staffing=staffing_of(crowds, self._minimums(), self._days),
            problems=(),
            templates=known,
            norm_minutes=norm_minutes(self._days, self._limits),
            absences=self._absences(),
            number=self._number,
        )

    def _templates(self) -> tuple[Template, ...]:
        return tuple(
            Template(-number, code, name, start, length, post, active=True, version=0)
            for number, (code, name, start, length, post) in enumerate(
                self._kept.get("templates", ()), 1
            )
        )

    def _minimums(self) -> tuple[MinimumRow, ...]:
        return tuple(
            MinimumRow(-number, Minimum(*each), 0)
            for number, each in enumerate(self._kept.get("minimums", ()), 1)
        )

    def _duties(
        self, numbers: Mapping[str, int], cells: Mapping[Cell, CellContent] | None = None
    ) -> dict[Cell, RosterDuty]:
        found = {}
        for cell, each in (self._cells if cells is None else cells).items():
            if each.starts_at is not None and each.ends_at is not None:
                found[cell] = RosterDuty(
                    officer_id=cell[0],
                    day=cell[1],
                    code=each.code,
                    template_id=numbers.get(each.code, 0),
                    starts_at=each.starts_at,
                    ends_at=each.ends_at,
                    post=each.post,
                    origin="typed",
                    version=0,
                    changed_by="",
                    changed_at=self.posting.made_at,
                )
        return found

    def _absences(self) -> dict[Cell, AbsenceDay]:
        letters, who = absence_letters(self._session), reader(self._session)
        return {
            cell: who.day(0, cell[0], AbsenceKind(each.absence), letters)
            for cell, each in self._cells.items()
            if each.absence
        }

    def _rows(self) -> list[RosterOfficer]:
        stretch = stretch_of(self._days)
        earlier = {each["id"]: each["earlier"] for each in self._kept.get("people", ())}
        return [
            self._row(officer, self._sum(officer, stretch), earlier.get(officer.officer_id, _NEW))
            for officer in self._people()
        ]

    def _people(self) -> list[OfficerRow]:
        """Who served then, as they were; and who came since and has something to do with it."""
        found = [_person(each) for each in self._kept.get("people", ())]
        known = {each.officer_id for each in found}
        more = {officer_id for officer_id, _day in self._cells} - known
        return [*found, *(row for row in officers(self._session) if row.officer_id in more)]

    def _sum(self, officer: OfficerRow, stretch: Stretch) -> Sum:
        own = self._own.get(officer.officer_id, ())
        return sum_of(
            stretch,
            [
                (each.starts_at, each.ends_at)
                for _day, each in own
                if each.starts_at is not None and each.ends_at is not None
            ],
            [Spell(day, day, AbsenceKind(each.absence)) for day, each in own if each.absence],
            service_of(officer),
            self._limits,
        )

    def _row(self, officer: OfficerRow, own: Sum, earlier: Sequence[int]) -> RosterOfficer:
        duties = [
            day for day, each in self._own.get(officer.officer_id, ()) if each.starts_at is not None
        ]
        return RosterOfficer(
            officer_id=officer.officer_id,
            badge=officer.badge,
            surname=officer.surname,
            given_name=officer.given_name,
            rank=officer.rank,
            position=officer.position,
            team=officer.team,
            duties=sum(day >= self._month for day in duties),
            minutes=own.worked,
            night_minutes=own.night,
            norm_minutes=own.norm,
            counters=_counters(own, earlier, self._limits),
        )


def _counters(own: Sum, earlier: Sequence[int], in_force: Limits) -> Counters:
    """The figures of the version's month, after what was kept of the months before."""
    minutes, days = own.worked + earlier[0], own.counted_days + earlier[1]
    overtime = own.overtime + earlier[2]
    return Counters(
        absent_days=own.absent_days,
        norm=own.norm,
        overtime=own.overtime,
        period_overtime=overtime,
        average=average(minutes, days),
        overtime_over=is_overtime_over(overtime, in_force),
        average_over=is_average_over(minutes, days, in_force),
    )


def _person(kept: Mapping[str, Any]) -> OfficerRow:
    """Somebody as they were when the month was posted; the staff may not know them any more."""
    return OfficerRow(
        officer_id=kept["id"],
        badge=kept["badge"],
        given_name=kept["given_name"],
        surname=kept["surname"],
        rank=kept["rank"],
        position=kept["position"],
        post=kept["post"],
        team=kept["team"],
        is_mentor=False,
        mentor_certified_until=None,
        phone="",
        active_from=date.fromisoformat(kept["active_from"]),
        last_day=None if kept["last_day"] is None else date.fromisoformat(kept["last_day"]),
        version=0,
    )
