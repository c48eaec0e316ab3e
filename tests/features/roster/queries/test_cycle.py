"""The preview of a cycle names each cell it would touch, before anything is touched."""

from datetime import date

import pytest

from openblock.features.roster.commands import LayCycle, RemoveAbsence, lay_cycle, remove_absence
from openblock.features.roster.queries import (
    TeamCycle,
    absence_card,
    cycle_preview,
    month_roster,
)
from openblock.features.roster.rules.absence import AbsenceKind
from tests.factories import with_officer, with_templates
from tests.factories.living import with_absence

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 8)


def test_a_preview_changes_nothing_and_names_every_new_duty(store):
    with_templates(store)
    officer = with_officer(store)
    request = LayCycle(FIRST, LAST, (TeamCycle(1, ("24", "", "", ""), FIRST),))
    found = store.read(cycle_preview, request)
    assert [(each.officer_id, each.day.day, each.outcome) for each in found] == [
        (officer, 1, "add"),
        (officer, 5, "add"),
    ]
    assert all(each.lays for each in found)
    assert store.read(month_roster, 2026, 12).duties == {}


def test_a_code_that_is_no_template_makes_no_difference(store):
    with_templates(store)
    with_officer(store)
    request = LayCycle(FIRST, LAST, (TeamCycle(1, ("Q", ""), FIRST),))
    assert store.read(cycle_preview, request) == ()


def test_a_team_without_officers_has_no_differences(store):
    with_templates(store)
    request = LayCycle(FIRST, LAST, (TeamCycle(7, ("24",), FIRST),))
    assert store.read(cycle_preview, request) == ()


@pytest.mark.parametrize(
    ("first", "last", "facts", "kept"),
    [
        (date(2026, 12, 5), date(2026, 12, 5), {}, True),
        # From midnight on: the duty that began the day before would lie on it.
        (date(2026, 12, 6), date(2026, 12, 7), {}, True),
        # From the minute the duty ends: it may be laid.
        (date(2026, 12, 6), date(2026, 12, 7), {"from_minute": 540}, False),
        (date(2026, 12, 4), date(2026, 12, 5), {"to_minute": 540}, False),
        (date(2026, 12, 4), date(2026, 12, 5), {"to_minute": 541}, True),
    ],
)
def test_ro_08_nothing_is_laid_onto_absent_time(store, first, last, facts, kept):
    with_templates(store)
    officer = with_officer(store)
    with_absence(store, officer, first, last, AbsenceKind.LEAVE, **facts)
    request = LayCycle(FIRST, LAST, (TeamCycle(1, ("24", "", "", ""), FIRST),))
    found = {each.day.day: each.outcome for each in store.read(cycle_preview, request)}
    assert found == {1: "add", 5: "kept" if kept else "add"}


def test_a_duty_of_the_cycle_that_an_absence_cut_stays_as_it_is(store):
    with_templates(store)
    officer = with_officer(store)
    request = LayCycle(FIRST, LAST, (TeamCycle(1, ("24", "", "", ""), FIRST),))
    store.run(lay_cycle, request)
    with_absence(store, officer, date(2026, 12, 6), date(2026, 12, 8))
    assert store.read(cycle_preview, request) == ()
    # Shortened, it gives the time back, and the cycle laid again fills it.
    card = store.read(absence_card, 1)
    store.run(remove_absence, RemoveAbsence(1, card.version))
    (again,) = store.read(cycle_preview, request)
    assert (again.day.day, again.outcome) == (5, "change")


def test_the_letter_shown_for_an_absent_day_is_the_one_the_asker_may_know(store, store_as):
    with_templates(store)
    officer = with_officer(store)
    with_absence(store, officer, FIRST)
    request = LayCycle(FIRST, FIRST, (TeamCycle(1, ("24",), FIRST),))
    letters = {
        role: store_as(role).read(cycle_preview, request)[0].before
        for role in ("senior_officer", "duty_officer")
    }
    assert letters == {"senior_officer": "S", "duty_officer": "X"}
