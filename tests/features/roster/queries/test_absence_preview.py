"""An absence says before it is entered what it takes away, what is short, and why it may not be."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.clock import at, standing_at
from openblock.features.roster.commands import (
    SaveAbsence,
    SaveMinimum,
    save_absence,
    save_minimum,
)
from openblock.features.roster.queries import absence_preview, month_roster
from openblock.features.roster.rules import Minimum
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from tests.factories import (
    COURSE_BEGINS,
    with_course,
    with_duty,
    with_mentor,
    with_officer,
    with_shadowing,
    with_templates,
    with_trainee,
)
from tests.factories.living import with_absence, with_closed, with_published
from tests.features.roster.days import DAY, NEXT

BEFORE = DAY - timedelta(days=1)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def sick(officer, first=NEXT, last=None, **facts):
    return AbsenceContent(officer, AbsenceKind.SICK, first, last or first, **facts)


def test_a_duty_that_begins_in_it_goes_and_one_that_runs_is_cut(store, officer):
    with_duty(store, officer, DAY, "24")
    with_duty(store, officer, NEXT + timedelta(days=1), "D")
    found = store.read(absence_preview, sick(officer, NEXT, NEXT + timedelta(days=1)))
    cut, gone = found.lost
    assert (cut.day, cut.starts_at, cut.ended_at) == (DAY, at(NEXT), at(NEXT, 540))
    assert cut.ends_at == at(NEXT)
    assert (gone.code, gone.starts_at, gone.ends_at) == ("D", at(NEXT, 1440 + 540), None)
    assert found.problems == ()
    store.run(save_absence, SaveAbsence(sick(officer, NEXT, NEXT + timedelta(days=1))))
    (left,) = store.read(month_roster, 2026, 11).duties.values()
    assert left.ends_at == cut.ends_at


def test_working_days_are_those_the_norm_loses(store, officer):
    # Monday to Sunday; on the Monday the end of Sunday's duty was worked.
    with_duty(store, officer, DAY, "24")
    week = sick(officer, NEXT, NEXT + timedelta(days=6), from_minute=360)
    assert store.read(absence_preview, week).working_days == 4
    whole = replace(week, from_minute=0)
    assert store.read(absence_preview, whole).working_days == 5
    norm = store.read(month_roster, 2026, 11).officers[0].norm_minutes
    store.run(save_absence, SaveAbsence(whole))
    assert store.read(month_roster, 2026, 11).officers[0].norm_minutes == norm - 5 * 480


def test_only_hours_that_become_short_are_told(store, officer):
    other = with_officer(store, "2", "Kalniņa")
    store.run(save_minimum, SaveMinimum(Minimum("Diena", 540, 1260, 1)))
    for each in (officer, other):
        with_duty(store, each, NEXT, "24")
    with_duty(store, officer, DAY - timedelta(days=3), "D")
    early = sick(officer, DAY - timedelta(days=3), NEXT)
    (gap,) = store.read(absence_preview, early).gaps
    assert gap.facts["start"] == at(DAY - timedelta(days=3), 540)
    with_absence(store, other, NEXT)
    gaps = store.read(absence_preview, sick(officer)).gaps
    assert [(each.facts["start"], each.facts["present"]) for each in gaps] == [(at(NEXT, 540), 0)]


def test_what_stands_beside_a_lost_duty_is_told_with_it(store):
    with_templates(store)
    mentor = with_mentor(store)
    day = COURSE_BEGINS + timedelta(days=1)
    with_duty(store, mentor, day, "D")
    with standing_at(at(COURSE_BEGINS)):
        with_shadowing(store, with_trainee(store, with_course(store)), mentor, day, (9, 21))
        (lost,) = store.read(absence_preview, sick(mentor, day)).lost
    assert lost.beside == ("Zariņa E. 09:00–21:00",)


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"last_day": DAY}, "last_day", "absence-backwards"),
        ({"from_minute": 1440}, "from_minute", "absence-time"),
        ({"first_day": date(2019, 12, 31)}, "last_day", "absence-too-long"),
        ({"remark": "a" * 201}, "remark", "absence-remark-long"),
    ],
)
def test_what_is_typed_wrong_is_told_beside_its_field(store, officer, changed, field, code):
    found = store.read(absence_preview, replace(sick(officer), **changed))
    assert [(each.field, each.code) for each in found.problems] == [(field, code)]
    assert found.lost == ()


def test_time_that_is_taken_already_is_told_and_the_absence_itself_is_not_in_its_way(
    store, officer
):
    number = with_absence(store, officer, NEXT)
    longer = sick(officer, DAY, NEXT)
    (problem,) = store.read(absence_preview, longer).problems
    assert (problem.code, problem.field) == ("commitment-clashes", "first_day")
    assert store.read(absence_preview, longer, number).problems == ()


def test_days_not_served_and_closed_months_are_told(store):
    with_templates(store)
    officer = with_officer(store, active_from=date(2026, 11, 20))
    (problem,) = store.read(absence_preview, sick(officer, date(2026, 11, 19))).problems
    assert (problem.code, problem.field) == ("officer-not-active", "first_day")
    with standing_at(at(date(2026, 12, 1), 60)):
        with_published(store, date(2026, 11, 1))
        with_closed(store, date(2026, 11, 1))
    (problem,) = store.read(absence_preview, sick(officer, DAY)).problems
    assert problem.code == "month-closed"
    assert store.read(absence_preview, sick(officer, date(2026, 12, 1))).problems == ()
