"""The order of mentors and the reasons for it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from openblock.features.shadowing.rules.content import USUAL_SITUATIONS
from openblock.features.shadowing.rules.offers import Candidate, ranking, reasons_of
from tests.features.shadowing.wishes import DAY, span

PLAIN = Candidate(1, span(9, 21))


def in_order(*candidates):
    return [each.officer_id for each in sorted(candidates, key=ranking)]


def test_each_reason_outweighs_all_that_come_after_it():
    best_of_the_rest = replace(PLAIN, covers=(1, 2, 3), span=span(8, 20))
    worse = [
        replace(best_of_the_rest, officer_id=2, warned=True),
        replace(best_of_the_rest, officer_id=3, times=1),
        replace(best_of_the_rest, officer_id=4, covers=(1, 2)),
        replace(best_of_the_rest, officer_id=5, beside=("Ozols Jānis",)),
        replace(best_of_the_rest, officer_id=6, span=span(9, 21)),
        replace(best_of_the_rest, officer_id=7),
    ]
    assert in_order(*worse, best_of_the_rest) == [1, 7, 6, 5, 4, 3, 2]


@given(
    st.lists(
        st.builds(
            Candidate,
            st.integers(1, 9),
            st.sampled_from([span(8, 20), span(9, 21)]),
            times=st.integers(0, 3),
            covers=st.sampled_from([(), (1,), (1, 2)]),
            beside=st.sampled_from([(), ("A",), ("A", "B")]),
            warned=st.booleans(),
        ),
        max_size=8,
        unique_by=lambda each: each.officer_id,
    ),
    st.randoms(),
)
def test_the_list_never_dances_however_the_mentors_were_read(candidates, chance):
    expected = in_order(*candidates)
    chance.shuffle(candidates)
    assert in_order(*candidates) == expected


def test_the_reasons_are_told_in_the_order_they_weigh():
    known = dict(enumerate(USUAL_SITUATIONS, start=1))
    offer = replace(PLAIN, covers=(3, 5, 99), rest_before=84 * 60)
    assert reasons_of(offer, known) == (
        ("new-mentor", {}),
        ("covers", {"situations": (3, 5, 99), "contents": (known[3], known[5])}),
        ("alone", {}),
        ("rest-before", {"minutes": 84 * 60}),
    )


def test_a_mentor_met_before_is_told_with_how_often_and_when():
    offer = replace(PLAIN, times=2, last=DAY, beside=("Ozols Jānis",))
    assert reasons_of(offer) == (
        ("been-mentor", {"times": 2, "last": DAY}),
        ("beside", {"names": ("Ozols Jānis",)}),
    )
