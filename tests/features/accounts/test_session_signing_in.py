"""Coming in by password: waits, what is logged, and who is not let in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from openblock import clock
from openblock.errors import StorageTrouble
from openblock.features.accounts import commands, queries
from openblock.features.accounts.session import (
    change_block_setting,
    dismiss_person,
    remove_stray_slots,
)
from openblock.features.accounts.session.opening import release
from openblock.storage import keys
from openblock.storage.log import LogFilter
from openblock.storage.slots import key_file_of
from tests.conftest import PASSWORD
from tests.features.accounts.acting import NEW, add, code_of, deeds, slots
from tests.features.accounts.conftest import ANNA, door


def test_the_right_password_signs_in_and_is_logged(block, sign_in):
    store = sign_in()
    assert (store.actor.name, store.actor.role) == (ANNA, "administrator")
    assert deeds(store, 1) == ["sign-in"]


def test_a_wrong_password_opens_nothing_and_is_logged_at_the_next_right_one(block, sign_in):
    for _time in range(2):
        assert code_of(lambda: sign_in(password="wrong words here")) == "wrong-password"
    store = sign_in()
    (row,) = store.read(queries.log_rows, LogFilter(operation="sign-in-failed"))
    assert (row.details, row.subjects) == ({"times": 2}, (("account", "1"),))
    store.close()
    again = sign_in()
    assert len(again.read(queries.log_rows, LogFilter(operation="sign-in-failed"))) == 1


def test_the_wait_rises_survives_a_restart_and_ends(block, sign_in):
    now = clock.now()
    with clock.standing_at(now):
        for _time in range(4):
            assert code_of(lambda: sign_in(password="wrong words here")) == "wrong-password"
        restarted = door(block.entrance.path)
        assert restarted.seconds_left(block.slot_id) == 1
        assert code_of(lambda: restarted.sign_in(block.slot_id, PASSWORD)) == "wait"
    with clock.standing_at(now + timedelta(seconds=2)):
        assert sign_in().actor is not None


def test_a_person_who_left_is_no_longer_at_the_door(block, sign_in, anna):
    left = add(anna)
    dismiss_person(anna, left)
    assert slots(block) == {block.slot_id}
    assert code_of(lambda: sign_in(left.slot_id, NEW)) == "no-such-slot"


def test_an_inactive_account_shuts_the_door_even_while_its_slot_is_there(block, sign_in, anna):
    """As a crash between the row and the slot would leave it."""
    left = add(anna)
    anna.run(commands.deactivate_account, commands.DeactivateAccount(left.account_id))
    assert code_of(lambda: sign_in(left.slot_id, NEW)) == "account-inactive"
    assert remove_stray_slots(anna) == 1
    assert slots(block) == {block.slot_id}


def test_a_slot_without_an_account_opens_nothing_and_is_swept_at_the_next_sign_in(
    block, sign_in, anna
):
    """As a crash between the slot and the row would leave it."""
    stray = keys.add_slot(anna.path, anna.dek, "Nobody", NEW)
    assert code_of(lambda: sign_in(stray.slot_id, NEW)) == "account-inactive"
    sign_in()
    assert slots(block) == {block.slot_id}


def test_a_file_that_cannot_be_opened_says_so_before_a_password_is_asked(block):
    path = block.entrance.path
    assert block.entrance.trouble() is None
    key_file_of(path).write_bytes(b"{}")
    assert block.entrance.trouble().code == "keys-damaged"
    key_file_of(path).unlink()
    assert block.entrance.trouble().code == "keys-missing"
    path.write_bytes(b"")
    assert block.entrance.trouble().code == "file-empty"
    path.unlink()
    assert block.entrance.trouble().code == "file-missing"
    assert block.entrance.is_new


def test_a_lost_file_beside_its_keys_is_no_new_block(block):
    block.entrance.path.unlink()
    assert not block.entrance.is_new


def test_locking_drops_the_key_and_the_same_file_opens_again(block, sign_in):
    store = sign_in()
    release(store)
    with pytest.raises(StorageTrouble):
        _ = store.dek
    assert deeds(sign_in(), 2) == ["sign-in", "sign-out"]
    assert block.entrance.slot_of(1) == block.slot_id


def test_people_are_found_by_their_whole_name_where_names_are_not_listed(block, anna):
    change_block_setting(anna, commands.ChangeSetting("list_names", value=False))
    assert not block.entrance.lists_names()
    assert block.entrance.named(" anna  BĒRZIŅA ").slot_id == block.slot_id
    assert block.entrance.named("anna") is None
