"""Every duty stands in the diary; other kinds of time and what hangs on duties are minded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openblock.clock import at
from openblock.errors import Problem, RuleBroken
from openblock.features.diary.rules import Commitment, officer
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    LayCycle,
    change_cells,
    lay_cycle,
)
from openblock.features.roster.queries import DutiesChange, Join, TeamCycle, join, joined
from openblock.features.roster.queries.duties import duties_between
from openblock.features.roster.rules import Shift
from openblock.ui.messages import words
from tests.factories import with_officer, with_templates
from tests.features.diary.keeping import Keep, keep
from tests.features.diary.test_queries import asked
from tests.features.roster.days import DAY, NEXT

BEFORE = DAY - timedelta(days=1)


@pytest.fixture
def who(store):
    with_templates(store)
    return with_officer(store)


@pytest.fixture
def joining(monkeypatch):
    monkeypatch.setattr(joined, "_joined", {})
    return join


def edit(store, who, **cells):
    days = {"before": BEFORE, "day": DAY, "next": NEXT}
    edits = tuple(CellEdit(who, days[name], code) for name, code in cells.items())
    return store.run(change_cells, ChangeCells(edits))


def back(store, done):
    return store.run(done.undo.command, done.undo.request, undoes=True)


def in_diary(store):
    from openblock.features.diary.queries import commitments

    people = {officer(number) for number in range(1, 400)}
    span = (at(DAY - timedelta(days=40)), at(DAY + timedelta(days=40)))
    return asked(store, lambda session: commitments(session, people, *span))


def as_duties(store):
    """What the diary ought to hold: each stored duty, by its times and its officer."""

    def duties(session):
        reach = timedelta(days=40)
        return tuple(
            (each.starts_at, each.ends_at, officer(each.officer_id))
            for each in duties_between(session, DAY - reach, DAY + reach)
        )

    return sorted(asked(store, duties))


def held(store):
    found = in_diary(store)
    assert {each.kind for each in found} <= {"duty"}
    assert len({each.source_id for each in found}) == len(found)
    return sorted((each.start, each.end, each.person) for each in found)


def test_a_duty_set_changed_cleared_and_taken_back_is_so_in_the_diary(store, who):
    done = [edit(store, who, day=code) for code in ("24", "D", "B", "N", None)]
    assert held(store) == []
    expected = [(1260, 2700), None, (540, 1260), (540, 1980)]
    for step, times in zip(reversed(done), expected, strict=False):
        back(store, step)
        now = [] if times is None else [(at(DAY, times[0]), at(DAY, times[1]), officer(who))]
        assert held(store) == as_duties(store)
        assert [(each[0], each[2]) for each in held(store)] == [(n[0], n[2]) for n in now]


def test_duties_that_give_way_to_each_other_change_places_in_the_diary(store, who):
    edit(store, who, day="N", next="D")
    done = edit(store, who, day="D", next="24", before="N")
    assert held(store) == as_duties(store)
    assert len(held(store)) == 3
    back(store, done)
    assert held(store) == as_duties(store)
    assert len(held(store)) == 2


def test_ro_08_a_laid_cycle_is_in_the_diary_and_out_of_it_when_taken_back(store, who):
    edit(store, who, day="D")
    before = held(store)
    cycle = TeamCycle(1, ("24", "", "", ""), BEFORE)
    laid = store.run(lay_cycle, LayCycle(BEFORE, DAY + timedelta(days=30), (cycle,)))
    assert laid.value
    assert held(store) == as_duties(store)
    assert len(held(store)) > 5
    again = back(store, laid)
    assert held(store) == before
    back(store, again)
    assert held(store) == as_duties(store)


CODES = st.sampled_from(("24", "D", "N", "8", "B", None))
DAYS = st.integers(0, 4)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.dictionaries(DAYS, CODES, min_size=1, max_size=4), max_size=6))
def test_whatever_is_edited_and_taken_back_the_diary_holds_the_duties(store, steps):
    if "24" not in known_codes(store):
        with_templates(store)
    number = with_officer(store, f"{len(steps)}-{store.head().number}")
    done = []
    for cells in steps:
        edits = tuple(
            CellEdit(number, DAY + timedelta(days=day), code) for day, code in cells.items()
        )
        try:
            done.append(store.run(change_cells, ChangeCells(edits)))
        except RuleBroken:
            continue
        assert held(store) == as_duties(store)
    for each in reversed(done):
        if each.undo is not None:
            back(store, each)
            assert held(store) == as_duties(store)


def known_codes(store):
    from openblock.features.roster.queries import templates

    return {each.code for each in store.read(templates)}


# Time that belongs to something else


def elsewhere(store, who, start, end, kind="booking"):
    store.run(keep, Keep((), (Commitment(start, end, kind, 1, officer(who)),), kind))


def test_ro_03_a_duty_over_something_else_is_refused_with_what_and_when(store, who):
    elsewhere(store, who, at(DAY, 600), at(DAY, 660))
    with pytest.raises(RuleBroken) as refusal:
        edit(store, who, day="D")
    (problem,) = refusal.value.problems
    assert (problem.code, problem.field) == ("commitment-clashes", "cells")
    assert problem.facts == {
        "kind": "booking",
        "name": "Bērziņš Jānis",
        "start": at(DAY, 600),
        "end": at(DAY, 660),
    }
    assert words(refusal.value).startswith("Bērziņš Jānis is booked for the grounds 22 Nov")
    assert as_duties(store) == []


def test_a_duty_that_touches_something_else_is_taken(store, who):
    elsewhere(store, who, at(DAY, 480), at(DAY, 540))
    elsewhere(store, who, at(DAY, 1260), at(DAY, 1320), "class")
    edit(store, who, day="D")
    assert len(as_duties(store)) == 1
    with pytest.raises(RuleBroken):
        edit(store, who, day="24")


def test_another_officers_time_and_a_cleared_cell_are_no_matter(store, who):
    other = with_officer(store, "2", "Ozols")
    edit(store, who, day="D")
    elsewhere(store, other, at(DAY, 600), at(DAY, 660))
    edit(store, who, day="8")
    edit(store, other, day=None, next="D")
    assert len(as_duties(store)) == 2


def test_an_undo_into_time_that_was_given_away_is_refused_in_words(store, who):
    edit(store, who, day="D")
    done = edit(store, who, day=None)
    elsewhere(store, who, at(DAY, 600), at(DAY, 660), "class")
    with pytest.raises(RuleBroken) as refusal:
        back(store, done)
    assert words(refusal.value).startswith("Bērziņš Jānis has a class 22 Nov 10:00–11:00.")


# What hangs on a duty and must stay


class Kept:
    """Something above the roster that keeps an hour of a duty, and what it was asked."""

    def __init__(self, start, end):
        self.span = (start, end)
        self.asked: list[DutiesChange] = []

    def refusals(self, _session, changes):
        self.asked += changes
        start, end = self.span
        for change in changes:
            stood = any(each.start <= start and end <= each.end for each in change.before)
            stands = any(each.start <= start and end <= each.end for each in change.after)
            if stood and not stands:
                facts = {"name": change.name, "trainee": "Zariņa Elīna", "start": start, "end": end}
                yield Problem("practice-confirmed-on-duty", facts=facts, field="cells")


@pytest.fixture
def kept(joining, store, who):
    """Ten to two of a day's duty is somebody's confirmed practice."""
    edit(store, who, day="D")
    keeping = Kept(at(DAY, 600), at(DAY, 840))
    joining(Join("tests", refusals=lambda *given: tuple(keeping.refusals(*given))))
    return keeping


@pytest.mark.parametrize("code", [None, "B", "N"])
def test_ro_12_a_duty_in_which_confirmed_practice_stands_is_not_taken_away(store, who, kept, code):
    before = as_duties(store)
    with pytest.raises(RuleBroken) as refusal:
        edit(store, who, day=code)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.facts["name"]) == ("practice-confirmed-on-duty", "Bērziņš Jānis")
    assert as_duties(store) == before
    assert "Zariņa Elīna" in words(refusal.value)


@pytest.mark.parametrize("code", ["24", "8"])
def test_a_duty_that_still_holds_it_may_take_its_place(store, who, kept, code):
    edit(store, who, day=code)
    assert len(as_duties(store)) == 1


def test_what_hangs_on_duties_is_asked_with_all_of_the_days_around(store, who, kept):
    edit(store, who, before="D", next="N")
    assert kept.asked == []
    edit(store, who, day="8", next=None)
    (change,) = kept.asked
    assert (change.officer_id, change.name) == (who, "Bērziņš Jānis")
    assert change.before == (
        Shift(at(DAY, 540), at(DAY, 1260), DAY),
        Shift(at(NEXT, 1260), at(NEXT, 1980), NEXT),
    )
    assert change.after == (
        Shift(at(BEFORE, 540), at(BEFORE, 1260), BEFORE),
        Shift(at(DAY, 480), at(DAY, 960), DAY),
    )


def test_ro_12_an_undo_and_a_cycle_do_not_take_it_away_either(store, who, joining):
    done = edit(store, who, day="D")
    keeping = Kept(at(DAY, 600), at(DAY, 840))
    joining(Join("tests", refusals=lambda *given: tuple(keeping.refusals(*given))))
    with pytest.raises(RuleBroken):
        back(store, done)
    joined._joined.clear()  # noqa: SLF001  the cycle's own duty, before anything hangs on it
    back(store, done)
    laid = store.run(lay_cycle, LayCycle(DAY, DAY, (TeamCycle(1, ("D",), DAY),)))
    joining(Join("tests", refusals=lambda *given: tuple(keeping.refusals(*given))))
    with pytest.raises(RuleBroken):
        store.run(lay_cycle, LayCycle(DAY, DAY, (TeamCycle(1, ("N",), DAY),)))
    with pytest.raises(RuleBroken):
        back(store, laid)
    assert len(as_duties(store)) == 1
