"""The preview of a cycle names each cell it would touch, before anything is touched."""

from datetime import date

from openblock.features.roster.commands import LayCycle
from openblock.features.roster.queries import TeamCycle, cycle_preview, month_roster
from tests.factories import with_officer, with_templates

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
