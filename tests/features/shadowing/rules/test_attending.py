"""Who is in a class, and what is left of it for who was elsewhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.shadowing.rules.attending import attends, longest_left
from openblock.features.shadowing.rules.content import Span

DAY = date(2026, 11, 24)


def span(start, end):
    return Span(at(DAY, start * 60), at(DAY, end * 60))


@pytest.mark.parametrize(
    ("group", "own", "there"),
    [("", "", True), ("", "22", True), ("22", "22", True), ("22", "", False), ("22", "21", False)],
)
def test_a_class_is_for_its_group_and_one_without_a_group_for_everybody(group, own, there):
    assert attends(group, own, None, span(9, 12)) is there


def test_the_last_day_of_who_left_is_attended_and_the_next_is_not():
    assert attends("", "", DAY, span(9, 12))
    assert not attends("", "", DAY - timedelta(days=1), span(9, 12))


def test_what_nothing_takes_is_left_whole():
    assert longest_left(span(9, 12), ()) == span(9, 12)
    assert longest_left(span(9, 12), [span(7, 9), span(12, 14)]) == span(9, 12)


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ([(8, 10)], (10, 15)),
        ([(14, 20)], (9, 14)),
        ([(10, 11)], (11, 15)),
        ([(13, 14)], (9, 13)),
        ([(11, 13)], (9, 11)),
        ([(11, 12), (9, 10)], (12, 15)),
        ([(9, 14), (10, 11)], (14, 15)),
    ],
)
def test_of_what_is_left_the_longest_part_counts_and_the_first_of_equals(taken, left):
    assert longest_left(span(9, 15), [span(*each) for each in taken]) == span(*left)


def test_who_was_elsewhere_all_the_time_was_not_in_class():
    assert longest_left(span(9, 12), [span(9, 12)]) is None
    assert longest_left(span(9, 12), [span(8, 10), span(10, 13)]) is None
