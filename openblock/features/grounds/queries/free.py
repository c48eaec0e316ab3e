"""What is free: which areas at a wished time, and which times of a day on a wished area."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from openblock.errors import Severity
from openblock.features.grounds.queries.around import About, Around, in_years, readable
from openblock.features.grounds.queries.choosing import Chooser
from openblock.features.grounds.queries.limits import read_figures
from openblock.features.grounds.queries.rows import AreaOffer, AreaRow, FreeTime
from openblock.features.grounds.rules import booking_problems, fullest, light_parts, nights_near
from openblock.features.grounds.rules.content import (
    SLOT,
    AreaKind,
    BookingContent,
    GroundsLimits,
    Span,
)
from openblock.features.shadowing.rules.times import merged, whole

QUARTER = timedelta(minutes=SLOT)


def free_areas(
    session: Session,
    starts_at: datetime,
    ends_at: datetime,
    residents: tuple[int, ...],
    now: datetime,
) -> tuple[AreaOffer, ...]:
    """Every place that is in use, those that can be booked then first, with what is left of each.

    Judged with the best officer on duty, and where no residents are given as if for nobody; none
    at a time that goes backwards.
    """
    wanted = Span(starts_at, ends_at)
    if starts_at >= ends_at or not in_years(wanted):
        return ()
    figures = read_figures(session)
    span = readable(wanted, now)
    around = Around(session, About(span, None, frozenset(residents), None), figures, now)
    chooser = Chooser(session, around.staff, figures.limits, span)
    found = []
    for area in around.areas.values():
        if not _can_be_booked(area):
            continue
        content = BookingContent(area.area_id, wanted.start, wanted.end, residents)
        judged, _name = chooser.watched(content, area.content)
        problems = tuple(
            each
            for each in booking_problems(around.wish(judged), figures.limits)
            if residents or each.code != "booking-nobody"
        )
        found.append(AreaOffer(area, _left(around, area, span), problems))
    # Sorted so that those equally good stay in their order of place.
    return tuple(sorted(found, key=_forbidden))


def _can_be_booked(area: AreaRow) -> bool:
    return area.content.kind is AreaKind.PLACE and area.content.active


def _forbidden(offer: AreaOffer) -> bool:
    return any(each.severity is Severity.ERROR for each in offer.problems)


def free_times(
    session: Session, area_id: int, day: date, minutes: int, heads: int, now: datetime
) -> tuple[FreeTime, ...]:
    """When a day has room on an area for so many heads and so many minutes; nothing of the past.

    Never where nobody can book: in a building, or on an area that is not in use.

    Each as long as it lasts, on quarters of an hour. KnownError ``area-unknown``.
    """
    figures, span = read_figures(session), whole(day)
    around = Around(
        session, About(span, frozenset({area_id}), frozenset(), frozenset()), figures, now
    )
    area = around.area(area_id)
    if not _can_be_booked(area):
        return ()
    found: list[FreeTime] = []
    for quarter in _quarters(around, area, figures.limits, span, now):
        left = _left(around, area, quarter)
        if left < max(heads, 1):
            continue
        if found and found[-1].span.end == quarter.start:
            last = found.pop()
            joined = Span(last.span.start, quarter.end)
            found.append(FreeTime(joined, min(left, last.left)))
        else:
            found.append(FreeTime(quarter, left))
    return tuple(each for each in found if each.span.minutes >= minutes)


def _quarters(
    around: Around, area: AreaRow, limits: GroundsLimits, day: Span, now: datetime
) -> Iterator[Span]:
    """The quarters of a day that are still to come, open, light and no time of rest."""
    hours = merged(around.open(area, Span(day.start, day.end - QUARTER)))
    light = merged(part for each in around.light(day) for part in light_parts(each, limits))
    shut = [span for span, _reason, _remark in around.closed(area.area_id, day)]
    shut += nights_near(day, limits)
    quarter = Span(day.start, day.start + QUARTER)
    while quarter.end <= day.end:
        if (
            quarter.start >= now
            and any(each.holds(quarter) for each in hours)
            and (not area.content.needs_light or any(each.holds(quarter) for each in light))
            and not any(each.meets(quarter) for each in shut)
        ):
            yield quarter
        quarter = Span(quarter.end, quarter.end + QUARTER)


def _left(around: Around, area: AreaRow, span: Span) -> int:
    """How many more people there is room for at every instant of a time."""
    beside = around.neighbours(area.area_id, span)
    if area.content.exclusive:
        return 0 if beside else area.content.capacity
    taken, _piece = fullest(span, [(each.span, each.heads) for each in beside])
    return max(area.content.capacity - taken, 0)
