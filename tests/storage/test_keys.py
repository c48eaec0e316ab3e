"""Tests of the key slots: who gets the key, who does not, and what tampering comes to."""

from __future__ import annotations

import json

import pytest

from openblock import clock
from openblock.errors import KnownError
from openblock.storage import keys
from openblock.storage.slots import Cost, key_file_of, read_key_file
from tests.conftest import CHEAP, PASSWORD


@pytest.fixture
def path(tmp_path):
    return tmp_path / "block.openblock"


@pytest.fixture
def made(path):
    return keys.create_keys(path, "Anna Bērziņa", PASSWORD, cost=CHEAP)


def code(call, *args, **options):
    with pytest.raises(KnownError) as refused:
        call(*args, **options)
    return refused.value.code


def test_the_password_and_the_printed_key_both_open_the_file(path, made):
    assert len(made.dek) == 32
    assert keys.unlock(path, made.slot.slot_id, PASSWORD) == made.dek
    assert keys.unlock_with_recovery(path, made.recovery_key.lower()) == made.dek


def test_the_same_password_from_another_keyboard_opens_too(path):
    made = keys.create_keys(path, "Anna", "be\u0304rzin\u0327s", dek=bytes(32), cost=CHEAP)
    assert keys.unlock(path, made.slot.slot_id, "b\u0113rzi\u0146s") == bytes(32)


def test_the_key_file_holds_no_secret_and_is_only_for_its_owner(path, made):
    content = key_file_of(path).read_text("utf-8")
    assert made.dek.hex() not in content
    assert PASSWORD not in content
    assert "Anna Bērziņa" in content
    assert key_file_of(path).stat().st_mode & 0o077 == 0


def test_without_being_told_otherwise_a_slot_is_made_strong(path, made):
    slot = keys.add_slot(path, made.dek, "Zane", "x")
    assert read_key_file(path).slot(slot.slot_id).cost == Cost(65536, 3, 4)
    assert keys.unlock(path, slot.slot_id, "x") == made.dek


def test_a_wrong_password_is_told_apart_from_a_damaged_file(path, made):
    assert code(keys.unlock, path, made.slot.slot_id, "maize") == "wrong-password"
    content = key_file_of(path).read_bytes()
    key_file_of(path).write_bytes(content.replace(b'"wrapped": "', b'"wrapped": "00'))
    assert code(keys.unlock, path, made.slot.slot_id, PASSWORD) == "keys-damaged"


def test_a_wait_is_demanded_before_the_password_is_even_tried(path, made):
    moment = clock.now()
    with clock.standing_at(moment):
        for _ in range(4):
            assert code(keys.unlock, path, made.slot.slot_id, "x") == "wrong-password"
        assert code(keys.unlock, path, made.slot.slot_id, PASSWORD) == "wait"
    with clock.standing_at(moment.replace(year=2099)):
        assert keys.unlock(path, made.slot.slot_id, PASSWORD) == made.dek
        assert code(keys.unlock, path, made.slot.slot_id, "x") == "wrong-password"


def test_a_failure_is_counted_before_the_password_is_tried(path, made, monkeypatch):
    monkeypatch.setattr(keys, "_unwrap", lambda *_: pytest.exit)
    with pytest.raises((TypeError, AttributeError)):
        keys.unlock(path, made.slot.slot_id, "x")  # as if the programme had been ended here
    assert json.loads(path.with_name(path.name + ".waits").read_text())


def test_the_slots_are_listed_in_order_and_names_can_be_hidden(path, made):
    zane = keys.add_slot(path, made.dek, "Zane", "x", cost=CHEAP)
    listed = keys.list_slots(path)
    assert [(each.name, each.kind) for each in listed] == [
        ("Anna Bērziņa", "password"),
        ("", "recovery"),
        ("Zane", "password"),
    ]
    assert listed[2] == zane
    assert keys.lists_names(path)
    keys.show_names(path, made.dek, shown=False)
    assert not keys.lists_names(path)


def test_a_changed_password_replaces_the_old_one(path, made):
    keys.change_password(path, made.dek, made.slot.slot_id, "jauna", cost=CHEAP)
    assert keys.unlock(path, made.slot.slot_id, "jauna") == made.dek
    assert code(keys.unlock, path, made.slot.slot_id, PASSWORD) == "wrong-password"


def test_a_new_name_needs_no_new_password(path, made):
    keys.rename_slot(path, made.dek, made.slot.slot_id, "Anna Kalniņa")
    assert keys.list_slots(path)[0].name == "Anna Kalniņa"
    assert keys.unlock(path, made.slot.slot_id, PASSWORD) == made.dek


def test_a_removed_slot_opens_nothing_and_the_last_one_stays(path, made):
    zane = keys.add_slot(path, made.dek, "Zane", "x", cost=CHEAP)
    keys.remove_slot(path, made.dek, made.slot.slot_id)
    assert code(keys.unlock, path, made.slot.slot_id, PASSWORD) == "no-such-slot"
    assert code(keys.remove_slot, path, made.dek, zane.slot_id) == "last-slot"
    assert code(keys.remove_slot, path, made.dek, "none") == "no-such-slot"
    assert code(keys.change_password, path, made.dek, "none", "x") == "no-such-slot"


def test_a_new_recovery_key_makes_the_old_sheet_worthless(path, made):
    newer = keys.new_recovery_key(path, made.dek)
    assert keys.unlock_with_recovery(path, newer) == made.dek
    assert code(keys.unlock_with_recovery, path, made.recovery_key) == "wrong-recovery-key"
    assert len(keys.list_slots(path)) == 2


def test_the_recovery_slot_is_not_opened_by_a_password(path, made):
    spare = keys.list_slots(path)[1]
    assert code(keys.unlock, path, spare.slot_id, "") == "no-such-slot"


def test_a_mistyped_recovery_key_names_its_group(path, made):
    wrong = "2" if made.recovery_key[7] != "2" else "3"
    with pytest.raises(KnownError) as refused:
        keys.unlock_with_recovery(path, made.recovery_key[:7] + wrong + made.recovery_key[8:])
    assert (refused.value.code, refused.value.facts["group"]) == ("recovery-key-mistyped", 2)


def test_a_key_file_is_never_made_over_another(path, made):
    assert code(keys.create_keys, path, "x", "y", cost=CHEAP) == "file-exists"


def test_a_missing_key_file_is_told_so(path):
    assert code(keys.list_slots, path) == "keys-missing"


def test_every_change_is_a_generation_of_its_own(path, made):
    database, first = keys.generation(path, made.dek)
    keys.add_slot(path, made.dek, "Zane", "x", cost=CHEAP)
    assert keys.generation(path, made.dek) == (database, first + 1)
    assert keys.proves(path, made.dek)
    assert not keys.proves(path, bytes(32))
    assert code(keys.generation, path, bytes(32)) == "keys-damaged"


@pytest.mark.parametrize("written", ["half a \ud800 sign", "nul\x00nul", "\N{GRINNING FACE}" * 9])
def test_a_strange_password_is_right_or_wrong_and_no_crash(path, made, written):
    assert code(keys.unlock, path, made.slot.slot_id, written) == "wrong-password"
    slot = keys.add_slot(path, made.dek, "Zane", written, cost=CHEAP)
    assert keys.unlock(path, slot.slot_id, written) == made.dek
