"""Accounts and their key slots, changed together."""

from __future__ import annotations

import unicodedata

import pytest

from openblock.errors import NotAllowed, RuleBroken
from openblock.features.accounts import commands, queries
from openblock.features.accounts.session import (
    add_person,
    change_block_setting,
    change_own_password,
    dismiss_person,
    give_password,
    readmit_person,
    rename_person,
)
from openblock.storage.log import LogFilter
from tests.conftest import PASSWORD
from tests.features.accounts.acting import NEW, add, code_of, slots
from tests.features.accounts.conftest import ANNA


def test_a_new_person_signs_in_with_the_given_password(block, sign_in, anna):
    number = add_person(anna, "O'Brien <b>", "duty_officer", "lv", (NEW, NEW))
    person = anna.read(queries.own_account, number)
    assert [slot.name for slot in block.entrance.people()] == [ANNA, "O'Brien <b>"]
    assert sign_in(person.slot_id, NEW).actor.role == "duty_officer"


def test_a_password_typed_on_a_keyboard_that_composes_otherwise_still_opens(sign_in, anna):
    person = add(anna)
    assert sign_in(person.slot_id, unicodedata.normalize("NFD", NEW)).actor is not None


def test_a_refused_person_leaves_no_slot_behind(block, anna):
    with pytest.raises(RuleBroken):
        add_person(anna, ANNA.upper(), "auditor", "lv", (NEW, NEW))
    assert slots(block) == {block.slot_id}


def test_everything_wrong_with_the_password_is_told_before_a_slot_is_made(block, anna):
    with pytest.raises(RuleBroken) as raised:
        add_person(anna, "Andris", "auditor", "lv", ("x", "y"))
    assert {problem.field for problem in raised.value.problems} == {"password", "again"}
    assert slots(block) == {block.slot_id}


def test_who_may_not_add_people_gets_no_slot_and_is_logged(block, sign_in, anna):
    officer = sign_in(add(anna).slot_id, NEW)
    before = slots(block)
    with pytest.raises(NotAllowed):
        add_person(officer, "Friend", "administrator", "lv", (NEW, NEW))
    assert slots(block) == before
    (row,) = anna.read(queries.log_rows, LogFilter(operation="refused"))
    assert (row.actor, row.details["operation"]) == ("Bērziņš Andris", "accounts.add_account")


def test_a_renamed_person_has_the_new_name_at_the_door(block, anna):
    person = add(anna)
    rename_person(anna, person, "Bērziņš-Kalns  Andris", person.version)
    assert "Bērziņš-Kalns Andris" in [slot.name for slot in block.entrance.people()]


def test_a_given_password_opens_and_the_former_one_does_not(block, sign_in, anna):
    person = add(anna)
    other = "cita parole te"
    give_password(anna, person, other, other)
    assert code_of(lambda: sign_in(person.slot_id, NEW)) == "wrong-password"
    assert sign_in(person.slot_id, other).actor is not None
    assert anna.read(queries.own_account, person.account_id).must_change_password


def test_the_own_password_is_changed_only_with_the_present_one(block, sign_in, anna):
    mine = anna.read(queries.own_account, 1)
    assert code_of(lambda: change_own_password(anna, mine, "no", NEW, NEW)) == "wrong-password"
    change_own_password(anna, mine, PASSWORD, NEW, NEW)
    assert code_of(sign_in) == "wrong-password"
    assert sign_in(password=NEW).actor is not None


def test_the_present_password_is_no_new_one(anna):
    mine = anna.read(queries.own_account, 1)
    with pytest.raises(RuleBroken) as raised:
        change_own_password(anna, mine, PASSWORD, PASSWORD, PASSWORD)
    assert raised.value.problems[0].code == "same-password"


def test_a_person_who_returns_has_a_new_slot_and_must_change_the_password(sign_in, anna):
    person = add(anna)
    dismiss_person(anna, person)
    readmit_person(anna, person, NEW, NEW)
    back = anna.read(queries.own_account, person.account_id)
    assert back.slot_id != person.slot_id
    assert back.must_change_password
    assert sign_in(back.slot_id, NEW).actor is not None


def test_the_last_administrator_stays_at_the_door(block, anna):
    mine = anna.read(queries.own_account, 1)
    with pytest.raises(RuleBroken):
        dismiss_person(anna, mine)
    assert slots(block) == {block.slot_id}


def test_a_setting_changed_here_is_stored_as_any_other(anna):
    change_block_setting(anna, commands.ChangeSetting("idle_minutes", 9))
    assert anna.read(queries.settings)["idle_minutes"] == 9
