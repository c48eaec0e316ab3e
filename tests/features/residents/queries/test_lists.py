from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.errors import NotAllowed
from openblock.features.residents.commands import EraseResident, erase_resident
from openblock.features.residents.queries.lists import (
    known_people,
    listed_residents,
    personal_codes,
    remembered_columns,
)
from openblock.features.residents.rules.content import Status
from tests.factories import ADMITTED, with_prison, with_resident

CODE = "16117519997"


def names(rows) -> list[str]:
    return [each.content.surname for each in rows]


@pytest.fixture
def four(store):
    """One here, one expected, one gone, and one who was here and comes again."""
    now = clock.now()
    prison = with_prison(store)
    with_resident(
        store,
        "Žagars",
        personal_code="161175-19997",
        birth_date=date(1975, 11, 16),
        admitted_from_id=prison,
    )
    with_resident(store, "Čakste", admitted=now + timedelta(days=3))
    with_resident(store, "Cukurs", discharged=now - timedelta(days=3))


def test_a_list_holds_who_is_here_and_who_is_expected_without_codes(store, four):
    rows = store.read(listed_residents, clock.now())
    assert names(rows) == ["Čakste", "Žagars"]
    assert [each.status for each in rows] == [Status.PLANNED, Status.PRESENT]
    assert rows[1].admitted_from == "Tālais cietums"
    assert {each.content.personal_code for each in rows} == {""}


def test_whom_a_list_may_mean_are_also_those_who_left_with_their_codes(store, four):
    rows = store.read(known_people, clock.now())
    assert names(rows) == ["Cukurs", "Čakste", "Žagars"]
    assert [each.content.personal_code for each in rows] == ["", "", CODE]
    assert rows[0].status is Status.DISCHARGED
    assert rows[2].stay.admitted == ADMITTED


def test_personal_codes_are_read_of_those_asked_for(store, four):
    numbers = {
        each.content.surname: each.resident_id for each in store.read(known_people, ADMITTED)
    }
    found = store.read(personal_codes, [numbers["Žagars"], numbers["Čakste"]])
    assert found == {numbers["Žagars"]: CODE}
    assert store.read(personal_codes, [numbers["Čakste"]]) == {}


@pytest.mark.parametrize("query", [known_people, personal_codes])
def test_codes_are_for_those_who_may_see_them(store_as, query):
    argument = clock.now() if query is known_people else ()
    with pytest.raises(NotAllowed):
        store_as("duty_officer").read(query, argument)


def test_nobody_who_was_erased_is_recognised(store):
    number = with_resident(
        store, discharged=ADMITTED + timedelta(days=1), admitted=ADMITTED - timedelta(days=9000)
    )
    version = store.read(known_people, clock.now())[0].version
    with clock.standing_at(ADMITTED + timedelta(days=20 * 366)):
        store.run(erase_resident, EraseResident(number, version, "the years are over"))
    assert store.read(known_people, clock.now()) == ()


def test_no_headings_are_remembered_before_the_first_list(store):
    assert store.read(remembered_columns) == {}
