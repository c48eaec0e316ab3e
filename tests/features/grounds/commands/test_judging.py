"""What takes places, what takes more than it did, and what an undo is judged for."""

from __future__ import annotations

import pytest

from openblock.features.grounds.commands.judging import asks_anew, gains, lives
from tests.features.grounds.outside import on


def values(state="approved", hours=(10, 12), **facts):
    return {
        "area_id": 1,
        "officer_id": 1,
        "heads": 4,
        "state": state,
        "starts_at": on(17, hours[0]),
        "ends_at": on(17, hours[1]),
        "ended_at": None,
        **facts,
    }


FINISHED = values("finished", ended_at=on(17, 11))


@pytest.mark.parametrize(
    ("stands", "lively"),
    [
        (None, False),
        (values("requested"), True),
        (values(), True),
        (values("in-use"), True),
        (FINISHED, True),
        (values("cancelled"), False),
        (values("no-show"), False),
    ],
)
def test_gr_03_what_takes_places_is_what_may_be_is_or_was(stands, lively):
    assert lives(stands) is lively


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        (None, values(), True),
        (values(), None, False),
        (values("cancelled"), values(), True),
        (values(), values("cancelled"), False),
        (values(), values("in-use"), False),
        (values(), values(hours=(10, 11)), False),
        (values(), values(hours=(9, 12)), True),
        (values(), values(hours=(10, 13)), True),
        (values(), values(heads=3), False),
        (values(), values(heads=5), True),
        (values(), values(area_id=2), True),
        (values("in-use"), FINISHED, False),
        (FINISHED, values("in-use"), True),
        (values(), values(officer_id=2), False),
    ],
)
def test_more_places_or_another_time_is_a_gain_and_less_is_not(before, after, more):
    assert gains(before, after) is more


@pytest.mark.parametrize(("officer", "asks"), [(1, False), (2, True), (None, False)])
def test_another_officer_is_asked_anew_and_nobody_is_not(officer, asks):
    assert asks_anew(values(), values(officer_id=officer)) is asks
    assert not asks_anew(values(), values("cancelled", officer_id=officer))
