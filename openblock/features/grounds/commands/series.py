"""A booking that repeats: what its preview shows as possible is booked in one go (GR-10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from openblock.errors import Problem, RuleBroken, Severity
from openblock.features.grounds.commands.booking import (
    Judged,
    hold,
    only_asks,
    tidied,
    write_booking,
)
from openblock.features.grounds.commands.ledger import Ledger
from openblock.features.grounds.commands.requests import BookSeries
from openblock.features.grounds.commands.stored import known
from openblock.features.grounds.queries.limits import grounds_limits
from openblock.features.grounds.queries.rows import SeriesDate
from openblock.features.grounds.queries.series import series_preview
from openblock.features.grounds.rules import series_problems
from openblock.features.grounds.rules.content import Repeat, SeriesContent
from openblock.features.grounds.tables import Area, Series
from openblock.features.residents.rules.reasons import tidy_reason
from openblock.features.shadowing.commands.judging import answer
from openblock.storage.store import Done, Work


def book_series(work: Work, request: BookSeries) -> Done:
    """Books every date that can be, and keeps why the others were left out; the value counts them.

    The very dates of the preview are met. RuleBroken with what is wrong of the series, with what
    is wrong of every date where none can be, and with the warnings of all others until ``reason``
    answers them; facts hold the day. KnownError as :func:`book_area`.
    """
    content = replace(request.content, first=tidied(request.content.first))
    found = series_problems(content, work.now)
    if found:
        raise RuleBroken(*found)
    known(work, Area, content.first.area_id)
    hold(work, content.first)
    dates = series_preview(work.session, content, work.now)
    possible = [each for each in dates if not each.skipped]
    if not possible:
        facts = {"until": content.until}
        raise RuleBroken(Problem("series-empty", facts=facts, field="until"), *_told(dates))
    answer(work, [each for each in _told(possible) if _warns(each)], request.reason)
    ledger = Ledger(work, "grounds.book_series")
    series_id = ledger.add(_series(content, dates))
    asked, reason = only_asks(work, grounds_limits(work.session)), tidy_reason(request.reason)
    for each in possible:
        override = reason if any(map(_warns, each.problems)) else ""
        booking = replace(
            content.first,
            starts_at=each.span.start,
            ends_at=each.span.end,
            officer_id=each.officer_id,
        )
        write_booking(ledger, Judged(booking, override, asked, series_id))
    return ledger.done(len(possible))


def _series(content: SeriesContent, dates: Iterable[SeriesDate]) -> Series:
    days = [each.day for each in dates]
    weekly = content.repeat == Repeat.WEEKLY
    weekdays = set(content.weekdays) or {days[0].weekday()}
    return Series(
        area_id=content.first.area_id,
        first_day=days[0],
        last_day=days[-1],
        weekdays=sorted(weekdays) if weekly else [],
        skipped=[[each.day.isoformat(), _codes(each)] for each in dates if each.skipped],
    )


def _codes(date: SeriesDate) -> list[str]:
    return list(dict.fromkeys(each.code for each in date.problems if not _warns(each)))


def _told(dates: Iterable[SeriesDate]) -> Iterator[Problem]:
    for each in dates:
        for problem in each.problems:
            yield replace(problem, facts={"day": each.day, **problem.facts})


def _warns(problem: Problem) -> bool:
    return problem.severity is not Severity.ERROR
