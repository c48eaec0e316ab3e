"""What tests of every room may ask for: an empty migrated file, and the store opened on it."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Connection, Engine, event

from openblock.i18n import set_language
from openblock.migrations.upgrade import create, newest
from openblock.storage.keys import NewKeys, create_keys
from openblock.storage.slots import Cost, key_file_of
from openblock.storage.store import Actor, Store, open_store

# Tests need no screen; .ci/run sets xcb to run the journeys on one all the same.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says more about the machine than about what is tested.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_collection_finish() -> None:
    """What is loaded by now stays until the end: the collector need not look through it again."""
    gc.collect()
    gc.freeze()


# What a statement reads as is worked out once, and not again for the file of every test: the
# statements are the same, and working them out took a quarter of the time.
_compiled: dict[object, object] = {}


@event.listens_for(Engine, "engine_connect")
def _compile_once(connection: Connection) -> None:
    engine = connection.engine
    dialect = _compiled.setdefault("dialect", engine.dialect)
    if engine.get_execution_options().get("compiled_cache") is not _compiled:
        engine.dialect = dialect
        engine.update_execution_options(compiled_cache=_compiled)


# Strong enough to be the real thing, cheap enough for a thousand tests.
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSWORD = "maize un piens"


@pytest.fixture(autouse=True)
def english() -> None:
    """Every test begins in English, whatever the one before it spoke."""
    set_language("en")


@dataclass(frozen=True, slots=True)
class BlankFile:
    """A new block's file: where it is, its key, and the keys made with it."""

    path: Path
    keys: NewKeys

    @property
    def dek(self) -> bytes:
        return self.keys.dek


@pytest.fixture(scope="session")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> BlankFile:
    """The one file that is migrated; every test gets a copy of it."""
    path = tmp_path_factory.mktemp("template") / "block.openblock"
    keys = create_keys(path, "Anna Bērziņa", PASSWORD, cost=CHEAP)
    create(path, keys.dek)
    return BlankFile(path, keys)


@pytest.fixture
def blank_file(template_file: BlankFile, tmp_path: Path) -> BlankFile:
    """An empty migrated file with its key file, closed; the password is ``PASSWORD``."""
    path = tmp_path / template_file.path.name
    for source, target in (
        (template_file.path, path),
        (key_file_of(template_file.path), key_file_of(path)),
    ):
        shutil.copyfile(source, target)
    return BlankFile(path, template_file.keys)


StoreAs = Callable[[str], Store]


@pytest.fixture
def store_as(blank_file: BlankFile) -> Iterator[StoreAs]:
    """Opens the block's one file, once for each call, signed in with the given role."""
    from openblock.features.accounts.rights import may

    opened: list[Store] = []

    def as_role(role: str) -> Store:
        store = open_store(
            blank_file.path, blank_file.dek, may=may, newest=newest(), workstation="test"
        )
        opened.append(store)
        store.sign_in(Actor(1, "Anna Bērziņa", role, "en"))
        return store

    yield as_role
    for store in opened:
        store.close()


@pytest.fixture
def store(store_as: StoreAs) -> Store:
    """The block's file, opened and signed in as an administrator."""
    return store_as("administrator")
