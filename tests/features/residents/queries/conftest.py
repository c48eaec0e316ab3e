"""The clock stands still while residents are tested."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openblock import clock
from tests.features.residents.doing import NOW


@pytest.fixture(autouse=True)
def standing_clock() -> Iterator[None]:
    with clock.standing_at(NOW):
        yield
