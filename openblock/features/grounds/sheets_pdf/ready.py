"""Makes the sheets of the grounds ready for the window and the command line: read and numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from openblock import clock
from openblock.calendars import calendar_file
from openblock.errors import KnownError
from openblock.features.grounds.queries import WeekAsked, areas, week
from openblock.features.grounds.queries.rows import AreaRow, BookingRow, Week
from openblock.features.grounds.rules.content import LONGEST_SERIES_DAYS, AreaKind
from openblock.features.grounds.sheets.appointments import appointments
from openblock.features.grounds.sheets.area_list import area_list
from openblock.features.grounds.sheets.day import day_list
from openblock.features.grounds.sheets.names import Names, copy_letters, copy_words, names_words
from openblock.features.grounds.sheets.week import live, week_plan
from openblock.features.grounds.sheets_pdf.area_list import area_pdf
from openblock.features.grounds.sheets_pdf.day import day_pdf
from openblock.features.grounds.sheets_pdf.week import week_pdf
from openblock.features.residents.queries import people, wheres
from openblock.features.residents.sheets import Copy
from openblock.features.shadowing.sheets.schedule import monday_of
from openblock.features.shadowing.sheets_pdf.own import CalendarFile
from openblock.features.staff.queries import officers
from openblock.i18n import _, format_day, format_moment
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint

#: How a sheet asks: the store's ``read`` or the desk's.
Read = Callable[..., Any]

_WEEK = timedelta(days=6)
_BEFORE = timedelta(days=31)  # that a calendar goes on showing


def ready_week(read: Read, day: date, at: datetime, copy: Copy | None = None) -> ReadySheet:
    """The week of ``day`` for the wall; ``copy`` None names no resident."""
    first = monday_of(day)
    shown: Week = read(week, WeekAsked(first, first + _WEEK), at)
    names = _names(read, shown.bookings, at, copy)
    year, number, _weekday = first.isocalendar()
    version = copy_words(copy)
    letters = copy_letters(copy)

    def make(imprint: Imprint) -> bytes:
        return week_pdf(week_plan(shown, names), replace(imprint, version=copy_words(copy)))

    return ReadySheet(
        key="grounds-week",
        title=_("Week {number}, {names}").format(number=number, names=names_words(copy)),
        number=f"TP-{year}-{number:02d}{letters}",
        file_name=f"grounds-{year}-W{number:02d}{letters}",
        version=version,
        make=make,
        subjects=_subjects(shown.bookings, copy),
        details={"week": f"{year}-W{number:02d}", "copy": str(copy or "none")},
    )


def ready_day(read: Read, day: date, at: datetime, copy: Copy | None = Copy.DUTY) -> ReadySheet:
    """The list of one day for the door, with boxes to tick."""
    shown: Week = read(week, WeekAsked(day, day), at)
    names = _names(read, shown.bookings, at, copy)
    version = _("as of {moment}").format(moment=format_moment(at))
    letters = "" if copy is Copy.DUTY else copy_letters(copy) or "-N"
    return ReadySheet(
        key="grounds-day",
        title=_("Day list of the grounds, {day}").format(day=format_day(day)),
        number=f"TD-{day:%Y-%m-%d}{letters}",
        file_name=f"grounds-{day:%Y-%m-%d}{letters}",
        version=version,
        make=lambda imprint: day_pdf(day_list(shown, names), replace(imprint, version=version)),
        subjects=_subjects(shown.bookings, copy),
        details={"day": day.isoformat(), "copy": str(copy or "none"), "at": at.isoformat()},
    )


def ready_area(
    read: Read, area_id: int, day: date, at: datetime, copy: Copy | None = None
) -> ReadySheet:
    """The list of one area for the week of ``day``; KnownError "area-unknown"."""
    area = _area(read, area_id)
    first = monday_of(day)
    # The whole week, as the plan reads it: where both are offered it is read once.
    shown: Week = read(week, WeekAsked(first, first + _WEEK), at)
    own = [row for row in shown.bookings if row.area_id == area_id]
    names = _names(read, own, at, copy)
    year, number, _weekday = first.isocalendar()
    letters = copy_letters(copy)
    version = _("as of {moment}").format(moment=format_moment(at))

    def make(imprint: Imprint) -> bytes:
        return area_pdf(area_list(shown, area, names), replace(imprint, version=version))

    return ReadySheet(
        key="grounds-area",
        title=_("{area}, {names}").format(area=area.content.name, names=names_words(copy)),
        number=f"TV-{area_id}-{year}-{number:02d}{letters}",
        file_name=f"area-{area_id}-{year}-W{number:02d}{letters}",
        version=version,
        make=make,
        subjects=_subjects(own, copy),
        details={"area": area_id, "week": f"{year}-W{number:02d}", "copy": str(copy or "none")},
    )


def ready_calendar(read: Read, area_id: int, at: datetime) -> CalendarFile:
    """Past and coming bookings of an area as an ``.ics`` file; KnownError "area-unknown"."""
    area = _area(read, area_id)
    today = clock.day_of(at)
    asked = WeekAsked(today - _BEFORE, today + timedelta(days=LONGEST_SERIES_DAYS), area_id)
    shown: Week = read(week, asked, at)
    content = calendar_file(area.content.name, appointments(shown, area_id), at)
    subjects = _subjects(shown.bookings, None)
    return CalendarFile("grounds-calendar", f"area-{area_id}", subjects, content)


def area_named(read: Read, words: str) -> int:
    """The area by its name, or else by its number; KnownError "area-unknown"."""
    wanted = words.strip().casefold()
    rows = _places(read)
    for found in (
        [row for row in rows if row.content.name.casefold() == wanted],
        [row for row in rows if str(row.area_id) == wanted],
    ):
        if found:
            return found[0].area_id
    raise KnownError("area-unknown")


def _places(read: Read) -> list[AreaRow]:
    rows: tuple[AreaRow, ...] = read(areas)
    return [row for row in rows if row.content.kind is AreaKind.PLACE]


def _area(read: Read, area_id: int) -> AreaRow:
    for row in _places(read):
        if row.area_id == area_id:
            return row
    raise KnownError("area-unknown")


def _names(read: Read, rows: Iterable[BookingRow], at: datetime, copy: Copy | None) -> Names:
    supervisors = {row.officer_id: row.initialled for row in read(officers)}
    if copy is None:
        return Names(None, supervisors)
    numbers = tuple(sorted({number for row in live(rows) for number in row.residents}))
    return Names(copy, supervisors, read(people, numbers, at), read(wheres, at))


def _subjects(rows: Iterable[BookingRow], copy: Copy | None) -> tuple[str, ...]:
    """Whose data the sheet shows, as the log names them."""
    shown = live(rows)
    officer_ids = {row.officer_id for row in shown if row.officer_id is not None}
    numbers = set() if copy is None else {each for row in shown for each in row.residents}
    return (
        *(f"officer:{each}" for each in sorted(officer_ids)),
        *(f"resident:{each}" for each in sorted(numbers)),
    )
