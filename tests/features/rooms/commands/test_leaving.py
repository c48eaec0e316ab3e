"""A release ends the bed, what is planned and what is held; taken back, all of it stands again."""

from __future__ import annotations

import pytest

from openblock.clock import standing_at
from openblock.features.residents.commands import (
    CancelArrival,
    EraseResident,
    ReadmitResident,
    ReleaseResident,
    cancel_arrival,
    erase_resident,
    readmit_resident,
    release_resident,
)
from openblock.features.residents.queries import open_matters, resident_card
from openblock.features.residents.rules.content import StayContent
from openblock.features.rooms.commands import HoldBed, Why, hold_bed
from openblock.features.rooms.queries import resident_placements
from openblock.features.rooms.queries.single import hold
from openblock.features.rooms.rules.content import HoldContent
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


def test_a_release_that_changes_nothing_leaves_nothing_to_take_back(block):
    release(block, block.bob, NOW + DAY)
    assert release(block, block.bob, NOW + DAY).undo is None


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


def test_res_10_nothing_an_officer_wrote_about_an_erased_persons_beds_is_left(block):
    secret = Why("other", "Bobs slimo", "K-17", None, "Bobs to lūdz")
    block.place(block.bob, "101 B", why=secret)
    release(block, block.bob, NOW + HOUR)
    with standing_at(NOW + 11 * 366 * DAY):
        spans = block.spans(block.bob)
        erase(block, block.bob)
        assert block.spans(block.bob) == spans
        left = [each.content for each in block.store.read(resident_placements, block.bob)]
    assert {(each.remark, each.override, each.decision_number) for each in left} == {("", "", "")}
    assert "Bobs" not in str(block.log("residents.erase_resident"))


def test_res_10_no_hold_is_made_or_comes_back_for_somebody_who_was_erased_since(block):
    number = with_resident(block.store, "Tops", admitted=NOW + DAY)
    kept = HoldContent(block.beds["101 B"], NOW + DAY, NOW + 2 * DAY, number, "Tops gribēja")
    held = block.store.run(hold_bed, HoldBed(kept))
    done = block.store.run(held.undo.command, held.undo.request)
    stay = block.store.read(resident_card, number, NOW).stays[0]
    block.store.run(cancel_arrival, CancelArrival(stay.stay_id, stay.version, "not to come"))
    erase(block, number)
    assert refused(block.back, done.undo) == ["resident-erased"]
    assert refused(block.store.run, hold_bed, HoldBed(kept)) == ["resident-erased"]


def test_res_10_what_was_written_of_a_hold_for_an_erased_person_is_gone(block):
    number = with_resident(block.store, "Tops", admitted=NOW + DAY)
    kept = HoldContent(block.beds["101 B"], NOW, NOW + DAY, number, "Tops gribēja")
    held = block.store.run(hold_bed, HoldBed(kept)).value
    with standing_at(NOW + 2 * HOUR):
        stay = block.store.read(resident_card, number, NOW).stays[0]
        block.store.run(cancel_arrival, CancelArrival(stay.stay_id, stay.version, "not to come"))
        erase(block, number)
    assert block.store.read(hold, held).content.remark == ""


def erase(block, number):
    request = EraseResident(
        number, block.store.read(resident_card, number, NOW).row.version, "the years are over"
    )
    block.store.run(erase_resident, request)
