"""Limits are settings; what cannot be a limit is refused by field."""

from dataclasses import replace

import pytest

from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.limits import limits_problems


def test_the_defaults_are_limits():
    assert limits_problems(Limits()) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"night_from": 300}, "night_from"),
        ({"longest_shift": 1501}, "longest_shift"),
        ({"shortest_shift": 0}, "longest_shift"),
        ({"rest_table": ()}, "rest_table"),
        ({"rest_table": ((780, 660),)}, "rest_table"),
        ({"rest_table": ((1500, 1440), (780, 660))}, "rest_table"),
        ({"rest_table": ((1500, -1),)}, "rest_table"),
        ({"weekly_window_days": 0}, "weekly_window_days"),
        ({"weekly_window_days": 15}, "weekly_window_days"),
        ({"weekly_rest": 72 * 60 + 1}, "weekly_rest"),
        ({"working_day": 59}, "working_day"),
        ({"average_week": 59}, "average_week"),
        ({"average_week": 168 * 60 + 1}, "average_week"),
        ({"reference_months": 0}, "reference_months"),
        ({"reference_months": 5}, "reference_months"),
        ({"reference_anchor": 0}, "reference_anchor"),
        ({"reference_anchor": 13}, "reference_anchor"),
        ({"overtime_limit": -1}, "overtime_limit"),
        ({"overtime_limit": 2000 * 60 + 1}, "overtime_limit"),
    ],
)
def test_a_figure_that_cannot_be_a_limit_is_refused_by_field(change, field):
    assert field in [each.field for each in limits_problems(replace(Limits(), **change))]
