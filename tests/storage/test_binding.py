"""Tests of the key file's tie to the state of the data."""

from __future__ import annotations

import os

import pytest

from openblock.errors import KnownError
from openblock.storage import keys
from openblock.storage.check import check_file
from openblock.storage.slots import key_file_of
from tests.conftest import CHEAP

FLIPS = 1000 if "OPENBLOCK_THOROUGH" in os.environ else 60


def codes(report):
    return [each.code for each in report.findings]


def test_key_files_put_back_taken_away_or_of_another_block_are_found(
    things_file, open_things, tmp_path
):
    first = key_file_of(things_file.path).read_bytes()
    slot = keys.add_slot(things_file.path, things_file.dek, "Zane", "x", cost=CHEAP)
    open_things().close()
    newer = key_file_of(things_file.path).read_bytes()
    key_file_of(things_file.path).write_bytes(first)
    assert codes(check_file(things_file.path, things_file.dek)) == ["keys-rolled-back"]
    with pytest.raises(KnownError, match="keys-rolled-back"):
        open_things()
    key_file_of(things_file.path).unlink()
    assert codes(check_file(things_file.path, things_file.dek)) == ["keys-missing"]
    keys.create_keys(things_file.path, "X", "x", dek=things_file.dek, cost=CHEAP)
    assert codes(check_file(things_file.path, things_file.dek)) == ["keys-of-another-file"]
    key_file_of(things_file.path).write_bytes(newer)
    keys.remove_slot(things_file.path, things_file.dek, slot.slot_id)
    assert check_file(things_file.path, things_file.dek).is_clean


def test_a_file_without_key_file_is_clean_when_it_never_had_one(things_file):
    key_file_of(things_file.path).unlink()
    assert check_file(things_file.path, things_file.dek).is_clean
