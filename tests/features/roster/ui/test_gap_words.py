"""Hours short of officers are told day by day, and a long list says how much is left out."""

from __future__ import annotations

from openblock import clock
from openblock.errors import Problem
from openblock.features.roster.ui.gap_words import gap_days, gap_lines, shortened
from tests.features.roster.ui.living import on


def gap(day: int, start: int, end: int) -> Problem:
    facts = {
        "start": clock.at(on(day), start),
        "end": clock.at(on(day), end),
        "present": 2,
        "needed": 3,
    }
    return Problem("staffing-gap", facts=facts)


def test_the_gaps_of_one_day_stand_in_one_line_and_days_in_order():
    lines = gap_lines([gap(24, 540, 720), gap(22, 0, 60), gap(24, 1200, 1260)])
    assert lines == [
        "22 Nov: 00:00–01:00: 2 on duty, 3 needed.",
        "24 Nov: 09:00–12:00: 2 on duty, 3 needed. 20:00–21:00: 2 on duty, 3 needed.",
    ]


def test_neighbouring_days_that_are_short_alike_stand_together():
    found = [gap(day, 540, 720) for day in (22, 23, 24, 26)]
    assert gap_lines(found) == [
        "22 Nov–24 Nov: 09:00–12:00: 2 on duty, 3 needed.",
        "26 Nov: 09:00–12:00: 2 on duty, 3 needed.",
    ]
    assert gap_days(found) == 4


def test_only_what_is_left_out_is_counted():
    assert shortened(["a", "b"], 2) == ["a", "b"]
    assert shortened(["a", "b", "c"], 1) == ["a", "And 2 more."]
