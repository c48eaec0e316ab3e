"""Latvia's holidays and moved working days, as the holidays library has them."""

from __future__ import annotations

from datetime import date
from functools import cache

from openblock.features.roster.rules.calendar import DayKind

MOVED = ("pārcelta", "pārcelts")


@cache
def source_version() -> str:
    """The installed library's version, without loading the library."""
    from importlib.metadata import version  # noqa: PLC0415  only planning asks for it

    return version("holidays")


def library_days(year: int) -> tuple[tuple[date, DayKind, str, str], ...]:
    """Every holiday and moved day of a year: date, kind, Latvian name, English name."""
    # The library takes a fifth of a second to load; most starts find its days stored already.
    import holidays  # noqa: PLC0415

    latvian = holidays.country_holidays("LV", years=year, language="lv")
    english = holidays.country_holidays("LV", years=year, language="en_US")
    found = [
        (day, _kind(name), name, english.get(day, name))
        for day, name in latvian.items()
        if day.year == year
    ]
    moved_on = sorted(day for day in latvian.weekend_workdays if day.year == year)
    found += [
        (day, DayKind.MOVED_ON, "Pārceltā darba diena", "Moved working day") for day in moved_on
    ]
    return tuple(sorted(found))


def _kind(name: str) -> DayKind:
    return DayKind.MOVED_OFF if any(word in name for word in MOVED) else DayKind.HOLIDAY
