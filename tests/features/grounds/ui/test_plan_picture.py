"""What the plan and its list say of areas: plain values, no window."""

from __future__ import annotations

import pytest

from openblock.features.grounds.rules.content import AreaKind, AreaState
from openblock.features.grounds.ui.plan.picture import pictures_of
from openblock.ui.drawn_plan import overlap
from tests.features.grounds.ui.plans import AT, at, now


@pytest.mark.parametrize(
    ("state", "until", "said"),
    [
        (AreaState.DARK, at(8.3), "opens 08:18"),
        (AreaState.FREE, at(21), "until 21:00"),
        (AreaState.IN_USE, at(5.5), "3 of 12, until 05:30"),
        (AreaState.CLOSED, at(0, 25), "until 25 Nov"),
        (AreaState.CLOSED, at(16), "until 16:00"),
        (AreaState.SHUT, at(7, 23), "opens 23 Nov 07:00"),
        (AreaState.FREE, None, ""),
    ],
)
def test_the_list_says_until_when_it_stands_so(state: AreaState, until: object, said: str) -> None:
    area = now(1, state, until, heads=3 if state == AreaState.IN_USE else 0)
    assert pictures_of((area,), AT)[0].beside == said


def test_an_area_is_labelled_by_letter_word_and_heads_or_by_less() -> None:
    (used,) = pictures_of((now(1, AreaState.IN_USE, heads=3, capacity=10),), AT)
    assert used.labels == ("U in use 3/10", "U 3/10", "U")


def test_hover_says_why_it_is_closed_and_what_the_place_is_like() -> None:
    area = now(1, AreaState.CLOSED, at(0, 25), closure=("repair", "the fence"), name="Field")
    spoken = pictures_of((area,), AT)[0].spoken
    assert spoken.startswith("Field, closed, until 25 Nov, Repair: the fence")
    assert "supervision 1 to 12" in spoken


def test_a_building_is_no_place_to_book_and_has_no_letter() -> None:
    (house,) = pictures_of((now(1, kind=AreaKind.BUILDING, name="House"),), AT)
    assert (house.bookable, house.letter, house.spoken) == (False, "", "House, building")


def test_what_is_out_of_use_for_good_is_not_drawn() -> None:
    assert pictures_of((now(1, active=False),), AT) == ()


def test_areas_nobody_has_placed_stand_side_by_side_and_the_others_stay() -> None:
    fresh = {"x": 0, "y": 0, "width": 200, "height": 140}
    drawn = pictures_of((now(1), now(2, **fresh), now(3, **fresh), now(4, **fresh)), AT)
    places = [each.content for each in drawn]
    assert (places[0].x, places[0].width) == (0, 460)
    assert not any(overlap(one, two) for one in places for two in places if one is not two)


def test_what_was_stored_past_the_edge_is_brought_back() -> None:
    (area,) = pictures_of((now(1, x=980, y=5000, width=400),), AT)
    assert (area.content.x, area.content.width) == (600, 400)
    assert area.content.y + area.content.height == 900
