"""Reads what was written after an option: days, weeks, months, numbers; refuses it in words."""

from __future__ import annotations

import argparse
from contextlib import suppress
from datetime import date

from openblock.features.staff.rules import FIRST_YEAR, LAST_YEAR
from openblock.i18n import _

_LARGEST = 2**62


def number(written: str) -> int:
    """A number as the database counts; nobody has one that it cannot count to."""
    return max(-_LARGEST, min(int(written), _LARGEST))


def month_of(written: str) -> date:
    """A month as its first day: 2026-11."""
    year, _dash, month = written.partition("-")
    with suppress(ValueError):
        wanted = date(int(year), int(month), 1)
        if FIRST_YEAR <= wanted.year <= LAST_YEAR:
            return wanted
    raise argparse.ArgumentTypeError(
        _("{written} is not a month; write it as 2026-11").format(written=written)
    )


def day_of(written: str) -> date:
    """A day of the years that can be planned: 2026-11-24."""
    with suppress(ValueError):
        wanted = date.fromisoformat(written)
        if FIRST_YEAR <= wanted.year <= LAST_YEAR:
            return wanted
    raise argparse.ArgumentTypeError(
        _("{written} is not a day; write it as 2026-11-24").format(written=written)
    )


def week_of(written: str) -> date:
    """The Monday of a week; date.fromisoformat knows 2026-W48-1 and refuses a week 54."""
    with suppress(ValueError):
        wanted = date.fromisoformat(f"{written}-1" if written[4:6] == "-W" else "")
        if FIRST_YEAR <= wanted.year <= LAST_YEAR:
            return wanted
    raise argparse.ArgumentTypeError(
        _("{written} is not a week; write it as 2026-W48").format(written=written)
    )


def version_of(written: str) -> int:
    """The number of a version: 1 and more."""
    with suppress(ValueError):
        wanted = int(written)
        if 1 <= wanted <= _LARGEST:
            return wanted
    raise argparse.ArgumentTypeError(
        _("{written} is not a version; write its number, such as 3").format(written=written)
    )
