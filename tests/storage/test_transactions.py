"""Tests of how a transaction begins and ends: locks, retries, slow ones, damaged pages."""

from __future__ import annotations

import logging
import threading

import pytest
from sqlalchemy import text

from openblock.errors import StorageTrouble
from openblock.storage import cipher, transactions
from openblock.storage.engine import close_engine, open_file
from openblock.storage.store import (
    Actor,
)
from tests.storage.test_backup import flip
from tests.storage.things import (
    AddThing,
    add_thing,
    names,
)

ONLOOKER = Actor(2, "Jānis Ķirsis", "onlooker")


def test_a_writer_who_keeps_the_lock_makes_others_give_up_in_the_end(
    things_file, open_things, monkeypatch
):
    monkeypatch.setattr(cipher, "BUSY_SECONDS", 0.05)
    store = open_things()
    engine = open_file(things_file.path, things_file.dek)
    with engine.begin() as held:
        held.execute(text("SELECT 1"))
        with pytest.raises(StorageTrouble) as refused:
            store.run(add_thing, AddThing("x"))
        assert refused.value.code == "file-busy"
        assert store.read(names) == ()
    close_engine(engine, things_file.path)
    store.run(add_thing, AddThing("x"))
    assert store.read(names) == ("x",)


def test_a_writer_waits_for_another_who_is_quick(things_file, store):
    engine = open_file(things_file.path, things_file.dek)
    held = engine.connect()
    transaction = held.begin()
    held.execute(text("SELECT 1"))
    timer = threading.Timer(0.3, transaction.rollback)
    timer.start()
    store.run(add_thing, AddThing("x"))
    timer.join()
    held.close()
    close_engine(engine, things_file.path)
    assert store.read(names) == ("x",)


def test_a_slow_transaction_is_named_in_the_log_file(store, monkeypatch, caplog):
    monkeypatch.setattr(transactions, "SLOW_SECONDS", 0.0)
    with caplog.at_level(logging.WARNING):
        store.read(names)
    assert "things.names" in caplog.text


def test_a_page_damaged_under_an_open_file_is_told_and_the_next_connection_starts_afresh(
    open_things, things_file
):
    store = open_things()
    store.close()
    good = things_file.path.read_bytes()
    store = open_things(None)
    store.actor = Actor(1, "Anna", "senior")
    for at in range(0, len(good), 4096):
        flip(things_file.path, at + 200)
    with pytest.raises(StorageTrouble) as refused:
        store.read(names)
    assert refused.value.code == "file-damaged"
    things_file.path.write_bytes(good)
    assert store.read(names) == ()
