"""People are placed, moved, swapped, taken out of bed; planned things are changed and cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.clock import FOREVER, standing_at
from openblock.errors import KnownError, RuleBroken
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.residents.commands import (
    ReleaseResident,
    release_resident,
)
from openblock.features.rooms.commands import (
    PlaceResident,
    Why,
    place_resident,
)
from openblock.features.rooms.queries.single import assignment
from tests.factories import with_resident
from tests.features.rooms.living import WHY, refused, told
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND

BEGUN = NOW - 10 * DAY
UNANSWERED = Why("request")


# placing and moving


def test_a_first_placement_lasts_until_something_ends_it(block):
    done = block.place(block.dan, "101 B")
    row = block.store.read(assignment, done.value)
    assert (row.bed, row.content.starts_at, row.content.ends_at) == ("101 B", NOW, FOREVER)
    assert (row.content.reason, row.content.decided_by) == ("request", "Anna Bērziņa")


def test_room_09_a_move_ends_the_old_bed_at_the_instant_the_new_one_begins(block):
    why = Why("commission", " by vote ", " 12/2026 ", date(2026, 11, 26), "as asked")
    done = block.place(block.bob, "102 B", why=why)
    assert block.spans(block.bob) == [("101 A", BEGUN, NOW), ("102 B", NOW, FOREVER)]
    content = block.store.read(assignment, done.value).content
    assert (content.remark, content.decision_number) == ("by vote", "12/2026")
    assert content.decision_date == date(2026, 11, 26)
    (row, *_) = block.log("rooms.place_resident")
    assert "commission: by vote" in row.reason


def test_room_02_the_loser_is_told_who_has_the_bed(block):
    with pytest.raises(RuleBroken) as caught:
        block.place(block.dan, "101 A")
    (found,) = caught.value.problems
    assert (found.code, found.facts["name"]) == ("bed-taken", "Bobs Jānis")
    assert found.facts["by"] == "Anna Bērziņa"


def test_room_02_a_bed_is_taken_the_instant_it_is_left(block):
    block.place(block.bob, "101 B", NOW + HOUR)
    assert refused(block.place, block.dan, "101 A", NOW + HOUR - SECOND) == ["bed-taken"]
    block.place(block.dan, "101 A", NOW + HOUR)


def test_what_is_planned_for_the_person_ends_a_placement_made_before_it(block):
    block.place(block.dan, "102 B", NOW + DAY)
    block.place(block.dan, "101 B")
    assert block.spans(block.dan) == [("101 B", NOW, NOW + DAY), ("102 B", NOW + DAY, FOREVER)]


def test_room_11_what_somebody_else_has_planned_later_is_told_as_a_conflict(block):
    block.place(block.carl, "101 B", NOW + DAY)
    assert refused(block.place, block.dan, "101 B") == ["bed-taken"]
    block.place(block.dan, "101 B", until=NOW + DAY)


def test_room_03_a_placement_ends_with_the_stay_and_not_outside_it(block):
    leaving = with_resident(block.store, "Leaving", discharged=NOW + DAY)
    block.place(leaving, "101 B")
    assert block.spans(leaving) == [("101 B", NOW, NOW + DAY)]
    coming = with_resident(block.store, "Coming", admitted=NOW + DAY)
    assert refused(block.place, coming, "102 B", NOW + DAY - SECOND) == ["outside-stay"]
    block.place(coming, "102 B", NOW + DAY)


def test_room_04_a_closed_bed_is_refused_until_the_closure_ends(block):
    block.close("bed", block.beds["102 B"], NOW, NOW + DAY)
    assert refused(block.place, block.dan, "102 B", NOW + DAY - SECOND) == ["bed-closed"]
    block.place(block.dan, "102 B", NOW + DAY)


def test_room_04_a_placement_may_end_as_the_closure_begins(block):
    block.close("bed", block.beds["102 B"], NOW + DAY)
    assert refused(block.place, block.dan, "102 B", until=NOW + DAY + SECOND) == ["bed-closed"]
    block.place(block.dan, "102 B", until=NOW + DAY)


def test_room_06_the_designation_of_the_section_holds_for_its_rooms(block):
    assert refused(block.place, block.dan, "201 A") == ["sex-differs"]
    block.place(block.ann, "201 A")


def test_room_08_a_warning_wants_five_characters_of_reason_which_stand_in_the_log(block):
    needy = with_resident(block.store, "Needy", sex="male", needs=("accessible",))
    for answer in ("", "okay", " ok   "):
        why = replace(UNANSWERED, override=answer)
        assert refused(block.place, needy, "101 B", why=why) == ["need-unmet"]
    request = PlaceResident(
        needy, block.beds["101 B"], NOW, replace(UNANSWERED, override=" no lift ")
    )
    done = block.store.run(place_resident, request)
    (row, *_) = block.log("rooms.place_resident")
    assert "no lift" in row.reason
    assert ("rule", "need-unmet") in row.subjects
    assert ("resident", str(needy)) in row.subjects
    assert block.store.read(assignment, done.value).content.override == "no lift"


def test_an_error_is_not_answered_by_a_reason_and_all_is_told_at_once(block):
    needy = with_resident(block.store, "Needy", sex="male", needs=("accessible",))
    found = refused(block.place, needy, "101 A", NOW - HOUR, why=Why("other", override="because"))
    assert found == ["bed-taken", "need-unmet", "back-dated", "placement-remark-missing"]


def test_room_11_ninety_days_ahead_and_a_second_more(block):
    assert refused(block.place, block.dan, "101 B", NOW + 90 * DAY + SECOND) == ["too-far-ahead"]
    block.place(block.dan, "101 B", NOW + 90 * DAY)


def test_room_12_within_fifteen_minutes_is_at_once_and_three_days_back_the_end(block):
    late = NOW - timedelta(minutes=15)
    found = refused(block.place, block.dan, "101 B", late - SECOND, why=UNANSWERED)
    assert found == ["back-dated"]
    assert refused(block.place, block.dan, "101 B", NOW - 3 * DAY - SECOND) == ["too-far-back"]
    block.place(block.dan, "101 B", NOW - 3 * DAY)
    block.place(block.dan, "102 B", late, why=UNANSWERED)


def test_room_15_a_bed_held_for_somebody_else_is_warned_of_until_the_hold_expires(block):
    block.hold("101 B", block.carl, end=NOW + HOUR)
    assert refused(block.place, block.dan, "101 B", why=UNANSWERED) == ["bed-held"]
    block.place(block.dan, "101 B", NOW + HOUR, why=UNANSWERED)


def test_room_15_the_person_a_bed_is_held_for_just_gets_it(block):
    block.hold("101 B", block.dan)
    block.place(block.dan, "101 B", why=UNANSWERED)


def test_kap_03_two_kept_apart_share_no_room_and_a_section_only_with_a_reason(block):
    block.apart(block.bob, block.dan, "section")
    assert refused(block.place, block.dan, "101 B") == ["apart-in-room"]
    assert refused(block.place, block.dan, "102 B", why=UNANSWERED) == ["apart-nearby"]
    block.place(block.dan, "102 B")


def test_the_settings_of_the_block_are_what_is_judged_by(block):
    block.apart(block.bob, block.dan, "section")
    values = {"keep_apart_section": "error", "most_future_days": 1, "decision_required": True}
    for key, value in values.items():
        block.store.run(change_setting, ChangeSetting(key, value))
    found = refused(block.place, block.dan, "102 B", NOW + DAY + SECOND)
    assert found == ["apart-nearby", "too-far-ahead", "decision-missing"]


@pytest.mark.parametrize(
    ("who", "bed", "code"), [(4711, 1, "resident-unknown"), (1, 4711, "bed-unknown")]
)
def test_nobody_and_no_bed_are_told_as_such(block, who, bed, code):
    assert refused(block.store.run, place_resident, PlaceResident(who, bed, NOW, WHY)) == [code]


def test_the_bed_one_has_and_an_end_before_the_beginning_are_refused(block):
    assert "already-there" in refused(block.place, block.bob, "101 A")
    assert refused(block.place, block.dan, "101 B", until=NOW) == ["until-before-at"]
    assert refused(block.place, block.dan, "101 B", until=NOW - HOUR) == ["until-before-at"]


def test_a_placement_left_as_it_begins_never_was(block):
    block.place(block.dan, "101 B")
    block.place(block.dan, "102 B")
    assert block.spans(block.dan) == [("102 B", NOW, FOREVER)]


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2027, 3, 27), 23), (date(2026, 10, 24), 25), (date(2028, 2, 29), 24)],
)
def test_a_night_lasts_as_many_hours_as_it_has(block, day, hours):
    start, end = clock.at(day, 720), clock.at(day, 720 + clock.MINUTES_OF_DAY)
    with standing_at(start):
        block.place(block.dan, "101 B", start, end)
        assert refused(block.place, block.ann, "101 B", end - SECOND) == ["bed-taken"]
        block.place(block.ann, "101 B", end)
    ((_bed, began, ended),) = block.spans(block.dan)
    assert ended - began == timedelta(hours=hours)


def test_a_released_person_gets_no_bed_any_more(block):
    request = ReleaseResident(block.dan, block.version(block.dan), NOW, "released")
    block.store.run(release_resident, request)
    with pytest.raises(KnownError) as caught:
        block.place(block.dan, "101 B")
    assert told(caught.value) == ["outside-stay"]
