"""A group that was booked before says who it is, and when it was."""

from __future__ import annotations

from openblock.features.grounds.queries import earlier_groups
from openblock.features.grounds.ui.booking_groups import lines_of
from tests.features.grounds.outside import NOW


def test_a_group_says_who_it_is_and_when_it_was(block, desk):
    groups = desk.read(earlier_groups, block.field, NOW)
    lines = lines_of(groups, {}, block.field)
    assert (lines[0].number, lines[0].title) == (1, "Futbols")
    assert lines[0].aside.startswith("4 people, 1.5 h") or "1:30" in lines[0].aside
    assert lines[0].reasons.startswith("Apsītis Jānis, ")


def test_a_group_of_another_area_says_which(block, desk):
    groups = desk.read(earlier_groups, None, NOW)
    names = {block.field: "Sporta laukums", block.garden: "Dārzs", block.hall: "Sporta zāle"}
    lines = lines_of(groups, names, block.garden)
    assert {each.warning for each in lines} == {"", "Sporta laukums", "Sporta zāle"}
    assert [each.number for each in lines] == list(range(1, len(lines) + 1))
