"""The calendar shows the days with their light and hours, and each booking as it stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock.clock import standing_at
from openblock.features.grounds.commands import CancelBooking, cancel_booking
from openblock.features.grounds.queries import WeekAsked, week
from openblock.features.grounds.rules.content import Span, State
from tests.factories import with_booking, with_closure, with_resident
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import MONDAY, SUNDAY, row, seen
from tests.features.shadowing.queries.asking import scanned, statements


def test_a_week_shows_all_bookings_of_its_days_the_past_and_cancelled_ones_too(block):
    block.store.run(cancel_booking, CancelBooking(block.weeding, 1, "it rains"))
    shown = seen(block)
    states = {each.booking_id: each.state for each in shown.bookings}
    assert states == {
        block.gone: State.FINISHED,
        block.weeding: State.CANCELLED,
        block.football: State.APPROVED,
        block.gym: State.APPROVED,
    }
    assert [each.span.start for each in shown.bookings] == sorted(
        each.span.start for each in shown.bookings
    )


def test_a_booking_tells_whose_it_is_and_what_was_entered(block):
    football = row(block, "football")
    assert football.residents == block.people("abcd")
    assert (football.area, football.purpose) == ("Sporta laukums", "Futbols")
    assert (football.officer, football.capacity, football.ratio) == ("Agneseska Jana", 12, 12)
    assert (football.booked_by, football.booked_at) == ("Anna Bērziņa", on(16, 9))
    assert (football.lost, football.warnings) == (None, ())


def test_a_week_of_one_area_shows_that_areas_bookings_hours_and_closures(block):
    for name in ("field", "garden"):
        with_closure(block.store, block.areas[name], on(19, 9), on(19, 10))
    shown = seen(block, "field")
    assert {each.booking_id for each in shown.bookings} == {block.gone, block.football}
    assert {area for area, _day in shown.open} == {block.field}
    assert [each.content.area_id for each in shown.closures] == [block.field]
    # The list beside the calendar and what is to mend are of all areas all the same.
    assert len(shown.areas) == len(block.areas)


def test_each_day_has_its_light_its_counts_and_its_nights(block):
    shown = seen(block)
    assert [each.day for each in shown.days] == [MONDAY + timedelta(days=n) for n in range(7)]
    today = shown.days[2]
    assert today.counts == (on(16, 6.75), on(16, 21.5))
    assert today.night == (Span(on(15, 22), on(16, 6.5)), Span(on(16, 22), on(17, 6.5)))
    assert today.light.day == today.day
    assert shown.open[block.field, today.day] == (Span(on(16, 7), on(16, 21)),)


def test_a_holiday_is_named_over_its_day(block):
    asked = WeekAsked(date(2026, 11, 16), date(2026, 11, 22))
    names = [each.holiday for each in block.store.read(week, asked, NOW).days]
    assert [bool(each) for each in names] == [False, False, True, False, False, False, False]


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_week_in_which_the_clock_changes_has_seven_days(block, day):
    asked = WeekAsked(day - timedelta(days=6), day)
    shown = block.store.read(week, asked, NOW)
    assert len(shown.days) == 7
    assert shown.days[-1].counts == (on(day, 6.75), on(day, 21.5))


def test_a_group_that_meets_another_past_the_weeks_end_is_seen_to(block):
    for each in ("e", "f"):
        with_booking(
            block.store,
            block.field,
            block.people(each),
            on(18, 10),
            on(18, 11),
            officer_id=block.kristine,
        )
    found = [each for each in seen(block).bookings if each.span.start == on(18, 10)]
    assert [[warning.code for warning in each.warnings] for each in found] == [
        ["guests-apart"],
        ["guests-apart"],
    ]


def test_the_statements_of_a_week_do_not_grow_with_what_is_stored(block):
    asked = (WeekAsked(MONDAY, SUNDAY), NOW)
    before = statements(block.store, week, *asked)
    with standing_at(on(16, 9)):
        for number in range(6):
            people = tuple(
                with_resident(block.store, f"Z{letter}" + "i" * number) for letter in ("a", "o")
            )
            with_booking(
                block.store,
                block.hall,
                people,
                on(18, 10 + number),
                on(18, 11 + number),
                officer_id=block.kristine,
            )
    assert statements(block.store, week, *asked) == before


def test_a_week_looks_through_no_table_of_bookings_or_of_those_who_take_part(block):
    tables = scanned(block.store, week, WeekAsked(MONDAY, SUNDAY), NOW)
    assert not tables & {"bookings", "participants", "commitments", "stays", "residents", "duties"}
