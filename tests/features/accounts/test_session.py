"""Coming in and going out: passwords, waits, the recovery key, key slots and the first start."""

from __future__ import annotations

import unicodedata
from datetime import timedelta

import pytest

from openblock import clock
from openblock.errors import KnownError, NotAllowed, RuleBroken, StorageTrouble
from openblock.features.accounts import commands, queries
from openblock.features.accounts.session import (
    FirstStart,
    Wanted,
    add_person,
    change_block_setting,
    change_own_password,
    dismiss_person,
    give_password,
    readmit_person,
    remove_stray_slots,
    rename_person,
    renew_recovery_key,
)
from openblock.features.accounts.session.opening import release
from openblock.features.accounts.session.proving import verify_log
from openblock.storage import keys
from openblock.storage.log import LogFilter
from openblock.storage.slots import key_file_of
from tests.conftest import PASSWORD
from tests.features.accounts.conftest import ANNA, door

NEW = "trīs zaļi kaķi"


def code_of(act):
    with pytest.raises(KnownError) as raised:
        act()
    return raised.value.code


def deeds(store, count=9):
    return [row.operation for row in store.read(queries.log_rows, LogFilter(limit=count))]


def add(store, name="Bērziņš Andris", role="duty_officer"):
    number = add_person(store, name, role, "lv", (NEW, NEW))
    return store.read(queries.own_account, number)


def slots(block):
    return {slot.slot_id for slot in block.entrance.people()}


# Signing in


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


# People


def test_a_new_person_signs_in_with_the_given_password(block, sign_in, anna):
    person = add(anna, "O'Brien <b>")
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


# The recovery key


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


# The log


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


# The first start


def wanted(**change):
    answers = {
        "name": "Vītola  Kristīne",
        "password": NEW,
        "again": NEW,
        "language": "lv",
        "settings": {"block_name": "Paraugkorpuss", "shift_start": 480},
    }
    return Wanted(**{**answers, **change})


@pytest.fixture
def new_block(tmp_path):
    return door(tmp_path / "new" / "block.openblock")


def test_a_first_start_makes_a_block_that_opens(new_block):
    assert new_block.is_new
    start = FirstStart(new_block)
    key = start.prepare(wanted())
    assert new_block.is_new
    opened = start.finish()
    assert (opened.account.name, opened.account.role) == ("Vītola Kristīne", "administrator")
    settings = opened.store.read(queries.settings)
    assert (settings["block_name"], settings["shift_start"]) == ("Paraugkorpuss", 480)
    release(opened.store)
    new_block.recover(key).store.close()
    left = {path.suffix for path in new_block.path.parent.iterdir()}
    assert left == {".keys", ".openblock", ".waits"}


def test_an_abandoned_first_start_leaves_nothing(new_block):
    start = FirstStart(new_block)
    start.prepare(wanted())
    start.abandon()
    assert new_block.is_new
    assert list(new_block.path.parent.iterdir()) == []


def test_everything_wrong_with_the_answers_is_told_at_once(new_block):
    bad = wanted(name="", password="x", again="y", settings={"block_name": "", "idle_minutes": 0})
    with pytest.raises(RuleBroken) as raised:
        FirstStart(new_block).prepare(bad)
    assert {problem.field for problem in raised.value.problems} == {
        "name",
        "password",
        "again",
        "block_name",
        "idle_minutes",
    }
    assert new_block.is_new


def test_a_first_start_never_writes_over_a_block(block):
    assert code_of(lambda: FirstStart(block.entrance).prepare(wanted())) == "block-file-exists"


def test_a_first_start_cut_between_its_two_moves_is_mended(new_block):
    start = FirstStart(new_block)
    start.prepare(wanted())
    aside = new_block.path.with_name(new_block.path.name + ".setup")
    (aside / new_block.path.name).rename(new_block.path)
    FirstStart(new_block).mend()
    assert not aside.exists()
    (slot,) = new_block.people()
    opened = new_block.sign_in(slot.slot_id, NEW)
    assert opened.account.name == "Vītola Kristīne"
    release(opened.store)


def test_names_can_be_kept_from_the_door_from_the_first_start_on(new_block):
    start = FirstStart(new_block)
    start.prepare(wanted(settings={"block_name": "B", "list_names": False}))
    release(start.finish().store)
    assert not new_block.lists_names()


def test_finishing_what_was_never_prepared_is_refused(new_block):
    assert code_of(FirstStart(new_block).finish) == "signed-out"
