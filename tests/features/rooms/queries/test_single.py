"""One assignment, closure or hold by its number."""

from __future__ import annotations

import pytest

from openblock.features.rooms.queries.single import assignment, closure, hold
from tests.features.rooms.living import refused
from tests.features.rooms.placings import DAY, NOW


def test_each_is_told_with_the_names_beside_it(block):
    placed = block.place(block.dan, "101 B").value
    row = block.store.read(assignment, placed)
    assert (row.assignment_id, row.name, row.bed) == (placed, "Dans Jānis", "101 B")
    block.close("room", 3, NOW, NOW + DAY)
    shut = block.close("bed", block.beds["201 A"], NOW, NOW + DAY).value
    assert block.store.read(closure, shut).named == "201 A"
    block.hold("102 B")
    kept = block.hold("201 A", block.ann).value
    assert block.store.read(hold, kept).name == "Anns Jānis"


@pytest.mark.parametrize(
    ("query", "code"),
    [(assignment, "assignment-unknown"), (closure, "closure-over"), (hold, "hold-over")],
)
def test_what_is_gone_is_told_as_such(block, query, code):
    assert refused(block.store.read, query, 4711) == [code]
