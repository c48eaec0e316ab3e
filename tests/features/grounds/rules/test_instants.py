"""Sums at every instant, held against a plain count minute by minute."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from openblock.features.grounds.rules.content import Span
from openblock.features.grounds.rules.instants import fullest, pieces
from tests.features.grounds.wishes import moment, span

MIDNIGHT = moment("00:00")


def minutes(start: int, length: int) -> Span:
    begin = MIDNIGHT + timedelta(minutes=start)
    return Span(begin, begin + timedelta(minutes=length))


spans = st.builds(minutes, st.integers(0, 60), st.integers(1, 40))
loads = st.lists(st.tuples(spans, st.integers(1, 9)), max_size=8)


@given(spans, loads)
def test_gr_03_the_fullest_instant_is_that_of_a_count_minute_by_minute(asked, given_loads):
    counted = [
        sum(heads for each, heads in given_loads if each.start <= instant < each.end)
        for instant in (asked.start + timedelta(minutes=n) for n in range(asked.minutes))
    ]
    heads, piece = fullest(asked, given_loads)
    assert heads == max(counted)
    assert asked.holds(piece)
    assert counted.index(heads) == (piece.start - asked.start) // timedelta(minutes=1)


@given(spans, st.lists(spans, max_size=8))
def test_pieces_cover_the_time_without_gap_and_nothing_changes_within_one(asked, others):
    cut = pieces(asked, others)
    assert (cut[0].start, cut[-1].end) == (asked.start, asked.end)
    assert all(early.end == late.start for early, late in pairwise(cut))
    assert all(not each.meets(piece) or each.holds(piece) for each in others for piece in cut)


def test_two_groups_one_after_the_other_are_never_added_up():
    asked = span("10:00", "12:00")
    halves = ((span("10:00", "11:00"), 6), (span("11:00", "12:00"), 7))
    assert fullest(asked, halves) == (7, span("11:00", "12:00"))


def test_where_nobody_is_the_whole_time_is_as_full():
    asked = span("10:00", "12:00")
    assert fullest(asked, [(span("12:00", "13:00"), 5)]) == (0, asked)
