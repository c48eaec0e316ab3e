"""Tests of what is kept beside a backup."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from openblock import clock
from openblock.storage.backup import (
    back_up,
)
from openblock.storage.manifest import is_genuine, manifest_of, read_manifest

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def test_the_manifest_tells_what_the_backup_is_and_cannot_be_forged(store, folder, things_file):
    with clock.standing_at(START):
        taken = back_up(store, folder, "asked")
    assert taken.path.name == "block-20261122-090000-asked.backup"
    assert read_manifest(taken.path) == taken
    assert taken.key_generation == 1
    assert is_genuine(taken.path, things_file.dek)
    content = json.loads(manifest_of(taken.path).read_text())
    content["head"]["number"] = 99
    manifest_of(taken.path).write_text(json.dumps(content))
    assert not is_genuine(taken.path, things_file.dek)
    manifest_of(taken.path).write_text("[]")
    assert read_manifest(taken.path) is None
    assert not is_genuine(taken.path, things_file.dek)
