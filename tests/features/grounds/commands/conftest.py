"""What tests of the grounds' commands may ask for: the block, and every way to act in it."""

from __future__ import annotations

import pytest

from tests.features.grounds.commands.doing import Deeds
from tests.features.grounds.outside import GroundsBlock


@pytest.fixture
def deeds(block: GroundsBlock) -> Deeds:
    return Deeds(block)
