"""Changing the calendar: the administrator's own days, and the library's days kept at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from openblock.errors import RuleBroken
from openblock.features.roster.queries.calendar import stale_years
from openblock.features.roster.queries.holiday_source import library_days, source_version
from openblock.features.roster.rules import DayKind
from openblock.features.roster.rules.calendar import day_problems
from openblock.features.roster.tables import LibraryDay, LibraryYear, OwnDay
from openblock.storage.store import Done, Step, Work


@dataclass(frozen=True, slots=True)
class SaveCalendarDay:
    """A date and what it is from now on; an ordinary kind takes a library holiday away."""

    day: date
    kind: DayKind
    name: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveCalendarDay:
    """A date that is again what the library says."""

    day: date


@dataclass(frozen=True, slots=True)
class RestoreCalendarDay:
    """A date as an administrator had it before a change; None where there was nothing."""

    day: date
    content: tuple[DayKind, str] | None


@dataclass(frozen=True, slots=True)
class RefreshCalendar:
    """The years, both included, whose library days are to be at hand."""

    first: int
    last: int


def save_calendar_day(work: Work, request: SaveCalendarDay) -> Done:
    """Decide what a date is (RO-07).

    Raises RuleBroken by field; KnownError ``changed-meanwhile`` for an older version.
    """
    found = day_problems(request.kind, request.name)
    if found:
        raise RuleBroken(*found)
    row = work.session.scalar(select(OwnDay).where(OwnDay.day == request.day))
    if row is not None and request.version is not None:
        work.expect(row, request.version)
    content = (DayKind(request.kind), " ".join(request.name.split()))
    return restore_calendar_day(work, RestoreCalendarDay(request.day, content))


def remove_calendar_day(work: Work, request: RemoveCalendarDay) -> Done:
    """Leave the date to the library again."""
    return restore_calendar_day(work, RestoreCalendarDay(request.day, None))


def restore_calendar_day(work: Work, request: RestoreCalendarDay) -> Done:
    """Put a date back as it was."""
    row = work.session.scalar(select(OwnDay).where(OwnDay.day == request.day))
    before = None if row is None else (DayKind(row.kind), row.name)
    if request.content is None:
        if row is not None:
            work.session.delete(row)
    else:
        if row is None:
            row = OwnDay(day=request.day)
            work.session.add(row)
        kind, row.name = request.content
        row.kind = str(kind)
    return Done(undo=Step(restore_calendar_day, RestoreCalendarDay(request.day, before)))


def refresh_calendar(work: Work, request: RefreshCalendar) -> Done:
    """Store the library's days for the years that lack them; the value is how many years did.

    It writes what the installed library says and nothing a person decided, so nobody undoes it.
    """
    years = stale_years(work.session, request.first, request.last)
    for year in years:
        for row in work.session.scalars(
            select(LibraryDay).where(LibraryDay.day.between(date(year, 1, 1), date(year, 12, 31)))
        ):
            work.session.delete(row)
        old = work.session.scalar(select(LibraryYear).where(LibraryYear.year == year))
        if old is not None:
            work.session.delete(old)
        work.session.flush()
        for day, kind, lv, en in library_days(year):
            work.session.add(LibraryDay(day=day, kind=str(kind), name_lv=lv, name_en=en))
        work.session.add(LibraryYear(year=year, source=source_version()))
    return Done(len(years))
