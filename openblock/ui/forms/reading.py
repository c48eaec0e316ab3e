"""Reads dates, times and degrees the way officers type them; no Qt."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date
from decimal import Decimal

_DAY = re.compile(r"(\d{1,2})[.,/\s-]+(\d{1,2})(?:[.,/\s-]+(\d{2}|\d{4}))?[.,/\s]*")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})?")
_TIME = re.compile(r"(\d{1,2})(?:[:.,\s](\d{2}))?")
_DEGREES = re.compile(r"([-\N{MINUS SIGN}]?)(\d{1,3})(?:[.,](\d{1,9}))?\s*\N{DEGREE SIGN}?")
_CLOSED_TIME = re.compile(r"(\d{1,2})(\d{2})")


def read_day(text: str, near: date) -> date | None:
    """The date in ``text``: 22.11.  22.11.2026  22/11/26  2026-11-22  2211; None if there is none.

    Without a year it is the one nearest to ``near``: 05.01. typed in December is next January's.
    """
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    found = _DAY.fullmatch(text) or _SHORT.fullmatch(text)
    if not found:
        return None
    day, month = int(found[1]), int(found[2])
    if found[3]:
        year = int(found[3])
        return _date(year if year > 99 else 2000 + year, month, day)
    years = (near.year - 1, near.year, near.year + 1)
    possible = [made for year in years if (made := _date(year, month, day))]
    return min(possible, key=lambda made: abs((made - near).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    """The date, if there is one; None at the ends of the calendar, where days cannot be counted."""
    if not MINYEAR < year < MAXYEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_minute(text: str) -> int | None:
    """Minutes from midnight in ``text``: 08:30  8.30  830  8; 24:00 is 1440; None if none."""
    text = text.strip()
    found = _TIME.fullmatch(text) or _CLOSED_TIME.fullmatch(text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if minute > 59 or hour * 60 + minute > 24 * 60:
        return None
    return hour * 60 + minute


def read_degrees(text: str) -> int | None:
    """Hundredths of a degree in ``text``: 56.79  56,79°  -3; None if there are none.

    More decimals, as a map gives them, are rounded: the hundredth is a kilometre.
    """
    found = _DEGREES.fullmatch(text.strip())
    if not found:
        return None
    hundredths = round(Decimal(f"{found[2]}.{found[3] or 0}") * 100)
    return -hundredths if found[1] else hundredths
