"""The list of prisons is kept up to date."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import NotAllowed
from openblock.features.residents.commands import SavePrison, save_prison
from openblock.features.residents.queries import prisons
from openblock.features.residents.rules.content import PrisonContent
from tests.features.residents.doing import back, codes, log_of, refusal


def named(store, name: str):
    return next((each for each in store.read(prisons) if each.name == name), None)


def test_a_prison_is_added_and_taken_back(store):
    request = SavePrison(None, 0, PrisonContent("  Jaunais   cietums "))
    done = store.run(save_prison, request)
    assert named(store, "Jaunais cietums").prison_id == done.value
    assert log_of(store, "save_prison").subjects == (("prison", str(done.value)),)
    back(store, done)
    assert named(store, "Jaunais cietums") is None


def test_a_prison_closes_and_is_opened_again_by_undo(store):
    there = named(store, "Jelgavas cietums")
    content = PrisonContent(there.name, there.active_from, date(2026, 6, 30))
    done = store.run(save_prison, SavePrison(there.prison_id, there.version, content))
    assert named(store, there.name).active_to == date(2026, 6, 30)
    back(store, done)
    assert named(store, there.name).active_to is None


def test_a_name_stands_once_whatever_its_case(store):
    request = SavePrison(None, 0, PrisonContent("JELGAVAS cietums"))
    assert codes(refusal(store, save_prison, request)) == ["prison-name-taken"]
    there = named(store, "Jelgavas cietums")
    content = PrisonContent("JELGAVAS cietums")
    store.run(save_prison, SavePrison(there.prison_id, there.version, content))


def test_an_unknown_and_an_outdated_prison_are_refused(store):
    request = SavePrison(99, 1, PrisonContent("x"))
    assert refusal(store, save_prison, request).code == "prison-unknown"
    there = named(store, "Jelgavas cietums")
    late = SavePrison(there.prison_id, 7, PrisonContent("Jelgava"))
    assert refusal(store, save_prison, late).code == "changed-meanwhile"


def test_only_an_administrator_keeps_the_list(store_as):
    with pytest.raises(NotAllowed):
        store_as("senior_officer").run(save_prison, SavePrison(None, 0, PrisonContent("x")))
    chief = store_as("administrator")
    done = chief.run(save_prison, SavePrison(None, 0, PrisonContent("Jaunais cietums")))
    with pytest.raises(NotAllowed):
        back(store_as("senior_officer"), done)
