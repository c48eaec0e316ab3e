"""Reads of the calendar: ordinary days, the library's holidays, and the administrator's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.roster.queries.holiday_source import library_days, source_version
from openblock.features.roster.rules import DayKind, PlainDay
from openblock.features.roster.rules.calendar import ordinary_kind
from openblock.features.roster.tables import LibraryDay, LibraryYear, OwnDay
from openblock.i18n import language


@dataclass(frozen=True, slots=True)
class OwnDayRow:
    """A date an administrator has decided on."""

    own_day_id: int
    day: date
    kind: DayKind
    name: str
    version: int


def span(first: date, last: date) -> Iterator[date]:
    """Every date from ``first`` to ``last``, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def calendar_days(session: Session, first: date, last: date) -> tuple[PlainDay, ...]:
    """Each date's kind and name; what an administrator entered stands over the library."""
    known = {
        day: PlainDay(day, DayKind(kind), lv if language() == "lv" else en)
        for day, kind, lv, en in _library(session, first, last)
    }
    for own in own_days(session, first, last):
        known[own.day] = PlainDay(own.day, own.kind, own.name)
    return tuple(known.get(day) or PlainDay(day, ordinary_kind(day)) for day in span(first, last))


def own_days(session: Session, first: date, last: date) -> tuple[OwnDayRow, ...]:
    """The dates an administrator has decided on, in order."""
    asked = select(OwnDay).where(OwnDay.day.between(first, last)).order_by(OwnDay.day)
    return tuple(
        OwnDayRow(row.id, row.day, DayKind(row.kind), row.name, row.version)
        for row in session.scalars(asked)
    )


def stale_years(session: Session, first: int, last: int) -> tuple[int, ...]:
    """The years whose library days are not stored, or were stored from another version."""
    asked = select(LibraryYear.year).where(LibraryYear.source == source_version())
    fresh = set(session.scalars(asked))
    return tuple(year for year in range(first, last + 1) if year not in fresh)


def _library(session: Session, first: date, last: date) -> list[tuple[date, str, str, str]]:
    stored = set(session.scalars(select(LibraryYear.year)))
    asked = select(LibraryDay.day, LibraryDay.kind, LibraryDay.name_lv, LibraryDay.name_en).where(
        LibraryDay.day.between(first, last)
    )
    found = [(day, kind, lv, en) for day, kind, lv, en in session.execute(asked)]
    for year in range(first.year, last.year + 1):
        if year not in stored:
            found += [each for each in library_days(year) if first <= each[0] <= last]
    return found
