"""Absences entered, changed and taken out, and what of the duties is left (RO-03, RO-13)."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.roster.commands.absences import remove_absence, save_absence
from openblock.features.roster.commands.call_outs import save_call_out
from openblock.features.roster.commands.requests import (
    RemoveAbsence,
    SaveAbsence,
    SaveCallOut,
)
from openblock.features.roster.queries import month_roster
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence
from tests.features.roster.days import DAY, NEXT
from tests.features.roster.living import back_and_again, refusals, rows, spells, taken_back

LATER = NEXT + timedelta(days=1)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def away(officer, first=DAY, last=None, kind=AbsenceKind.LEAVE, **facts):
    return AbsenceContent(officer, kind, first, last or first, **facts)


def duties(store):
    roster = store.read(month_roster, 2026, 11)
    return {cell[1]: (each.starts_at, each.ends_at) for cell, each in roster.duties.items()}


@pytest.mark.parametrize("kind", AbsenceKind)
def test_ro_13_every_kind_is_stored_and_taken_back(store, officer, kind):
    before = rows(store)
    done = store.run(save_absence, SaveAbsence(away(officer, DAY, NEXT, kind)))
    assert spells(store, officer) == [(kind.value, DAY, NEXT)]
    back_and_again(store, before, done)


@pytest.mark.parametrize(
    ("from_minute", "kept"),
    [
        (0, None),
        (540, None),
        (541, None),
        (599, None),
        (600, 600),
        (1259, 1259),
        (1260, 1260),
    ],
)
def test_ro_03_a_duty_is_cut_where_an_absence_begins_and_an_hour_is_the_least_that_is_left(
    store, officer, from_minute, kept
):
    with_duty(store, officer, DAY, "D")
    before = rows(store)
    done = store.run(save_absence, SaveAbsence(away(officer, from_minute=from_minute)))
    expected = {} if kept is None else {DAY: (at(DAY, 540), at(DAY, kept))}
    assert duties(store) == expected
    back_and_again(store, before, done)


@pytest.mark.parametrize(("to_minute", "stays"), [(540, True), (541, False)])
def test_ro_03_a_duty_that_begins_as_an_absence_ends_stays(store, officer, to_minute, stays):
    with_duty(store, officer, DAY, "D")
    store.run(save_absence, SaveAbsence(away(officer, to_minute=to_minute)))
    assert (DAY in duties(store)) is stays


def test_an_absence_made_shorter_gives_no_duty_back_and_undo_gives_the_absence_back(store, officer):
    with_duty(store, officer, NEXT, "24")
    number = with_absence(store, officer, DAY, LATER)
    before = rows(store)
    shorter = SaveAbsence(away(officer, kind=AbsenceKind.SICK), number, 1)
    done = store.run(save_absence, shorter)
    assert (duties(store), spells(store, officer)) == ({}, [("sick", DAY, DAY)])
    back_and_again(store, before, done)
    assert refusals(store, save_absence, shorter) == ["changed-meanwhile"]


def test_a_removed_absence_comes_back_unless_somebody_has_planned_there(store, officer):
    number = with_absence(store, officer, DAY)
    before = rows(store)
    done = store.run(remove_absence, RemoveAbsence(number, 1))
    assert spells(store, officer) == []
    redone = back_and_again(store, before, done)
    with_duty(store, officer, DAY, "D")
    undo = redone.undo
    assert refusals(store, undo.command, undo.request, undoes=True) == ["commitment-clashes"]
    assert refusals(store, remove_absence, RemoveAbsence(number, 1)) == ["absence-unknown"]


def test_the_undo_of_an_absence_is_refused_where_somebody_changed_it_or_the_emptied_cell(
    store, officer
):
    with_duty(store, officer, DAY, "D")
    with_duty(store, officer, NEXT, "N")
    done = store.run(save_absence, SaveAbsence(away(officer, DAY, NEXT)))
    longer = SaveAbsence(away(officer, DAY, LATER), done.value, 1)
    changed = store.run(save_absence, longer)
    undo = done.undo
    assert refusals(store, undo.command, undo.request, undoes=True) == ["roster-moved"]
    taken_back(store, changed)
    taken_back(store, done)
    assert sorted(duties(store)) == [DAY, NEXT]


def test_ro_03_two_absences_and_a_call_out_are_never_at_once_and_touching_ends_are(store, officer):
    with_absence(store, officer, DAY, NEXT)
    for content in (away(officer, NEXT, LATER), away(officer, DAY, DAY), away(officer, DAY, LATER)):
        assert refusals(store, save_absence, SaveAbsence(content)) == ["commitment-clashes"]
    store.run(save_absence, SaveAbsence(away(officer, LATER)))
    past = date(2026, 11, 2)
    store.run(save_call_out, SaveCallOut(officer, at(past, 600), at(past, 660), "a broken fence"))
    whole_day = SaveAbsence(away(officer, past))
    assert refusals(store, save_absence, whole_day) == ["commitment-clashes"]
    store.run(save_absence, SaveAbsence(away(officer, past, from_minute=660)))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"last": DAY - timedelta(days=1)}, "absence-backwards"),
        ({"last": DAY + timedelta(days=366)}, "absence-too-long"),
        ({"last": date.max}, "date-out-of-range"),
        ({"from_minute": 600, "to_minute": 600}, "absence-time"),
        ({"remark": "x" * 201}, "absence-remark-long"),
    ],
)
def test_an_absence_that_cannot_be_is_refused_beside_its_field(store, officer, content, code):
    assert refusals(store, save_absence, SaveAbsence(away(officer, **content))) == [code]


def test_who_does_not_serve_is_not_away_and_who_is_unknown_is_nobody(store, officer):
    gone = with_officer(store, "2", "Kalniņa", last_day=DAY)
    request = SaveAbsence(away(gone, DAY, NEXT))
    assert refusals(store, save_absence, request) == ["officer-not-active"]
    store.run(save_absence, SaveAbsence(away(gone, DAY)))
    assert refusals(store, save_absence, SaveAbsence(away(99))) == ["officer-unknown"]
