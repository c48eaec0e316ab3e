"""The clock stands still while residents are tested, and nothing is joined by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openblock import clock
from openblock.features.residents.commands import ends_with, release
from openblock.features.residents.queries import joined
from tests.features.residents.doing import NOW
from tests.features.residents.joining import ending


@pytest.fixture(autouse=True)
def standing_clock() -> Iterator[None]:
    with clock.standing_at(NOW):
        yield


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is joined but what a test joins itself."""
    monkeypatch.setattr(joined, "_joined", {})
    monkeypatch.setattr(release, "_endings", {})


@pytest.fixture
def feature() -> None:
    """A feature that holds something of everybody until their stay ends."""
    ends_with("held", ending)
