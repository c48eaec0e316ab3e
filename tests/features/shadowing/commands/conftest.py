"""What tests of practice's commands may ask for: the block, and every way to do something in it."""

from __future__ import annotations

import pytest

from tests.features.shadowing.commands.doing import Deeds
from tests.features.shadowing.practising import PracticeBlock


@pytest.fixture
def deeds(block: PracticeBlock) -> Deeds:
    return Deeds(block)
