"""The duty to take over: what stands there, what an absence took, what it cut off."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    LayCycle,
    PutInSubstitute,
    SaveAbsence,
    change_cells,
    lay_cycle,
    put_in_substitute,
    save_absence,
)
from openblock.features.roster.queries import TeamCycle, absence_card
from openblock.features.roster.queries.open_duty import open_duty
from openblock.features.roster.rules import AbsenceKind
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence, with_published

DAY = date(2026, 11, 22)
MONTH = date(2026, 11, 1)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store, post="vārti")


def times(found):
    return None if found is None else (found.code, found.starts_at, found.ends_at, found.is_lost)


def test_the_duty_that_stands_there_is_the_one(store, officer):
    with_duty(store, officer, DAY)
    found = store.read(open_duty, officer, DAY)
    assert times(found) == ("24", at(DAY, 540), at(DAY, 1980), False)
    assert (found.officer_id, found.day, found.post) == (officer, DAY, "vārti")


def test_without_a_duty_and_an_absence_there_is_nothing_to_take_over(store, officer):
    assert store.read(open_duty, officer, DAY) is None
    with_absence(store, officer, DAY)
    assert store.read(open_duty, officer, DAY) is None


def test_of_a_published_month_the_duty_the_absence_took_is_found(store, officer):
    with_duty(store, officer, DAY, "D")
    with_published(store, MONTH)
    with_absence(store, officer, DAY)
    found = store.read(open_duty, officer, DAY)
    assert times(found) == ("D", at(DAY, 540), at(DAY, 1260), True)


def test_of_a_draft_it_is_the_duty_of_the_team_s_cycle(store, officer):
    cycle = TeamCycle(1, ("24", "", "", ""), DAY)
    store.run(lay_cycle, LayCycle(MONTH, date(2026, 11, 30), (cycle,)))
    with_absence(store, officer, DAY, DAY + timedelta(days=1))
    assert times(store.read(open_duty, officer, DAY)) == ("24", at(DAY, 540), at(DAY, 1980), True)
    assert store.read(open_duty, officer, DAY + timedelta(days=1)) is None


def test_of_a_draft_the_team_tells_whether_the_cycle_was_laid_at_all(store, officer):
    mate = with_officer(store, "2", "Kalniņš")
    cycle = TeamCycle(1, ("24", "", "", ""), DAY)
    store.run(lay_cycle, LayCycle(MONTH, date(2026, 11, 30), (cycle,)))
    with_absence(store, officer, DAY)
    assert store.read(open_duty, officer, DAY) is not None
    with_duty(store, mate, DAY, "D")
    assert store.read(open_duty, officer, DAY) is None


def test_what_was_cleared_before_the_absence_came_was_not_taken_by_it(store, officer):
    with_duty(store, officer, DAY)
    with_published(store, MONTH)
    cleared = ChangeCells((CellEdit(officer, DAY, None),), reason="pārcelts")
    store.run(change_cells, cleared)
    with_absence(store, officer, DAY)
    assert store.read(open_duty, officer, DAY) is None


def test_a_published_month_knows_better_than_the_cycle_laid_last(store, officer):
    with_published(store, MONTH)
    with_absence(store, officer, DAY)
    december = LayCycle(
        date(2026, 12, 1), date(2026, 12, 31), (TeamCycle(1, ("24", "", "", ""), DAY),)
    )
    store.run(lay_cycle, december)
    assert store.read(open_duty, officer, DAY) is None


def test_a_duty_that_somebody_has_taken_over_is_open_no_more(store, officer):
    other = with_officer(store, "2", "Kalniņš", team=2)
    with_duty(store, officer, DAY)
    with_published(store, MONTH)
    with_absence(store, officer, DAY)
    duty = store.read(open_duty, officer, DAY)
    facts = (duty.officer_id, duty.day, duty.code, duty.starts_at, duty.ends_at, duty.post)
    done = store.run(put_in_substitute, PutInSubstitute(*facts, other, "slims, aizvieto"))
    assert store.read(open_duty, officer, DAY) is None
    store.run(done.undo.command, done.undo.request)
    assert store.read(open_duty, officer, DAY) == duty


def test_a_duty_cleared_by_hand_is_not_one_that_was_lost(store, officer):
    with_duty(store, officer, DAY)
    with_duty(store, officer, DAY, None)
    assert store.read(open_duty, officer, DAY) is None


def test_of_a_duty_cut_short_it_is_the_part_that_was_lost(store, officer):
    with_duty(store, officer, DAY)
    with_absence(
        store, officer, DAY, DAY + timedelta(days=1), AbsenceKind.SICK, from_minute=22 * 60
    )
    assert times(store.read(open_duty, officer, DAY)) == (
        "24",
        at(DAY, 22 * 60),
        at(DAY, 1980),
        True,
    )


def test_a_duty_that_was_cut_and_then_lost_is_open_as_a_whole(store, officer):
    with_duty(store, officer, DAY)
    with_published(store, MONTH)
    tomorrow = DAY + timedelta(days=1)
    number = with_absence(store, officer, DAY, tomorrow, from_minute=22 * 60)
    content = store.read(absence_card, number).content
    whole = SaveAbsence(replace(content, from_minute=0), number, 1, "slims jau no rīta")
    store.run(save_absence, whole)
    assert times(store.read(open_duty, officer, DAY)) == ("24", at(DAY, 540), at(DAY, 1980), True)


def test_a_duty_taken_off_its_substitute_by_hand_is_open_again(store, officer):
    other = with_officer(store, "2", "Kalniņš", team=2)
    third = with_officer(store, "3", "Ozols", team=2)
    with_duty(store, officer, DAY)
    with_published(store, MONTH)
    with_absence(store, officer, DAY)
    duty = store.read(open_duty, officer, DAY)
    facts = (duty.officer_id, duty.day, duty.code, duty.starts_at, duty.ends_at, duty.post)
    store.run(put_in_substitute, PutInSubstitute(*facts, other, "slims, aizvieto"))
    # Through however many hands it went, somebody has it.
    handed = PutInSubstitute(other, *facts[1:], third, "slims, aizvieto")
    store.run(put_in_substitute, handed)
    assert store.read(open_duty, officer, DAY) is None
    edit = CellEdit(third, DAY, None)
    store.run(change_cells, ChangeCells((edit,), "cannot come after all"))
    assert store.read(open_duty, officer, DAY) == duty
