"""Every bed for one person, best first, and why; and the risks of a move before it is made."""

from __future__ import annotations

from datetime import date

from openblock.features.residents.commands import SaveAlert, save_alert
from openblock.features.residents.rules.content import AlertContent
from openblock.features.rooms.queries import find_beds, risks_of_placing, risks_of_swapping
from openblock.features.rooms.rules.content import PlaceResident, SwapResidents
from tests.factories import with_house, with_resident
from tests.features.rooms.living import WHY, refused
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND, codes


def found(block, who, at=NOW, **options):
    return {each.bed: each for each in block.store.read(find_beds, who, at, **options)}


def alert(block, who, kind="conflict"):
    content = AlertContent(kind, "seen on the yard", date(2026, 1, 1))
    block.store.run(save_alert, SaveAlert(who, None, 0, content))


def test_free_beds_come_first_and_what_is_ruled_out_last(block):
    beds = found(block, block.dan)
    assert list(beds) == ["101 B", "102 B", "101 A", "102 A", "201 A"]
    assert [each.stops for each in beds.values()] == [False, False, True, True, True]
    assert codes(beds["101 A"].problems) == ["bed-taken"]
    assert codes(beds["201 A"].problems) == ["sex-differs"]
    assert (beds["201 A"].reasons, codes(beds["101 B"].reasons)) == ((), ["reason-company"])


def test_the_bed_one_has_is_no_suggestion_and_stands_in_nobodys_way(block):
    beds = found(block, block.bob)
    assert "101 A" not in beds
    assert codes(beds["101 B"].reasons) == ["reason-empty-room"]
    assert beds["101 B"].problems == ()


def test_a_bed_somebody_needs_later_is_offered_until_then_and_ranks_lower(block):
    block.place(block.carl, "101 B", NOW + 2 * DAY)
    beds = found(block, block.dan)
    assert list(beds)[:2] == ["102 B", "101 B"]
    assert (beds["101 B"].until, beds["101 B"].stops) == (NOW + 2 * DAY, False)
    block.place(block.dan, "101 B", until=beds["101 B"].until)


def test_a_bed_that_is_to_be_closed_is_offered_until_then(block):
    block.close("bed", block.beds["101 B"], NOW + DAY)
    assert found(block, block.dan)["101 B"].until == NOW + DAY
    assert codes(found(block, block.dan, NOW + DAY)["101 B"].problems) == ["bed-closed"]


def test_with_a_planned_move_beds_are_found_for_the_time_until_it(block):
    block.place(block.dan, "102 B", NOW + DAY)
    block.place(block.carl, "101 B", NOW + DAY)
    beds = found(block, block.dan)
    assert beds["101 B"].until == NOW + DAY
    assert beds["102 B"].stops is False
    assert found(block, block.dan, NOW + HOUR, until=NOW + HOUR) == {}


def test_every_bed_that_is_not_ruled_out_can_be_had(block):
    block.place(block.carl, "101 B", NOW + 2 * DAY)
    block.apart(block.bob, block.dan)
    for bed, each in found(block, block.dan, NOW + HOUR).items():
        if not each.stops:
            done = block.place(block.dan, bed, NOW + HOUR, each.until)
            block.back(done.undo)
        else:
            assert refused(block.place, block.dan, bed, NOW + HOUR, each.until)


def test_kap_03_beds_near_somebody_to_be_kept_apart_from_are_ruled_out_or_warned_of(block):
    block.apart(block.bob, block.dan, "section")
    beds = found(block, block.dan)
    assert codes(beds["101 B"].problems) == ["apart-in-room"]
    assert (codes(beds["102 B"].problems), beds["102 B"].stops) == (["apart-nearby"], False)
    block.place(block.bob, "102 B", NOW + DAY)
    assert codes(found(block, block.dan, NOW + DAY)["101 B"].problems) == ["apart-nearby"]


def test_needs_holds_and_designation_decide_between_free_beds(block):
    with_house(block.store, {"301": ("A",)}, section="C", attributes=("accessible",))
    needy = with_resident(block.store, "Needy", sex="male", needs=("accessible",))
    beds = found(block, needy)
    assert next(iter(beds)) == "301 A"
    assert codes(beds["101 B"].problems) == ["need-unmet"]
    assert list(found(block, block.dan))[:3] == ["101 B", "102 B", "301 A"]
    block.hold("102 B", block.dan)
    best = next(iter(found(block, block.dan).values()))
    assert (best.bed, codes(best.reasons)[0]) == ("102 B", "reason-held-for-person")
    assert next(iter(found(block, block.ann))) == "201 A"


def test_nobody_known_finds_no_bed(block):
    assert found(block, 4711) == {}


def test_risks_are_what_the_command_would_say_and_who_carries_an_alert(block):
    alert(block, block.carl)
    alert(block, block.dan, "escape")
    request = PlaceResident(block.dan, block.beds["102 A"], NOW, WHY)
    risks = block.store.read(risks_of_placing, request)
    assert codes(risks) == ["bed-taken", "roommate-alert", "own-alert"]
    assert [each.facts["alerts"] for each in risks[1:]] == [("conflict",), ("escape",)]
    clear = PlaceResident(block.ann, block.beds["201 A"], NOW, WHY)
    assert block.store.read(risks_of_placing, clear) == ()


def test_who_leaves_the_room_is_no_risk_there_any_more(block):
    alert(block, block.carl)
    request = SwapResidents(block.dan, block.carl, NOW, WHY)
    block.place(block.dan, "101 B")
    risks = block.store.read(risks_of_swapping, request)
    assert codes(risks) == ["own-alert"]


def test_who_shares_the_room_after_a_swap_is_told(block):
    block.place(block.dan, "102 B", NOW - HOUR)
    alert(block, block.dan)
    risks = block.store.read(risks_of_swapping, SwapResidents(block.bob, block.carl, NOW, WHY))
    assert codes(risks) == ["roommate-alert"]


def test_risks_of_nobody_or_no_bed_are_refused_in_words(block):
    for who, bed, code in ((4711, 1, "resident-unknown"), (block.dan, 4711, "bed-unknown")):
        request = PlaceResident(who, bed, NOW + SECOND, WHY)
        assert refused(block.store.read, risks_of_placing, request) == [code]
