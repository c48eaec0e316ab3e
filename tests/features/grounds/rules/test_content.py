"""What content says of itself: whether light matters, how many take part, what is open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.features.grounds.rules.content import LIVE, OPEN, AreaContent, State
from tests.features.grounds.wishes import span, wish


@pytest.mark.parametrize(
    ("area", "needs"),
    [
        (AreaContent("A"), True),
        (AreaContent("A", floodlit=True), False),
        (AreaContent("A", indoor=True), False),
    ],
)
def test_gr_04_light_matters_only_outdoors_and_without_floodlights(area, needs):
    assert area.needs_light is needs


def test_whoever_is_named_twice_takes_one_place():
    asked = wish(heads=3)
    doubled = replace(asked, content=replace(asked.content, residents=(1, 2, 2)))
    assert (asked.heads, doubled.heads) == (3, 2)
    assert asked.span == span("10:00", "11:00")


def test_gr_11_every_state_is_live_but_those_in_which_nobody_comes():
    assert set(State) - LIVE == {State.CANCELLED, State.NO_SHOW}
    assert LIVE > OPEN
