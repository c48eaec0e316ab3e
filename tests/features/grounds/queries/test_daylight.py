"""Sunrise and sunset are right to three minutes, on both changes of the clock and far north too."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock.clock import at, day_of
from openblock.features.grounds.queries.daylight import light_of

OLAINE = (56.79, 23.94)
LONGYEARBYEN = (78.22, 15.65)
THREE_MINUTES = timedelta(minutes=3)


def minutes(wall: str) -> int:
    hours, rest = wall.split(":")
    return int(hours) * 60 + int(rest)


@pytest.mark.parametrize(
    ("day", "sunrise", "sunset", "dawn", "dusk"),
    [
        (date(2026, 3, 20), "06:26", "18:37", "05:48", "19:15"),
        (date(2026, 3, 29), "07:02", "19:56", "06:23", "20:35"),
        (date(2026, 6, 21), "04:31", "22:21", "03:24", "23:28"),
        (date(2026, 10, 25), "07:18", "16:57", "06:38", "17:36"),
        (date(2026, 12, 21), "08:59", "15:45", "08:10", "16:34"),
    ],
)
def test_the_sun_at_the_block_is_right_to_three_minutes(day, sunrise, sunset, dawn, dusk):
    light = light_of(day, *OLAINE)
    found = (light.sunrise, light.sunset, light.dawn, light.dusk)
    for moment, wall in zip(found, (sunrise, sunset, dawn, dusk), strict=True):
        assert moment is not None
        assert abs(moment - at(day, minutes(wall))) <= THREE_MINUTES
        assert (moment.second, moment.microsecond) == (0, 0)
    assert light.always is None


def test_every_day_of_a_year_begins_and_ends_on_its_own_date():
    for number in range(365):
        day = date(2026, 1, 1) + timedelta(days=number)
        light = light_of(day, *OLAINE)
        times = (light.dawn, light.sunrise, light.sunset, light.dusk)
        assert times == tuple(sorted(times))
        assert {day_of(each) for each in times} == {day}


def test_where_the_sun_stays_up_there_is_no_sunset_and_no_dusk():
    light = light_of(date(2026, 6, 21), *LONGYEARBYEN)
    assert (light.sunrise, light.sunset, light.dawn, light.dusk) == (None,) * 4
    assert light.always is True


def test_where_the_sun_stays_away_there_is_no_sunrise_and_no_dawn():
    light = light_of(date(2026, 12, 21), *LONGYEARBYEN)
    assert (light.sunrise, light.sunset, light.dawn, light.dusk) == (None,) * 4
    assert light.always is False


@pytest.mark.parametrize("day", [date(2026, 2, 15), date(2026, 10, 27)])
def test_where_the_sun_only_nears_the_horizon_there_is_a_dawn_without_a_sunrise(day):
    light = light_of(day, *LONGYEARBYEN)
    assert (light.sunrise, light.sunset, light.always) == (None, None, False)
    assert light.dawn is not None
    assert light.dusk is not None
    assert light.dawn < light.dusk


def test_the_sunset_of_a_bright_night_is_the_one_that_follows_its_day():
    """By the clock of the block 14 April has no sunset there, and 27 August has two."""
    for day in (date(2026, 4, 13), date(2026, 4, 14), date(2026, 4, 15), date(2026, 8, 27)):
        light = light_of(day, *LONGYEARBYEN)
        assert timedelta(hours=19) < light.sunset - light.sunrise < timedelta(hours=23)


@pytest.mark.parametrize("place", [(90.0, 0.0), (-90.0, 0.0), (0.0, 180.0), (0.0, -180.0)])
def test_every_place_on_earth_has_a_light(place):
    for month in range(1, 13):
        light = light_of(date(2026, month, 15), *place)
        assert (light.always is None) == (light.sunrise is not None)


def test_the_light_of_a_date_is_reckoned_once():
    assert light_of(date(2026, 9, 16), *OLAINE) is light_of(date(2026, 9, 16), *OLAINE)
