"""The only place that asks what time it is, and the only one that knows Europe/Riga.

Instants are aware UTC; days are dates of the block's own calendar, 23 and 25 hours long twice a
year. Minutes of a day are wall-clock minutes from midnight (540 is 09:00).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

RIGA = ZoneInfo("Europe/Riga")
MINUTES_OF_DAY = 24 * 60

#: The end of what has no end yet: later than every instant anybody can enter.
FOREVER = datetime(9999, 12, 31, tzinfo=UTC)

_fixed: list[datetime] = []


def now() -> datetime:
    """The present instant, aware UTC, whole microseconds."""
    return _fixed[-1] if _fixed else datetime.now(UTC)


def today() -> date:
    """The block's date at the present instant."""
    return day_of(now())


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at ``moment`` (aware) inside the block: for the gallery and tests."""
    _fixed.append(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.pop()


def local(moment: datetime) -> datetime:
    """``moment`` (aware) as the wall clock of the block shows it."""
    return moment.astimezone(RIGA)


def day_of(moment: datetime) -> date:
    """The block's calendar date at ``moment`` (aware)."""
    return local(moment).date()


# The same midnights and opening hours are asked for again and again where a week is judged.
@lru_cache(maxsize=8192)
def at(day: date, minute: int = 0) -> datetime:
    """The instant, UTC, at which the block's wall clock shows ``minute`` of ``day``.

    A minute of 1440 or more falls on a following day. A wall-clock time that does not exist
    (the skipped hour in March) is taken as one hour later; one that exists twice (October) is
    the first of the two.
    """
    whole_days, minute_of_day = divmod(minute, MINUTES_OF_DAY)
    wall = datetime.combine(day + timedelta(days=whole_days), time())
    wall += timedelta(minutes=minute_of_day)
    return wall.replace(tzinfo=RIGA).astimezone(UTC)


def minutes_between(start: datetime, end: datetime) -> int:
    """Elapsed whole minutes of ``[start, end)``, both aware; never wall-clock minutes (RO-02)."""
    return int((end.astimezone(UTC) - start.astimezone(UTC)).total_seconds() // 60)


def days_of_month(year: int, month: int) -> tuple[date, ...]:
    """Every date of a month, in order."""
    first = date(year, month, 1)
    return tuple(
        day for day in (first + timedelta(days=n) for n in range(31)) if day.month == month
    )
