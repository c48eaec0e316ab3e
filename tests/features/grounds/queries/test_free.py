"""Time first: which areas can be booked; area first: when a day has room there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from openblock.errors import KnownError, Severity
from openblock.features.grounds.queries import free_areas, free_times
from openblock.features.grounds.rules.content import BookingContent, ClosureReason, Span
from tests.factories import with_booking, with_closure
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import codes, risks
from tests.features.shadowing.queries.asking import scanned, statements

TODAY = date(2026, 9, 16)


def offered(block, start, end, letters=""):
    found = block.store.read(free_areas, start, end, block.people(letters), NOW)
    return {each.area.content.name: each for each in found}


def times(block, area, day, minutes=30, heads=1, now=NOW):
    found = block.store.read(free_times, block.areas[area], day, minutes, heads, now)
    return [(each.span, each.left) for each in found]


def test_places_that_can_be_booked_stand_before_those_that_cannot(block):
    found = offered(block, on(16, 14), on(16, 15), "ab")
    assert list(found) == ["Sporta laukums", "Sporta zāle", "Ciemiņu stūris", "Dārzs"]
    assert codes(found["Dārzs"].problems) == ["area-full"]
    assert [each.left for each in found.values()] == [12, 4, 6, 0]


def test_a_time_can_be_looked_for_before_anybody_is_chosen(block):
    found = offered(block, on(17, 12), on(17, 13))
    assert all(each.problems == () for each in found.values())


def test_where_nobody_is_on_duty_then_only_unwatched_places_are_free(block):
    found = offered(block, on(27, 8), on(27, 8.5))
    free = [name for name, each in found.items() if not each.problems]
    assert "Dārzs" in free
    errors = {
        name
        for name, each in found.items()
        if any(problem.severity is Severity.ERROR for problem in each.problems)
    }
    assert errors <= {"Sporta laukums", "Sporta zāle", "Ciemiņu stūris"}


def test_an_exclusive_place_has_nothing_left_once_one_group_is_there(block):
    with_booking(
        block.store, block.corner, block.people("a"), on(17, 12), on(17, 13), officer_id=block.ilze
    )
    assert offered(block, on(17, 12.5), on(17, 13.5))["Ciemiņu stūris"].left == 0
    assert offered(block, on(17, 13), on(17, 14))["Ciemiņu stūris"].left == 6


def test_a_day_of_a_lit_place_is_free_from_now_until_it_shuts(block):
    assert times(block, "garden", TODAY) == [
        (Span(on(16, 12), on(16, 14)), 2),
        (Span(on(16, 15), on(16, 21)), 2),
    ]


def test_the_light_ends_a_free_time_on_the_last_quarter_before_sunset(block):
    *_rest, (last, left) = times(block, "field", TODAY)
    assert (last.end, left) == (on(16, 19.5), 8)


def test_a_time_that_has_room_for_fewer_is_no_free_time(block):
    with_room = times(block, "field", TODAY, heads=9)
    assert [span for span, _left in with_room] == [
        Span(on(16, 12), on(16, 15)),
        Span(on(16, 16.5), on(16, 19.5)),
    ]
    assert times(block, "field", TODAY, heads=13) == []


def test_a_time_that_is_too_short_is_left_out(block):
    assert times(block, "garden", TODAY, minutes=150) == [(Span(on(16, 15), on(16, 21)), 2)]


def test_a_closure_and_what_is_past_leave_no_free_time(block):
    with_closure(block.store, block.hall, on(18, 9), on(18, 12), ClosureReason.EVENT)
    spans = [span for span, _left in times(block, "hall", date(2026, 9, 18))]
    assert spans == [Span(on(18, 7), on(18, 9)), Span(on(18, 12), on(18, 21))]
    assert times(block, "hall", date(2026, 9, 15)) == []
    at = on(16, 12) + timedelta(minutes=1)
    assert times(block, "garden", TODAY, now=at)[0][0].start == on(16, 12.25)


def test_night_rest_is_no_free_time_however_long_a_place_is_open(block):
    block.set("night_rest_from", 20 * 60)
    assert times(block, "hall", date(2026, 9, 18))[-1][0].end == on(18, 20)


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 3, 28)])
def test_the_day_the_clock_changes_is_free_by_the_wall_clock(block, day):
    assert times(block, "hall", day) == [(Span(on(day, 7), on(day, 21)), 4)]


@pytest.mark.parametrize("area", ["field", "hall", "garden", "corner"])
def test_whatever_is_free_can_be_booked_from_its_first_minute_to_its_last(block, area):
    place = {"booking-outside-hours", "area-closed", "area-full", "area-taken"}
    place |= {"outside-daylight", "in-night-rest", "booking-not-on-slot"}
    half = timedelta(minutes=30)
    for span, left in times(block, area, TODAY):
        for start in (span.start, span.end - half):
            content = BookingContent(block.areas[area], start, start + half, tuple(range(1, left)))
            assert not place & set(codes(risks(block, content)))
        late = BookingContent(block.areas[area], span.end - half, span.end + half / 2, (1,))
        assert place & set(codes(risks(block, replace(late, residents=block.people("abc")))))


def test_a_building_is_never_free(block):
    assert times(block, "house", date(2026, 9, 18)) == []


@pytest.mark.parametrize("year", [1, 9999])
def test_no_area_is_free_at_a_time_nobody_can_mean(block, year):
    wild = datetime(year, 1, 1, tzinfo=UTC)
    assert block.store.read(free_areas, wild, wild + timedelta(hours=1), (), NOW) == ()
    assert block.store.read(free_areas, on(17, 13), on(17, 12), (), NOW) == ()


def test_an_unknown_area_has_no_free_times(block):
    with pytest.raises(KnownError, match="area-unknown"):
        block.store.read(free_times, 99, TODAY, 30, 1, NOW)


def test_looking_for_what_is_free_asks_so_often_however_many_areas_there_are(block):
    asked = (on(17, 12), on(17, 13), block.people("ab"), NOW)
    assert statements(block.store, free_areas, *asked) < 20
    assert not scanned(block.store, free_areas, *asked) & {"bookings", "participants", "duties"}
