"""The calendar of the grounds over some days: of one area or of all, with light and closures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_
from sqlalchemy.orm import Session

from openblock.features.grounds.queries.areas import areas, closures_in, hours_on
from openblock.features.grounds.queries.limits import Figures, dates, read_figures
from openblock.features.grounds.queries.live import LONGEST, meets, to_come
from openblock.features.grounds.queries.rows import DayFrame, Week
from openblock.features.grounds.queries.standing import Standing
from openblock.features.grounds.queries.state import states_of
from openblock.features.grounds.queries.stored import stored_bookings
from openblock.features.grounds.rules import counts_on, nights_near
from openblock.features.grounds.rules.content import AreaKind, Span
from openblock.features.roster.queries import calendar_days
from openblock.features.roster.rules import DayKind
from openblock.features.shadowing.rules.times import whole


@dataclass(frozen=True, slots=True)
class WeekAsked:
    """Which days are shown, both included, and of which area; None is all of them."""

    first: date
    last: date
    area_id: int | None = None


def week(session: Session, asked: WeekAsked, now: datetime) -> Week:
    """Everything the calendar shows: so many statements, however many bookings there are."""
    figures = read_figures(session)
    rows = areas(session)
    shown = dates(asked.first, asked.last)
    days = Span(whole(asked.first).start, whole(asked.last).end)
    wanted = None if asked.area_id is None else (asked.area_id,)
    standing = _standing(session, days, figures, now)
    return Week(
        first=asked.first,
        last=asked.last,
        at=now,
        area_id=asked.area_id,
        limits=figures.limits,
        areas=states_of(session, rows, figures, now),
        days=_frames(session, shown, figures),
        open={
            (row.area_id, day): hours_on(row, day)
            for row in rows
            for day in shown
            if row.content.kind is AreaKind.PLACE and (wanted is None or row.area_id in wanted)
        },
        closures=closures_in(session, days, wanted),
        bookings=tuple(
            standing.row(each)
            for each in standing.bookings
            if each.span.meets(days) and asked.area_id in {None, each.area_id}
        ),
        to_mend=tuple(map(standing.row, standing.to_mend())),
    )


def _standing(session: Session, days: Span, figures: Figures, now: datetime) -> Standing:
    """The bookings of those days, cancelled ones too, and all that are to come, each read once."""
    # One day more on each side: whom a group meets that is out past midnight.
    near = meets(Span(days.start - LONGEST, days.end + LONGEST))
    read = stored_bookings(session, or_(near, to_come(now)))
    return Standing(session, figures, now, read, whole=True)


def _frames(session: Session, days: tuple[date, ...], figures: Figures) -> tuple[DayFrame, ...]:
    if not days:
        return ()
    plain = calendar_days(session, days[0], days[-1])
    return tuple(
        DayFrame(
            day=each.day,
            light=figures.light(each.day),
            counts=counts_on(each.day, figures.limits),
            night=nights_near(whole(each.day), figures.limits),
            holiday=each.name if each.kind is DayKind.HOLIDAY else "",
        )
        for each in plain
    )
