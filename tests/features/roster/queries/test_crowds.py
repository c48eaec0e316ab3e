"""Officers who stand the same duty are counted, and the strip says the same as of each of them."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from openblock.clock import at
from openblock.features.roster.queries import calendar_days, minimums
from openblock.features.roster.queries.crowds import (
    crowds_between,
    crowds_of,
    staffing_of,
    without,
)
from openblock.features.roster.queries.settings import MinimumRow
from openblock.features.roster.queries.staffing import staffing_lines
from openblock.features.roster.rules import DayKind, Minimum, PlainDay, Shift
from tests.factories import with_duty, with_officer, with_templates
from tests.features.roster.days import DAY, NEXT

DAYS = tuple(PlainDay(DAY + timedelta(days=n), DayKind.WORKDAY) for n in range(4))
ROWS = (
    MinimumRow(1, Minimum("Diena", 540, 1260, 2), 1),
    MinimumRow(2, Minimum("Nakts", 1260, 540, 1, "vārti", "67"), 1),
)


def shift(day, start, length, post=""):
    return Shift(at(day, start), at(day, start + length), day, post)


SHIFTS = st.lists(
    st.builds(
        shift,
        st.sampled_from([DAY + timedelta(days=n) for n in range(-1, 5)]),
        st.sampled_from([0, 540, 1260]),
        st.sampled_from([720, 1440]),
        st.sampled_from(["", "vārti"]),
    ),
    max_size=25,
)


@settings(max_examples=60)
@given(SHIFTS)
def test_counted_together_they_are_as_many_as_one_by_one(shifts):
    assert staffing_of(crowds_of(shifts), ROWS, DAYS) == staffing_lines(ROWS, DAYS, shifts)


@settings(max_examples=30)
@given(SHIFTS, st.data())
def test_who_goes_is_taken_out_once_and_who_comes_is_put_in(shifts, data):
    gone = data.draw(st.lists(st.sampled_from(shifts), max_size=1)) if shifts else []
    come = [shift(DAY, 480, 480)]
    left = list(shifts)
    for each in gone:
        left.remove(each)
    assert without(crowds_of(shifts), gone, come) == crowds_of([*left, *come])


def test_the_file_counts_what_stands_in_it(store):
    with_templates(store)
    people = [with_officer(store, str(number), f"Ozols{number}") for number in range(3)]
    for each in people:
        with_duty(store, each, DAY, "24")
    with_duty(store, people[0], NEXT + timedelta(days=1), "D")
    with Session(store.engine.execution_options(readonly=True)) as session:
        found = crowds_between(session, DAY, NEXT)
        assert found == {DAY: ((shift(DAY, 540, 1440), 3),)}
        nothing = staffing_of(found, minimums(session), calendar_days(session, DAY, NEXT))
    assert nothing == ()


@pytest.mark.parametrize("days", [DAYS, DAYS[:1]])
def test_without_anybody_every_minimum_has_its_gaps(days):
    day, night = staffing_of({}, ROWS, days)
    assert day.counts == (0,) * len(days)
    assert [gap.present for gap in day.gaps] == [0] * len(days)
    # The 22nd of November is a Sunday.
    assert night.counts == (0, None, None, None)[: len(days)]
