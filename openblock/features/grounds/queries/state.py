"""How every area stands at a moment: free, in use, closed, dark or shut, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import Session

from openblock.clock import FOREVER, day_of
from openblock.features.grounds.queries.areas import areas, closures_in, hours_on, of_area
from openblock.features.grounds.queries.limits import Figures, dates, read_figures
from openblock.features.grounds.queries.live import LONGEST
from openblock.features.grounds.queries.rows import AreaNow, AreaRow, ClosureRow
from openblock.features.grounds.queries.stored import Stored, stored_bookings
from openblock.features.grounds.rules import Around, area_state
from openblock.features.grounds.rules.content import Span, State
from openblock.features.grounds.tables import Booking

#: How far ahead a change of state is looked for.
AHEAD_DAYS = 2
#: A group that was never ticked in again is no longer out there after so long.
FORGOTTEN = timedelta(days=1)


def grounds_now(session: Session, now: datetime) -> tuple[AreaNow, ...]:
    """Every area and building as it stands, in order of place."""
    return states_of(session, areas(session), read_figures(session), now)


def states_of(
    session: Session, rows: Iterable[AreaRow], figures: Figures, now: datetime
) -> tuple[AreaNow, ...]:
    """These areas as they stand at ``now``: so many statements, however many there are."""
    soon = Span(now, now + timedelta(days=AHEAD_DAYS))
    closures = of_area(closures_in(session, soon))
    out: dict[int, list[Stored]] = {}
    for each in stored_bookings(session, _out(now), people=False):
        out.setdefault(each.area_id, []).append(each)
    return tuple(
        _now(row, closures.get(row.area_id, ()), out.get(row.area_id, ()), figures, now)
        for row in rows
    )


def _out(now: datetime) -> ColumnElement[bool]:
    """Groups that are out there, by the index of their ends: also those that are late back."""
    return and_(
        Booking.ends_at > now - FORGOTTEN,
        Booking.ends_at < now + 2 * LONGEST,
        Booking.state == State.IN_USE,
    )


def _now(
    area: AreaRow,
    closures: Iterable[ClosureRow],
    out: Iterable[Stored],
    figures: Figures,
    now: datetime,
) -> AreaNow:
    out, closures = tuple(out), tuple(closures)
    today = day_of(now)
    days = dates(today - timedelta(days=1), today + timedelta(days=AHEAD_DAYS))
    around = Around(
        area=area.content,
        open=tuple(each for day in days for each in hours_on(area, day)),
        closures=tuple(each.span for each in closures),
        used=tuple(_used(each, now) for each in out),
        light=tuple(map(figures.light, days)),
    )
    state, until = area_state(around, now, figures.limits)
    shut = next((each for each in closures if each.span.start <= now), None)
    return AreaNow(
        area=area,
        state=state,
        heads=sum(each.heads for each in out),
        until=until,
        closure="" if shut is None else str(shut.content.reason),
        closure_remark="" if shut is None else shut.content.remark,
        booking_ids=tuple(each.booking_id for each in out),
    )


def _used(booking: Stored, now: datetime) -> Span:
    """The time a group is out there: until it is to be back, without an end where it is late."""
    start = booking.started_at or booking.span.start
    return Span(min(start, now), booking.span.end if booking.span.end > now else FOREVER)
