"""A booking's card shows the people, the light, what is left of its series, and who could watch."""

from __future__ import annotations

from datetime import date

from openblock.clock import standing_at
from openblock.features.grounds.commands import (
    BookSeries,
    FinishBooking,
    StartBooking,
    finish_booking,
    start_booking,
)
from openblock.features.grounds.commands.series import book_series
from openblock.features.grounds.queries import WeekAsked, booking_card, week
from openblock.features.grounds.rules.content import ClosureReason, Repeat, SeriesContent
from tests.factories import with_closure, with_house, with_placement
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import row
from tests.features.shadowing.queries.asking import statements


def card(block, name, at=NOW):
    return block.store.read(booking_card, block.bookings[name], at)


def test_a_card_holds_the_same_booking_as_the_calendar(block):
    block.duty("agnese", 16, None)
    assert card(block, "football").booking == row(block, "football")
    assert card(block, "football").area.area_id == block.field


def test_the_people_stand_by_name_with_their_beds(block):
    beds = with_house(block.store, {"101": ("A",)}).beds
    with_placement(block.store, block.residents["c"], beds["101 A"], on(16, 11))
    people = card(block, "football").participants
    assert [(each.name.split()[0], each.place) for each in people] == [
        ("Apsītis", ""),
        ("Bērziņš", ""),
        ("Celmiņš", "101 A"),
        ("Dārziņš", ""),
    ]
    assert all(each.came for each in people)


def test_who_was_missing_stands_on_the_card_as_such(block):
    with standing_at(on(16, 15)):
        request = StartBooking(block.football, 1, missing=block.people("b"))
        block.store.run(start_booking, request)
    people = card(block, "football", on(16, 15.5)).participants
    assert [each.came for each in people] == [True, False, True, True]


def test_officers_are_offered_for_what_is_ahead_only(block):
    assert [each.name for each in card(block, "football").offers] == [
        "Agneseska Jana",
        "Kristineska Jana",
    ]
    assert card(block, "gone").offers == ()


def test_the_light_is_that_of_the_bookings_own_date(block):
    assert card(block, "gym").light.day == date(2026, 9, 17)


def test_a_card_tells_who_booked_it_who_agreed_and_when_it_was_ticked(block):
    with standing_at(on(16, 15)):
        block.store.run(start_booking, StartBooking(block.football, 1))
    with standing_at(on(16, 16)):
        block.store.run(finish_booking, FinishBooking(block.football, 2))
    found = card(block, "football", on(16, 17))
    assert [(moment, what) for moment, what, _who in found.history] == [
        (on(16, 9), "booked"),
        (on(16, 15), "started"),
        (on(16, 16), "finished"),
    ]
    assert found.approved_by == "Anna Bērziņa"


def test_a_card_of_a_series_says_what_is_left_of_it_and_what_was_skipped(block):
    with_closure(block.store, block.garden, on(19, 0), on(20, 0), ClosureReason.REPAIR)
    first = block.wish("garden", "a", 17, (12, 13))
    block.store.run(book_series, BookSeries(SeriesContent(first, Repeat.DAILY, date(2026, 9, 20))))
    asked = WeekAsked(date(2026, 9, 17), date(2026, 9, 20), block.garden)
    rows = block.store.read(week, asked, NOW).bookings
    found = block.store.read(booking_card, rows[0].booking_id, on(18, 13)).series
    assert (found.repeat, found.weekdays) == (Repeat.DAILY, ())
    assert (found.first_day, found.last_day) == (date(2026, 9, 17), date(2026, 9, 20))
    assert found.left == 1
    assert found.skipped == ((date(2026, 9, 19), ("area-closed",)),)
    assert card(block, "football").series is None


def test_an_unknown_number_has_no_card(block):
    assert block.store.read(booking_card, 99, NOW) is None


def test_a_card_takes_so_many_statements_however_many_take_part(block):
    of_four = statements(block.store, booking_card, block.football, NOW)
    assert statements(block.store, booking_card, block.gym, NOW) == of_four
