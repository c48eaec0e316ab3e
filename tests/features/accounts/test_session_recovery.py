"""The recovery key, and the proof of the log."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError, NotAllowed, RuleBroken
from openblock.features.accounts.session import (
    renew_recovery_key,
)
from openblock.features.accounts.session.opening import release
from openblock.features.accounts.session.proving import verify_log
from openblock.storage import keys
from tests.features.accounts.acting import NEW, add, code_of, deeds, slots
from tests.features.accounts.conftest import ANNA


def test_the_recovery_key_gives_an_administrator_a_new_password_and_dies(block, sign_in):
    recovered = block.entrance.recover(block.recovery_key.lower().replace("-", " "))
    (mine,) = recovered.administrators
    opened, key = block.entrance.take_over(recovered, mine, NEW, NEW)
    assert opened.account.account_id == 1
    found = deeds(opened.store)
    assert "recovery-key-used" in found
    assert found[0] == "accounts.note_recovery_key_renewed"
    release(opened.store)
    assert code_of(lambda: block.entrance.recover(block.recovery_key)) == "wrong-recovery-key"
    assert sign_in(password=NEW).actor.name == ANNA
    again = block.entrance.recover(key)
    again.store.close()


def test_a_bad_new_password_is_refused_and_the_recovery_key_stays_good(block):
    recovered = block.entrance.recover(block.recovery_key)
    with pytest.raises(RuleBroken):
        block.entrance.take_over(recovered, recovered.administrators[0], "x", "x")
    recovered.store.close()
    block.entrance.recover(block.recovery_key).store.close()


def test_only_administrators_are_offered_to_whoever_holds_the_recovery_key(block, anna):
    add(anna)
    recovered = block.entrance.recover(block.recovery_key)
    assert [account.name for account in recovered.administrators] == [ANNA]
    recovered.store.close()


def test_an_administrator_whose_slot_is_lost_gets_a_new_one(block, sign_in, anna):
    other = add(anna, role="administrator")
    keys.remove_slot(anna.path, anna.dek, other.slot_id)
    recovered = block.entrance.recover(block.recovery_key)
    opened, _key = block.entrance.take_over(recovered, other, NEW, NEW)
    slot_id = opened.account.slot_id
    release(opened.store)
    assert slot_id in slots(block)
    assert sign_in(slot_id, NEW).actor.name == other.name


def test_a_mistyped_recovery_key_is_told_with_its_group(block):
    letters = list(block.recovery_key)
    letters[8] = "A" if letters[8] != "A" else "B"
    with pytest.raises(KnownError) as raised:
        block.entrance.recover("".join(letters))
    assert (raised.value.code, raised.value.facts["group"]) == ("recovery-key-mistyped", 2)


def test_a_renewed_recovery_key_replaces_the_former_one(block, anna):
    key = renew_recovery_key(anna)
    assert code_of(lambda: block.entrance.recover(block.recovery_key)) == "wrong-recovery-key"
    block.entrance.recover(key).store.close()


def test_an_officer_makes_no_recovery_key(block, sign_in, anna):
    officer = sign_in(add(anna).slot_id, NEW)
    with pytest.raises(NotAllowed):
        renew_recovery_key(officer)
    block.entrance.recover(block.recovery_key).store.close()


def test_verifying_the_log_finds_it_whole_and_is_itself_logged(anna):
    head = anna.head()
    rows, findings = verify_log(anna, head.number, head.short)
    assert (rows, findings) == (head.number, ())
    assert deeds(anna, 1) == ["log-verified"]


def test_a_log_shorter_than_a_printed_sheet_says_is_noticed(anna):
    _rows, findings = verify_log(anna, anna.head().number + 5, "abcdef123456")
    assert [problem.code for problem in findings] == ["audit-tail-cut"]


def test_verifying_the_log_is_refused_to_an_officer(sign_in, anna):
    officer = sign_in(add(anna).slot_id, NEW)
    with pytest.raises(NotAllowed):
        verify_log(officer)
