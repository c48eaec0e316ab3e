"""Who could watch over a booking: officers on duty then, best first, and why others cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.errors import KnownError, Severity
from openblock.features.grounds.queries.areas import areas_open
from openblock.features.grounds.queries.around import in_years, readable
from openblock.features.grounds.queries.limits import grounds_limits
from openblock.features.grounds.queries.live import live
from openblock.features.grounds.queries.people import OnDuty, Staff
from openblock.features.grounds.queries.rows import SupervisorOffer
from openblock.features.grounds.rules import fullest, supervisor_problems
from openblock.features.grounds.rules.content import (
    AreaContent,
    BookingContent,
    GroundsLimits,
    Span,
    Wish,
)
from openblock.features.grounds.tables import Booking
from openblock.features.shadowing.rules.times import merged, shared
from openblock.i18n import sort_key

#: How far back is counted who has watched how long: a cycle of four days seven times.
COUNTED = timedelta(days=28)
HOUR = 60


def supervisor_offers(
    session: Session, content: BookingContent, booking_id: int | None = None
) -> tuple[SupervisorOffer, ...]:
    """Every officer who has a duty in the time of the booking, best first (GR-06).

    So many statements, however many officers there are. KnownError ``area-unknown``.
    """
    rows = areas_open(session, area_ids=(content.area_id,))
    if not rows:
        raise KnownError("area-unknown")
    if content.ends_at <= content.starts_at or not in_years(content.span):
        return ()
    span = readable(content.span, content.starts_at)
    staff = Staff(session, span)
    wish = watched_wish(content, rows[0].content, staff)
    minutes = minutes_watched(session, span, {each.officer_id for each in staff.on_duty(span)})
    return offers_of(staff, minutes, wish, grounds_limits(session), booking_id)


def watched_wish(content: BookingContent, area: AreaContent, staff: Staff) -> Wish:
    """The booking with what has to be known to say who can watch over it, and nothing else."""
    return Wish(
        content=content,
        area=area,
        open=(),
        closures=(),
        light=(),
        neighbours=(),
        guests=(),
        supervisor=None,
        roster_laid=staff.laid(content.span),
        now=content.starts_at,
    )


def offers_of(
    staff: Staff,
    minutes: Mapping[int, int],
    wish: Wish,
    limits: GroundsLimits,
    booking_id: int | None = None,
) -> tuple[SupervisorOffer, ...]:
    """The officers on duty in the time of a wish; who can before who cannot.

    Of those who can first whoever has the fewest under the eyes then, then whoever watched least.
    """
    duties: dict[int, list[OnDuty]] = {}
    for each in staff.on_duty(wish.span):
        duties.setdefault(each.officer_id, []).append(each)
    found = [
        _offer(staff, wish, limits, own, booking_id, minutes.get(number, 0) // HOUR)
        for number, own in duties.items()
    ]
    found.sort(
        key=lambda each: (
            not each.fits,
            each.watching,
            minutes.get(each.officer_id, 0),
            sort_key(each.name),
        )
    )
    return tuple(found)


def _offer(
    staff: Staff,
    wish: Wish,
    limits: GroundsLimits,
    own: list[OnDuty],
    booking_id: int | None,
    hours: int,
) -> SupervisorOffer:
    supervisor = staff.supervisor(own[0].officer_id, wish.span, booking_id)
    problems = supervisor_problems(replace(wish, supervisor=supervisor), limits)
    watched = [(span, heads) for span, heads, _ratio in supervisor.watched]
    return SupervisorOffer(
        officer_id=supervisor.officer_id,
        name=supervisor.name,
        post=own[0].post,
        fits=not any(each.severity is Severity.ERROR for each in problems),
        problems=problems,
        watching=fullest(wish.span, watched)[0],
        hours=hours,
        duty=_longest_with(wish.span, own),
    )


def _longest_with(span: Span, duties: list[OnDuty]) -> Span:
    """Of an officer's duties, those that touch taken as one, the one that shares most with it."""

    def common(duty: Span) -> timedelta:
        both = shared(duty, span)
        return timedelta() if both is None else both.end - both.start

    return max(merged(each.span for each in duties), key=common)


def minutes_watched(
    session: Session, span: Span, officer_ids: Collection[int]
) -> Mapping[int, int]:
    """How long each officer has watched in the 28 days before a time, by the index of officers."""
    if not officer_ids:
        return {}
    asked = select(Booking.officer_id, Booking.starts_at, Booking.ends_at).where(
        live(),
        Booking.officer_id.in_(sorted(officer_ids)),
        Booking.ends_at > span.start - COUNTED,
        Booking.ends_at <= span.start,
    )
    found: Counter[int] = Counter()
    for officer_id, start, end in session.execute(asked):
        found[officer_id or 0] += Span(start, end).minutes
    return found
