"""A list of residents is written whole or not at all, by the rules of the form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.errors import KnownError, NotAllowed, RuleBroken
from openblock.features.residents.commands.importing import (
    ImportResidents,
    ListedArrival,
    ListedChange,
    import_residents,
)
from openblock.features.residents.queries.lists import (
    known_people,
    listed_residents,
    remembered_columns,
)
from openblock.features.residents.rules.content import ResidentContent, StayContent
from tests.factories import with_resident

CODE = "161175-19997"
BORN = date(1975, 11, 16)


def arrival(surname: str = "Bērziņš", given_name: str = "Jānis", **facts) -> ListedArrival:
    content = ResidentContent(surname, given_name, **{"birth_date": BORN, **facts})
    return ListedArrival(content, StayContent(clock.now() - timedelta(days=2)))


def change_of(store, **facts) -> ListedChange:
    """The one known person changed so; facts of the stay begin with ``sentence``."""
    (person,) = store.read(known_people, clock.now())
    of_stay = {name: facts.pop(name) for name in list(facts) if name.startswith("sentence")}
    return ListedChange(
        person.resident_id,
        person.version,
        replace(person.content, **facts) if facts else None,
        person.stay_id,
        person.stay_version,
        replace(person.stay, **of_stay) if of_stay else None,
    )


def names(store) -> list[str]:
    return [each.content.name for each in store.read(listed_residents, clock.now())]


def refusals(store, request) -> list[tuple[str, str]]:
    with pytest.raises(RuleBroken) as refusal:
        store.run(import_residents, request)
    return [(each.code, each.facts["resident"]) for each in refusal.value.problems]


def test_new_people_come_in_with_their_stays(store):
    request = ImportResidents((arrival(personal_code=CODE), arrival("Liepa", "Zane")))
    assert store.run(import_residents, request).value == 2
    assert names(store) == ["Bērziņš Jānis", "Liepa Zane"]
    stored = store.read(known_people, clock.now())[0]
    assert stored.content.personal_code == CODE.replace("-", "")
    assert stored.stay == request.arrivals[0].stay


def test_a_list_is_undone_and_done_again_in_one_step_each(store):
    with_resident(store, "Vītols", birth_date=date(1980, 1, 1))
    change = change_of(store, given_name="Valdis", sentence_end=date(2030, 1, 1))
    before = store.read(known_people, clock.now())
    done = store.run(import_residents, ImportResidents((arrival(),), (change,)))
    after = store.read(known_people, clock.now())
    assert [each.content.name for each in after] == ["Bērziņš Jānis", "Vītols Valdis"]
    assert after[1].stay.sentence_end == date(2030, 1, 1)
    back = store.run(done.undo.command, done.undo.request, undoes=True)
    undone = store.read(known_people, clock.now())
    assert [(each.content, each.stay) for each in undone] == [
        (each.content, each.stay) for each in before
    ]
    store.run(back.undo.command, back.undo.request)
    assert names(store) == ["Bērziņš Jānis", "Vītols Valdis"]


def test_every_problem_of_every_row_is_told_and_nothing_is_written(store):
    with_resident(store, "Vītols", birth_date=date(1980, 1, 1))
    request = ImportResidents(
        (arrival("B3rziņš"), arrival("Liepa", "Zane"), arrival("Kalns", personal_code="1")),
        (change_of(store, surname=""),),
    )
    assert refusals(store, request) == [
        ("text-missing", "Jānis"),
        ("name-sign", "B3rziņš Jānis"),
        ("personal-code-shape", "Kalns Jānis"),
    ]
    assert names(store) == ["Vītols Jānis"]


def test_a_warning_refuses_the_list_for_it_gives_no_reason(store):
    request = ImportResidents((arrival(personal_code="161175-19996"),))
    assert refusals(store, request) == [("personal-code-check-digit", "Bērziņš Jānis")]


def test_nobody_is_stored_twice_neither_with_the_block_nor_with_the_list(store):
    with_resident(store, "Bērziņš", "Jānis", birth_date=BORN)
    same = ImportResidents((arrival("Berzins", "Janis", personal_code=CODE),))
    assert refusals(store, same) == [("resident-may-exist", "Berzins Janis")]
    coded = (arrival("Liepa", personal_code=CODE), arrival("Kalns", personal_code=CODE))
    assert {code for code, _name in refusals(store, ImportResidents(coded))} == {
        "personal-code-taken"
    }
    twins = ImportResidents((arrival("Liepa", "Zane"), arrival("Liepa", "Zane")))
    assert len(refusals(store, twins)) == 2


def test_a_list_previewed_before_somebody_else_saved_is_refused(store):
    with_resident(store, "Vītols")
    change = change_of(store, given_name="Valdis")
    store.run(import_residents, ImportResidents((), (change,)))
    with pytest.raises(KnownError, match="changed-meanwhile"):
        store.run(import_residents, ImportResidents((arrival(),), (change,)))
    assert names(store) == ["Vītols Valdis"]


def test_the_log_names_the_file_and_everybody_in_it(store):
    before = store.head().number
    store.run(import_residents, ImportResidents((arrival(),), file_name="saraksts.xlsx"))
    assert store.head().number == before + 1


def test_headings_are_remembered_for_the_next_list_and_added_to(store):
    store.run(import_residents, ImportResidents((), headings={"kods": "personal_code"}))
    store.run(import_residents, ImportResidents((), headings={"klase": ""}))
    assert store.read(remembered_columns) == {"kods": "personal_code", "klase": ""}


def test_a_duty_officer_brings_no_list_in(store_as):
    with pytest.raises(NotAllowed):
        store_as("duty_officer").run(import_residents, ImportResidents(()))


def test_a_senior_officer_brings_a_list_in_and_takes_it_back(store_as):
    store = store_as("senior_officer")
    done = store.run(import_residents, ImportResidents((arrival(),)))
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert names(store) == []
