"""What tests of the grounds may ask for: a small block at noon of a day in September.

The block is built once and copied: building it takes longer than most of its tests.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openblock.clock import standing_at
from openblock.storage.store import Store
from tests.conftest import BlankFile
from tests.features.grounds.outside import NOW, GroundsBlock, build_block
from tests.features.rooms.conftest import BuiltBlock, built, copied


@pytest.fixture(scope="session")
def grounds_file(template_file: BlankFile, tmp_path_factory: pytest.TempPathFactory) -> BuiltBlock:
    """The block that ``block`` is a copy of."""
    return built(template_file, tmp_path_factory.mktemp("grounds"), build_block)


@pytest.fixture
def blank_file(request: pytest.FixtureRequest, blank_file: BlankFile) -> BlankFile:
    """The file every store of the test is opened on: the block's, where the test asks for it."""
    if "block" in request.fixturenames:
        copied(request.getfixturevalue("grounds_file").path, blank_file.path)
    return blank_file


@pytest.fixture
def block(grounds_file: BuiltBlock, store: Store) -> Iterator[GroundsBlock]:
    """Officers on duty, eight residents, four areas and four bookings, at noon of 16 September."""
    kept = grounds_file.block
    with standing_at(NOW):
        yield GroundsBlock(store, kept.officers, kept.residents, kept.areas, kept.bookings)
