"""How an area stands at a moment and until when: closed, in use, shut, dark, free."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import FOREVER
from openblock.features.grounds.rules import Around, area_state, open_on
from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaKind,
    AreaState,
    GroundsLimits,
    Light,
    Span,
)
from tests.features.grounds.wishes import FIELD, HALL, LIMITS, WINTER, light, minute, moment, span

ONE_DAY = timedelta(days=1)
TOMORROW = replace(
    light(WINTER),
    day=WINTER + ONE_DAY,
    sunrise=moment("33:00", WINTER),
    sunset=moment("39:46", WINTER),
)
HOURS = ((420, 1260),)


def around(area: AreaContent = FIELD, hours=HOURS, closures=(), used=()) -> Around:
    return Around(
        area,
        (*open_on(hours, WINTER), *open_on(hours, WINTER + ONE_DAY)),
        tuple(span(*each, WINTER) for each in closures),
        tuple(span(*each, WINTER) for each in used),
        (light(WINTER), TOMORROW),
    )


def state(clock: str, *, limits=LIMITS, **changes):
    found, until = area_state(around(**changes), moment(clock, WINTER), limits)
    return found, until


def until(clock: str):
    return moment(clock, WINTER)


@pytest.mark.parametrize(
    ("clock", "expected", "changes_at"),
    [
        ("06:59", AreaState.SHUT, "08:59"),
        ("07:00", AreaState.DARK, "08:59"),
        ("08:58", AreaState.DARK, "08:59"),
        ("08:59", AreaState.FREE, "15:45"),
        ("15:44", AreaState.FREE, "15:45"),
        ("15:45", AreaState.DARK, "33:00"),
        ("21:00", AreaState.SHUT, "33:00"),
    ],
)
def test_an_unlit_area_that_is_shut_or_dark_says_when_it_can_be_used_again(
    clock, expected, changes_at
):
    assert state(clock) == (expected, until(changes_at))


def test_indoors_it_is_free_from_opening_to_closing():
    assert state("07:00", area=HALL) == (AreaState.FREE, until("21:00"))


def test_closed_comes_before_in_use_that_before_shut_and_that_before_dark():
    taken = {"closures": (("10:00", "11:00"),), "used": (("10:30", "23:00"),)}
    assert state("09:30", **taken) == (AreaState.FREE, until("10:00"))
    assert state("10:45", **taken) == (AreaState.CLOSED, until("11:00"))
    assert state("11:00", **taken) == (AreaState.IN_USE, until("23:00"))
    assert state("22:30", **taken) == (AreaState.IN_USE, until("23:00"))
    assert state("23:00", **taken) == (AreaState.SHUT, until("33:00"))


def test_touching_closures_are_one_and_touching_groups_too():
    shut = {"closures": (("10:00", "11:00"), ("11:00", "12:00"))}
    assert state("10:30", **shut) == (AreaState.CLOSED, until("12:00"))
    groups = {"used": (("10:00", "11:00"), ("11:00", "12:00"))}
    assert state("10:30", **groups) == (AreaState.IN_USE, until("12:00"))


def test_what_lasts_beyond_the_known_days_says_until_when_and_the_rest_does_not():
    long = around(closures=(("10:00", "100:00"),))
    assert area_state(long, until("10:00"), LIMITS) == (AreaState.CLOSED, until("100:00"))
    always = around(HALL, ((0, 1440),))
    quiet = GroundsLimits(night_from=0, night_to=0)
    assert area_state(always, until("10:00"), quiet) == (AreaState.FREE, None)


def test_a_group_that_is_overdue_is_in_use_and_nobody_knows_until_when():
    late = replace(around(), used=(Span(until("10:00"), FOREVER),))
    assert area_state(late, until("20:00"), LIMITS) == (AreaState.IN_USE, None)


def test_in_night_rest_an_area_that_is_always_open_is_shut_all_the_same():
    always = {"area": HALL, "hours": ((0, 1440),)}
    assert state("21:59", **always) == (AreaState.FREE, until("22:00"))
    assert state("22:00", **always) == (AreaState.SHUT, until("30:30"))
    assert state("06:29", **always) == (AreaState.SHUT, until("06:30"))
    assert state("06:30", **always) == (AreaState.FREE, until("22:00"))


@pytest.mark.parametrize("changes", [{"active": False}, {"kind": AreaKind.BUILDING}])
def test_a_building_and_an_area_not_in_use_stand_as_shut_for_good(changes):
    assert state("12:00", area=replace(FIELD, **changes)) == (AreaState.SHUT, None)


def test_where_the_sun_stays_up_the_field_is_free_until_it_closes():
    days = (WINTER, WINTER + ONE_DAY)
    bright = tuple(Light(day, None, None, None, None, always=True) for day in days)
    found = area_state(replace(around(), light=bright), until("12:00"), LIMITS)
    assert found == (AreaState.FREE, until("21:00"))


def test_with_nothing_known_ahead_it_is_shut_and_says_no_more():
    bare = Around(FIELD, (), (), (), ())
    assert area_state(bare, until("12:00"), LIMITS) == (AreaState.SHUT, None)


def plain_state(asked: Around, clock: int) -> AreaState:
    """The state at a minute of the day, told without any of the rules' own reckoning."""
    instant = moment("00:00", WINTER) + timedelta(minutes=clock)

    def among(spans):
        return any(each.start <= instant < each.end for each in spans)

    if among(asked.closures):
        return AreaState.CLOSED
    if among(asked.used):
        return AreaState.IN_USE
    rest = not 6 * 60 + 30 <= clock % 1440 < 22 * 60
    if rest or not among(asked.open):
        return AreaState.SHUT
    sun = ("08:59", "15:45") if clock < 1440 else ("33:00", "39:46")
    dark = asked.area.needs_light and not minute(sun[0]) <= clock < minute(sun[1])
    return AreaState.DARK if dark else AreaState.FREE


clocks = st.builds(
    lambda start, length: Span(
        moment("00:00", WINTER) + timedelta(minutes=start),
        moment("00:00", WINTER) + timedelta(minutes=start + length),
    ),
    st.integers(0, 2000),
    st.integers(1, 600),
)


@given(
    st.sampled_from([FIELD, HALL]),
    st.sampled_from([HOURS, ((0, 1440),), ((600, 700), (700, 900)), ()]),
    st.lists(clocks, max_size=2),
    st.lists(clocks, max_size=2),
    st.integers(0, 1439),
)
def test_the_state_and_its_end_are_those_of_a_look_at_every_minute(
    area, hours, closures, used, clock
):
    asked = replace(around(area, hours), closures=tuple(closures), used=tuple(used))
    now = moment("00:00", WINTER) + timedelta(minutes=clock)
    expected = plain_state(asked, clock)
    usable = {AreaState.FREE, AreaState.IN_USE}
    last = set(AreaState) - usable if expected in {AreaState.SHUT, AreaState.DARK} else {expected}
    ends = next((each for each in range(clock, 2880) if plain_state(asked, each) not in last), None)
    found, changes_at = area_state(asked, now, LIMITS)
    assert found is expected
    assert changes_at == (None if ends is None else now + timedelta(minutes=ends - clock))
