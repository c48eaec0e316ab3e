"""May this person have this bed then: every rule, on both sides of its boundary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.clock import FOREVER
from openblock.errors import Severity
from openblock.features.residents.rules.keep_apart import Level
from openblock.features.rooms.rules.facts import Kept, Limits, Shut, Span
from openblock.features.rooms.rules.placing import (
    kind_of,
    placement_problems,
)
from tests.features.rooms.placings import (
    DAY,
    HOUR,
    LONG_AGO,
    NOW,
    SECOND,
    bed,
    codes,
    facts,
    pair,
    person,
    sleep,
)

ENDS = NOW + DAY


def problems(new, *others, **given):
    return placement_problems(facts(*others, new, **given), (new,))


def test_a_free_bed_for_a_person_who_is_here_has_no_problem():
    assert problems(sleep()) == ()


# ROOM-02


@pytest.mark.parametrize("end", [NOW, NOW - SECOND])
def test_room_02_a_bed_may_be_taken_the_instant_it_is_left(end):
    assert problems(sleep(1), sleep(2, start=LONG_AGO, end=end, number=7)) == ()


def test_room_02_a_bed_is_not_taken_a_second_before_it_is_left():
    (found,) = problems(sleep(1), sleep(2, start=LONG_AGO, end=NOW + SECOND, number=7))
    assert (found.code, found.severity, found.field) == ("bed-taken", Severity.ERROR, "bed_id")
    assert found.facts["name"] == "Person 2"
    assert (found.facts["bed"], found.facts["end"]) == ("1-1", NOW + SECOND)


@pytest.mark.parametrize(("start", "told"), [(ENDS, []), (ENDS - SECOND, ["bed-taken"])])
def test_room_02_a_bed_is_left_before_it_is_needed(start, told):
    assert codes(problems(sleep(1, end=ENDS), sleep(2, start=start, number=7))) == told


@pytest.mark.parametrize(("start", "told"), [(ENDS, []), (ENDS - SECOND, ["resident-has-bed"])])
def test_room_02_nobody_has_two_beds_at_once(start, told):
    assert codes(problems(sleep(1, 1, end=ENDS), sleep(1, 2, start=start, number=7))) == told


def test_room_02_an_assignment_is_no_clash_with_itself():
    assert problems(sleep(1, end=ENDS, number=7), sleep(1, start=LONG_AGO, number=7)) == ()


def test_room_02_who_has_the_bed_is_told_though_known_only_by_number():
    new = sleep(1)
    known = facts(sleep(9, start=LONG_AGO, number=7), new)
    (found,) = placement_problems(replace(known, named={9: "Kalniņš Ivo"}), (new,))
    assert found.facts["name"] == "Kalniņš Ivo"


# ROOM-03


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (NOW, ENDS, []),
        (NOW - SECOND, ENDS, ["outside-stay"]),
        (NOW, ENDS + SECOND, ["outside-stay"]),
        (ENDS, ENDS + HOUR, ["outside-stay"]),
    ],
)
def test_room_03_a_bed_is_given_within_the_stay(start, end, told):
    staying = person(1, stays=(Span(NOW, ENDS),))
    assert codes(problems(sleep(1, start=start, end=end), people=(staying,))) == told


def test_room_03_two_stays_that_touch_do_not_add_up_to_one():
    staying = person(1, stays=(Span(NOW, ENDS), Span(ENDS)))
    (found,) = problems(sleep(1), people=(staying,))
    assert (found.facts["admitted"], found.facts["discharged"]) == (NOW, ENDS)


def test_room_03_who_has_no_stay_then_has_none_to_be_told():
    (found,) = problems(sleep(1), people=(person(1, stays=()),))
    assert (found.facts["admitted"], found.facts["discharged"]) == (None, None)


# ROOM-04


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (LONG_AGO, NOW, []),
        (LONG_AGO, NOW + SECOND, ["bed-closed"]),
        (ENDS, FOREVER, []),
        (ENDS - SECOND, FOREVER, ["bed-closed"]),
    ],
)
def test_room_04_nobody_sleeps_in_what_is_closed_then(start, end, told):
    shut = bed(1, shut=(Shut(Span(start, end), "damp", "1"),))
    assert codes(problems(sleep(1, end=ENDS), beds=(shut,))) == told


# ROOM-06


@pytest.mark.parametrize(
    ("room", "registered", "told"),
    [
        ("", "", []),
        ("", "female", []),
        ("male", "male", []),
        ("female", "male", ["sex-differs"]),
        ("female", "", ["sex-not-entered"]),
    ],
)
def test_room_06_a_designated_room_is_for_its_sex(room, registered, told):
    found = problems(sleep(1), people=(person(1, sex=registered),), beds=(bed(1, sex=room),))
    assert codes(found) == told
    assert all(each.severity is Severity.ERROR for each in found)


# ROOM-08


def test_room_08_an_unmet_need_is_a_warning_that_names_it():
    given = {"people": (person(1, needs=("accessible", "lower_bed")),)}
    (found,) = problems(sleep(1), beds=(bed(1, attributes=frozenset({"lower_bed"})),), **given)
    assert (found.code, found.severity) == ("need-unmet", Severity.WARNING)
    assert found.facts["needs"] == ("accessible",)
    met = bed(1, attributes=frozenset({"lower_bed", "accessible"}))
    assert problems(sleep(1), beds=(met,), **given) == ()


# ROOM-15


@pytest.mark.parametrize(
    ("holder", "end", "told"),
    [
        (2, NOW, []),
        (2, NOW + SECOND, ["bed-held"]),
        (None, NOW + SECOND, ["bed-held"]),
        (1, NOW + SECOND, []),
    ],
)
def test_room_15_a_hold_that_expires_as_the_placement_begins_is_none(holder, end, told):
    kept = bed(1, kept=(Kept(Span(LONG_AGO, end), holder, "a repair"),))
    found = problems(sleep(1), beds=(kept,))
    assert codes(found) == told
    assert all(each.severity is Severity.WARNING for each in found)


# KAP-03


def test_kap_03_two_kept_apart_in_one_room_are_an_error_from_when_they_would_meet():
    (found,) = problems(sleep(1, 1), sleep(2, 2, start=ENDS, number=7), pairs=(pair(),))
    assert (found.code, found.severity) == ("apart-in-room", Severity.ERROR)
    assert (found.facts["start"], found.facts["end"]) == (ENDS, FOREVER)
    assert {found.facts["name"], found.facts["other"]} == {"Person 1", "Person 2"}


def test_kap_03_who_leaves_as_the_other_comes_is_not_met():
    leaving = sleep(2, 2, start=LONG_AGO, end=NOW, number=7)
    assert problems(sleep(1, 1), leaving, pairs=(pair(),)) == ()
    staying = sleep(2, 2, start=LONG_AGO, end=NOW + SECOND, number=7)
    assert codes(problems(sleep(1, 1), staying, pairs=(pair(),))) == ["apart-in-room"]


@pytest.mark.parametrize(
    ("level", "section_is_error", "severity"),
    [
        (Level.ROOM, False, None),
        (Level.SECTION, False, Severity.WARNING),
        (Level.BUILDING, False, Severity.WARNING),
        (Level.SECTION, True, Severity.ERROR),
    ],
)
def test_kap_03_farther_off_it_is_a_warning_unless_the_block_says_more(
    level, section_is_error, severity
):
    found = problems(
        sleep(1, 1),
        sleep(2, 2, start=LONG_AGO, number=7),
        beds=(bed(2, room=2),),
        pairs=(pair(level=level),),
        limits=Limits(NOW, section_is_error=section_is_error),
    )
    assert [each.severity for each in found] == ([severity] if severity else [])
    assert codes(found) == (["apart-nearby"] if severity else [])


def test_kap_02_another_section_of_the_building_matters_only_at_building_level():
    beds = (bed(2, room=2, section=2),)
    there = sleep(2, 2, start=LONG_AGO, number=7)
    assert problems(sleep(1), there, beds=beds, pairs=(pair(level=Level.SECTION),)) == ()
    (found,) = problems(sleep(1), there, beds=beds, pairs=(pair(level=Level.BUILDING),))
    assert found.facts["level"] == "building"


def test_kap_06_a_closed_pair_keeps_nobody_apart():
    there = sleep(2, 2, start=LONG_AGO, number=7)
    assert problems(sleep(1), there, pairs=(pair(closed_at=NOW),)) == ()
    still = pair(closed_at=NOW + SECOND)
    assert codes(problems(sleep(1), there, pairs=(still,))) == ["apart-in-room"]


def test_a_pair_placed_into_one_room_together_is_told_once():
    new = (sleep(1, 1), sleep(2, 2))
    assert codes(placement_problems(facts(*new, pairs=(pair(),)), new)) == ["apart-in-room"]


def test_a_problem_is_the_same_one_at_another_time_and_another_with_other_people():
    now, later, other = (
        problems(sleep(1, start=start), sleep(who, start=LONG_AGO, number=7))[0]
        for start, who in ((NOW, 2), (NOW + DAY, 2), (NOW, 3))
    )
    assert kind_of(now) == kind_of(later)
    assert kind_of(now) != kind_of(other)
