"""The series of the issue: 17:00 to 18:00 on the unlit field from September to the year's end.

On which dates the sun has set is counted from a table of sunsets that is reckoned in the tests.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from openblock.clock import at, day_of, standing_at
from openblock.features.grounds.commands import BookSeries, book_series
from openblock.features.grounds.queries import series_preview
from openblock.features.grounds.rules.content import BookingContent, Repeat, SeriesContent
from tests.features.grounds.commands.doing import REASON
from tests.features.grounds.sunsets import sunset

FIRST, LAST = date(2026, 9, 1), date(2026, 12, 31)
DAYS = tuple(FIRST + timedelta(days=each) for each in range((LAST - FIRST).days + 1))
# The block's own coordinates, as its settings have them.
LATITUDE, LONGITUDE = 56.79, 23.94
TOLERANCE = timedelta(minutes=3)


def after_the_end(day: date) -> timedelta:
    """How long after 18:00 by the wall clock the sun sets; below nothing it has set before."""
    return sunset(day, LATITUDE, LONGITUDE) - at(day, 18 * 60)


def close_calls() -> list[date]:
    """The dates on which three minutes would decide."""
    return [day for day in DAYS if abs(after_the_end(day)) <= TOLERANCE]


@pytest.mark.parametrize(
    ("day", "published"),
    [
        (date(2026, 3, 29), 19 * 60 + 56),
        (date(2026, 6, 21), 22 * 60 + 21),
        (date(2026, 12, 21), 15 * 60 + 45),
    ],
)
def test_the_table_of_sunsets_agrees_with_the_published_one(day, published):
    assert abs(sunset(day, LATITUDE, LONGITUDE) - at(day, published)) <= TOLERANCE


def test_three_minutes_decide_only_on_the_last_day_before_the_clock_goes_back():
    assert close_calls() == [date(2026, 10, 24)]


@pytest.mark.parametrize("weekday", range(7))
def test_gr_10_an_autumn_leaves_out_the_dates_the_sun_has_set_on_and_makes_the_others(
    block, weekday
):
    first = next(day for day in DAYS if day.weekday() == weekday)
    times = (at(first, 17 * 60), at(first, 18 * 60))
    booking = BookingContent(block.field, *times, block.people("ab"))
    series = SeriesContent(booking, Repeat.WEEKLY, LAST, (weekday,))
    with standing_at(at(FIRST - timedelta(days=1), 9 * 60)):
        dates = block.store.read(series_preview, series, at(FIRST - timedelta(days=1), 9 * 60))
        made = block.store.run(book_series, BookSeries(series, REASON))
    assert [each.day for each in dates] == [day for day in DAYS if day.weekday() == weekday]
    skipped = {each.day for each in dates if each.skipped}
    dark = {day for day in DAYS if day.weekday() == weekday and after_the_end(day) < timedelta()}
    assert skipped ^ dark <= set(close_calls())
    assert {
        problem.code
        for each in dates
        for problem in each.problems
        if each.skipped and problem.severity == "error"
    } == {"outside-daylight"}
    asked = "SELECT starts_at FROM bookings WHERE series_id IS NOT NULL ORDER BY starts_at"
    with block.store.engine.connect() as connection:
        stored = [each[:10] for each in connection.execute(text(asked)).scalars()]
    kept = [each.day.isoformat() for each in dates if not each.skipped]
    assert stored == kept
    assert made.value == len(kept)
    assert {day_of(each.span.start) for each in dates} == {each.day for each in dates}
