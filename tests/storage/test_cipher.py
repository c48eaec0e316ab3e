"""Tests of what the library's error messages mean for the user."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from openblock.storage import cipher
from openblock.storage.cipher import code_of, connect, trouble_of


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "disk-full"),
        ("database is locked", "file-busy"),
        ("database table is locked: duty", "file-busy"),
        ("file is not a database", "wrong-key"),
        ("database disk image is malformed", "file-damaged"),
        ("disk I/O error", "file-damaged"),
        ("attempt to write a readonly database", "file-read-only"),
        ("unable to open database file", "file-missing"),
        ("no such table: duty", "file-damaged"),
        ("syntax error", ""),
    ],
)
def test_each_message_is_told_by_its_code(said, code):
    assert code_of(ValueError(said)) == code


def test_a_key_that_opened_the_file_cannot_be_the_wrong_one_later():
    trouble = trouble_of(ValueError("file is not a database"), Path("block"))
    assert (trouble.code, trouble.facts) == ("file-damaged", {"path": "block"})
    assert trouble_of(ValueError("syntax error"), Path("block")) is None


def test_a_path_with_odd_letters_opens_as_it_is_written(tmp_path):
    path = tmp_path / "bloks 100% #1?&ņ"
    connect(path, bytes(32), mode="rwc").execute("CREATE TABLE a (b)")
    assert path.exists()


def test_a_library_that_knows_no_cipher_is_refused():
    """As the system's own SQLite answers: nothing at all."""

    class Silent:
        def execute(self, _statement):
            return self

        def fetchone(self):
            return None

    with pytest.raises(cipher.StorageTrouble, match="cipher-missing"):
        cipher.demand_cipher(Silent())


def test_an_input_error_on_a_full_disk_is_a_full_disk_and_no_damage(tmp_path, monkeypatch):
    error = ValueError("disk I/O error")
    assert trouble_of(error, tmp_path / "block").code == "file-damaged"
    monkeypatch.setattr(cipher, "disk_usage", lambda _folder: SimpleNamespace(free=4096))
    assert trouble_of(error, tmp_path / "block").code == "disk-full"
    assert trouble_of(ValueError("malformed"), tmp_path / "block").code == "file-damaged"
