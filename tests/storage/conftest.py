"""A store whose rights are these tests' own, with a small table to save things in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from openblock.migrations.upgrade import newest
from openblock.storage.engine import close_engine, open_file
from openblock.storage.store import Actor, Store, open_store
from tests.conftest import BlankFile
from tests.storage.things import TABLES, StoreFor

ANNA = Actor(1, "Anna Bērziņa", "senior", "en")


@pytest.fixture
def things_file(blank_file: BlankFile) -> BlankFile:
    """A blank file with two tables more."""
    engine = open_file(blank_file.path, blank_file.dek)
    with engine.begin() as connection:
        for table in TABLES:
            connection.execute(text(table))
    close_engine(engine, blank_file.path)
    return blank_file


@pytest.fixture
def open_things(things_file: BlankFile) -> Iterator[StoreFor]:
    """Opens the file once for each call, signed in as whom is given."""
    opened: list[Store] = []

    def open_one(actor: Actor | None = ANNA) -> Store:
        store = open_store(
            things_file.path,
            things_file.dek,
            may=lambda role, _operation: role != "onlooker",
            newest=newest(),
            workstation="desk",
        )
        opened.append(store)
        if actor is not None:
            store.sign_in(actor)
        return store

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_things: StoreFor) -> Store:
    return open_things()
