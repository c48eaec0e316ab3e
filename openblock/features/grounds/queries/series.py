"""A booking that repeats, date by date before it is made: what would be, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from openblock.errors import Severity
from openblock.features.grounds.queries.around import About, Around, in_years
from openblock.features.grounds.queries.choosing import Chooser
from openblock.features.grounds.queries.limits import read_figures
from openblock.features.grounds.queries.people import week_of
from openblock.features.grounds.queries.rows import SeriesDate
from openblock.features.grounds.rules import (
    booking_on,
    booking_problems,
    hour_problems,
    series_days,
    series_problems,
)
from openblock.features.grounds.rules.content import (
    BookingContent,
    GroundsLimits,
    SeriesContent,
    Span,
    Wish,
)


def series_preview(
    session: Session, content: SeriesContent, now: datetime
) -> tuple[SeriesDate, ...]:
    """Each date as it would be judged after those before it were booked; none of a wrong series.

    Everything is read once for the whole time. Where the officer of the first date cannot watch
    over another, whoever can best does. KnownError as of one booking.
    """
    if not in_years(content.first.span) or series_problems(content, now):
        return ()
    days = series_days(content)
    dated = {day: booking_on(content.first, day) for day in days}
    span = Span(dated[days[0]].starts_at, dated[days[-1]].ends_at)
    figures, first = read_figures(session), content.first
    about = About(span, frozenset({first.area_id}), frozenset(first.residents), None)
    around = Around(session, about, figures, now)
    chooser = Chooser(session, around.staff, figures.limits, span)
    return tuple(_Preview(around, chooser, figures.limits, now).dates(first, days))


class _Preview:
    """Dates judged one after another, each knowing what those before it have added."""

    def __init__(
        self, around: Around, chooser: Chooser, limits: GroundsLimits, now: datetime
    ) -> None:
        self._around = around
        self._chooser = chooser
        self._limits = limits
        self._now = now
        self._ahead: Counter[Span] = Counter()

    def dates(self, first: BookingContent, days: tuple[date, ...]) -> Iterator[SeriesDate]:
        area = self._around.area(first.area_id).content
        for day in days:
            content, officer = self._chooser.watched(booking_on(first, day), area)
            wish = self._counted(self._around.wish(content))
            problems = (*hour_problems(first, day), *booking_problems(wish, self._limits))
            skipped = any(each.severity is Severity.ERROR for each in problems)
            if not skipped:
                self._keep(content)
            yield SeriesDate(day, content.span, problems, skipped, content.officer_id, officer)

    def _counted(self, wish: Wish) -> Wish:
        """The wish with the dates before it counted for the quota of its week (GR-12)."""
        earlier = self._ahead[week_of(wish.span.start)]
        if not earlier:
            return wish
        guests = (replace(each, this_week=each.this_week + earlier) for each in wish.guests)
        return replace(wish, guests=tuple(guests))

    def _keep(self, content: BookingContent) -> None:
        self._chooser.keep(content)
        if content.starts_at > self._now:
            self._ahead[week_of(content.starts_at)] += 1
