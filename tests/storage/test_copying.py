"""Tests of copying the open file, and of proving what a copy is worth."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from openblock.errors import StorageTrouble
from openblock.storage import backup as backups
from openblock.storage import copying
from openblock.storage.backup import (
    back_up,
    back_up_file,
    list_backups,
)
from openblock.storage.engine import close_engine, open_file
from tests.storage.things import AddThing, add_thing

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def flip(path, at=20_000):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def code(call, *args, **options):
    with pytest.raises(StorageTrouble) as refused:
        call(*args, **options)
    return refused.value.code


def test_a_backup_is_taken_while_others_write(store, folder):
    stop = threading.Event()

    def save():
        while not stop.is_set():
            store.run(add_thing, AddThing("x"))

    writer = threading.Thread(target=save)
    writer.start()
    try:
        taken = [back_up(store, folder, "regular") for _ in range(5)]
    finally:
        stop.set()
        writer.join()
    assert [each.path for each in list_backups(folder)] == [each.path for each in taken][::-1]
    assert taken[-1].rows["test_thing"] > taken[0].rows["test_thing"]


def test_a_copy_that_lacks_a_row_is_no_backup(store, folder, monkeypatch):
    copy = copying.copy_into

    def lag(live, target):
        content = copy(live, target)
        return copying.Content(content.head, content.schema, {**content.rows, "test_thing": 9})

    monkeypatch.setattr(backups, "copy_into", lag)
    assert code(back_up, store, folder, "close") == "backup-damaged"
    assert list(folder.iterdir()) == []


def test_a_broken_index_is_a_damaged_file(blank_file, folder):
    """Pages may be authentic and the structure wrong all the same: a bug somewhere, once."""
    engine = open_file(blank_file.path, blank_file.dek)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a CHECK (a > 0))"))
        connection.execute(text("INSERT INTO t VALUES (1)"))
        connection.execute(text("PRAGMA writable_schema=ON"))
        connection.execute(
            text("UPDATE sqlite_master SET sql = 'CREATE TABLE t (a NOT NULL)' WHERE name = 't'")
        )
    close_engine(engine, blank_file.path)
    engine = open_file(blank_file.path, blank_file.dek)
    with engine.begin() as connection:
        connection.execute(text("PRAGMA writable_schema=ON"))
        connection.execute(
            text("UPDATE sqlite_master SET sql = 'CREATE TABLE t (a)' WHERE name = 't'")
        )
        connection.execute(text("PRAGMA writable_schema=RESET"))
        connection.execute(text("INSERT INTO t VALUES (NULL)"))
        connection.execute(text("PRAGMA writable_schema=ON"))
        connection.execute(
            text("UPDATE sqlite_master SET sql = 'CREATE TABLE t (a NOT NULL)' WHERE name = 't'")
        )
    close_engine(engine, blank_file.path)
    assert code(back_up_file, blank_file.path, blank_file.dek, folder, "x") == "file-damaged"
    assert code(copying.prove_copy, blank_file.path, blank_file.dek) == "backup-damaged"
    assert list_backups(folder) == ()


def test_a_file_whose_first_page_is_damaged_while_it_is_open_is_not_backed_up(blank_file):
    engine = open_file(blank_file.path, blank_file.dek)
    flip(blank_file.path, 100)
    live = copying.Live(engine, blank_file.path, blank_file.dek)
    assert code(copying.demand_sound, live) == "file-damaged"
    close_engine(engine, blank_file.path)
