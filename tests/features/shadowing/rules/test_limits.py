"""The figures practice is judged by, and that the settings have the same."""

from __future__ import annotations

from openblock.features.accounts.rules.settings import DEFAULTS
from openblock.features.roster.rules.limits import DEFAULT_LIMITS as ROSTER
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS, HOUR


def test_the_defaults_are_those_of_the_settings():
    limits = DEFAULT_LIMITS
    assert {
        "shadow_shortest_hours": limits.shortest // HOUR,
        "shadow_longest_hours": limits.longest // HOUR,
        "shadow_most_per_mentor": limits.most_per_mentor,
        "shadow_most_per_block": limits.most_per_block,
        "shadow_rest_hours": limits.rest // HOUR,
        "shadow_weekly_rest_hours": limits.weekly_rest // HOUR,
        "shadow_week_hours": limits.week // HOUR,
        "shadow_confirm_days": limits.confirm_days,
        "shadow_warn_days": limits.warn_days,
        "shadow_deduct_breaks": limits.deduct_breaks,
    } == {key: value for key, value in DEFAULTS.items() if key.startswith("shadow_")}


def test_the_night_is_the_roster_s():
    assert (DEFAULT_LIMITS.night_from, DEFAULT_LIMITS.night_to) == (
        ROSTER.night_from,
        ROSTER.night_to,
    )
    assert DEFAULT_LIMITS.weekly_window_days == ROSTER.weekly_window_days
