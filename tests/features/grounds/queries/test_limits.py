"""The limits of the grounds are the block's settings, and its daylight that of where it lies."""

from __future__ import annotations

from datetime import date

from openblock.clock import local
from openblock.features.grounds.queries import grounds_limits, lights
from openblock.features.grounds.queries.limits import dates
from openblock.features.grounds.rules.content import GroundsLimits
from tests.features.grounds.queries.asking import inside


def test_a_block_that_changed_nothing_has_the_usual_limits(block):
    assert block.store.read(grounds_limits) == GroundsLimits()


def test_every_setting_of_the_grounds_is_a_limit(block):
    changed = {
        "daylight_mode": "civil",
        "daylight_severity": "warn",
        "daylight_margin": 20,
        "night_rest_from": 23 * 60,
        "night_rest_to": 5 * 60,
        "count_morning": 7 * 60,
        "count_evening": 20 * 60,
        "grounds_count_guard": 15,
        "grounds_week_quota": 3,
        "grounds_approval": True,
    }
    for key, value in changed.items():
        block.set(key, value)
    assert block.store.read(grounds_limits) == GroundsLimits(
        civil=True,
        dark_is_error=False,
        margin=20,
        night_from=23 * 60,
        night_to=5 * 60,
        counts=(7 * 60, 20 * 60),
        count_guard=15,
        week_quota=3,
        approval=True,
    )


def test_the_light_is_that_of_where_the_block_lies(block):
    first, last = date(2026, 9, 15), date(2026, 9, 17)
    here = inside(block.store, lights, first, last)
    assert [each.day for each in here] == [first, date(2026, 9, 16), last]
    block.set("longitude", 1394)
    there = inside(block.store, lights, first, last)
    later = local(there[1].sunset) - local(here[1].sunset)
    assert later.total_seconds() == 40 * 60


def test_dates_that_go_backwards_are_none():
    assert dates(date(2026, 9, 2), date(2026, 9, 1)) == ()
