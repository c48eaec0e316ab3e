"""One person's card: what is on it, and what only some may read."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import NotAllowed
from openblock.features.residents.commands import (
    AddNote,
    OpenKeepApart,
    ReadmitResident,
    ReleaseResident,
    SaveAlert,
    SetPhoto,
    add_note,
    open_keep_apart,
    readmit_resident,
    release_resident,
    save_alert,
    set_photo,
)
from openblock.features.residents.queries import (
    Event,
    Join,
    join,
    open_matters,
    personal_code,
    read_notes,
    resident_card,
    wheres,
)
from openblock.features.residents.queries import joined as joining
from openblock.features.residents.rules.content import AlertContent, ResidentContent, StayContent
from tests.factories import with_officer, with_prison, with_resident
from tests.features.residents.doing import DAY, JPEG, NOW, WHY, card

CODE = "161175-19997"


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Nothing is joined but what a test joins itself."""
    monkeypatch.setattr(joining, "_joined", {})


def test_a_card_holds_all_that_is_entered_but_the_personal_code(store):
    number = with_resident(
        store,
        personal_code=CODE,
        birth_date=date(1975, 11, 16),
        sex="male",
        needs=("accessible",),
        contact_officer_id=with_officer(store, surname="Ozola", given_name="Ilze"),
    )
    found = card(store, number)
    assert found.content == ResidentContent(
        *("Bērziņš", "Jānis", "******-*9997", date(1975, 11, 16), "male", ("accessible",), 1)
    )
    assert (found.has_code, found.contact_officer) == (True, "Ozola Ilze")
    assert (found.photo, found.notes, found.pairs, found.alerts) == (None, (), (), ())
    assert "16117519997" not in str(found)


def test_an_unknown_number_has_no_card_and_no_code(store):
    assert store.read(resident_card, 99, NOW) is None
    assert store.read(personal_code, 99) == ""


def test_who_has_no_code_is_said_to_have_none(store):
    number = with_resident(store)
    assert not card(store, number).has_code
    assert store.read(personal_code, number) == ""


def test_stays_stand_newest_first_with_the_names_of_the_prisons(store):
    prison = with_prison(store)
    number = with_resident(store, admitted=NOW - 9 * DAY, admitted_from_id=prison)
    request = ReleaseResident(number, 1, NOW - 2 * DAY, "transferred", prison)
    store.run(release_resident, request)
    store.run(readmit_resident, ReadmitResident(number, 1, StayContent(NOW - DAY)))
    new, old = card(store, number).stays
    assert (new.admitted_from, new.transferred_to, new.open_ended) == ("", "", True)
    assert (old.admitted_from, old.transferred_to) == ("Tālais cietums",) * 2
    assert not old.open_ended


@pytest.mark.parametrize("role", ["senior_officer", "administrator"])
def test_the_whole_code_is_read_by_those_who_may(store_as, role):
    number = with_resident(store_as("administrator"), personal_code=CODE)
    assert store_as(role).read(personal_code, number) == "16117519997"


@pytest.mark.parametrize("role", ["duty_officer", "auditor", "programme_coordinator", "trainee"])
def test_the_whole_code_is_refused_to_others(store_as, role):
    number = with_resident(store_as("administrator"), personal_code=CODE)
    with pytest.raises(NotAllowed):
        store_as(role).read(personal_code, number)


def test_sec_01_an_auditor_reads_the_card_without_notes(store_as):
    chief = store_as("administrator")
    number = with_resident(chief)
    chief.run(add_note, AddNote(number, "fact", "Noslēpums."))
    officer, auditor = store_as("duty_officer"), store_as("auditor")
    assert len(card(officer, number).notes) == len(officer.read(read_notes, number)) == 1
    found = card(auditor, number)
    assert found.notes == ()
    assert "Noslēpums" not in str(found)
    assert [each.kind for each in found.events] == ["admitted"]
    with pytest.raises(NotAllowed):
        auditor.read(read_notes, number)
    with pytest.raises(NotAllowed):
        store_as("trainee").read(resident_card, number, NOW)


def test_marks_pairs_and_photograph_stand_on_the_card(store):
    number, other = with_resident(store), with_resident(store, "Ozols")
    alert = AlertContent("health", "Cukura diabēts", date(2026, 11, 1))
    store.run(save_alert, SaveAlert(number, None, 0, alert))
    store.run(open_keep_apart, OpenKeepApart(other, number, "room", WHY))
    store.run(set_photo, SetPhoto(number, JPEG))
    found = card(store, number)
    assert [each.content for each in found.alerts] == [alert]
    assert [each.other(number) for each in found.pairs] == [(other, "Ozols Jānis")]
    assert found.photo == JPEG
    assert card(store, other).photo is None


def test_the_timeline_stands_newest_first_with_what_features_join(store):
    number = with_resident(store, admitted=NOW - 2 * DAY, sentence_end=date(2027, 5, 5))
    store.run(add_note, AddNote(number, "fact", "Ieradās."))
    bed = Event(NOW - DAY, "assigned", {"bed": "105 A"}, 7)
    seen = []

    def events(_session, resident_id):
        seen.append(resident_id)
        return (bed,)

    join(Join("rooms", lambda *_a: {}, events, lambda *_a: ()))
    assert [each.kind for each in card(store, number).events] == [
        *("sentence-end", "note-fact", "assigned", "admitted"),
    ]
    assert seen == [number]


def test_where_everybody_is_and_what_a_release_ends_is_asked_of_all_who_joined(store):
    join(Join("a", lambda _s, _at: {1: "105 A"}, lambda *_a: (), lambda *_a: ()))
    join(Join("b", lambda _s, _at: {2: "106"}, lambda *_a: (), lambda *_a: ()))
    assert store.read(wheres, NOW) == {1: "105 A", 2: "106"}
    assert store.read(open_matters, 1, NOW) == ()
