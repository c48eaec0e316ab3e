"""A trainee's own schedule: from this week on, nothing that did not take place."""

from __future__ import annotations

from datetime import date, timedelta

from openblock import clock
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.sheets.schedule import monday_of, schedule
from tests.features.shadowing.printed_practice import AT, MONDAY, away, card, shadowing


def lines_of(sheet):
    return [line for _monday, lines in sheet.weeks for line in lines]


def test_it_begins_with_the_monday_of_this_week_and_goes_week_by_week():
    sheet = schedule(card(), AT)
    assert sheet.first == MONDAY
    assert [monday for monday, _lines in sheet.weeks] == [MONDAY, MONDAY + timedelta(days=7)]
    assert [clock.day_of(line.span.start).day for line in lines_of(sheet)] == [25, 26, 28, 2]


def test_what_was_missed_is_left_out_and_a_class_counts_no_practice_hours():
    rows = (
        shadowing(1, 1, MONDAY, standing=Standing.MISSED),
        shadowing(2, 1, MONDAY + timedelta(days=2)),
    )
    lines = lines_of(schedule(card(rows), AT))
    assert [(line.what, line.minutes) for line in lines] == [
        ("Practice shift", 600),
        ("Class", None),
    ]


def test_a_shift_that_needs_planning_anew_is_open_says_why_and_counts_nothing():
    (line,) = [each for each in lines_of(schedule(card(), AT)) if each.is_open]
    assert line.minutes is None
    assert line.where == "needs planning anew: the duty is gone"


def test_a_shift_says_at_which_post_the_mentor_stands():
    rows = (shadowing(1, 1, MONDAY, post="Vārti"),)
    assert lines_of(schedule(card(rows, classes=()), AT))[0].where == "Vārti"


def test_a_night_from_sunday_and_an_absence_since_last_week_stand_in_this_week():
    sunday = MONDAY - timedelta(days=1)
    absence = away(1, clock.at(sunday - timedelta(days=3)), clock.at(MONDAY, 600), "svešā pilsētā")
    rows = (shadowing(1, 1, sunday, 21, 7),)
    sheet = schedule(card(rows, away=(absence,), classes=()), AT)
    assert [monday for monday, _lines in sheet.weeks] == [MONDAY]
    assert [line.what for line in lines_of(sheet)] == ["Cannot come", "Practice shift"]


def test_a_situation_neither_seen_nor_planned_is_named():
    assert schedule(card(), AT).lacking == (
        "Night shift",
        "Evening count",
        "Leave desk",
        "Admission",
    )


def test_any_day_of_a_week_has_the_same_monday():
    days = [MONDAY + timedelta(days=place) for place in range(7)]
    assert {monday_of(day) for day in days} == {MONDAY}
    assert monday_of(date(2027, 1, 1)) == date(2026, 12, 28)
