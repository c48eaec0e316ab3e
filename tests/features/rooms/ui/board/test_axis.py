"""Days as widths, the two nights of the clock change, and what a pointer means."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.features.rooms.ui.board.axis import Axis

AUTUMN, SPRING = date(2026, 10, 25), date(2026, 3, 29)


def test_an_instant_lies_where_its_share_of_the_day_puts_it():
    axis = Axis(date(2026, 11, 22), 30, 40.0)
    assert axis.x_of(clock.at(date(2026, 11, 22), 12 * 60)) == 20
    assert axis.x_of(clock.at(date(2026, 11, 24))) == 80
    assert axis.whole == 1200


def test_what_lies_outside_lies_at_the_near_end():
    axis = Axis(date(2026, 11, 22), 30, 40.0)
    assert axis.x_of(clock.at(date(2026, 1, 1))) == 0
    assert axis.x_of(clock.FOREVER) == axis.whole


@pytest.mark.parametrize(("day", "hours"), [(AUTUMN, 25), (SPRING, 23)])
def test_days_of_the_clock_change_are_as_wide_as_the_others_and_whole(day, hours):
    axis = Axis(day - timedelta(days=1), 3, 100.0)
    begins, ends = clock.at(day), clock.at(day + timedelta(days=1))
    assert (ends - begins) == timedelta(hours=hours)
    assert (axis.x_of(begins), axis.x_of(ends)) == (100, 200)
    assert axis.x_of(begins + timedelta(hours=hours) / 2) == 150
    assert axis.moment_at(150) == begins + timedelta(hours=hours) / 2


@pytest.mark.parametrize("day", [AUTUMN, SPRING, date(2026, 11, 22)])
def test_a_place_means_the_instant_that_lies_there(day):
    axis = Axis(day, 2, 1440.0)
    for minutes in range(0, 47 * 60, 37):
        moment = axis.start + timedelta(minutes=minutes)
        if moment < axis.end:
            assert abs(axis.moment_at(axis.x_of(moment)) - moment) <= timedelta(minutes=1)


def test_narrow_days_mean_noon():
    axis = Axis(date(2026, 11, 22), 30, 32.0)
    for x in (1, 16, 31):
        assert axis.snapped(x) == clock.at(date(2026, 11, 22), 12 * 60)


def test_noon_of_the_clock_change_is_noon_by_the_wall():
    axis = Axis(AUTUMN, 30, 32.0)
    assert clock.local(axis.snapped(3)).hour == 12


def test_days_of_middling_width_mean_whole_hours():
    axis = Axis(date(2026, 11, 22), 14, 68.0)
    meant = clock.local(axis.snapped(20))
    assert (meant.hour, meant.minute) == (7, 0)


def test_wide_days_mean_quarters_of_an_hour():
    axis = Axis(date(2026, 11, 22), 14, 192.0)
    meant = clock.local(axis.snapped(12))
    assert (meant.hour, meant.minute) == (1, 30)


def test_an_edge_is_drawn_to_the_end_of_a_neighbour():
    axis = Axis(date(2026, 11, 22), 30, 32.0)
    neighbour = clock.at(date(2026, 11, 24), 9 * 60)
    at = axis.x_of(neighbour)
    assert axis.drawn_to(at + 4, [neighbour], 5) == neighbour
    assert axis.drawn_to(at + 9, [neighbour], 5) == clock.at(date(2026, 11, 24), 12 * 60)
