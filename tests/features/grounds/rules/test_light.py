"""Daylight to the minute: margin, civil twilight, and where the sun does not set (GR-04)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.features.grounds.rules import light_parts, light_problems, light_span
from openblock.features.grounds.rules.content import AreaContent, GroundsLimits, Light, Span
from openblock.features.shadowing.rules.times import whole
from tests.features.grounds.wishes import (
    DAY,
    LIMITS,
    MARCH,
    OCTOBER,
    WINTER,
    found,
    light,
    moment,
    span,
    wish,
)

CIVIL = GroundsLimits(civil=True)
ONE_DAY = timedelta(days=1)


def dark(start, end, day=WINTER, limits=LIMITS, **changes):
    return [
        (each.facts["which"], each.field)
        for each in light_problems(wish(start, end, day, **changes), limits)
    ]


@pytest.mark.parametrize(
    ("day", "sunrise", "sunset"),
    [
        (MARCH, "07:02", "19:56"),
        (OCTOBER, "07:18", "16:57"),
        (WINTER, "08:59", "15:45"),
        (DAY, "04:31", "22:21"),
    ],
)
def test_gr_04_from_sunrise_to_sunset_to_the_minute_on_both_clock_changes_too(day, sunrise, sunset):
    minute = timedelta(minutes=1)
    inside = wish(sunrise, sunset, day)
    assert light_problems(inside, LIMITS) == ()
    sooner = replace(inside.content, starts_at=inside.span.start - minute)
    later = replace(inside.content, ends_at=inside.span.end + minute)
    (early,) = light_problems(replace(inside, content=sooner), LIMITS)
    (late,) = light_problems(replace(inside, content=later), LIMITS)
    assert (early.facts["which"], early.facts["sunrise"]) == ("before", inside.span.start)
    assert (late.facts["which"], late.facts["sunset"]) == ("after", inside.span.end)


def test_gr_04_the_margin_comes_off_both_ends():
    limits = GroundsLimits(margin=15)
    assert dark("09:14", "15:30", limits=limits) == []
    assert dark("09:13", "15:30", limits=limits) == [("before", "starts_at")]
    assert dark("09:14", "15:31", limits=limits) == [("after", "ends_at")]
    assert light_span(light(WINTER), limits) == span("09:14", "15:30", WINTER)


def test_gr_04_civil_twilight_begins_at_dawn_and_ends_at_dusk():
    assert dark("08:10", "16:34", limits=CIVIL) == []
    (problem,) = light_problems(wish("15:00", "16:35", WINTER), CIVIL)
    assert (problem.facts["dusk"], problem.facts["limit"]) == (moment("16:34", WINTER),) * 2
    assert "sunset" not in problem.facts
    assert dark("08:09", "09:00", limits=CIVIL) == [("before", "starts_at")]


def test_gr_04_too_early_and_too_late_are_two_problems_and_all_dark_is_one():
    assert dark("08:00", "17:00") == [("before", "starts_at"), ("after", "ends_at")]
    assert dark("07:00", "08:00") == [("before", "starts_at")]
    assert dark("17:00", "18:00") == [("after", "ends_at")]
    assert dark("15:45", "16:45") == [("after", "ends_at")]


@pytest.mark.parametrize("changes", [{"indoor": True}, {"floodlit": True}])
def test_gr_04_indoors_and_under_floodlights_the_sun_does_not_matter(changes):
    assert dark("17:00", "18:00", area=AreaContent("Zāle", **changes)) == []


def test_gr_04_the_block_decides_whether_dark_is_an_error_or_a_warning():
    asked = wish("17:00", "18:00", WINTER)
    assert found(light_problems(asked, LIMITS)) == [("outside-daylight", "error", "ends_at")]
    soft = GroundsLimits(dark_is_error=False)
    assert found(light_problems(asked, soft)) == [("outside-daylight", "warning", "ends_at")]


def polar(day, *, always, **changes):
    return replace(Light(day, None, None, None, None, always), **changes)


@pytest.mark.parametrize("limits", [LIMITS, CIVIL, GroundsLimits(margin=60)])
def test_gr_04_where_the_sun_does_not_set_there_is_no_dusk_and_no_problem(limits):
    days = (polar(DAY, always=True), polar(DAY + ONE_DAY, always=True))
    assert light_span(days[0], limits) == whole(DAY)
    assert dark("00:00", "24:00", DAY, limits, light=days) == []
    assert dark("23:00", "25:00", DAY, limits, light=days) == []


@pytest.mark.parametrize("limits", [LIMITS, CIVIL])
def test_gr_04_where_the_sun_does_not_rise_it_is_never_light(limits):
    night = polar(WINTER, always=False)
    assert light_span(night, limits) is None
    assert dark("12:00", "13:00", limits=limits, light=(night,)) == [("never", "starts_at")]


def test_gr_04_in_polar_night_twilight_may_still_be_light_enough():
    twilight = polar(
        WINTER, always=False, dawn=moment("10:00", WINTER), dusk=moment("14:00", WINTER)
    )
    assert light_span(twilight, LIMITS) is None
    assert light_span(twilight, CIVIL) == span("10:00", "14:00", WINTER)


def test_gr_04_a_night_that_is_never_civil_dark_is_light_in_civil_mode_only():
    white = light(DAY, dawn=None, dusk=None)
    assert light_span(white, CIVIL) == whole(DAY)
    assert light_span(white, LIMITS) == span("04:31", "22:21")


def test_gr_04_a_sun_that_only_rises_or_only_sets_on_a_date_makes_half_a_day():
    rising = polar(DAY, always=None, sunrise=moment("01:00"))
    setting = polar(DAY, always=None, sunset=moment("23:00"))
    limits = GroundsLimits(margin=10)
    assert light_span(rising, limits) == span("01:10", "24:00")
    assert light_span(setting, limits) == span("00:00", "22:50")


def test_gr_04_a_sun_that_sets_after_midnight_and_rises_again_leaves_two_parts():
    far = polar(DAY, always=None, sunset=moment("00:30"), sunrise=moment("02:00"))
    assert light_parts(far, LIMITS) == (span("00:00", "00:30"), span("02:00", "24:00"))
    assert light_span(far, LIMITS) == span("02:00", "24:00")
    (problem,) = light_problems(wish("00:15", "01:00", light=(far,)), LIMITS)
    assert (problem.facts["which"], problem.facts["limit"]) == ("after", moment("00:30"))
    assert dark("02:00", "03:00", DAY, light=(far,)) == []


def test_gr_04_a_sunset_beyond_midnight_still_lights_the_date_it_falls_on():
    today = polar(DAY, always=None, sunrise=moment("02:00"), sunset=moment("24:30"))
    tomorrow = polar(DAY + ONE_DAY, always=None, sunrise=moment("26:00"), sunset=moment("48:20"))
    assert dark("23:30", "24:30", DAY, light=(today, tomorrow)) == []
    assert dark("23:30", "24:31", DAY, light=(today, tomorrow)) != []


def test_gr_04_a_margin_longer_than_the_day_leaves_no_light():
    limits = GroundsLimits(margin=120)
    short = light(WINTER, sunrise=moment("11:00", WINTER), sunset=moment("15:00", WINTER))
    assert light_span(short, limits) is None
    assert dark("12:00", "13:00", limits=limits, light=(short,)) == [("never", "starts_at")]


def test_a_booking_over_midnight_is_too_late_already_on_its_first_date():
    assert dark("23:00", "25:00") == [("after", "ends_at")]
    assert Span(moment("23:00", WINTER), moment("25:00", WINTER)).minutes == 120


@given(st.integers(0, 2700), st.integers(1, 600), st.integers(0, 60), st.booleans())
def test_gr_04_a_time_passes_exactly_if_every_minute_of_it_is_light(start, length, margin, civil):
    edges = (8 * 60 + 10, 16 * 60 + 34) if civil else (8 * 60 + 59, 15 * 60 + 45)
    midnight = moment("00:00", WINTER)
    begin = midnight + timedelta(minutes=start)
    asked = wish(light=(light(WINTER), later_by_a_day(light(WINTER))))
    asked = replace(
        asked,
        content=replace(asked.content, starts_at=begin, ends_at=begin + timedelta(minutes=length)),
    )
    minutes = range(start, start + length)
    bright = all(
        edges[0] + margin <= each % 1440 < edges[1] - margin and each < 2 * 1440 for each in minutes
    )
    assert (light_problems(asked, GroundsLimits(civil=civil, margin=margin)) == ()) is bright


def later_by_a_day(known: Light) -> Light:
    events = (known.sunrise, known.sunset, known.dawn, known.dusk)
    return Light(known.day + ONE_DAY, *(each and each + ONE_DAY for each in events))
