"""Working time by date, month and reference period: norm, overtime, average (RO-02, 06, 07)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from openblock.errors import Problem, Severity
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.calendar import PlainDay
from openblock.features.roster.rules.hours import hours_by_day, night_minutes_within
from openblock.features.roster.rules.limits import Limits
from openblock.features.roster.rules.shift import Shift

WEEK = 7
_DAY = timedelta(days=1)
_YEAR = 12

#: A duty or a call-out ``[start, end)``, aware UTC.
Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Spell:
    """The dates of one absence, both included, and its kind."""

    first_day: date
    last_day: date
    kind: AbsenceKind


@dataclass(frozen=True, slots=True)
class Service:
    """An officer's first and last day, both included; None is no end."""

    first_day: date
    last_day: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the officer serves on ``day``."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month, or other days that are summed up: both ends included, and which of them work."""

    first: date
    last: date
    working: frozenset[date]

    @property
    def days(self) -> tuple[date, ...]:
        """Every date, in order."""
        return tuple(self.first + _DAY * n for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class Sum:
    """One officer's sums over a stretch of days; minutes, and dates counted."""

    worked: int = 0
    night: int = 0
    full_norm: int = 0
    norm: int = 0
    served_days: int = 0
    worked_days: int = 0
    absent_days: int = 0
    absent_working_days: int = 0

    @property
    def overtime(self) -> int:
        """RO-07: minutes worked over the norm that absences leave; negative below it."""
        return self.worked - self.norm

    @property
    def counted_days(self) -> int:
        """RO-06: the days the average is taken over; absent dates are neutral."""
        return self.served_days - self.absent_days


# The same month is the same object each time: what is counted of it is found again at a glance.
@lru_cache(maxsize=512)
def stretch_of(days: tuple[PlainDay, ...]) -> Stretch:
    """The stretch of calendar days given in order."""
    working = frozenset(each.day for each in days if each.kind.works)
    return Stretch(days[0].day, days[-1].day, working)


# The officers of a team stand the same duties: what one comes to is worked out once for all.
@lru_cache(maxsize=16384)
def _by_date(start: datetime, end: datetime, limits: Limits) -> tuple[tuple[date, int, int], ...]:
    shift = Shift(start, end, start.date())
    return tuple(
        (day, minutes, night_minutes_within(shift, day, day, limits))
        for day, minutes in hours_by_day(shift).items()
    )


def hours_by_date(spans: Iterable[Span], limits: Limits) -> dict[date, int]:
    """Row 1 of the time-sheet: elapsed minutes on every date that has any."""
    found: dict[date, int] = {}
    for start, end in spans:
        for day, minutes, _night in _by_date(start, end, limits):
            found[day] = found.get(day, 0) + minutes
    return found


def nights_by_date(spans: Iterable[Span], limits: Limits) -> dict[date, int]:
    """Row 2 of the time-sheet: of them, the minutes at night on every date that has any."""
    found: dict[date, int] = {}
    for start, end in spans:
        for day, _minutes, night in _by_date(start, end, limits):
            if night:
                found[day] = found.get(day, 0) + night
    return found


def absent_dates(
    spells: Iterable[Spell], hours: Mapping[date, int], stretch: Stretch, service: Service
) -> dict[date, AbsenceKind]:
    """The dates on which an officer in service was away and worked nothing.

    A date is either worked or absent: who falls ill in the middle of a duty has worked that day.
    Of two absences that share a date, it is the first one's.
    """
    found: dict[date, AbsenceKind] = {}
    for spell in spells:
        day = max(spell.first_day, stretch.first, service.first_day)
        last = min(spell.last_day, stretch.last, service.last_day or date.max)
        while day <= last:
            if not hours.get(day):
                found.setdefault(day, spell.kind)
            day += _DAY
    return found


def sum_of(
    stretch: Stretch,
    spans: Iterable[Span],
    spells: Iterable[Spell],
    service: Service,
    limits: Limits,
) -> Sum:
    """One officer's sums over a stretch of days; ``spans`` may reach out of it on both sides."""
    spans = tuple(spans)
    hours = hours_by_date(spans, limits)
    nights = nights_by_date(spans, limits)
    absent = absent_dates(spells, hours, stretch, service)
    served = [day for day in stretch.days if service.holds(day)]
    working = stretch.working.intersection(served)
    away = working.intersection(absent)
    return Sum(
        worked=sum(hours.get(day, 0) for day in stretch.days),
        night=sum(nights.get(day, 0) for day in stretch.days),
        full_norm=len(working) * limits.working_day,
        norm=(len(working) - len(away)) * limits.working_day,
        served_days=len(served),
        worked_days=sum(1 for day in stretch.days if hours.get(day)),
        absent_days=len(absent),
        absent_working_days=len(away),
    )


def average(worked: int, counted_days: int) -> int:
    """RO-06: minutes in seven days, a begun minute as a whole one.

    So an average over the limit never reads as the limit itself.
    """
    return -(-worked * WEEK // counted_days) if counted_days > 0 else 0


def is_average_over(worked: int, counted_days: int, limits: Limits) -> bool:
    """RO-06: whether the average is over the limit, judged without rounding; 48:00 is not."""
    return counted_days > 0 and worked * WEEK > limits.average_week * counted_days


def is_overtime_over(overtime: int, limits: Limits) -> bool:
    """RO-07: whether the overtime of the reference period is over its limit; 144:00 is not."""
    return overtime > limits.overtime_limit


def limit_problems(
    worked: int, counted_days: int, overtime: int, limits: Limits
) -> tuple[Problem, ...]:
    """RO-06, RO-07: the limits of the reference period that are passed, as warnings."""
    found = []
    if is_average_over(worked, counted_days, limits):
        facts = {"average": average(worked, counted_days), "limit": limits.average_week}
        found.append(Problem("average-over", Severity.WARNING, facts))
    if is_overtime_over(overtime, limits):
        facts = {"overtime": overtime, "limit": limits.overtime_limit}
        found.append(Problem("overtime-over", Severity.WARNING, facts))
    return tuple(found)


def period_of(month: date, limits: Limits) -> tuple[date, ...]:
    """The months of the reference period ``month`` is in, each by its first day.

    Periods begin anew every year with the month of the settings; where their length does not
    divide the year, the last of a year is shorter.
    """
    since_anchor = (month.month - limits.reference_anchor) % _YEAR
    before = since_anchor % limits.reference_months
    length = min(limits.reference_months, _YEAR - (since_anchor - before))
    first = month.year * _YEAR + month.month - 1 - before
    return tuple(
        date(number // _YEAR, number % _YEAR + 1, 1) for number in range(first, first + length)
    )


def period_so_far(month: date, limits: Limits) -> tuple[date, ...]:
    """The months of its reference period through ``month``."""
    return tuple(each for each in period_of(month, limits) if each <= month)


def longest_free(spans: Iterable[Span], since: datetime, until: datetime) -> Span:
    """RO-05: the longest time from ``since`` to ``until`` without any of ``spans``; the first."""
    best, free_from = (since, since), since
    for start, end in (*sorted(spans), (until, until)):
        free_until = min(start, until)
        if free_until - free_from > best[1] - best[0]:
            best = (free_from, free_until)
        free_from = max(free_from, end)
    return best
