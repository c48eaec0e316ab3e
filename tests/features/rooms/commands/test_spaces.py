"""What is out of service, and which bed is kept for whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.clock import FOREVER, standing_at
from openblock.errors import RuleBroken
from openblock.features.rooms.commands import (
    ChangeClosure,
    EndHold,
    OpenSpace,
    change_closure,
    end_hold,
    open_space,
)
from openblock.features.rooms.queries import occupancy
from openblock.features.rooms.queries.single import closure, hold
from tests.features.rooms.living import refused
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND


def opened(block, number, at=NOW):
    request = OpenSpace(number, block.store.read(closure, number).version, at)
    return block.run(open_space, request)


def changed(block, number, **facts):
    row = block.store.read(closure, number)
    content = replace(row.content, **facts)
    return block.run(change_closure, ChangeClosure(number, row.version, content))


def let_go(block, number, at=NOW):
    return block.run(end_hold, EndHold(number, block.store.read(hold, number).version, at))


def closed(block, at=NOW):
    found = block.store.read(occupancy, at)
    names = {number: name for name, number in block.beds.items()}
    return {names[each.bed_id] for each in found.beds if each.closure is not None}


@pytest.mark.parametrize(
    ("scope", "beds"),
    [
        ("bed", {"201 A"}),
        ("room", {"201 A"}),
        ("section", {"201 A"}),
    ],
)
def test_room_04_what_is_closed_reaches_every_bed_in_it(block, scope, beds):
    subject = {"bed": block.beds["201 A"], "room": 3, "section": 2}[scope]
    number = block.close(scope, subject).value
    assert closed(block) == beds
    assert closed(block, NOW - SECOND) == set()
    opened(block, number, NOW + DAY)
    assert closed(block, NOW + DAY - SECOND) == beds
    assert closed(block, NOW + DAY) == set()


def test_room_04_what_people_sleep_in_is_not_closed_and_they_are_named(block):
    block.place(block.dan, "101 B", NOW + DAY)
    with pytest.raises(RuleBroken) as caught:
        block.close("building", 1)
    (found,) = caught.value.problems
    assert found.code == "closure-occupied"
    assert found.facts["people"] == (
        "Bobs Jānis (101 A)",
        "Dans Jānis (101 B)",
        "Carls Jānis (102 A)",
    )


def test_room_04_a_bed_is_closed_the_instant_it_is_left(block):
    block.place(block.bob, "102 B", NOW + DAY)
    bed = block.beds["101 A"]
    assert refused(block.close, "bed", bed, NOW + DAY - SECOND) == ["closure-occupied"]
    block.close("bed", bed, NOW + DAY)


def test_room_04_a_closure_may_end_as_somebody_comes(block):
    block.place(block.dan, "102 B", NOW + DAY)
    bed = block.beds["102 B"]
    assert refused(block.close, "bed", bed, end=NOW + DAY + SECOND) == ["closure-occupied"]
    block.close("bed", bed, end=NOW + DAY)


def test_the_same_is_not_closed_twice_at_once(block):
    bed = block.beds["102 B"]
    block.close("bed", bed, end=NOW + DAY)
    assert refused(block.close, "bed", bed, NOW + DAY - SECOND) == ["closed-already"]
    block.close("bed", bed, NOW + DAY)


def test_room_05_a_closure_without_its_reason_or_of_nothing_is_refused(block):
    assert refused(block.close, "bed", 1, reason="other") == ["closure-remark-missing"]
    assert refused(block.close, "bed", 4711) == ["space-unknown"]


def test_room_05_a_closure_past_its_expected_day_is_late_and_on_the_day_it_is_not(block):
    today = NOW.date()
    number = block.close("bed", block.beds["102 B"], expected_on=today, remark=" mould ").value
    row = block.store.read(closure, number)
    assert not row.late_on(today)
    assert row.late_on(today + DAY)
    assert (row.content.remark, row.closed_by, row.named) == ("mould", "Anna Bērziņa", "102 B")
    opened(block, number, NOW + HOUR)
    assert not block.store.read(closure, number).late_on(today + DAY)


def test_a_closure_without_an_expected_day_is_never_late(block):
    number = block.close("bed", block.beds["102 B"]).value
    assert not block.store.read(closure, number).late_on(NOW.date() + 900 * DAY)


def test_a_closure_is_changed_and_stays_what_it_closes(block):
    number = block.close("bed", block.beds["102 B"], end=NOW + DAY).value
    changed(block, number, reason="pests", ends_at=FOREVER, scope="room", subject_id=1)
    content = block.store.read(closure, number).content
    assert (content.scope, content.subject_id) == ("bed", block.beds["102 B"])
    assert (content.reason, content.ends_at) == ("pests", FOREVER)


def test_a_closure_is_not_lengthened_over_somebody_who_is_to_come(block):
    number = block.close("bed", block.beds["102 B"], end=NOW + DAY).value
    block.place(block.dan, "102 B", NOW + DAY)
    assert refused(changed, block, number, ends_at=FOREVER) == ["closure-occupied"]


def test_a_closure_that_has_not_begun_is_taken_back_when_it_is_opened(block):
    number = block.close("bed", block.beds["102 B"], NOW + DAY).value
    opened(block, number, NOW + DAY)
    assert refused(block.store.read, closure, number) == ["closure-over"]


def test_a_closure_that_is_over_by_then_is_not_opened_again(block):
    number = block.close("bed", block.beds["102 B"], end=NOW + DAY).value
    assert refused(opened, block, number, NOW + DAY) == ["closure-over"]
    with standing_at(NOW + DAY):
        assert refused(opened, block, number, NOW + HOUR) == ["closure-over"]
    opened(block, number, NOW + DAY - SECOND)
    assert refused(block.store.run, open_space, OpenSpace(4711, 1, NOW)) == ["closure-over"]


def test_room_12_what_was_closed_or_held_long_ago_is_not_made_as_if_it_never_was(block):
    shut = block.close("bed", block.beds["102 B"]).value
    kept = block.hold("101 B", end=NOW + 20 * DAY).value
    with standing_at(NOW + 10 * DAY):
        for at in (NOW, NOW - DAY, NOW + 7 * DAY - SECOND):
            assert refused(opened, block, shut, at) == ["too-far-back"]
            assert refused(let_go, block, kept, at) == ["too-far-back"]
        opened(block, shut, NOW + 7 * DAY)
        let_go(block, kept, NOW + 7 * DAY)
    assert block.store.read(closure, shut).content.ends_at == NOW + 7 * DAY
    assert block.store.read(hold, kept).content.ends_at == NOW + 7 * DAY


def test_room_15_a_bed_is_held_and_let_go(block):
    number = block.hold("101 B", block.dan).value
    row = block.store.read(hold, number)
    assert (row.name, row.held_by) == ("Dans Jānis", "Anna Bērziņa")
    let_go(block, number, NOW + HOUR)
    assert block.store.read(hold, number).content.ends_at == NOW + HOUR
    assert refused(let_go, block, number, NOW + HOUR) == ["hold-over"]
    let_go(block, number, NOW)
    assert refused(block.store.read, hold, number) == ["hold-over"]
    assert refused(block.store.run, end_hold, EndHold(number, 1, NOW)) == ["hold-over"]


def test_room_15_a_bed_that_is_somebodys_then_is_not_held(block):
    block.place(block.bob, "102 B", NOW + HOUR)
    assert refused(block.hold, "101 A") == ["hold-bed-taken"]
    block.hold("101 A", start=NOW + HOUR, end=NOW + DAY)


def test_room_15_a_bed_is_not_held_twice_at_once(block):
    block.hold("101 B", end=NOW + HOUR)
    with pytest.raises(RuleBroken) as caught:
        block.hold("101 B", block.dan, NOW + HOUR - SECOND)
    (found,) = caught.value.problems
    assert (found.code, found.facts["name"]) == ("held-already", "a visit")
    block.hold("101 B", block.dan, NOW + HOUR)


def test_room_15_a_hold_in_the_past_of_no_bed_or_for_nobody_known_is_refused(block):
    assert refused(block.hold, "101 B", start=NOW - HOUR, end=NOW) == ["hold-length"]
    assert refused(block.hold, "101 B", 4711) == ["resident-unknown"]
    block.beds = {"none": 4711}
    assert refused(block.hold, "none") == ["bed-unknown"]
