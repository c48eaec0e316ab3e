"""Two commitments of one person clash where they overlap, and never where they touch."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import at
from openblock.features.diary.rules import (
    Commitment,
    CommitmentKind,
    clash_problems,
    clashing,
    officer,
    trainee,
)

DAY = date(2026, 11, 22)
SHORT_DAY = date(2026, 3, 29)
LONG_DAY = date(2026, 10, 25)
SECOND = timedelta(seconds=1)


def held(start, end, source_id=1, *, kind=CommitmentKind.CLASS, person="trainee:3"):
    return Commitment(start, end, kind.value, source_id, person)


NINE_TO_ONE = held(at(DAY, 540), at(DAY, 780))


def found(*wanted):
    return clashing(wanted, [NINE_TO_ONE])


@pytest.mark.parametrize(
    ("start", "end"), [(at(DAY, 480), at(DAY, 540)), (at(DAY, 780), at(DAY, 840))]
)
def test_touching_ends_pass_and_a_second_more_does_not(start, end):
    assert found(held(start, end, 2)) == ()
    longer = held(start - SECOND, end + SECOND, 2)
    assert found(longer) == ((longer, NINE_TO_ONE),)


@pytest.mark.parametrize(
    ("start", "end"), [(600, 660), (480, 840), (540, 780), (480, 541), (779, 840)]
)
def test_what_overlaps_within_around_or_at_an_end_clashes(start, end):
    wanted = held(at(DAY, start), at(DAY, end), 2)
    assert found(wanted) == ((wanted, NINE_TO_ONE),)


def test_another_persons_time_is_no_matter():
    assert found(held(NINE_TO_ONE.start, NINE_TO_ONE.end, 2, person="officer:3")) == ()


def test_a_row_does_not_clash_with_what_it_was_but_one_of_another_kind_does():
    moved = held(at(DAY, 600), at(DAY, 900))
    assert found(moved) == ()
    same_number = held(at(DAY, 600), at(DAY, 900), kind=CommitmentKind.SHADOWING)
    assert found(same_number) == ((same_number, NINE_TO_ONE),)


@pytest.mark.parametrize(("day", "hours"), [(SHORT_DAY, 23), (LONG_DAY, 25)])
def test_a_whole_day_is_23_or_25_hours_long_twice_a_year(day, hours):
    whole = held(at(day), at(day, 1440))
    assert whole.end - whole.start == timedelta(hours=hours)
    before, after = held(at(day, -60), at(day), 2), held(at(day, 1440), at(day, 1500), 3)
    assert clashing([before, after], [whole]) == ()
    into = held(at(day, 1440) - SECOND, at(day, 1500), 4)
    assert clashing([into], [whole]) == ((into, whole),)


def test_the_hour_that_comes_twice_is_two_hours():
    three = at(LONG_DAY, 180)
    first, second = held(three, three + timedelta(hours=1)), at(LONG_DAY, 240)
    assert second - three == timedelta(hours=2)
    assert clashing([held(three + timedelta(hours=1), second, 2)], [first]) == ()


TIMES = st.integers(0, 12)
HELD = st.builds(
    lambda start, length, number, person: held(
        at(DAY, 60 * start), at(DAY, 60 * (start + length)), number, person=person
    ),
    TIMES,
    st.integers(1, 4),
    st.integers(1, 3),
    st.sampled_from(("trainee:1", "trainee:2")),
)


@given(st.lists(HELD, max_size=5), st.lists(HELD, max_size=5))
def test_clashes_are_those_that_share_an_instant(wanted, kept):
    def instants(each):
        return {each.start + timedelta(minutes=30 * n) for n in range(8)} & {
            at(DAY, 30 * n) for n in range(48) if each.start <= at(DAY, 30 * n) < each.end
        }

    shared = [
        (new, old)
        for new in wanted
        for old in kept
        if new.person == old.person and new.source_id != old.source_id
        if instants(new) & instants(old)
    ]
    assert list(clashing(wanted, kept)) == shared


def test_a_clash_is_told_with_whose_time_and_what_stands_in_it():
    wanted = held(at(DAY, 600), at(DAY, 660), 2)
    (told,) = clash_problems(found(wanted), {"trainee:3": "Zariņa Elīna"}.__getitem__, "starts_at")
    assert (told.code, told.field) == ("commitment-clashes", "starts_at")
    assert told.facts == {
        "kind": "class",
        "name": "Zariņa Elīna",
        "start": NINE_TO_ONE.start,
        "end": NINE_TO_ONE.end,
    }


def test_people_are_written_by_what_they_are_and_their_number():
    assert (officer(5), trainee(5)) == ("officer:5", "trainee:5")
