"""Days and moments as spreadsheets and people write them, and why something is none."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import NoReturn

from openblock.importing.cells import Cell, Unreadable, heading_key, one_line

_DAY_FIRST = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})\.?")
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})\.?")
_SHORT_YEAR = re.compile(r"\d{1,2}\s?([./-])\s?\d{1,2}\s?\1\s?\d{2}\.?")
_NAMED = re.compile(r"(\d{1,2})[.\s-]+([^\W\d_]{3,})\.?[,\s-]+(\d{4})\.?")
_NAMED_YEAR_FIRST = re.compile(
    r"(\d{4})\.?\s*(?:gada|g\.?)?\s*(\d{1,2})[.\s]\s*([^\W\d_]{3,})\.?", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(.*?[\w.])(?:[T,]\s?|\s+)(?:plkst\.?\s*|pl\.?\s*|at\s+)?"
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?",
    re.IGNORECASE,
)
_MIDNIGHT = (0, 0)
# Latvian and English, by the letters that tell them apart: novembris, novembrī, Nov.
_NAMES = (
    "jan",
    "feb",
    "mar",
    "apr",
    "mai may",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt oct",
    "nov",
    "dec",
)
_MONTHS = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}


def day(cell: Cell) -> date:
    """Reads a date: a date cell, 22.11.2026, 2026-11-22, 22/11/2026, 2026. gada 22. novembris.

    A bare number is refused: that Excel would show it as a date nobody can know here. So are a
    year of two digits, and 03/04/2026, in which day and month cannot be told apart.
    """
    found = moment(cell)
    if isinstance(found, datetime):
        raise Unreadable("cell-date-with-time", shown=_shown(cell))
    return found


def moment(cell: Cell) -> date | datetime:
    """Reads a day, or a day with its time of day by the wall clock: 22.11.2026 14:30.

    Without a time, and at midnight, it is a day alone.
    """
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        raise Unreadable("cell-number-for-date", shown=str(cell))
    shown = _shown(cell)
    clock = _CLOCK.fullmatch(shown)
    if clock is None or _parts(clock.group(1)) is None:
        return _day(shown)
    found = _day(clock.group(1))
    hour, minute = int(clock.group(2)), int(clock.group(3))
    if (hour, minute) == _MIDNIGHT:
        return found
    if hour > 23 or minute > 59:
        raise Unreadable("cell-no-such-time", shown=shown[:40])
    return datetime.combine(found, time()) + timedelta(hours=hour, minutes=minute)


def _shown(cell: Cell) -> str:
    return one_line(str(cell)[:60])


def _day(shown: str) -> date:
    found = _parts(shown)
    if found is None:
        _refuse(shown)
    try:
        return date(*found)
    except ValueError as impossible:
        raise Unreadable("cell-no-such-date", shown=shown[:40]) from impossible


def _parts(shown: str) -> tuple[int, int, int] | None:
    """Year, month and day, in whichever of the forms they are written."""
    if written := _DAY_FIRST.fullmatch(shown):
        first, sign, second, year = written.groups()
        if sign != "." and first != second and max(int(first), int(second)) <= 12:
            raise Unreadable("cell-date-two-ways", shown=shown[:40])
        return int(year), int(second), int(first)
    if written := _YEAR_FIRST.fullmatch(shown):
        return int(written.group(1)), int(written.group(3)), int(written.group(4))
    if written := _NAMED.fullmatch(shown):
        return _with_month(written.group(3), written.group(2), written.group(1))
    if written := _NAMED_YEAR_FIRST.fullmatch(shown):
        return _with_month(written.group(1), written.group(3), written.group(2))
    return None


def _with_month(year: str, name: str, number: str) -> tuple[int, int, int] | None:
    month = _MONTHS.get(heading_key(name)[:3])
    return None if month is None else (int(year), month, int(number))


def _refuse(shown: str) -> NoReturn:
    if _SHORT_YEAR.fullmatch(shown):
        raise Unreadable("cell-short-year", shown=shown[:40])
    number = shown.replace(",", ".", 1).replace(".", "", 1).isdigit()
    raise Unreadable("cell-number-for-date" if number else "cell-not-a-date", shown=shown[:40])
