"""What makes a duty one nobody likes: enough of it at night, on a weekend, on a holiday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from openblock.features.roster.rules.calendar import SATURDAY, DayKind, PlainDay
from openblock.features.roster.rules.limits import HOUR, Limits
from openblock.features.roster.rules.working_time import Span, hours_by_date, nights_by_date

#: Directive 2003/88/EC, Art. 2(4): night work is three hours of it at least. The same is asked of
#: weekends and holidays, so that an hour over midnight spoils nobody's share.
ENOUGH = 3 * HOUR


@dataclass(frozen=True, slots=True)
class Burden:
    """Whether a duty counts as one of the night, of a weekend, of a holiday."""

    night: bool
    weekend: bool
    holiday: bool


def is_weekend(day: PlainDay) -> bool:
    """Saturdays and Sundays but those that work, and the days off decreed in their place."""
    if day.kind is DayKind.MOVED_OFF:
        return True
    return day.day.weekday() >= SATURDAY and day.kind is not DayKind.MOVED_ON


def burden_of(span: Span, calendar: Mapping[date, PlainDay], limits: Limits) -> Burden:
    """What one duty or call-out counts as; a holiday on a Sunday is both."""
    hours = hours_by_date((span,), limits)
    days = [(calendar[day], minutes) for day, minutes in hours.items()]
    return Burden(
        night=sum(nights_by_date((span,), limits).values()) >= ENOUGH,
        weekend=sum(minutes for day, minutes in days if is_weekend(day)) >= ENOUGH,
        holiday=sum(minutes for day, minutes in days if day.kind is DayKind.HOLIDAY) >= ENOUGH,
    )
