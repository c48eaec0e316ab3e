"""Alert marks, notes and the photograph."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import NotAllowed
from openblock.features.residents.commands import (
    AddNote,
    RemoveAlert,
    SaveAlert,
    SetPhoto,
    add_note,
    remove_alert,
    save_alert,
    set_photo,
)
from openblock.features.residents.rules.content import AlertContent
from tests.factories import with_resident
from tests.features.residents.doing import JPEG, NOW, back, card, codes, log_of, refusal, stands

ALERT = AlertContent("health", "Cukura diabēts", date(2026, 11, 1))


@pytest.fixture
def number(store):
    return with_resident(store)


def test_an_alert_is_set_changed_and_taken_out_and_each_goes_back(store, number):
    states = [stands(store)]
    done = [store.run(save_alert, SaveAlert(number, None, 0, replace(ALERT, text=" a \n b ")))]
    mark = done[0].value
    states.append(stands(store))
    ends = replace(ALERT, kind="escape", last_day=date(2026, 11, 30))
    done.append(store.run(save_alert, SaveAlert(number, mark, 1, ends)))
    states.append(stands(store))
    assert [each.content for each in card(store, number).alerts] == [ends]
    done.append(store.run(remove_alert, RemoveAlert(mark, 2)))
    assert card(store, number).alerts == ()
    for each in reversed(done):
        back(store, each)
        assert stands(store) == states.pop()


def test_a_faulty_alert_is_refused_with_every_problem(store, number):
    wrong = AlertContent("x", "", date(2026, 11, 2), date(2026, 11, 1))
    assert codes(refusal(store, save_alert, SaveAlert(number, None, 0, wrong))) == [
        *("choice-unknown", "text-missing", "alert-ends-before-start"),
    ]


def test_an_alert_of_another_person_an_unknown_and_an_outdated_one_are_refused(store, number):
    other = with_resident(store, "Ozols")
    mark = store.run(save_alert, SaveAlert(number, None, 0, ALERT)).value
    for request in (SaveAlert(other, mark, 1, ALERT), SaveAlert(number, 99, 1, ALERT)):
        assert refusal(store, save_alert, request).code == "alert-unknown"
    assert refusal(store, remove_alert, RemoveAlert(99, 1)).code == "alert-unknown"
    assert refusal(store, remove_alert, RemoveAlert(mark, 7)).code == "changed-meanwhile"


def test_a_note_bears_the_name_of_who_wrote_it(store, number):
    done = store.run(add_note, AddNote(number, "assessment", " Mierīgs.\r\nPalīdz citiem. "))
    (note,) = card(store, number).notes
    assert (note.kind, note.text) == ("assessment", "Mierīgs.\nPalīdz citiem.")
    assert (note.written_by, note.written_at) == ("Anna Bērziņa", NOW)
    again = back(store, done)
    assert card(store, number).notes == ()
    back(store, again)
    assert card(store, number).notes == (note,)


def test_a_correction_names_a_note_of_the_same_person(store, number):
    note = store.run(add_note, AddNote(number, "fact", "Ieradās.")).value
    store.run(add_note, AddNote(number, "fact", "Ieradās vakarā.", note))
    assert {each.corrects_id for each in card(store, number).notes} == {None, note}
    other = with_resident(store, "Ozols")
    for request in (AddNote(other, "fact", "Cits.", note), AddNote(number, "fact", "Cits.", 99)):
        assert refusal(store, add_note, request).code == "note-unknown"


def test_a_faulty_note_is_refused_with_every_problem(store, number):
    assert codes(refusal(store, add_note, AddNote(number, "x", "x" * 4001))) == [
        *("choice-unknown", "text-too-long"),
    ]


def test_sec_01_the_log_says_that_a_note_was_written_and_not_what(store, number):
    store.run(add_note, AddNote(number, "fact", "Noslēpums."))
    row = log_of(store, "add_note")
    assert row.changes[0]["new"]["kind"] == "fact"
    assert "Noslēpums" not in str(row)


def test_a_photograph_is_kept_changed_and_taken_away_and_each_goes_back(store, number):
    steps = (JPEG, JPEG + b" older", None)
    states, done = [], []
    for jpeg in steps:
        states.append(card(store, number).photo)
        done.append(store.run(set_photo, SetPhoto(number, jpeg)))
        assert card(store, number).photo == jpeg
    for each in reversed(done):
        back(store, each)
        assert card(store, number).photo == states.pop()


def test_a_second_photograph_of_one_day_is_announced_and_logged(store, number):
    store.run(set_photo, SetPhoto(number, JPEG))
    heard = []
    store.listen(heard.append)
    store.run(set_photo, SetPhoto(number, JPEG + b" other"))
    assert "photos" in heard[0]


def test_no_photograph_where_there_was_none_is_nothing_to_undo(store, number):
    assert store.run(set_photo, SetPhoto(number, None)).undo is None


def test_what_is_no_photograph_is_refused_with_every_problem(store, number):
    request = SetPhoto(number, b"GIF89a".ljust(300 * 1024 + 1))
    assert codes(refusal(store, set_photo, request)) == ["photo-not-jpeg", "photo-too-large"]
    assert "GIF" not in str(log_rows_of(store))


def log_rows_of(store):
    from openblock.features.accounts.queries import log_rows
    from openblock.storage.log import LogFilter

    return store.read(log_rows, LogFilter())


@pytest.mark.parametrize("role", ["auditor", "trainee", "programme_coordinator"])
def test_only_those_on_duty_write_about_a_person(store_as, role):
    number = with_resident(store_as("administrator"))
    with pytest.raises(NotAllowed):
        store_as(role).run(add_note, AddNote(number, "fact", "Ieradās."))
