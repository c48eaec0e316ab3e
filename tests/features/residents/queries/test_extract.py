"""What the log says of one person: who looked, and what was given out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.queries.extract import Given, Look, resident_extract
from openblock.storage.store import Consultation, Disclosure
from tests.factories import with_resident
from tests.features.residents.doing import NOW


def test_looks_are_counted_by_day_and_role_with_those_that_were_merged(store):
    person, other = with_resident(store), with_resident(store, "Ozols")
    look = Consultation("resident", str(person))
    for _time in range(3):
        store.consult(look)
    store.consult(Consultation("resident", str(other)))
    with clock.standing_at(NOW + timedelta(days=1)):
        store.consult(look)
        looks = store.read(resident_extract, person, NOW).looks
        store.consult(look)
        again = store.read(resident_extract, person, NOW).looks
    assert again[0] == Look(date(2026, 11, 23), "administrator", 2)
    assert looks == (
        Look(date(2026, 11, 23), "administrator", 1),
        Look(date(2026, 11, 22), "administrator", 3),
    )


def test_what_was_given_out_says_what_why_and_to_whom(store):
    person = with_resident(store)
    store.disclose(Disclosure("room-list", (f"resident:{person}",), "duty", "Notice board"))
    store.disclose(Disclosure("room-list", ("resident:999",), "duty", "Somebody"))
    extract = store.read(resident_extract, person, NOW)
    assert extract.given == (Given(NOW, "room-list", "duty", "Notice board"),)


def test_the_code_is_whole_and_nobody_has_no_extract(store):
    person = with_resident(store, personal_code="161175-19997")
    assert store.read(resident_extract, person, NOW).personal_code == "16117519997"
    assert store.read(resident_extract, 999, NOW) is None


@pytest.mark.parametrize("role", ["duty_officer", "auditor", "trainee"])
def test_a_role_that_may_not_see_codes_gets_no_extract(store_as, store, role):
    person = with_resident(store)
    with pytest.raises(KnownError):
        store_as(role).read(resident_extract, person, NOW)
