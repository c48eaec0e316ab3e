"""What the rules are given of an officer: duties, call-outs, absences, sums of the period."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from openblock.clock import at
from openblock.features.roster.commands.call_outs import save_call_out
from openblock.features.roster.commands.requests import SaveCallOut
from openblock.features.roster.queries.candidates import field_of
from openblock.features.roster.rules import Shift
from openblock.features.staff.queries import officers
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence

DAY = date(2026, 3, 20)
DUTY = Shift(at(DAY, 540), at(DAY, 1980), DAY, "vārti")


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def candidate(store, officer, without=None):
    with Session(store.engine.execution_options(readonly=True)) as session:
        ground = field_of(session, officers(session), DAY, DAY)
        return ground.candidate(officer, DUTY, without=without)


def test_call_outs_count_for_rest_but_are_no_duty_of_the_day(store, officer):
    yesterday = DAY - timedelta(days=1)
    with_duty(store, officer, yesterday - timedelta(days=3))
    store.run(
        save_call_out, SaveCallOut(officer, at(yesterday, 600), at(yesterday, 660), "trauksme")
    )
    found = candidate(store, officer)
    assert [each.day for each in found.shifts] == [yesterday - timedelta(days=3), yesterday]
    assert found.duty_days == {yesterday - timedelta(days=3)}


def test_the_load_is_that_of_the_reference_period_through_the_month_of_the_duty(store, officer):
    for day in (date(2025, 12, 30), date(2026, 1, 10), date(2026, 3, 30), date(2026, 4, 2)):
        with_duty(store, officer, day)
    with_absence(store, officer, date(2026, 2, 2), date(2026, 2, 3))
    load = candidate(store, officer).load
    assert load.worked == 48 * 60
    # January 21, February 20 without the two absent, March 22 working days.
    assert load.overtime == 48 * 60 - (21 + 18 + 22) * 8 * 60
    assert load.counted_days == 31 + 28 + 31 - 2
    assert load.month_end == date(2026, 3, 31)


def test_a_duty_given_in_return_is_neither_there_nor_in_the_sums(store, officer):
    with_duty(store, officer, date(2026, 3, 10))
    kept = candidate(store, officer)
    rid = candidate(store, officer, date(2026, 3, 10))
    assert (len(kept.shifts), len(rid.shifts)) == (1, 0)
    assert kept.load.worked - rid.load.worked == 24 * 60 == kept.load.overtime - rid.load.overtime
    assert kept.nights == 1


def test_absences_come_without_their_kinds(store, officer):
    with_absence(store, officer, DAY)
    assert candidate(store, officer).away == ((at(DAY), at(DAY, 1440)),)
