"""The limits of practice are the block's settings, and the roster's night."""

from __future__ import annotations

import pytest

from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.shadowing.queries import practice_limits
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS


def test_a_block_that_changed_nothing_has_the_usual_limits(store):
    assert store.read(practice_limits) == DEFAULT_LIMITS


@pytest.mark.parametrize(
    ("key", "value", "limit", "expected"),
    [
        ("shadow_shortest_hours", 3, "shortest", 180),
        ("shadow_longest_hours", 8, "longest", 480),
        ("shadow_rest_hours", 12, "rest", 720),
        ("shadow_weekly_rest_hours", 36, "weekly_rest", 36 * 60),
        ("shadow_week_hours", 40, "week", 2400),
        ("shadow_most_per_mentor", 1, "most_per_mentor", 1),
        ("shadow_most_per_block", 6, "most_per_block", 6),
        ("shadow_confirm_days", 3, "confirm_days", 3),
        ("shadow_warn_days", 21, "warn_days", 21),
        ("shadow_deduct_breaks", True, "deduct_breaks", True),
        ("night_from", 23 * 60, "night_from", 23 * 60),
        ("night_to", 5 * 60, "night_to", 5 * 60),
    ],
)
def test_each_setting_is_one_limit(store, key, value, limit, expected):
    store.run(change_setting, ChangeSetting(key, value, 0))
    found = store.read(practice_limits)
    assert getattr(found, limit) == expected
    changed = [
        name
        for name in DEFAULT_LIMITS.__slots__
        if getattr(found, name) != getattr(DEFAULT_LIMITS, name)
    ]
    assert changed == [limit]
