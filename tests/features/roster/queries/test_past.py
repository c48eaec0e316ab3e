"""A version is shown as it was: people, cells, absences, staffing and sums, whatever changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.errors import KnownError
from openblock.features.roster.commands import (
    RetireTemplate,
    SaveCalendarDay,
    SaveMinimum,
    SaveTemplate,
    retire_template,
    save_calendar_day,
    save_minimum,
    save_template,
)
from openblock.features.roster.queries import (
    minimums,
    month_roster,
    roster,
    templates,
    version_roster,
)
from openblock.features.roster.rules import DayKind, Minimum
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.staff.commands import (
    AddOfficer,
    ChangeOfficer,
    add_officer,
    change_officer,
)
from openblock.features.staff.queries import officer_card
from openblock.features.staff.rules import OfficerContent
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence, with_published
from tests.features.roster.days import DAY, NEXT
from tests.features.roster.living import taken_back, typed

MONTH = date(2026, 11, 1)
REASON = "as the test wants it"


@pytest.fixture
def officer(store):
    with_templates(store)
    store.run(save_minimum, SaveMinimum(Minimum("Diena", 540, 1260, 1, "", "67")))
    number = with_officer(store)
    with_duty(store, number, date(2026, 10, 31), "24")
    with_duty(store, number, DAY, "24")
    with_duty(store, number, date(2026, 11, 27), "B")
    with_absence(store, number, NEXT, DAY + timedelta(days=3), AbsenceKind.LEAVE)
    return number


def plain(shown):
    """What has to be the same in a version and in the roster it was made of."""
    duties = {
        cell: (each.code, each.starts_at, each.ends_at, each.post)
        for cell, each in shown.duties.items()
    }
    absences = {cell: (each.kind, each.code) for cell, each in shown.absences.items()}
    return (
        shown.officers,
        shown.days,
        duties,
        absences,
        shown.staffing,
        dict(shown.kept_free),
        shown.norm_minutes,
        [(each.code, each.tint) for each in shown.templates if each.code in {"24", "D"}],
    )


def test_ro_10_a_version_is_the_roster_it_was_made_of(store, officer):
    with_published(store, MONTH)
    now = plain(store.read(month_roster, 2026, 11))
    found = store.read(version_roster, DAY, 1)
    assert plain(found) == now
    assert (found.number, found.problems, found.first) == (1, (), MONTH)
    typed(store, officer, (DAY, "D"), reason=REASON)
    assert plain(store.read(version_roster, MONTH, 2)) == plain(store.read(month_roster, 2026, 11))
    assert plain(store.read(version_roster, MONTH, 1)) == now


def test_it_stays_so_when_people_shifts_calendar_and_minimums_are_others(store, officer):
    with_published(store, MONTH)
    now = plain(store.read(month_roster, 2026, 11))
    card = store.read(officer_card, officer)
    other = replace(card.content, surname="Kalniņš", team=4, last_day=date(2026, 12, 31))
    store.run(change_officer, ChangeOfficer(officer, card.version, other))
    whole = {each.code: each for each in store.read(templates)}["24"]
    changed = replace(whole.shape, code="W", length_minutes=60)
    store.run(save_template, SaveTemplate(changed, template_id=whole.template_id))
    store.run(retire_template, RetireTemplate(whole.template_id))
    store.run(save_calendar_day, SaveCalendarDay(NEXT, DayKind.HOLIDAY, "Svētki"))
    (row,) = store.read(minimums)
    wanted = replace(row.minimum, needed=7)
    store.run(save_minimum, SaveMinimum(wanted, row.minimum_id, row.version))
    typed(store, officer, (date(2026, 10, 31), None))
    with_officer(store, "2", "Ozols")
    assert plain(store.read(version_roster, MONTH, 1)) == now
    assert plain(store.read(month_roster, 2026, 11)) != now


def test_who_came_after_the_posting_is_shown_in_the_version_that_has_a_duty_for_them(
    store, officer
):
    with_published(store, MONTH)
    newcomer = with_officer(store, "2", "Ozols")
    typed(store, newcomer, (DAY, "D"), reason=REASON)
    shown = store.read(version_roster, MONTH, 2)
    assert {each.officer_id: each.minutes for each in shown.officers}[newcomer] == 720
    assert [each.officer_id for each in store.read(version_roster, MONTH, 1).officers] == [officer]


def test_the_marks_of_a_version_are_those_its_wall_copy_had(store, officer):
    with_published(store, MONTH)
    early = DAY - timedelta(days=3)
    typed(store, officer, (early, "D"), reason=REASON)
    typed(store, officer, (early, None), (DAY, "D"), reason=REASON)
    marked = {
        number: [day for _who, day in store.read(version_roster, MONTH, number).changed]
        for number in (1, 2, 3)
    }
    assert marked == {1: [], 2: [early], 3: [DAY]}
    (state,) = store.read(version_roster, MONTH, 2).states
    assert (state.number, state.posted, state.changed) == (2, 1, 1)


@pytest.mark.parametrize("number", [0, 2])
def test_a_version_that_is_not_there_is_refused_with_the_newest(store, officer, number):
    with_published(store, MONTH)
    with pytest.raises(KnownError) as refused:
        store.read(version_roster, MONTH, number)
    assert (refused.value.code, refused.value.facts["number"]) == ("month-moved", 1)


def test_the_roster_in_force_is_no_version(store, officer):
    assert store.read(roster, DAY, NEXT).number == 0


def test_who_is_taken_out_of_the_staff_again_stays_in_the_version_that_was_posted_with_them(
    store, officer
):
    content = OfficerContent("9", "Ilze", "Jaunā", date(2026, 1, 1))
    added = store.run(add_officer, AddOfficer(content))
    with_published(store, MONTH)
    taken_back(store, added)
    shown = store.read(version_roster, MONTH, 1)
    assert [each.surname for each in shown.officers] == ["Bērziņš", "Jaunā"]
    assert [each.surname for each in store.read(month_roster, 2026, 11).officers] == ["Bērziņš"]
