"""Those who take part: present, free, not kept apart, not too often (GR-07, GR-08, GR-12)."""

from __future__ import annotations

import pytest

from openblock.features.grounds.rules import apart_problems, guest_problems, quota_problems
from openblock.features.grounds.rules.content import GroundsLimits
from tests.features.grounds.wishes import LIMITS, beside, found, guest, moment, span, wish

PAIR = frozenset({(1, 9)})


def came(*guests):
    return found(guest_problems(wish(guests=guests), LIMITS))


@pytest.mark.parametrize(
    ("stays", "absent"),
    [
        ((("10:00", "11:00"),), False),
        ((("10:01", "12:00"),), True),
        ((("09:00", "10:59"),), True),
        ((("09:00", "10:30"), ("10:30", "12:00")), False),
        ((("09:00", "10:30"), ("10:31", "12:00")), True),
        ((), True),
    ],
)
def test_gr_07_whoever_takes_part_is_in_the_block_to_the_minute(stays, absent):
    present = tuple(span(*each) for each in stays)
    expected = [("guest-absent", "error", "residents")] if absent else []
    assert came(guest(1, present=present)) == expected


@pytest.mark.parametrize(
    ("start", "end", "busy"),
    [
        ("09:00", "10:00", False),
        ("09:00", "10:01", True),
        ("10:59", "12:00", True),
        ("11:00", "12:00", False),
    ],
)
def test_gr_07_nobody_is_in_two_places_but_touching_times_are_fine(start, end, busy):
    expected = [("guest-busy", "error", "residents")] if busy else []
    assert came(guest(1, busy=((span(start, end), "booking", "Dārzs"),))) == expected


def test_gr_07_each_of_several_is_named_with_what_takes_the_time():
    others = (
        (span("10:30", "12:00"), "booking", "Dārzs"),
        (span("09:00", "10:15"), "class", ""),
    )
    asked = wish(guests=(guest(1, "Ozols Jānis", busy=others), guest(2, present=())))
    first, second, third = guest_problems(asked, LIMITS)
    assert (first.facts["kind"], second.facts["words"]) == ("class", "Dārzs")
    assert second.facts["name"] == "Ozols Jānis"
    assert (second.facts["start"], second.facts["end"]) == (moment("10:30"), moment("12:00"))
    assert third.code == "guest-absent"


def apart(**changes):
    return apart_problems(wish(**changes), LIMITS)


def test_gr_08_kap_04_two_of_one_group_who_are_kept_apart_are_a_warning():
    (problem,) = apart(heads=2, apart=frozenset({(1, 2)}))
    assert found([problem]) == [("guests-apart", "warning", "residents")]
    assert (problem.facts["one"], problem.facts["other"]) == ("Viesis 1", "Viesis 2")
    assert apart(heads=2) == ()


@pytest.mark.parametrize(
    ("start", "end", "meet"),
    [
        ("09:00", "10:00", None),
        ("09:00", "10:15", ("10:00", "10:15")),
        ("10:45", "12:00", ("10:45", "11:00")),
        ("11:00", "12:00", None),
    ],
)
def test_gr_08_kap_04_one_of_another_group_counts_while_both_are_in_the_area(start, end, meet):
    other = beside(start, end, 3, residents={9: "Kalns Uldis"})
    problems = apart(neighbours=(other,), apart=PAIR)
    times = [(each.facts["start"], each.facts["end"]) for each in problems]
    assert times == ([tuple(map(moment, meet))] if meet else [])
    assert [each.facts["other"] for each in problems] == (["Kalns Uldis"] if meet else [])


def test_gr_08_what_two_others_do_is_not_this_bookings_doing():
    others = (
        beside("10:00", "11:00", 1, residents={8: "A"}),
        beside("10:00", "11:00", 1, residents={9: "B"}),
    )
    assert apart(neighbours=others, apart=frozenset({(8, 9)})) == ()
    assert apart(apart=PAIR) == ()


def test_gr_08_each_pair_is_told_once_in_the_order_of_its_numbers():
    twice = (
        beside("10:00", "10:30", 1, residents={9: "Kalns Uldis"}),
        beside("10:30", "11:00", 1, residents={9: "Kalns Uldis"}),
    )
    problems = apart(heads=3, neighbours=twice, apart=frozenset({(2, 9), (1, 3), (1, 9)}))
    assert [(each.facts["one"], each.facts["other"]) for each in problems] == [
        ("Viesis 1", "Viesis 3"),
        ("Viesis 1", "Kalns Uldis"),
        ("Viesis 2", "Kalns Uldis"),
    ]


def over(this_week, quota, **changes):
    asked = wish(guests=(guest(1, this_week=this_week),), **changes)
    return found(quota_problems(asked, GroundsLimits(week_quota=quota)))


def test_gr_12_exactly_the_quota_passes_and_one_more_needs_a_reason():
    assert over(1, 2) == []
    assert over(2, 2) == [("guest-over-quota", "warning", "residents")]


def test_gr_12_without_a_quota_and_for_what_has_begun_nothing_is_counted():
    assert over(99, 0) == []
    assert over(2, 2, now=moment("10:00")) == []
    assert over(2, 2, now=moment("09:59")) != []
