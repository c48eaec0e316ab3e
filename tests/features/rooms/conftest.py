"""What tests of rooms may ask for: a small block with people in it, at noon of a quiet day.

The block is built once and copied: building it takes longer than most of its tests.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from openblock.clock import standing_at
from openblock.features.accounts.rights import may
from openblock.i18n import set_language
from openblock.migrations.upgrade import newest
from openblock.storage.slots import key_file_of
from openblock.storage.store import Actor, Store, open_store
from tests.conftest import BlankFile
from tests.factories import with_house, with_placement, with_resident
from tests.features.rooms.living import Block
from tests.features.rooms.placings import DAY, NOW


@dataclass(frozen=True)
class BuiltBlock:
    """A closed file with a block in it, and the block's numbers; its store is shut."""

    path: Path
    block: object


def built(template_file: BlankFile, folder: Path, build) -> BuiltBlock:
    """The block that ``build(store)`` makes in a copy of the template, closed again."""
    set_language("en")
    path = folder / template_file.path.name
    copied(template_file.path, path)
    store = open_store(path, template_file.dek, may=may, newest=newest(), workstation="test")
    store.sign_in(Actor(1, "Anna Bērziņa", "administrator", "en"))
    block = build(store)
    store.close()
    return BuiltBlock(path, block)


def copied(source: Path, target: Path) -> None:
    """A closed file and its keys, copied."""
    shutil.copyfile(source, target)
    shutil.copyfile(key_file_of(source), key_file_of(target))


def _small(store: Store) -> Block:
    with standing_at(NOW):
        home = with_house(store, {"101": ("A", "B"), "102": ("A", "B")})
        beds = home.beds | with_house(store, {"201": ("A",)}, section="B", sex="female").beds
        people = {
            name: with_resident(store, f"{name.capitalize()}s", sex=sex)
            for name, sex in (("ann", "female"), ("bob", "male"), ("carl", "male"), ("dan", "male"))
        }
        with_placement(store, people["bob"], beds["101 A"], NOW - 10 * DAY)
        with_placement(store, people["carl"], beds["102 A"], NOW - 10 * DAY)
    return Block(store, home, beds, people)


@pytest.fixture(scope="session")
def small_block(template_file: BlankFile, tmp_path_factory: pytest.TempPathFactory) -> BuiltBlock:
    return built(template_file, tmp_path_factory.mktemp("block"), _small)


@pytest.fixture
def block_file(small_block: BuiltBlock) -> BuiltBlock:
    """The block that ``block`` is a copy of; the screens' tests have another one."""
    return small_block


@pytest.fixture
def blank_file(request: pytest.FixtureRequest, blank_file: BlankFile) -> BlankFile:
    """The file every store of the test is opened on: the block's, where the test asks for it."""
    if "block" in request.fixturenames:
        copied(request.getfixturevalue("block_file").path, blank_file.path)
    return blank_file


@pytest.fixture
def block(block_file: BuiltBlock, store: Store) -> Iterator[Block]:
    """Two rooms for anybody, one for women, four people, two of them in bed since ten days."""
    kept = block_file.block
    with standing_at(NOW):
        yield Block(store, kept.home, kept.beds, kept.people)
