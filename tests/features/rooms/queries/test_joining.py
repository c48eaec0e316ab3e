"""What rooms know about a resident: the bed, the story so far, and what a release would end."""

from __future__ import annotations

from sqlalchemy.orm import Session

from openblock.features.residents.queries import open_matters, resident_card
from openblock.features.rooms.commands import VacateBed, vacate_bed
from openblock.features.rooms.queries import ROOMS
from tests.features.rooms.living import WHY
from tests.features.rooms.placings import DAY, HOUR, NOW


def story(block, who):
    events = block.store.read(resident_card, who, NOW).events
    kinds = {"placed", "moved", "left-bed", "move-planned", "placement-planned"}
    return sorted((each.at, each.kind, each.facts["bed"]) for each in events if each.kind in kinds)


def test_everybodys_bed_is_told_at_the_instant(block):
    block.place(block.bob, "101 B", NOW + DAY)
    with Session(block.store.engine.execution_options(readonly=True)) as session:
        assert ROOMS.where(session, NOW) == {block.bob: "101 A", block.carl: "102 A"}
        assert ROOMS.where(session, NOW + DAY)[block.bob] == "101 B"


def test_a_persons_story_tells_placements_moves_and_beds_left(block):
    block.place(block.bob, "101 B", NOW - HOUR)
    block.run(vacate_bed, VacateBed(block.bob, NOW, WHY))
    block.place(block.bob, "102 B", NOW + DAY)
    block.place(block.bob, "101 B", NOW + 2 * DAY)
    assert story(block, block.bob) == [
        (NOW - 10 * DAY, "placed", "101 A"),
        (NOW - HOUR, "moved", "101 B"),
        (NOW, "left-bed", "101 B"),
        (NOW + DAY, "placement-planned", "102 B"),
        (NOW + 2 * DAY, "move-planned", "101 B"),
    ]


def test_a_bed_left_for_good_is_told_and_one_kept_is_not(block):
    block.run(vacate_bed, VacateBed(block.bob, NOW, WHY))
    assert story(block, block.bob)[-1] == (NOW, "left-bed", "101 A")
    assert [kind for _at, kind, _bed in story(block, block.carl)] == ["placed"]
    assert story(block, block.dan) == []


def test_what_a_release_would_end_is_told_with_its_bed(block):
    block.place(block.bob, "101 B", NOW + DAY)
    block.hold("102 B", block.bob)
    matters = block.store.read(open_matters, block.bob, NOW)
    assert {(each.kind, each.facts["bed"]) for each in matters} == {
        ("bed", "101 A"),
        ("planned-placement", "101 B"),
        ("hold", "102 B"),
    }
    assert block.store.read(open_matters, block.dan, NOW) == ()
