"""RO-09: minimum staffing, its gaps from and to, on a post or on any."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.roster.rules import (
    Gap,
    Minimum,
    Shift,
    gaps,
    interval_of,
    lowest_present,
    minimum_problems,
)

DAY = date(2026, 11, 22)
NEXT = DAY + timedelta(days=1)
DAYTIME = Minimum("Diena", 540, 1260, 2)
NIGHT = Minimum("Nakts", 1260, 540, 1)


def shift(start: int, end: int, post: str = "") -> Shift:
    return Shift(at(DAY, start), at(DAY, end), DAY, post)


def test_ro_09_enough_officers_leave_no_gap():
    assert gaps(DAYTIME, DAY, [shift(540, 1980), shift(540, 1260)]) == ()
    assert lowest_present(DAYTIME, DAY, [shift(540, 1980), shift(540, 1260)]) == 2


def test_ro_09_one_minute_too_few_is_a_gap_of_that_minute():
    found = gaps(DAYTIME, DAY, [shift(540, 1980), shift(540, 1259)])
    assert found == (Gap(at(DAY, 1259), at(DAY, 1260), 1, 2),)


def test_a_night_minimum_ends_on_the_following_morning():
    assert interval_of(NIGHT, DAY) == (at(DAY, 1260), at(NEXT, 540))
    assert gaps(NIGHT, DAY, [shift(1260, 1260 + 720)]) == ()
    assert gaps(NIGHT, DAY, []) == (Gap(at(DAY, 1260), at(NEXT, 540), 0, 1),)


def test_a_minimum_of_the_whole_day_starts_and_ends_at_the_same_time():
    whole = Minimum("Diennakts", 540, 540, 1)
    assert interval_of(whole, DAY) == (at(DAY, 540), at(NEXT, 540))


def test_gaps_of_different_depth_are_told_apart_and_equal_ones_are_joined():
    found = gaps(DAYTIME, DAY, [shift(540, 900), shift(600, 720), shift(720, 800, "x")])
    assert [(gap.present, gap.start, gap.end) for gap in found] == [
        (1, at(DAY, 540), at(DAY, 600)),
        (1, at(DAY, 800), at(DAY, 900)),
        (0, at(DAY, 900), at(DAY, 1260)),
    ]


def test_a_minimum_on_a_post_counts_only_that_post():
    gate = Minimum("Vārti", 540, 1260, 1, "vārti")
    assert lowest_present(gate, DAY, [shift(540, 1260)]) == 0
    assert lowest_present(gate, DAY, [shift(540, 1260, "vārti")]) == 1


def test_each_day_has_its_own_fewest():
    line = [shift(540, 1980)]
    assert [lowest_present(DAYTIME, day, line) for day in (DAY, NEXT)] == [1, 0]


def test_ro_09_a_minimum_asks_nothing_on_a_day_of_the_week_it_does_not_begin_on():
    sundays = Minimum("Svētdiena", 1260, 540, 1, weekdays="7")
    assert DAY.isoweekday() == 7
    assert gaps(sundays, DAY, []) == (Gap(at(DAY, 1260), at(NEXT, 540), 0, 1),)
    assert gaps(sundays, NEXT, []) == ()
    line = [shift(1260, 1980)]
    assert [lowest_present(sundays, day, line) for day in (DAY, NEXT)] == [1, None]


def test_the_night_of_the_clock_change_is_an_hour_longer_or_shorter():
    start, end = interval_of(NIGHT, date(2026, 3, 28))
    assert (end - start) == timedelta(hours=11)
    start, end = interval_of(NIGHT, date(2026, 10, 24))
    assert (end - start) == timedelta(hours=13)


@pytest.mark.parametrize(
    ("minimum", "field"),
    [
        (Minimum(" ", 0, 60, 1), "name"),
        (Minimum("x" * 41, 0, 60, 1), "name"),
        (Minimum("x", -1, 60, 1), "from_minute"),
        (Minimum("x", 0, 1440, 1), "to_minute"),
        (Minimum("x", 0, 60, -1), "needed"),
        (Minimum("x", 0, 60, 100), "needed"),
        (Minimum("x", 0, 60, 1, weekdays=""), "weekdays"),
        (Minimum("x", 0, 60, 1, weekdays="8"), "weekdays"),
        (Minimum("x", 0, 60, 1, weekdays="21"), "weekdays"),
        (Minimum("x", 0, 60, 1, weekdays="11"), "weekdays"),
    ],
)
def test_a_minimum_that_makes_no_sense_is_refused_by_field(minimum, field):
    assert [each.field for each in minimum_problems(minimum)] == [field]


def test_a_minimum_at_its_bounds_is_fine():
    assert minimum_problems(Minimum("x" * 40, 0, 1439, 99)) == ()
