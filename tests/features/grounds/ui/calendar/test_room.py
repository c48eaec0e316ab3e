"""Places left in a time in hand, and the first thing against it, at their boundaries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.features.grounds.rules.content import GroundsLimits, State
from openblock.features.grounds.ui.calendar.drafts import Draft, Grip, taken
from openblock.features.grounds.ui.calendar.picture import CalendarPicture, picture_of
from openblock.features.grounds.ui.calendar.room import (
    against,
    draft_words,
    places_left,
    usual_end,
)
from tests.features.grounds.ui.calendar.invented import (
    GARDEN,
    MONDAY,
    SUNDAY,
    area,
    booking,
    week,
)


def new(column: int, start: int, end: int) -> Draft:
    return Draft(Grip.NEW, column, start, end)


def test_the_fullest_moment_counts_and_touching_groups_do_not_add_up() -> None:
    rows = (
        booking(1, MONDAY, 600, 660, heads=7),
        booking(2, MONDAY, 660, 720, heads=8),
        booking(3, MONDAY, 630, 645, heads=2),
        booking(4, MONDAY, 600, 720, heads=9, state=State.CANCELLED),
    )
    shown = picture_of(week(rows), by_area=False)
    assert places_left(shown, new(0, 600, 720)) == 12 - 9
    assert places_left(shown, new(0, 645, 720)) == 12 - 8
    assert places_left(shown, new(0, 720, 780)) == 12


def test_a_booking_in_hand_does_not_stand_in_its_own_way() -> None:
    shown = picture_of(week((booking(1, MONDAY, 600, 660, heads=12),)), by_area=False)
    held = taken(shown.blocks[0], Grip.WHOLE)
    assert (places_left(shown, held), against(shown, held)) == (12, "")


def test_an_area_for_one_group_has_no_place_beside_another() -> None:
    garden = area(GARDEN, "Garden", capacity=6, exclusive=True)
    rows = (booking(1, MONDAY, 600, 660, area_id=GARDEN, heads=1),)
    shown = picture_of(week(rows, area_id=GARDEN, areas=(garden,)), by_area=False)
    assert places_left(shown, new(0, 645, 675)) == 0
    assert places_left(shown, new(0, 660, 675)) == 6
    assert usual_end(shown, 0, 570) == 600


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (new(0, 915, 960), ""),
        (new(0, 915, 973), ""),
        (new(0, 915, 975), "dark from 16:13, and not lit"),
        (new(0, 480, 540), "dark until 08:05, and not lit"),
        (new(0, 405, 435), "outside the opening hours"),
        (new(4, 705, 735), "the area is closed then"),
        (new(4, 690, 720), ""),
        (new(6, 735, 765), "not enough places left"),
    ],
)
def test_the_first_thing_against_it_is_said(
    picture: CalendarPicture, draft: Draft, words: str
) -> None:
    assert against(picture, draft) == words


def test_margin_and_civil_twilight_move_the_boundary(picture: CalendarPicture) -> None:
    careful = replace(picture, limits=GroundsLimits(margin=15))
    civil = replace(picture, limits=GroundsLimits(civil=True))
    assert against(careful, new(0, 900, 945)) == ""
    assert against(careful, new(0, 900, 960)) != ""
    assert against(civil, new(0, 900, 1015)) == ""
    assert against(civil, new(0, 900, 1016)) != ""


def test_the_label_names_times_length_and_places(picture: CalendarPicture) -> None:
    said, nothing = draft_words(picture, new(5, 600, 690))
    assert (said, nothing) == ("10:00–11:30 · 1 h 30 min · 12 places left", "")


def test_a_booking_without_a_selection_lasts_an_hour_and_ends_with_the_day(
    picture: CalendarPicture,
) -> None:
    assert usual_end(picture, 0, 600) == 660
    assert usual_end(picture, 0, 1230) == 1260
    assert usual_end(picture, 4, 690) == 720
    assert picture.columns[6].day == SUNDAY
