"""What tests of rooms may ask for: a small block with people in it, at noon of a quiet day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openblock.clock import standing_at
from openblock.storage.store import Store
from tests.factories import with_house, with_placement, with_resident
from tests.features.rooms.living import Block
from tests.features.rooms.placings import DAY, NOW


@pytest.fixture
def block(store: Store) -> Iterator[Block]:
    """Two rooms for anybody, one for women, four people, two of them in bed since ten days."""
    with standing_at(NOW):
        home = with_house(store, {"101": ("A", "B"), "102": ("A", "B")})
        beds = home.beds | with_house(store, {"201": ("A",)}, section="B", sex="female").beds
        people = {
            name: with_resident(store, f"{name.capitalize()}s", sex=sex)
            for name, sex in (("ann", "female"), ("bob", "male"), ("carl", "male"), ("dan", "male"))
        }
        with_placement(store, people["bob"], beds["101 A"], NOW - 10 * DAY)
        with_placement(store, people["carl"], beds["102 A"], NOW - 10 * DAY)
        yield Block(store, home, beds, people)
