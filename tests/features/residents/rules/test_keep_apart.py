"""KAP-02 and KAP-03: who is too near to whom, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import FOREVER
from openblock.features.residents.rules.keep_apart import (
    Level,
    Pair,
    TooNear,
    Whereabouts,
    too_near,
)

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
DAY = timedelta(days=1)
PAIR = Pair(1, 10, 20, Level.ROOM, NOW - DAY)
ONE = Whereabouts(10, 1, 1, 1, NOW, NOW + 10 * DAY)
SAME_ROOM = replace(ONE, resident_id=20)
SAME_SECTION = replace(SAME_ROOM, room_id=2)
SAME_BUILDING = replace(SAME_SECTION, section_id=2)
ELSEWHERE = replace(SAME_BUILDING, building_id=2)


@pytest.mark.parametrize(
    ("level", "forbidden"),
    [
        (Level.ROOM, (True, False, False, False)),
        (Level.SECTION, (True, True, False, False)),
        (Level.BUILDING, (True, True, True, False)),
    ],
)
def test_kap_02_a_higher_level_includes_the_lower(level, forbidden):
    pair = replace(PAIR, level=level)
    others = (SAME_ROOM, SAME_SECTION, SAME_BUILDING, ELSEWHERE)
    assert tuple(bool(too_near([pair], [ONE], [each])) for each in others) == forbidden


def test_kap_03_what_is_shared_and_when_is_told():
    pair = replace(PAIR, level=Level.BUILDING)
    other = replace(SAME_SECTION, start=NOW + DAY, end=NOW + 20 * DAY)
    assert too_near([pair], [ONE], [other]) == (
        TooNear(pair, Level.SECTION, NOW + DAY, NOW + 10 * DAY),
    )


@pytest.mark.parametrize("start", [NOW + 10 * DAY, NOW + 11 * DAY])
def test_kap_03_one_who_leaves_as_the_other_comes_is_not_near(start):
    assert too_near([PAIR], [ONE], [replace(SAME_ROOM, start=start, end=FOREVER)]) == ()


def test_kap_03_only_the_time_the_pair_is_open_counts():
    closed = replace(PAIR, closed_at=NOW + DAY)
    assert [each.end for each in too_near([closed], [ONE], [SAME_ROOM])] == [NOW + DAY]
    assert too_near([replace(PAIR, closed_at=NOW)], [ONE], [SAME_ROOM]) == ()
    assert too_near([replace(PAIR, opened_at=NOW + 10 * DAY)], [ONE], [SAME_ROOM]) == ()


def test_a_pair_is_found_from_either_side_and_told_once():
    assert too_near([PAIR], [SAME_ROOM], [ONE]) == too_near([PAIR], [ONE], [SAME_ROOM])
    both = (ONE, SAME_ROOM)
    assert len(too_near([PAIR], both, both)) == 1


def test_people_without_a_pair_may_live_together():
    assert too_near([], [ONE], [SAME_ROOM]) == ()
    assert too_near([PAIR], [ONE], [replace(SAME_ROOM, resident_id=30)]) == ()


def test_a_pair_knows_the_other_and_when_it_holds():
    assert (PAIR.other(10), PAIR.other(20)) == (20, 10)
    pair = replace(PAIR, opened_at=NOW, closed_at=NOW + DAY)
    assert pair.holds_within(NOW + DAY / 2, FOREVER)
    assert not pair.holds_within(NOW - DAY, NOW)
    assert not pair.holds_within(NOW + DAY, NOW + 2 * DAY)


@given(
    st.lists(st.integers(0, 12), min_size=2, max_size=8, unique=True).map(sorted),
    st.lists(st.integers(1, 2), min_size=4, max_size=4),
    st.sampled_from(Level),
)
def test_kap_03_every_shared_hour_is_in_one_of_the_intervals_and_no_other(hours, rooms, level):
    """The other changes rooms, and is in one at a time."""
    pair = replace(PAIR, level=level)
    ends = [NOW + timedelta(hours=hour) for hour in hours]
    others = [
        Whereabouts(20, room, 1, 1, start, end)
        for start, end, room in zip(ends, ends[1:], rooms, strict=False)
    ]
    found = too_near([pair], [ONE], others)
    for at in (NOW + timedelta(hours=hour) for hour in range(13)):
        shared = any(
            each.start <= at < each.end and (each.room_id == 1 or level is not Level.ROOM)
            for each in others
        )
        assert shared == any(each.start <= at < each.end for each in found)
