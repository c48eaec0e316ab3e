"""What the tables of residents refuse by themselves, whatever writes into them."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from openblock.clock import FOREVER
from openblock.features.residents.tables import Alert, KeepApart, Note, Prison, Resident, Stay
from tests.factories import with_resident
from tests.features.residents.doing import DAY, MINUTE, NOW

PERSON = {
    "surname": "Bērziņš",
    "given_name": "Jānis",
    "folded": "berzins janis",
    "sex": "",
    "needs": [],
    "accepted": {},
    "version": 1,
}
STAY = {
    "resident_id": 1,
    "admitted": NOW,
    "discharged": NOW + DAY,
    "admission_kind": "transfer",
    "discharge_kind": "",
    "version": 1,
}
PAIR = {
    "first_id": 1,
    "second_id": 2,
    "level": "room",
    "reason": "x",
    "opened_at": NOW,
    "opened_by": "Anna",
    "closed_at": FOREVER,
    "closed_by": "",
    "close_reason": "",
    "version": 1,
}
ALERT = {"resident_id": 1, "kind": "x", "text": "x", "first_day": date(2026, 1, 1), "version": 1}
NOTE = {
    "resident_id": 1,
    "kind": "fact",
    "text": "x",
    "written_at": NOW,
    "written_by": "Anna",
    "version": 1,
}
PRISON = {"name": "x", "version": 1}


def write(store, table, *rows):
    with store.engine.begin() as connection:
        for row in rows:
            connection.execute(insert(table), row)


@pytest.fixture
def people(store):
    write(store, Resident, PERSON, PERSON, PERSON)
    return store


@pytest.mark.parametrize(
    ("table", "good", "wrong"),
    [
        (Resident, PERSON, {"surname": ""}),
        (Resident, PERSON, {"given_name": ""}),
        (Resident, PERSON, {"sex": "x"}),
        (Resident, PERSON, {"contact_officer_id": 99}),
        (Stay, STAY, {"discharged": NOW}),
        (Stay, STAY, {"resident_id": 99}),
        (Stay, STAY, {"sentence_start": date(2026, 1, 2), "sentence_end": date(2026, 1, 1)}),
        (KeepApart, PAIR, {"first_id": 2}),
        (KeepApart, PAIR, {"first_id": 2, "second_id": 1}),
        (KeepApart, PAIR, {"level": "bed"}),
        (KeepApart, PAIR, {"closed_at": NOW}),
        (Alert, ALERT, {"last_day": date(2025, 12, 31)}),
        (Note, NOTE, {"kind": "x"}),
        (Note, NOTE, {"corrects_id": 99}),
        (Prison, PRISON, {"name": ""}),
        (Prison, PRISON, {"active_from": date(2026, 1, 2), "active_to": date(2026, 1, 1)}),
        (Prison, PRISON, {"name": "Jelgavas cietums"}),
    ],
)
def test_the_database_itself_refuses_what_the_rules_refuse(people, table, good, wrong):
    write(people, table, good)
    with pytest.raises(IntegrityError):
        write(people, table, good | wrong)


def test_res_04_a_code_stands_once_and_none_any_number_of_times(people):
    write(people, Resident, PERSON | {"personal_code": "16117519997"})
    with pytest.raises(IntegrityError):
        write(people, Resident, PERSON | {"personal_code": "16117519997"})


@pytest.mark.parametrize(
    ("shift", "refused"), [(DAY, False), (DAY - MINUTE, True), (-DAY, False), (MINUTE - DAY, True)]
)
def test_res_06_the_database_itself_refuses_overlapping_stays(people, shift, refused):
    other = STAY | {"admitted": NOW + shift, "discharged": NOW + shift + DAY}
    write(people, Stay, STAY)
    write(people, Stay, other | {"resident_id": 2})
    if not refused:
        write(people, Stay, other)
        return
    with pytest.raises(IntegrityError, match="overlap:stays"):
        write(people, Stay, other)


def test_res_06_a_stay_is_not_stretched_into_another_either(people):
    write(people, Stay, STAY, STAY | {"admitted": NOW + DAY, "discharged": FOREVER})
    with pytest.raises(IntegrityError, match="overlap:stays"), people.engine.begin() as connection:
        connection.execute(update(Stay).where(Stay.id == 1).values(discharged=NOW + 2 * DAY))


def test_kap_01_one_open_pair_of_two_and_any_number_of_closed_ones(people):
    closed = PAIR | {"closed_at": NOW + DAY}
    write(people, KeepApart, closed, closed, PAIR, PAIR | {"second_id": 3})
    with pytest.raises(IntegrityError):
        write(people, KeepApart, PAIR)


def test_a_number_is_never_given_twice(store):
    number = with_resident(store)
    with store.engine.begin() as connection:
        for table in (Stay, Resident):
            connection.exec_driver_sql(f"DELETE FROM {table.__tablename__}")  # noqa: S608
    assert with_resident(store) == number + 1
