"""Absences are read with their letters; of their kinds everybody learns what a wall copy says."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from openblock.clock import at
from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.accounts.rights import Role
from openblock.features.roster.commands import SaveAbsenceCode, save_absence_code
from openblock.features.roster.queries import (
    absence_card,
    absence_days,
    absence_letters,
    absences_between,
    roster,
)
from openblock.features.roster.rules.absence import HIDDEN, AbsenceKind, Letters
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.storage.store import Actor
from tests.factories import with_officer, with_templates
from tests.factories.living import with_absence
from tests.features.roster.days import DAY, NEXT

MARCH, OCTOBER = date(2026, 3, 29), date(2026, 10, 25)
KNOWING = {Role.ADMINISTRATOR, Role.SENIOR_OFFICER, Role.AUDITOR}


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def shown(store, day=DAY):
    return {
        officer_id: (each.kind, each.code)
        for (officer_id, _day), each in store.read(roster, day, day).absences.items()
    }


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("kind", [AbsenceKind.SICK, AbsenceKind.OTHER, AbsenceKind.LEAVE])
def test_sickness_and_other_absences_are_x_for_whoever_may_not_read_the_card(
    store, store_as, officer, role, kind
):
    with_absence(store, officer, DAY, kind=kind)
    letter = {"sick": "S", "other": "C", "leave": "A"}[kind]
    known = kind.is_posted or role in KNOWING
    expected = (kind, letter) if known else (None, HIDDEN)
    assert shown(store_as(role)) == {officer: expected}


def test_an_officer_knows_the_own_kind_and_nobody_elses(store, officer):
    other = with_officer(store, "2", "Kalniņa")
    for each in (officer, other):
        with_absence(store, each, DAY)
    account = store.run(add_account, AddAccount("slot", "Jānis", "duty_officer", "en")).value
    store.run(link_officer, LinkOfficer(officer, account))
    store.sign_in(Actor(account, "Jānis", "duty_officer", "en"))
    assert shown(store) == {officer: (AbsenceKind.SICK, "S"), other: (None, HIDDEN)}


def test_a_block_may_have_letters_of_its_own(store, officer):
    store.run(save_absence_code, SaveAbsenceCode(AbsenceKind.SICK, Letters("V", "SL")))
    letters = store.read(absence_letters)
    assert letters[AbsenceKind.SICK] == Letters("V", "SL")
    assert letters[AbsenceKind.LEAVE] == Letters("A", "A")
    with_absence(store, officer, DAY)
    assert shown(store) == {officer: (AbsenceKind.SICK, "V")}


@pytest.mark.parametrize("day", [DAY, MARCH, OCTOBER])
def test_a_card_says_the_times_that_were_entered_also_when_the_clock_changes(store, officer, day):
    number = with_absence(store, officer, day, from_minute=540, to_minute=1440)
    card = store.read(absence_card, number)
    assert (card.content.from_minute, card.content.to_minute) == (540, 1440)
    assert (card.name, card.ends_at, card.version) == ("Bērziņš Jānis", at(day, 1440), 1)
    assert store.read(absence_card, number + 1) is None


def test_an_absence_is_read_for_each_of_its_days_and_of_two_the_earlier_has_the_day(store, officer):
    first = with_absence(store, officer, DAY, NEXT, AbsenceKind.TRIP, to_minute=600)
    second = with_absence(store, officer, NEXT, kind=AbsenceKind.LEAVE, from_minute=600)
    days = store.read(roster, DAY, NEXT).absences
    assert [each.absence_id for _cell, each in sorted(days.items())] == [first, first]
    assert second != first


LAST_OF_A_YEAR = date(2027, 11, 22)


@pytest.mark.parametrize("day", [DAY, LAST_OF_A_YEAR])
def test_an_absence_of_a_year_is_found_on_its_first_and_on_its_last_day(store, officer, day):
    with_absence(store, officer, DAY, LAST_OF_A_YEAR, AbsenceKind.LEAVE)
    assert list(shown(store, day)) == [officer]
    assert shown(store, date(2027, 11, 23)) == shown(store, date(2026, 11, 21)) == {}


def test_where_nobody_asks_no_hidden_kind_is_told_and_the_rows_have_them_all(store, officer):
    with_absence(store, officer, DAY)
    with Session(store.engine.execution_options(readonly=True)) as session:
        assert absence_days(session, DAY, DAY)[officer, DAY].code == HIDDEN
        (row,) = absences_between(session, DAY, DAY, {officer})
        assert row.content.kind is AbsenceKind.SICK
        assert absences_between(session, DAY, DAY, {officer + 1}) == ()
