"""TR-06: two trainees beside a mentor and four in the block, at every instant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.planning import fullest, places_problems
from openblock.features.shadowing.rules.wish import Neighbour
from tests.features.shadowing.wishes import LIMITS, MINUTE, beside, codes, span, wish


@pytest.mark.parametrize(("others", "problems"), [(1, []), (2, ["practice-mentor-full"])])
def test_tr_06_two_trainees_beside_a_mentor_pass_and_a_third_does_not(others, problems):
    asked = wish(with_mentor=(beside(12, 15),) * others)
    assert codes(places_problems(asked, LIMITS)) == problems


@pytest.mark.parametrize(("others", "problems"), [(3, []), (4, ["practice-block-full"])])
def test_tr_06_four_trainees_in_the_block_pass_and_a_fifth_does_not(others, problems):
    asked = wish(in_block=(beside(12, 15),) * others)
    assert codes(places_problems(asked, LIMITS)) == problems


def test_tr_06_who_leaves_when_another_comes_takes_no_place_from_them():
    touching = (beside(5, 9), beside(5, 9), beside(21, 23), beside(21, 23))
    assert places_problems(wish(with_mentor=touching, in_block=touching), LIMITS) == ()
    relay = (beside(9, 15), beside(15, 21))
    assert places_problems(wish(with_mentor=relay), LIMITS) == ()
    over = (beside(9, 15 + 1 / 60), beside(15, 21))
    assert codes(places_problems(wish(with_mentor=over), LIMITS)) == ["practice-mentor-full"]


def test_tr_06_a_full_mentor_is_told_with_who_is_there_when_and_by_whom():
    there = (
        beside(9, 12, "Balode Sintija", "Anna"),
        beside(11, 15, "Ozols Jānis", "Vītola"),
        beside(13, 16, "Kalns Uldis", "Anna"),
    )
    (problem,) = places_problems(wish(with_mentor=there), LIMITS)
    assert problem.facts["trainees"] == ("Balode Sintija", "Ozols Jānis")
    assert problem.facts["planned_by"] == ("Anna", "Vītola")
    assert (problem.facts["start"], problem.facts["end"]) == (span(11, 12).start, span(11, 12).end)
    assert (problem.facts["name"], problem.facts["most"]) == ("Čakste Gunārs", 2)


TIMES = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(
    lambda pair: Span(
        span(0, 1).start + pair[0] * MINUTE, span(0, 1).start + (pair[0] + pair[1]) * MINUTE
    )
)


@given(TIMES, st.lists(TIMES, max_size=8), st.integers(1, 4))
def test_tr_06_places_are_what_a_count_of_every_minute_says(asked, others, most):
    neighbours = tuple(Neighbour(each, "A", "B") for each in others)
    by_minute = max(
        sum(each.start <= asked.start + n * MINUTE < each.end for each in others)
        for n in range(asked.minutes)
    )
    assert len(fullest(asked, neighbours)) == by_minute
    limits = PracticeLimits(most_per_mentor=most)
    full = codes(places_problems(wish(span=asked, with_mentor=neighbours), limits))
    assert full == (["practice-mentor-full"] if by_minute + 1 > most else [])
