"""The preview of a series says of every date what judging it by itself, in turn, would say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from time import perf_counter

import pytest

from openblock.clock import at
from openblock.errors import Severity
from openblock.features.grounds.commands import BookArea, book_area
from openblock.features.grounds.queries import series_preview
from openblock.features.grounds.queries.judging import risks_of_booking
from openblock.features.grounds.rules import booking_on
from openblock.features.grounds.rules.content import ClosureReason, Repeat, SeriesContent
from openblock.features.residents.commands import OpenKeepApart, open_keep_apart
from tests.factories import with_area, with_booking, with_closure
from tests.features.grounds.outside import NOW, on
from tests.features.shadowing.queries.asking import statements


def preview(block, series, now=NOW):
    return block.store.read(series_preview, series, now)


def daily(block, until, *what, **facts):
    return SeriesContent(block.wish(*what, **facts), Repeat.DAILY, until)


@pytest.fixture
def busy_fortnight(block):
    """A closure, bookings, a quota and a pair in the days the series of the tests goes through."""
    store = block.store
    with_closure(store, block.field, on(19, 0), on(20, 12), ClosureReason.WEATHER)
    with_booking(
        store, block.corner, block.people("a"), on(22, 17), on(22, 18), officer_id=block.kristine
    )
    with_booking(
        store, block.field, block.people("h"), on(23, 17), on(23, 18), officer_id=block.kristine
    )
    pair = OpenKeepApart(block.residents["a"], block.residents["h"], "room", "a quarrel")
    store.run(open_keep_apart, pair)
    block.set("grounds_week_quota", 3)
    return block


def test_every_date_is_as_judging_it_after_those_before_it_says(busy_fortnight):
    block = busy_fortnight
    series = daily(block, date(2026, 9, 30), "field", "ab", 17, (17, 18.5), officer="ilze")
    dates = preview(block, series)
    assert [each.day for each in dates] == [
        date(2026, 9, 17) + timedelta(days=n) for n in range(14)
    ]
    for each in dates:
        content = booking_on(series.first, each.day)
        content = type(content)(
            content.area_id,
            content.starts_at,
            content.ends_at,
            content.residents,
            officer_id=each.officer_id,
        )
        judged = block.store.read(risks_of_booking, BookArea(content), NOW)
        assert each.problems == judged
        assert each.span == content.span
        assert each.skipped is any(problem.severity is Severity.ERROR for problem in judged)
        if not each.skipped:
            block.store.run(book_area, BookArea(content, reason="as the test wants it"))
    found = {problem.code for each in dates for problem in each.problems}
    assert found >= {"area-closed", "guest-busy", "guests-apart", "guest-over-quota"}
    assert {each.skipped for each in dates} == {True, False}


def test_the_preview_of_an_autumn_names_the_dates_the_sun_has_set_on(block):
    """GR-10: 17:00–18:00 on the unlit field, every Tuesday from 1 September to 31 December."""
    first = block.wish("field", "ab", 1, (17, 18))
    series = SeriesContent(first, Repeat.WEEKLY, date(2026, 12, 31), (1,))
    dates = preview(block, series, at(date(2026, 8, 31), 9 * 60))
    tuesdays = [date(2026, 9, 1) + timedelta(days=7 * number) for number in range(18)]
    assert [each.day for each in dates] == tuesdays
    dark = {
        each.day: problem.facts["sunset"]
        for each in dates
        for problem in each.problems
        if problem.code == "outside-daylight"
    }
    # The clock goes back on 25 October, and the sun sets before five.
    assert list(dark) == [day for day in tuesdays if day >= date(2026, 10, 27)]
    assert all(each < at(day, 18 * 60) for day, each in dark.items())
    assert {each.day for each in dates if each.skipped} >= set(dark)


def test_who_is_off_duty_is_replaced_by_who_is_on_and_watched_least(block):
    series = daily(block, date(2026, 9, 20), "hall", "f", 17, (12, 13), officer="ilze")
    names = [(each.day.day, each.officer) for each in preview(block, series)]
    assert names == [
        (17, "Ilzeska Jana"),
        (18, "Normundsska Jana"),
        (19, "Andrisska Jana"),
        (20, "Agneseska Jana"),
    ]


def test_where_no_roster_is_laid_nobody_is_named_yet_and_that_is_a_warning(block):
    series = daily(block, date(2026, 9, 29), "hall", "f", 27, (12, 13), officer="andris")
    dates = preview(block, series)
    assert [each.officer_id for each in dates] == [block.andris, None, None]
    assert [[problem.code for problem in each.problems] for each in dates] == [
        [],
        ["supervisor-open"],
        ["supervisor-open"],
    ]
    assert not any(each.skipped for each in dates)


def test_a_place_that_needs_nobody_keeps_who_is_named_only_while_on_duty(block):
    series = daily(block, date(2026, 9, 18), "garden", "f", 17, (12, 13), officer="ilze")
    assert [each.officer for each in preview(block, series)] == ["Ilzeska Jana", ""]


def test_a_series_keeps_the_wall_clock_over_the_change_of_the_hour(block):
    hall = with_area(block.store, "Zāle", indoor=True, ratio=0)
    first = block.wish("garden", "f", date(2026, 10, 23), (12, 13))
    series = SeriesContent(
        type(first)(hall, first.starts_at, first.ends_at, first.residents),
        Repeat.DAILY,
        date(2026, 10, 27),
    )
    dates = preview(block, series)
    assert [each.span.start for each in dates] == [
        at(date(2026, 10, day), 12 * 60) for day in range(23, 28)
    ]
    assert not any(each.problems for each in dates)


def test_a_series_that_is_wrong_itself_has_no_dates(block):
    series = daily(block, date(2026, 9, 1), "garden", "f", 17, (12, 13))
    assert preview(block, series) == ()
    wild = datetime(9999, 12, 30, 23, tzinfo=UTC)
    far = replace(series.first, starts_at=wild, ends_at=wild + timedelta(hours=1))
    assert preview(block, replace(series, first=far, until=date.max)) == ()


def test_half_a_year_is_previewed_at_once_in_so_many_statements(block):
    short = daily(block, date(2026, 9, 18), "field", "abcdgh", 17, (12, 13), officer="ilze")
    long = daily(block, date(2027, 3, 19), "field", "abcdgh", 17, (12, 13), officer="ilze")
    assert len(preview(block, long)) == 184
    assert statements(block.store, series_preview, long, NOW) == statements(
        block.store, series_preview, short, NOW
    )
    begun = perf_counter()
    preview(block, long)
    assert perf_counter() - begun < 1
