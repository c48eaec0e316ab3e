"""What a house, a closure and a hold may be, on both sides of every boundary."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.rooms.rules.content import (
    ClosureContent,
    FloorContent,
    HoldContent,
    RoomContent,
    SectionContent,
    Walls,
)
from openblock.features.rooms.rules.house import (
    closure_problems,
    code_order,
    floor_problems,
    hold_problems,
    name_problems,
    occupied_problems,
    room_problems,
    section_problems,
    taken_codes,
    walls_problems,
)
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND, codes

ROOM = RoomContent(1, "101", beds=("A", "B"))
CLOSURE = ClosureContent("room", 1, "damp", NOW)
HOLD = HoldContent(1, NOW, NOW + DAY, resident_id=1)


def fields(problems):
    return [(each.code, each.field) for each in problems]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("x" * 60, []),
        ("x" * 61, ["text-too-long"]),
        ("  ", ["text-missing"]),
        ("O'Brien <b>&", []),
        ("a\u200bb", ["text-not-printable"]),
    ],
)
def test_a_name_can_be_seen_and_is_not_too_long(name, told):
    assert codes(name_problems(name)) == told
    assert codes(section_problems(SectionContent(1, name))) == told


def test_what_cannot_be_seen_is_told_by_its_place_and_number():
    (found,) = name_problems("a\u200bb")
    assert dict(found.facts) == {"place": 2, "sign": "U+200B"}


def test_room_06_a_section_is_for_women_for_men_or_for_any():
    assert [codes(section_problems(SectionContent(1, "A", sex))) for sex in ("", "male", "x")] == [
        [],
        [],
        ["sex-unknown"],
    ]


@pytest.mark.parametrize(
    ("width", "height", "told"),
    [(100, 10_000, []), (99, 500, ["plan-size"]), (500, 10_001, ["plan-size"])],
)
def test_a_plan_is_neither_a_stamp_nor_a_field(width, height, told):
    assert codes(floor_problems(FloorContent(1, "1", 1, width, height))) == told


def test_room_01_a_code_is_one_rooms_whatever_its_case():
    assert codes(taken_codes("101a", ["101", "102A"])) == []
    assert codes(taken_codes("102a", ["101", "102A"])) == ["room-code-taken"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (ROOM, []),
        (replace(ROOM, name="Atpūtas telpa", sex="female", area=100_000), []),
        (replace(ROOM, code=""), [("text-missing", "code")]),
        (replace(ROOM, code="1" * 21), [("text-too-long", "code")]),
        (replace(ROOM, name="x" * 61), [("text-too-long", "name")]),
        (replace(ROOM, beds=("A", "a")), [("bed-label-twice", "beds")]),
        (replace(ROOM, beds=("",)), [("text-missing", "beds")]),
        (replace(ROOM, beds=("x" * 11,)), [("text-too-long", "beds")]),
        (replace(ROOM, beds=tuple("ABCDEFGHIJKL")), []),
        (replace(ROOM, beds=tuple("ABCDEFGHIJKLM")), [("too-many-beds", "beds")]),
        (replace(ROOM, kind="other"), [("beds-in-other-room", "beds")]),
        (replace(ROOM, kind="other", beds=()), []),
        (replace(ROOM, kind="cell"), [("room-kind-unknown", "kind")]),
        (replace(ROOM, sex="x"), [("sex-unknown", "sex")]),
        (replace(ROOM, attributes=("accessible",)), []),
        (replace(ROOM, attributes=("jacuzzi",)), [("attribute-unknown", "attributes")]),
        (replace(ROOM, area=-1), [("room-area", "area")]),
        (replace(ROOM, area=100_001), [("room-area", "area")]),
    ],
)
def test_room_01_a_room_is_judged_field_by_field(content, told):
    assert fields(room_problems(content)) == told


@pytest.mark.parametrize(
    ("walls", "told"),
    [
        (Walls(0, 0, 20, 20), []),
        (Walls(0, 0, 19, 20), ["room-too-small"]),
        (Walls(0, 0, 20, 20, "ceiling"), ["room-too-small"]),
        (Walls(800, 0, 200, 640), []),
        (Walls(801, 0, 200, 640), ["room-outside-plan"]),
        (Walls(0, 1, 200, 640), ["room-outside-plan"]),
        (Walls(-1, 0), ["room-outside-plan"]),
    ],
)
def test_a_room_stands_within_the_plan_of_its_floor(walls, told):
    assert codes(walls_problems(walls, FloorContent(1, "1"))) == told


def test_without_a_plan_only_the_upper_left_edge_is_known():
    assert codes(walls_problems(Walls(5000, 5000))) == []
    assert codes(walls_problems(Walls(0, -1))) == ["room-outside-plan"]


# ROOM-04, ROOM-05


def test_room_04_who_sleeps_there_is_told_with_the_bed():
    assert list(occupied_problems([])) == []
    (found,) = occupied_problems([("101 A", "Liepa Juris"), ("101 B", "Ozols Jānis")])
    assert found.facts["people"] == ("Liepa Juris (101 A)", "Ozols Jānis (101 B)")
    assert found.facts["number"] == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (CLOSURE, []),
        (replace(CLOSURE, reason="bored"), [("closure-reason-missing", "reason")]),
        (replace(CLOSURE, scope="floor"), [("closure-reason-missing", "reason")]),
        (replace(CLOSURE, reason="other"), [("closure-remark-missing", "remark")]),
        (replace(CLOSURE, reason="other", remark="a film crew"), []),
        (replace(CLOSURE, remark="x" * 200), []),
        (replace(CLOSURE, remark="x" * 201), [("text-too-long", "remark")]),
        (replace(CLOSURE, remark="two\nlines"), []),
        (replace(CLOSURE, remark="\ud800"), [("text-not-printable", "remark")]),
        (replace(CLOSURE, ends_at=NOW + SECOND), []),
        (replace(CLOSURE, ends_at=NOW), [("closure-backwards", "ends_at")]),
    ],
)
def test_room_05_a_closure_says_why_and_ends_after_it_begins(content, told):
    assert fields(closure_problems(content)) == told


@pytest.mark.parametrize(("days", "told"), [(0, []), (-1, ["closure-expected-before-start"])])
def test_room_05_the_expected_day_may_be_the_day_it_begins(days, told):
    late = clock.at(clock.day_of(NOW), 23 * 60 + 30)  # 21:30 of that day in UTC
    expected = clock.day_of(late) + timedelta(days=days)
    assert codes(closure_problems(replace(CLOSURE, starts_at=late, expected_on=expected))) == told


# ROOM-15


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HOLD, []),
        (replace(HOLD, resident_id=None), ["hold-for-nobody"]),
        (replace(HOLD, resident_id=None, remark="a visit"), []),
        (replace(HOLD, remark="x" * 201), ["text-too-long"]),
        (replace(HOLD, remark="a\u202eb"), ["text-not-printable"]),
        (replace(HOLD, ends_at=NOW + 31 * DAY), []),
        (replace(HOLD, ends_at=NOW + 31 * DAY + SECOND), ["hold-length"]),
        (replace(HOLD, ends_at=FOREVER), ["hold-length"]),
        (replace(HOLD, ends_at=NOW), ["hold-length"]),
        (replace(HOLD, starts_at=NOW - HOUR, ends_at=NOW + SECOND), []),
        (replace(HOLD, starts_at=NOW - HOUR, ends_at=NOW), ["hold-length"]),
    ],
)
def test_room_15_a_hold_is_for_somebody_and_expires_later_than_now(content, told):
    assert codes(hold_problems(content, NOW)) == told


def test_codes_are_ordered_as_people_count():
    found = sorted(["101 B", "9", "101 A", "10", "A2", "A10", "a1"], key=code_order)
    assert found == ["9", "10", "101 A", "101 B", "a1", "A2", "A10"]
