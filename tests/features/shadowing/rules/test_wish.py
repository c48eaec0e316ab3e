"""What a wish knows of itself."""

from __future__ import annotations

import pytest

from tests.features.shadowing.wishes import DAY, at_hours, busy


@pytest.mark.parametrize(("kind", "work"), [("class", 1), ("shadowing", 1), ("unavailable", 0)])
def test_classes_and_practice_are_work_and_being_away_is_not(kind, work):
    assert busy(9, 12, kind).is_work is bool(work)


def test_the_day_of_a_wish_is_the_one_it_begins_on():
    assert at_hours(0, 2).day == DAY
    assert at_hours(23, 33).day == DAY
