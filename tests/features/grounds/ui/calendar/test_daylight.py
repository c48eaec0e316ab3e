"""Dark, dusk and day in a column; a place where the sun does not set has no dusk and no crash."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.features.grounds.rules.content import GroundsLimits, Light
from openblock.features.grounds.ui.calendar.daylight import (
    Shade,
    dark_words,
    rests,
    shades,
    sun_marks,
    sun_words,
)
from tests.features.grounds.ui.calendar.invented import MONDAY, frame, light_on

NIGHT_DAY = Light(MONDAY, None, None, None, None, always=False)
WHITE = Light(MONDAY, None, None, None, None, always=True)


def test_an_ordinary_day_is_dark_dusk_light_dusk_dark() -> None:
    assert shades(light_on(MONDAY)) == (
        Shade("night", 0, 444),
        Shade("dusk", 444, 485),
        Shade("dusk", 973, 1015),
        Shade("night", 1015, 1440),
    )
    assert sun_marks(light_on(MONDAY)) == (485, 973)


def test_where_the_sun_stays_up_nothing_is_shaded_and_where_it_stays_down_everything() -> None:
    assert shades(WHITE) == ()
    assert shades(NIGHT_DAY) == (Shade("night", 0, 1440),)
    assert (sun_words(WHITE), sun_words(NIGHT_DAY)) == ("no sunset", "no sunrise")
    assert sun_marks(WHITE) == ()


def test_a_twilight_that_lasts_all_night_has_no_night() -> None:
    light = replace(light_on(MONDAY), dawn=None, dusk=None)
    assert shades(light) == (Shade("dusk", 0, 485), Shade("dusk", 973, 1440))


def test_a_day_with_twilight_only_is_never_light() -> None:
    light = replace(light_on(MONDAY), sunrise=None, sunset=None)
    assert [each.step for each in shades(light)] == ["night", "dusk", "night"]


def test_the_nights_rest_is_cut_to_the_day() -> None:
    assert rests(frame(MONDAY)) == ((0, 390), (1320, 1440))


@pytest.mark.parametrize(
    ("limits", "end"),
    [
        (GroundsLimits(), "until sunset"),
        (GroundsLimits(civil=True), "until civil dusk"),
        (GroundsLimits(margin=15), "until 15 min before sunset"),
    ],
)
def test_the_dark_says_until_when_it_can_be_booked(limits: GroundsLimits, end: str) -> None:
    assert dark_words(limits).endswith(end)
