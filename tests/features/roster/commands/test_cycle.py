"""RO-08: a laid cycle, its preview, and what a person typed staying where it is."""

import itertools
from datetime import date, timedelta

import pytest

from openblock.errors import RuleBroken
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    LayCycle,
    change_cells,
    lay_cycle,
)
from openblock.features.roster.queries import TeamCycle, cycle_preview, roster, team_cycles
from tests.factories import with_officer, with_templates

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)
PATTERN = ("24", "", "", "")


@pytest.fixture
def teams(store):
    with_templates(store)
    return {team: with_officer(store, str(team), team=team) for team in (1, 2, 3, 4)}


def request(*teams, first=FIRST, last=LAST, pattern=PATTERN):
    cycles = tuple(TeamCycle(team, pattern, FIRST + timedelta(days=team - 1)) for team in teams)
    return LayCycle(first, last, cycles)


def codes(store, officer, first=FIRST, last=LAST):
    shown = store.read(roster, first, last)
    return {day: duty.code for (who, day), duty in shown.duties.items() if who == officer}


def type_cell(store, officer, day, code):
    store.run(change_cells, ChangeCells((CellEdit(officer, day, code),)))


def test_ro_08_every_day_of_a_laid_month_has_exactly_one_team(store, teams):
    store.run(lay_cycle, request(1, 2, 3, 4))
    days = [day for officer in teams.values() for day in codes(store, officer)]
    assert sorted(days) == [FIRST + timedelta(days=n) for n in range(31)]


def test_the_cycle_goes_on_over_the_month_end(store, teams):
    store.run(lay_cycle, request(1))
    store.run(lay_cycle, request(1, first=date(2027, 1, 1), last=date(2027, 2, 28)))
    days = sorted(codes(store, teams[1], FIRST, date(2027, 2, 28)))
    assert {(later - earlier).days for earlier, later in itertools.pairwise(days)} == {4}


def test_laying_it_again_changes_nothing(store, teams):
    store.run(lay_cycle, request(1, 2))
    assert store.read(cycle_preview, request(1, 2)) == ()
    assert store.run(lay_cycle, request(1, 2)).value == 0


def test_what_a_person_typed_stays_and_the_preview_says_so(store, teams):
    type_cell(store, teams[1], FIRST, "D")
    type_cell(store, teams[1], FIRST + timedelta(days=2), "N")
    type_cell(store, teams[1], FIRST + timedelta(days=4), "B")
    preview = {each.day: each for each in store.read(cycle_preview, request(1))}
    kept = {
        day.day: (each.before, each.after)
        for day, each in preview.items()
        if each.outcome == "kept"
    }
    assert kept == {1: ("D", "24"), 3: ("N", ""), 5: ("B", "24")}
    store.run(lay_cycle, request(1))
    laid = codes(store, teams[1])
    assert laid[FIRST] == "D"
    assert laid[FIRST + timedelta(days=2)] == "N"
    assert FIRST + timedelta(days=4) not in laid


def test_a_duty_of_the_cycle_cleared_by_hand_does_not_come_back(store, teams):
    store.run(lay_cycle, request(1))
    type_cell(store, teams[1], FIRST, None)
    store.run(lay_cycle, request(1))
    assert FIRST not in codes(store, teams[1])


def test_another_cycle_changes_and_removes_only_what_the_first_one_laid(store, teams):
    store.run(lay_cycle, request(1))
    outcomes = [
        each.outcome for each in store.read(cycle_preview, request(1, pattern=("D", "N", "", "")))
    ]
    assert set(outcomes) == {"add", "change"}
    store.run(lay_cycle, request(1, pattern=("D", "", "", "", "")))
    assert [day.day for day in sorted(codes(store, teams[1]))] == [1, 6, 11, 16, 21, 26, 31]


def test_a_cycle_that_would_overlap_a_typed_duty_leaves_that_day_and_says_so(store, teams):
    type_cell(store, teams[1], FIRST + timedelta(days=1), "8")
    preview = {each.day.day: each.outcome for each in store.read(cycle_preview, request(1))}
    assert (preview[1], preview[2]) == ("clash", "kept")
    store.run(lay_cycle, request(1))
    assert FIRST not in codes(store, teams[1])


def test_undo_takes_back_the_cells_and_the_remembered_cycle(store, teams):
    type_cell(store, teams[2], FIRST, "D")
    done = store.run(lay_cycle, request(1, 2))
    assert [each.team for each in store.read(team_cycles)] == [1, 2]
    again = store.run(done.undo.command, done.undo.request, undoes=True)
    assert codes(store, teams[1]) == {}
    assert codes(store, teams[2]) == {FIRST: "D"}
    assert store.read(team_cycles) == ()
    store.run(again.undo.command, again.undo.request, undoes=True)
    assert len(codes(store, teams[1])) == 8
    assert [each.anchor for each in store.read(team_cycles)] == [FIRST, FIRST + timedelta(days=1)]


def test_the_last_cycle_of_a_team_is_remembered(store, teams):
    store.run(lay_cycle, request(1))
    done = store.run(lay_cycle, request(1, pattern=("D", "N", "", "")))
    assert store.read(team_cycles)[0].pattern == ("D", "N", "", "")
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert store.read(team_cycles)[0].pattern == PATTERN


def test_officers_get_duties_only_while_they_serve(store, teams):
    joined = with_officer(store, "9", active_from=date(2026, 12, 10), last_day=date(2026, 12, 20))
    store.run(lay_cycle, request(1))
    assert [day.day for day in sorted(codes(store, joined))] == [13, 17]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (LayCycle(LAST, FIRST, (TeamCycle(1, PATTERN, FIRST),)), "days-backwards"),
        (LayCycle(FIRST, LAST, ()), "cycle-no-team"),
        (LayCycle(FIRST, LAST, (TeamCycle(1, ("", ""), FIRST),)), "cycle-pattern"),
        (LayCycle(FIRST, LAST, (TeamCycle(1, ("Q", ""), FIRST),)), "unknown-code"),
    ],
)
def test_a_cycle_that_makes_no_sense_is_refused(store, teams, wrong, code):
    with pytest.raises(RuleBroken) as refused:
        store.run(lay_cycle, wrong)
    assert code in [each.code for each in refused.value.problems]


def test_a_pattern_whose_own_shifts_overlap_is_refused_whole(store, teams):
    with pytest.raises(RuleBroken) as refused:
        store.run(lay_cycle, request(1, pattern=("24", "8")))
    assert {each.code for each in refused.value.problems} == {"duty-overlaps"}
    assert codes(store, teams[1]) == {}
