"""What tests of practice may ask for: a small block at noon of a day in the middle of a course.

The block is built once and copied: building it takes longer than most of its tests.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openblock.clock import standing_at
from openblock.storage.store import Store
from tests.conftest import BlankFile
from tests.features.rooms.conftest import BuiltBlock, built, copied
from tests.features.shadowing.practising import NOW, PracticeBlock, build_block


@pytest.fixture(scope="session")
def practice_file(template_file: BlankFile, tmp_path_factory: pytest.TempPathFactory) -> BuiltBlock:
    """The block that ``block`` is a copy of."""
    return built(template_file, tmp_path_factory.mktemp("practice"), build_block)


@pytest.fixture
def blank_file(request: pytest.FixtureRequest, blank_file: BlankFile) -> BlankFile:
    """The file every store of the test is opened on: the block's, where the test asks for it."""
    if "block" in request.fixturenames:
        copied(request.getfixturevalue("practice_file").path, blank_file.path)
    return blank_file


@pytest.fixture
def block(practice_file: BuiltBlock, store: Store) -> Iterator[PracticeBlock]:
    """Officers on duty, two courses, five trainees and their shifts, at noon of 25 March 2026."""
    kept = practice_file.block
    with standing_at(NOW):
        yield PracticeBlock(store, kept.officers, kept.courses, kept.trainees, kept.shifts)
