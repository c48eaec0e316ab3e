"""A booking that repeats makes every date that can be, and keeps why the others were left out."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import text

from openblock.features.grounds.commands import (
    BookSeries,
    book_series,
)
from openblock.features.grounds.rules.content import Repeat, SeriesContent
from tests.factories import with_closure
from tests.features.grounds.commands.doing import REASON, refusal, refused
from tests.features.grounds.outside import on


def weekly(deeds, *what, until, **facts):
    weekdays = facts.pop("weekdays", ())
    return SeriesContent(deeds.block.wish(*what, **facts), Repeat.WEEKLY, until, weekdays)


def rows(deeds, columns, table="bookings", where="series_id IS NOT NULL"):
    with deeds.store.engine.connect() as connection:
        asked = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY id"  # noqa: S608
        return [tuple(row) for row in connection.execute(text(asked))]


def test_gr_10_the_dates_on_which_the_sun_has_set_are_skipped_and_listed(deeds):
    """Thursdays 17:00 to 18:00 on the unlit field: dark from 29 October, once the clock is back."""
    series = weekly(deeds, "field", "ab", 17, (17, 18), until=date(2026, 11, 12))
    error = refusal(deeds.run, book_series, BookSeries(series))
    assert {each.code for each in error.problems} == {"supervisor-open"}
    assert {each.facts["day"] for each in error.problems} >= {date(2026, 10, 1)}
    made = deeds.run(book_series, BookSeries(series, REASON))
    found = rows(deeds, "substr(starts_at, 1, 16), override")
    assert made.value == len(found) == 6
    assert found[0] == ("2026-09-17 14:00", "")
    assert found[-1] == ("2026-10-22 14:00", REASON)
    ((skipped, first, last, weekdays),) = rows(
        deeds, "skipped, first_day, last_day, weekdays", "booking_series", "1"
    )
    assert json.loads(skipped) == [
        [day, ["outside-daylight"]] for day in ("2026-10-29", "2026-11-05", "2026-11-12")
    ]
    assert (first, last, json.loads(weekdays)) == ("2026-09-17", "2026-11-12", [3])


def test_the_officer_asked_for_watches_where_on_duty_and_else_whoever_can_best(deeds):
    block = deeds.block
    daily = SeriesContent(
        block.wish("hall", "b", 17, (10, 11), officer="ilze"), Repeat.DAILY, date(2026, 9, 19)
    )
    deeds.run(book_series, BookSeries(daily))
    assert [each[0] for each in rows(deeds, "officer_id")] == [
        block.ilze,
        rows(deeds, "officer_id")[1][0],
        block.andris,
    ]
    assert rows(deeds, "officer_id")[1][0] in {block.normunds, block.kristine}
    assert rows(deeds, "weekdays", "booking_series", "1") == [("[]",)]


def test_several_weekdays_of_one_week_are_one_series(deeds):
    series = weekly(deeds, "garden", "a", 17, (8, 9), until=date(2026, 9, 27), weekdays=(0, 3, 5))
    assert deeds.run(book_series, BookSeries(series)).value == 5
    days = [each[0] for each in rows(deeds, "substr(starts_at, 9, 2)")]
    assert days == ["17", "19", "21", "24", "26"]


def test_a_series_of_which_no_date_can_be_is_refused_with_everything(deeds):
    with_closure(deeds.store, deeds.block.garden, on(17, 6), on(30, 22))
    series = weekly(deeds, "garden", "a", 17, (8, 9), until=date(2026, 9, 24))
    error = refusal(deeds.run, book_series, BookSeries(series, REASON))
    assert [each.code for each in error.problems] == ["series-empty", "area-closed", "area-closed"]
    assert [each.facts.get("day") for each in error.problems][1:] == [
        date(2026, 9, 17),
        date(2026, 9, 24),
    ]


def test_a_series_too_long_or_backwards_is_refused_before_its_dates_are_looked_at(deeds):
    for until, code in ((date(2027, 9, 1), "series-too-long"), (date(2026, 9, 1), "series-empty")):
        series = weekly(deeds, "garden", "a", 17, (8, 9), until=until)
        assert refused(deeds.run, book_series, BookSeries(series)) == [code]


def test_the_quota_of_a_week_counts_the_dates_before_it(deeds):
    block = deeds.block
    block.set("grounds_week_quota", 2)
    daily = SeriesContent(block.wish("garden", "a", 21, (8, 9)), Repeat.DAILY, date(2026, 9, 23))
    error = refusal(deeds.run, book_series, BookSeries(daily))
    assert [(each.code, each.facts["day"]) for each in error.problems] == [
        ("guest-over-quota", date(2026, 9, 23))
    ]
    assert deeds.run(book_series, BookSeries(daily, REASON)).value == 3


def test_six_weeks_of_a_group_are_booked_and_taken_back_in_one_go(deeds):
    block = deeds.block
    daily = SeriesContent(
        block.wish("corner", "abcd", 17, (8, 9)), Repeat.DAILY, date(2026, 10, 28)
    )
    done = deeds.store.run(book_series, BookSeries(daily, REASON))
    assert done.value == 42
    deeds.back(done.undo)
    assert rows(deeds, "id") == []
