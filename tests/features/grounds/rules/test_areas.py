"""What may be entered about areas, their hours and closures, at the boundary of each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.features.grounds.rules import (
    area_day_problems,
    area_problems,
    cleaned_area,
    closure_problems,
    hours_problems,
    joined_hours,
)
from openblock.features.grounds.rules.content import (
    PLAN_HEIGHT,
    PLAN_WIDTH,
    AreaContent,
    AreaDayContent,
    AreaKind,
    ClosureContent,
    ClosureReason,
)
from tests.features.grounds.wishes import DAY, FIELD, codes, found, moment

NOW = moment("12:00")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"name": ""}, [("text-missing", "error", "name")]),
        ({"name": "L" * 60}, []),
        ({"name": "L" * 61}, [("text-too-long", "error", "name")]),
        ({"remark": "v" * 201}, [("text-too-long", "error", "remark")]),
        ({"capacity": 1}, []),
        ({"capacity": 0}, [("area-figure", "error", "capacity")]),
        ({"capacity": 500}, []),
        ({"capacity": 501}, [("area-figure", "error", "capacity")]),
        ({"ratio": 0}, []),
        ({"ratio": -1}, [("area-figure", "error", "ratio")]),
        ({"shortest": 15, "longest": 15}, []),
        ({"shortest": 0}, [("area-length", "error", "shortest")]),
        ({"shortest": 20}, [("area-length", "error", "shortest")]),
        ({"longest": 24 * 60}, []),
        ({"longest": 24 * 60 + 15}, [("area-length", "error", "longest")]),
        ({"shortest": 60, "longest": 45}, [("area-lengths-crossed", "error", "longest")]),
        ({"hours": ()}, [("area-week", "error", "hours")]),
        ({"hours": ((),) * 6 + (((600, 600),),)}, [("hours-backwards", "error", "hours")]),
        ({"x": PLAN_WIDTH - 200, "y": PLAN_HEIGHT - 140}, []),
        ({"x": PLAN_WIDTH - 199}, [("area-outside-plan", "error", "plan")]),
        ({"y": -1}, [("area-outside-plan", "error", "plan")]),
        ({"width": 20}, []),
        ({"width": 19}, [("area-too-small", "error", "plan")]),
    ],
)
def test_gr_01_an_area_is_checked_at_both_sides_of_each_boundary(changes, expected):
    assert found(area_problems(replace(FIELD, **changes))) == expected


def test_gr_01_a_name_is_one_areas_only_whatever_its_case():
    assert codes(area_problems(FIELD, ["Dārzs", "SPORTA  laukums"])) == ["area-name-taken"]
    assert area_problems(FIELD, ["Dārzs"]) == ()


def test_a_building_needs_no_hours_and_no_places():
    building = AreaContent("Bloks", AreaKind.BUILDING, capacity=0, hours=(), shortest=0)
    assert area_problems(building) == ()
    assert codes(area_problems(replace(building, name=""))) == ["text-missing"]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ((), []),
        (((0, 1440),), []),
        (((0, 1441),), ["hours-backwards"]),
        (((-1, 60),), ["hours-backwards"]),
        (((600, 599),), ["hours-backwards"]),
        (((420, 720), (720, 1260)), []),
        (((420, 721), (720, 1260)), ["hours-overlap"]),
        (((720, 1260), (420, 721)), ["hours-overlap"]),
        (tuple((n * 60, n * 60 + 30) for n in range(7)), ["hours-many"]),
        (tuple((n * 60, n * 60 + 30) for n in range(6)), []),
    ],
)
def test_gr_01_hours_go_forwards_within_a_day_and_do_not_overlap(hours, expected):
    assert codes(hours_problems(hours)) == expected


def test_hours_say_which_weekday_they_are_wrong_on():
    hours = (*FIELD.hours[:6], ((600, 500),))
    (problem,) = area_problems(replace(FIELD, hours=hours))
    assert problem.facts == {"weekday": 6, "start": 600, "end": 500}


def test_a_cleaned_area_has_tidy_texts_and_hours_in_order_with_touching_ones_joined():
    rough = replace(FIELD, name="  Sporta   laukums ", hours=(((720, 1260), (420, 720)),) * 7)
    assert cleaned_area(rough) == replace(FIELD, hours=(((420, 1260),),) * 7)
    assert joined_hours(((600, 700), (420, 590))) == ((420, 590), (600, 700))
    overlapping = ((420, 721), (720, 1260))
    assert joined_hours(overlapping) == overlapping


def test_gr_01_other_hours_of_a_date_are_checked_like_those_of_a_weekday():
    assert area_day_problems(AreaDayContent(1, DAY)) == ()
    wrong = AreaDayContent(1, date(1949, 12, 31), ((5, 5),), "v" * 121)
    assert found(area_day_problems(wrong)) == [
        ("hours-backwards", "error", "hours"),
        ("date-out-of-range", "error", "day"),
        ("text-too-long", "error", "remark"),
    ]


def closure(hours: float, reason: object = ClosureReason.REPAIR, remark: str = ""):
    return ClosureContent(
        1, moment("11:00"), moment("11:00") + timedelta(hours=hours), reason, remark
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (closure(2), []),
        (closure(0), [("closure-backwards", "error", "ends_at")]),
        (closure(1 + 1 / 60), []),
        (closure(1), [("area-closure-over", "error", "ends_at")]),
        (closure(2, "moles"), [("closure-reason-missing", "error", "reason")]),
        (closure(2, ClosureReason.OTHER, " "), [("closure-remark-missing", "error", "remark")]),
        (closure(2, ClosureReason.OTHER, "Putni ligzdo"), []),
        (closure(2, remark="v" * 121), [("text-too-long", "error", "remark")]),
        (closure(24 * 365 * 80), [("date-out-of-range", "error", "ends_at")]),
    ],
)
def test_gr_09_a_closure_goes_forwards_ends_ahead_and_says_why(content, expected):
    assert found(closure_problems(content, NOW)) == expected
