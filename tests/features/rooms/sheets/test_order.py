"""The placement order: all that begins on a day, and leavings that lead to no other bed."""

from __future__ import annotations

from datetime import date, timedelta

from openblock.clock import FOREVER, at
from openblock.features.rooms.queries import Bar, Board
from openblock.features.rooms.sheets import placement_order
from tests.features.rooms.printed_house import assignment

DAY = date(2026, 11, 24)
MORNING, EVENING = at(DAY, 600), at(DAY, 1200)
MINUTE = timedelta(minutes=1)


def order(*bars: Bar, day: date = DAY, resident_id: int | None = None):
    return placement_order(Board(MORNING, EVENING, (), bars, (), ()), day, resident_id).lines


def test_a_move_says_from_where_to_where_why_and_on_whose_decision():
    row = assignment(
        1,
        starts_at=MORNING,
        reason="commission",
        remark="pēc lūguma",
        decision_number="12/3",
        decision_date=date(2026, 11, 23),
    )
    (line,) = order(Bar(row, moved_from="205 B"))
    assert (line.before, line.bed, line.moment) == ("205 B", "101 A", MORNING)
    assert line.why == "Decision of the placement commission, pēc lūguma"
    assert line.decision == "No. 12/3, 23/11/2026"


def test_a_decision_may_have_only_a_number_or_only_a_date():
    number = assignment(1, starts_at=MORNING, decision_number="7")
    dated = assignment(2, starts_at=EVENING, decision_date=DAY)
    assert [each.decision for each in order(Bar(number), Bar(dated))] == ["No. 7", "24/11/2026"]


def test_the_day_begins_at_midnight_and_the_next_one_is_not_part_of_it():
    inside = [at(DAY), at(DAY, 1439)]
    outside = [at(DAY) - MINUTE, at(DAY, 1440)]
    bars = [Bar(assignment(at, starts_at=moment)) for at, moment in enumerate(inside + outside)]
    assert [line.moment for line in order(*bars)] == inside


def test_the_day_the_clock_goes_back_has_25_hours():
    day = date(2026, 10, 25)
    last = at(day, 1440) - MINUTE
    (line,) = order(Bar(assignment(1, starts_at=last)), day=day)
    assert line.moment - at(day) == timedelta(hours=24, minutes=59)


def test_who_leaves_a_bed_for_none_is_on_the_order_and_who_is_released_is_not():
    left = assignment(1, ends_at=EVENING)
    moved = assignment(2, ends_at=EVENING)
    released = assignment(3, ends_at=EVENING)
    (line,) = order(Bar(left), Bar(moved, moves_to="102 A"), Bar(released, discharged=EVENING))
    assert (line.resident_id, line.before, line.bed) == (1, "101 A", "")


def test_lines_stand_in_order_of_time_and_one_persons_can_be_asked_for():
    bars = (Bar(assignment(1, starts_at=EVENING)), Bar(assignment(2, starts_at=MORNING)))
    assert [line.resident_id for line in order(*bars)] == [2, 1]
    assert [line.resident_id for line in order(*bars, resident_id=1)] == [1]


def test_an_end_is_said_only_where_it_comes_before_the_release():
    known = assignment(1, starts_at=MORNING, ends_at=EVENING + timedelta(days=3))
    stay = assignment(2, starts_at=MORNING, ends_at=EVENING)
    lines = order(Bar(known), Bar(stay, discharged=EVENING))
    assert [line.until for line in lines] == [EVENING + timedelta(days=3), FOREVER]
