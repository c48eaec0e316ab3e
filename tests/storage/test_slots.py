"""Tests of the key file: what a flipped bit, a forger or a full disk comes to."""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest

from openblock.errors import KnownError, StorageTrouble
from openblock.storage import keys, place, slots
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


def test_every_flipped_bit_of_the_key_file_is_noticed(path, made):
    content = key_file_of(path).read_bytes()
    chance = random.Random(6)
    for _ in range(1000 if "OPENBLOCK_THOROUGH" in os.environ else 300):
        at, bit = chance.randrange(len(content)), chance.randrange(8)
        spoilt = bytearray(content)
        spoilt[at] ^= 1 << bit
        key_file_of(path).write_bytes(spoilt)
        assert code(read_key_file, path) == "keys-damaged"


def forge(path, change):
    """Change the key file as somebody without the key can, checksum and all."""
    stored = change(read_key_file(path))
    content = slots._sealed_bytes(stored)  # noqa: SLF001 - what a forger does
    key_file_of(path).write_bytes(content)


def with_slot(stored, **changes):
    first, *rest = stored.slots
    return replace(stored, slots=(replace(first, **changes), *rest))


@pytest.mark.parametrize(
    "change",
    [
        lambda stored: replace(stored, slots=stored.slots[:1]),
        lambda stored: replace(stored, slots=stored.slots[::-1]),
        lambda stored: replace(stored, generation=stored.generation - 1),
        lambda stored: replace(stored, list_names=False),
        lambda stored: replace(stored, mac="é"),
        lambda stored: replace(stored, mac=7),
        lambda stored: replace(stored, generation="1"),
        lambda stored: with_slot(stored, name=None),
        lambda stored: replace(stored, slots=(*stored.slots, stored.slots[0])),
        lambda stored: with_slot(stored, name="Somebody Else"),
    ],
)
def test_a_forged_list_is_refused_even_with_the_right_password(path, made, change):
    forge(path, change)
    assert code(keys.unlock, path, made.slot.slot_id, PASSWORD) == "keys-damaged"


@pytest.mark.parametrize(
    "change",
    [
        lambda stored: replace(stored, database="0" * 32),
        lambda stored: with_slot(stored, cost=Cost(128, 1, 1)),
        lambda stored: with_slot(stored, salt="00" * 16),
        lambda stored: with_slot(stored, wrapped="zz"),
        lambda stored: with_slot(stored, wrapped=stored.slots[1].wrapped),
    ],
)
def test_a_forged_slot_gives_no_key(path, made, change):
    forge(path, change)
    assert code(keys.unlock, path, made.slot.slot_id, PASSWORD) == "wrong-password"


@pytest.mark.parametrize("cost", [Cost(2**31, 1, 1), Cost(64, 10**6, 1), Cost(64, 1, 99), Cost(1)])
def test_a_forged_cost_cannot_eat_the_machine(path, made, cost):
    forge(path, lambda stored: with_slot(stored, cost=cost))
    assert code(keys.unlock, path, made.slot.slot_id, PASSWORD) == "keys-damaged"


@pytest.mark.parametrize(("number", "told"), [(28, "disk-full"), (13, "file-read-only")])
def test_a_key_file_that_cannot_be_written_stays_as_it_was(path, made, monkeypatch, number, told):
    def fail(_handle):
        raise OSError(number, "no")

    before = key_file_of(path).read_bytes()
    monkeypatch.setattr(place.os, "fsync", fail)
    with pytest.raises(StorageTrouble) as refused:
        keys.add_slot(path, made.dek, "Zane", "x", cost=CHEAP)
    assert refused.value.code == told
    assert key_file_of(path).read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == [key_file_of(path).name]


def test_an_endless_nest_in_the_place_of_the_key_file_is_a_damaged_one(path, made):
    key_file_of(path).write_bytes(b"[" * 100_000)
    assert code(keys.unlock, path, made.slot.slot_id, PASSWORD) == "keys-damaged"
