"""A release ends the bed, what is planned and what is held; taken back, all of it stands again."""

from __future__ import annotations

import pytest

from openblock.features.residents.commands import (
    CancelArrival,
    ReadmitResident,
    ReleaseResident,
    cancel_arrival,
    readmit_resident,
    release_resident,
)
from openblock.features.residents.queries import open_matters
from openblock.features.residents.rules.content import StayContent
from openblock.features.rooms.queries.single import hold
from tests.factories import with_resident
from tests.features.rooms.living import refused
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND

BEGUN = NOW - 10 * DAY


def release(block, who, at=NOW):
    request = ReleaseResident(who, block.version(who), at, "released", reason="as it is")
    return block.run(release_resident, request)


def come_again(block, who, at):
    request = ReadmitResident(who, block.version(who), StayContent(at), "back again")
    return block.run(readmit_resident, request)


def test_a_release_ends_the_bed_the_plans_and_the_holds(block):
    block.place(block.bob, "101 B", NOW + 3 * DAY)
    begun = block.hold("102 B", block.bob).value
    planned = block.hold("102 B", block.bob, NOW + 2 * DAY, NOW + 3 * DAY).value
    kinds = [each.kind for each in block.store.read(open_matters, block.bob, NOW + HOUR)]
    assert sorted(kinds) == ["bed", "hold", "hold", "planned-placement"]
    release(block, block.bob, NOW + HOUR)
    assert block.spans(block.bob) == [("101 A", BEGUN, NOW + HOUR)]
    assert block.store.read(hold, begun).content.ends_at == NOW + HOUR
    assert refused(block.store.read, hold, planned) == ["hold-over"]


def test_what_ends_before_the_release_is_left(block):
    block.place(block.dan, "101 B", until=NOW + HOUR)
    release(block, block.dan, NOW + HOUR)
    assert block.spans(block.dan) == [("101 B", NOW, NOW + HOUR)]


def test_room_02_a_release_is_not_taken_back_once_somebody_else_has_the_bed(block):
    done = release(block, block.bob)
    block.place(block.dan, "101 A", NOW + DAY)
    assert refused(block.back, done.undo) == ["bed-taken"]
    assert refused(block.place, block.bob, "101 B") == ["outside-stay"]


def test_kap_05_a_mistaken_release_is_taken_back_though_a_pair_shares_the_room(block):
    block.place(block.dan, "101 B")
    block.apart(block.bob, block.dan)
    done = release(block, block.bob, NOW + DAY)
    block.back(done.undo)
    assert block.spans(block.bob)[0][0] == "101 A"


@pytest.mark.parametrize("moved", [HOUR, 3 * DAY])
def test_a_release_leaves_what_is_planned_for_another_stay(block, moved):
    release(block, block.bob, NOW + DAY)
    come_again(block, block.bob, NOW + 5 * DAY)
    block.place(block.bob, "101 B", NOW + 5 * DAY)
    kinds = [each.kind for each in block.store.read(open_matters, block.bob, NOW + moved)]
    assert kinds == (["bed"] if moved < DAY else [])
    release(block, block.bob, NOW + moved)
    assert block.spans(block.bob)[-1][:2] == ("101 B", NOW + 5 * DAY)


def test_an_arrival_called_off_takes_its_placement_with_it_and_no_other(block):
    coming = with_resident(block.store, "Coming", admitted=NOW + DAY, discharged=NOW + 2 * DAY)
    again = ReadmitResident(
        coming, block.version(coming), StayContent(NOW + 3 * DAY), "a second time"
    )
    block.store.run(readmit_resident, again)
    block.place(coming, "101 B", NOW + DAY)
    block.place(coming, "102 B", NOW + 3 * DAY)
    block.run(cancel_arrival, CancelArrival(5, 1, "not coming"))
    assert [bed for bed, *_span in block.spans(coming)] == ["102 B"]


def test_room_03_a_second_later_there_is_no_bed_without_a_stay(block):
    release(block, block.bob, NOW + DAY)
    assert block.sleeping(NOW + DAY - SECOND)[block.bob] == "101 A"
    assert block.bob not in block.sleeping(NOW + DAY)
