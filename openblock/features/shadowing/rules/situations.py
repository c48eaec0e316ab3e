"""Which situations of a course a shadowing shift offers, by its hours, its day and its post."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from openblock.clock import at
from openblock.features.roster.rules.calendar import SATURDAY
from openblock.features.shadowing.rules.content import SituationContent, SituationKind, Span
from openblock.features.shadowing.rules.limits import HOUR, PracticeLimits
from openblock.features.shadowing.rules.times import (
    MINUTES_OF_DAY,
    day_parts,
    days_of,
    minutes_of,
    night_parts,
)
from openblock.features.staff.rules import fold

# Less than this of a day, or of a night, has not shown what a day or a night is like.
LEAST_OF_DAY = 2 * HOUR
LEAST_OF_NIGHT = HOUR


def offered(
    content: SituationContent,
    span: Span,
    post: str,
    limits: PracticeLimits,
    holiday: bool,  # noqa: FBT001 - the contract's last word on the day
) -> bool:
    """Whether somebody who is there for ``span`` beside an officer of ``post`` meets the situation.

    ``holiday`` says whether a day that the time touches is one.
    """
    if content.kind is SituationKind.WEEKEND:
        return holiday or any(day.weekday() >= SATURDAY for day in days_of(span))
    if content.kind is SituationKind.POST:
        return bool(content.post) and fold(content.post) == fold(post)
    judge = _BY_HOURS.get(content.kind)
    return judge is not None and judge(content, span, limits)


def _has_day(_content: SituationContent, span: Span, limits: PracticeLimits) -> bool:
    return minutes_of(day_parts(span, limits)) >= LEAST_OF_DAY


def _has_night(_content: SituationContent, span: Span, limits: PracticeLimits) -> bool:
    return minutes_of(night_parts(span, limits)) >= LEAST_OF_NIGHT


def _has_time(content: SituationContent, span: Span, _limits: PracticeLimits) -> bool:
    """Whether the minutes of the day lie within the time on one of its days.

    An end before the beginning is on the next morning.
    """
    over = MINUTES_OF_DAY if content.to_minute < content.from_minute else 0
    return any(
        span.holds(Span(at(day, content.from_minute), at(day, content.to_minute + over)))
        for day in days_of(span)
    )


_BY_HOURS: Mapping[SituationKind, Callable[[SituationContent, Span, PracticeLimits], bool]] = {
    SituationKind.DAY: _has_day,
    SituationKind.NIGHT: _has_night,
    SituationKind.TIME: _has_time,
}
