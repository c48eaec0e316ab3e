"""What a placement is judged by, as values."""

from __future__ import annotations

import pytest

from openblock.features.rooms.rules.facts import Limits, Span
from tests.features.rooms.placings import DAY, NOW, SECOND, facts, person, sleep


@pytest.mark.parametrize(
    ("start", "end", "meets"),
    [
        (NOW - DAY, NOW, False),
        (NOW - DAY, NOW + SECOND, True),
        (NOW + DAY, NOW + 2 * DAY, False),
        (NOW + DAY - SECOND, NOW + 2 * DAY, True),
    ],
)
def test_intervals_that_touch_do_not_meet(start, end, meets):
    assert Span(NOW, NOW + DAY).meets(start, end) is meets


def test_a_person_known_only_from_a_pair_is_named_and_one_not_known_has_no_name():
    known = facts(people=(person(1),))
    assert known.name_of(1) == "Person 1"
    assert known.name_of(99) == ""


def test_a_placement_lasts_as_long_as_its_content_says():
    assert sleep(end=NOW + DAY).span == Span(NOW, NOW + DAY)


def test_the_defaults_are_those_of_the_rules():
    limits = Limits(NOW)
    assert (limits.most_future_days, limits.backdate_hours) == (90, 72)
    assert not limits.decision_required
    assert not limits.section_is_error
