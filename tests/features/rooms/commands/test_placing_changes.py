"""People change beds or leave them; what is planned is stretched, shortened and cancelled."""

from __future__ import annotations

from openblock.clock import FOREVER, standing_at
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.residents.commands import (
    ReadmitResident,
    readmit_resident,
)
from openblock.features.residents.rules.content import StayContent
from openblock.features.rooms.commands import (
    CancelAssignment,
    ChangeAssignment,
    SwapResidents,
    VacateBed,
    Why,
    cancel_assignment,
    change_assignment,
    swap_residents,
    vacate_bed,
)
from openblock.features.rooms.queries import occupancy
from openblock.features.rooms.queries.single import assignment
from tests.factories import with_resident
from tests.features.rooms.living import WHY, refused
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND

BEGUN = NOW - 10 * DAY
UNANSWERED = Why("request")


def change(block, number, start=None, end=None, bed=None, why=WHY):
    row = block.store.read(assignment, number)
    content = row.content
    request = ChangeAssignment(
        number,
        row.version,
        content.bed_id if bed is None else block.beds[bed],
        start or content.starts_at,
        end or content.ends_at,
        why,
    )
    return block.run(change_assignment, request)


def cancel(block, number, reason="not needed"):
    version = block.store.read(assignment, number).version
    return block.run(cancel_assignment, CancelAssignment(number, version, reason))


def number_of(block, bed, at=NOW):
    beds = {each.bed_id: each for each in block.store.read(occupancy, at).beds}
    return beds[block.beds[bed]].assignment.assignment_id


# swapping


def test_room_10_two_people_change_beds_at_one_instant(block):
    block.swap(block.bob, block.carl)
    assert block.spans(block.bob) == [("101 A", BEGUN, NOW), ("102 A", NOW, FOREVER)]
    assert block.spans(block.carl) == [("102 A", BEGUN, NOW), ("101 A", NOW, FOREVER)]


def test_room_10_a_swap_at_the_instant_one_came_leaves_no_trace_of_that_bed(block):
    block.place(block.dan, "101 B")
    block.swap(block.bob, block.dan)
    assert block.spans(block.dan) == [("101 A", NOW, FOREVER)]


def test_room_10_what_would_be_wrong_only_in_between_is_fine(block):
    """Dan comes from Carl's room into Bob's, whom he must not meet: Bob leaves for Carl's."""
    block.place(block.dan, "102 B")
    block.apart(block.dan, block.bob)
    block.swap(block.dan, block.bob)
    assert block.sleeping()[block.dan] == "101 A"


def test_room_10_a_pair_swapped_into_one_room_is_refused(block):
    block.place(block.dan, "102 B")
    block.apart(block.bob, block.carl)
    assert refused(block.swap, block.bob, block.dan) == ["apart-in-room"]


def test_kap_05_a_pair_that_shares_a_room_already_may_be_swapped_out_of_it(block):
    block.place(block.dan, "101 B")
    block.apart(block.bob, block.dan)
    block.swap(block.bob, block.carl)
    assert block.sleeping()[block.bob] == "102 A"
    assert refused(block.swap, block.bob, block.carl, NOW + HOUR) == ["apart-in-room"]


def test_room_10_each_stays_as_long_as_they_had_a_bed(block):
    block.place(block.carl, "102 B", NOW + DAY)
    block.swap(block.bob, block.carl)
    assert block.spans(block.bob)[-1] == ("102 A", NOW, FOREVER)
    assert block.spans(block.carl)[1:] == [
        ("101 A", NOW, NOW + DAY),
        ("102 B", NOW + DAY, FOREVER),
    ]


def test_a_swap_takes_two_people_with_beds(block):
    assert refused(block.swap, block.bob, block.dan) == ["resident-without-bed"]
    assert refused(block.swap, block.bob, block.bob) == ["swap-with-oneself"]
    nobody = SwapResidents(block.bob, 4711, NOW, WHY)
    assert refused(block.store.run, swap_residents, nobody) == ["resident-unknown"]


# leaving


def vacate(block, who, at=NOW, why=WHY):
    return block.run(vacate_bed, VacateBed(who, at, why))


def test_who_leaves_a_bed_has_none_and_keeps_what_is_planned(block):
    block.place(block.bob, "101 B", NOW + DAY)
    vacate(block, block.bob)
    assert block.spans(block.bob) == [("101 A", BEGUN, NOW), ("101 B", NOW + DAY, FOREVER)]


def test_who_leaves_a_bed_as_they_come_was_never_in_it(block):
    block.place(block.dan, "101 B")
    vacate(block, block.dan)
    assert block.spans(block.dan) == []


def test_leaving_wants_a_bed_a_reason_and_a_time_near_enough(block):
    assert refused(vacate, block, block.dan) == ["resident-without-bed"]
    assert refused(vacate, block, block.bob, why=Why("other")) == ["placement-remark-missing"]
    assert refused(vacate, block, block.bob, NOW - HOUR, UNANSWERED) == ["back-dated"]
    assert refused(vacate, block, block.bob, NOW - 3 * DAY - SECOND) == ["too-far-back"]
    block.store.run(change_setting, ChangeSetting("decision_required", True))
    vacate(block, block.bob)  # no decision gives a bed here


# stretching


def test_an_assignment_is_stretched_and_shortened(block):
    number = block.place(block.dan, "101 B", NOW + DAY, NOW + 5 * DAY).value
    change(block, number, NOW + 2 * DAY, NOW + 9 * DAY)
    assert block.spans(block.dan) == [("101 B", NOW + 2 * DAY, NOW + 9 * DAY)]
    row = block.store.read(assignment, number)
    assert (row.content.reason, row.content.override) == ("request", WHY.override)


def test_an_assignment_is_not_stretched_over_the_persons_own_next_one(block):
    first = block.place(block.dan, "101 B", until=NOW + DAY).value
    second = block.place(block.dan, "102 B", NOW + DAY).value
    assert refused(change, block, first, end=NOW + DAY + SECOND) == ["resident-has-bed"]
    assert refused(change, block, second, start=NOW + DAY - SECOND) == ["resident-has-bed"]
    change(block, first, end=NOW + DAY - SECOND)
    change(block, second, start=NOW + DAY - SECOND)


def test_an_assignment_is_not_stretched_over_somebody_elses_or_a_closure(block):
    number = block.place(block.dan, "101 B", until=NOW + DAY).value
    block.place(block.ann, "101 B", NOW + 2 * DAY, NOW + 3 * DAY)
    block.close("bed", block.beds["102 B"], NOW + 2 * DAY)
    assert refused(change, block, number, end=NOW + 2 * DAY + SECOND) == ["bed-taken"]
    assert refused(change, block, number, end=NOW + 2 * DAY + SECOND, bed="102 B") == ["bed-closed"]
    change(block, number, end=NOW + 2 * DAY, bed="102 B")


def test_an_assignment_in_another_bed_takes_the_reason_it_is_moved_for(block):
    number = block.place(block.dan, "101 B", NOW + DAY).value
    change(block, number, bed="102 B", why=Why("health", "stairs", override="stairs"))
    content = block.store.read(assignment, number).content
    assert (content.reason, content.remark, content.bed_id) == (
        "health",
        "stairs",
        block.beds["102 B"],
    )


def test_room_12_only_the_ends_that_are_touched_are_entered_late(block):
    number = number_of(block, "101 A")
    change(block, number, end=NOW + DAY, why=UNANSWERED)
    assert refused(change, block, number, end=NOW - HOUR, why=UNANSWERED) == ["back-dated"]
    assert refused(change, block, number, start=BEGUN + HOUR) == ["too-far-back"]
    assert refused(change, block, number, bed="101 B") == ["too-far-back"]


def test_room_03_two_stays_that_touch_are_not_slept_through_in_one_go(block):
    leaving = with_resident(block.store, "Leaving", discharged=NOW + DAY)
    number = block.place(leaving, "101 B").value
    again = ReadmitResident(leaving, block.version(leaving), StayContent(NOW + DAY), "back again")
    block.store.run(readmit_resident, again)
    assert refused(change, block, number, end=NOW + 2 * DAY) == ["outside-stay"]
    assert refused(change, block, number, end=FOREVER) == ["outside-stay"]


def test_kap_05_who_shares_a_room_already_may_be_shortened_but_not_brought_back(block):
    number = block.place(block.dan, "101 B", until=NOW + 9 * DAY).value
    block.apart(block.bob, block.dan)
    change(block, number, end=NOW + DAY)
    assert refused(change, block, number, end=NOW + 2 * DAY) == ["apart-in-room"]


def test_a_change_of_a_stale_or_missing_assignment_or_backwards_is_refused(block):
    number = block.place(block.dan, "101 B").value
    bed = block.beds["101 B"]
    stale = ChangeAssignment(number, 4711, bed, NOW, FOREVER, WHY)
    assert refused(block.store.run, change_assignment, stale) == ["changed-meanwhile"]
    gone = ChangeAssignment(4711, 1, bed, NOW, FOREVER, WHY)
    assert refused(block.store.run, change_assignment, gone) == ["assignment-unknown"]
    assert refused(change, block, number, NOW + DAY, NOW + DAY) == ["until-before-at"]
    version = block.store.read(assignment, number).version
    nowhere = ChangeAssignment(number, version, 4711, NOW, FOREVER, WHY)
    assert refused(block.store.run, change_assignment, nowhere) == ["bed-unknown"]


# cancelling


def test_a_cancelled_plan_lets_the_person_stay_where_they_are(block):
    number = block.place(block.bob, "101 B", NOW + DAY, NOW + 9 * DAY).value
    cancel(block, number)
    assert block.spans(block.bob) == [("101 A", BEGUN, NOW + 9 * DAY)]


def test_a_cancelled_plan_of_somebody_without_a_bed_leaves_none(block):
    cancel(block, block.place(block.dan, "101 B", NOW + DAY).value)
    assert block.spans(block.dan) == []


def test_a_cancelled_plan_goes_on_until_the_bed_is_somebody_elses(block):
    number = block.place(block.bob, "101 B", NOW + DAY).value
    block.place(block.dan, "101 A", NOW + 3 * DAY)
    cancel(block, number)
    assert block.spans(block.bob) == [("101 A", BEGUN, NOW + 3 * DAY)]


def test_a_cancelled_plan_does_not_go_on_where_the_bed_is_taken_at_once(block):
    number = block.place(block.bob, "101 B", NOW + DAY).value
    block.place(block.dan, "101 A", NOW + DAY)
    cancel(block, number)
    assert block.spans(block.bob) == [("101 A", BEGUN, NOW + DAY)]


def test_room_04_a_cancelled_plan_does_not_go_on_into_a_closure(block):
    number = block.place(block.bob, "101 B", NOW + DAY).value
    block.close("bed", block.beds["101 A"], NOW + 2 * DAY)
    cancel(block, number)
    assert block.spans(block.bob) == [("101 A", BEGUN, NOW + 2 * DAY)]


def test_kap_03_a_cancelled_plan_does_not_bring_a_pair_together(block):
    number = block.place(block.bob, "102 B", NOW + DAY).value
    block.place(block.dan, "101 B", NOW + DAY)
    block.apart(block.bob, block.dan)
    assert refused(cancel, block, number) == ["apart-in-room"]


def test_only_what_has_not_begun_is_cancelled_and_with_a_reason(block):
    number = block.place(block.bob, "101 B", NOW + DAY).value
    assert refused(cancel, block, number, " no ") == ["reason-needed"]
    with standing_at(NOW + DAY):
        assert refused(cancel, block, number) == ["assignment-begun"]
    with standing_at(NOW + DAY - SECOND):
        cancel(block, number)
    gone = CancelAssignment(4711, 1, "not needed")
    assert refused(block.store.run, cancel_assignment, gone) == ["assignment-unknown"]
