"""What the wall sheet says of a week: entries by day, the fullest moment, names cut short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.features.roster.rules import DayKind, PlainDay
from openblock.features.shadowing.rules.content import Span, Standing, Upset
from openblock.features.shadowing.sheets.wall import EntryKind, most_at_once, wall_sheet
from tests.features.shadowing.printed_practice import (
    MONDAY,
    around,
    away,
    course,
    days,
    grid,
    line,
    settled,
    shadowing,
    span_on,
    week_sheet,
)

TUESDAY = MONDAY + timedelta(days=1)
WEEK = days(MONDAY)


def sheet_of(made, **facts):
    return wall_sheet(made, around(WEEK, **facts), title="Week", period="", fact="")


def test_a_shift_stands_on_the_day_it_begins_with_surname_and_initial():
    made = grid((line(1),), (shadowing(1, 1, TUESDAY, 21, 7, 2),))
    (row,) = sheet_of(made).trainees
    assert [len(cell) for cell in row.cells] == [0, 1, 0, 0, 0, 0, 0]
    (entry,) = row.cells[1]
    assert (entry.kind, entry.start, entry.end) == (EntryKind.SHIFT, 1260, 1860)
    assert (row.name, entry.who, entry.code) == ("Ābele A.", "Cīrulis K.", "KC")


def test_confirmed_hours_are_shown_as_they_were_and_ticked():
    planned = shadowing(1, 1, TUESDAY)
    actual = Span(planned.span.start, clock.at(TUESDAY, 1000))
    made = grid((line(1),), (settled(planned, span=actual),))
    ((entry,),) = [cell for cell in sheet_of(made).trainees[0].cells if cell]
    assert entry.confirmed
    assert entry.end == 1000


def test_who_did_not_come_is_not_posted():
    made = grid((line(1),), (shadowing(1, 1, TUESDAY, standing=Standing.MISSED),))
    sheet = sheet_of(made)
    assert not any(sheet.trainees[0].cells)
    assert sheet.at_once == (0,) * 7
    assert sheet.mentors == ()


def test_what_needs_planning_anew_is_dashed_told_in_words_and_counts_for_nobody():
    row = replace(
        shadowing(1, 1, TUESDAY, officer=5, standing=Standing.REPLAN), upset=Upset.MENTOR_LEFT
    )
    sheet = sheet_of(grid((line(1),), (row,)))
    ((entry,),) = [cell for cell in sheet.trainees[0].cells if cell]
    assert entry.kind is EntryKind.REPLAN
    assert sheet.remarks == (
        "! 24 Nov Ābele A., 09:00–19:00, mentor Čudare I.: the officer has left",
    )
    assert sheet.at_once == (0,) * 7


def test_an_absence_is_a_letter_on_every_day_it_meets_and_never_says_why():
    absence = away(1, clock.at(MONDAY, 720), clock.at(MONDAY + timedelta(days=2)), "ārsts")
    sheet = sheet_of(grid((line(1),), away={1: (absence,)}))
    cells = sheet.trainees[0].cells
    assert [len(cell) for cell in cells] == [1, 1, 0, 0, 0, 0, 0]
    assert (cells[0][0].start, cells[0][0].end) == (720, 1440)
    assert cells[1][0].whole_day
    assert not cells[0][0].whole_day
    assert "ārsts" not in repr(sheet)


def test_a_class_stands_among_the_shifts_in_order_of_time():
    made = grid(
        (line(1),),
        (shadowing(1, 1, TUESDAY, 16, 22), shadowing(2, 1, TUESDAY, 6, 8)),
        classes={1: (span_on(TUESDAY, 9, 15),)},
    )
    cell = sheet_of(made).trainees[0].cells[1]
    assert [each.start for each in cell] == [360, 540, 960]
    assert cell[1].kind is EntryKind.CLASS


@pytest.mark.parametrize(
    ("spans", "most"),
    [
        ((), 0),
        (((9, 12), (12, 15)), 1),
        (((9, 12), (11, 15)), 2),
        (((9, 12), (9, 12), (10, 11)), 3),
    ],
)
def test_touching_shifts_are_not_at_once_and_overlapping_ones_are(spans, most):
    assert most_at_once([span_on(TUESDAY, *each) for each in spans], TUESDAY) == most


def test_who_is_there_since_yesterday_counts_on_the_morning_too():
    night = [span_on(MONDAY, 21, 7), span_on(TUESDAY, 6, 12)]
    assert most_at_once(night, MONDAY) == 1
    assert most_at_once(night, TUESDAY) == 2


def test_of_several_courses_each_trainee_says_which():
    made = grid(
        (line(1), line(2, course_id=2, name="2026/3")),
        courses=(course(), course(2, "2026/3"), course(3, "Cits")),
    )
    sheet = sheet_of(made)
    assert [each.about for each in sheet.trainees] == ["2026/2", "2026/3"]
    assert sheet.detail == "2 courses"
    assert sheet_of(grid((line(1),))).detail == "course 2026/2 · 120 h required"
    assert sheet_of(grid(())).detail == ""


def test_moved_working_days_and_holidays_are_shown_as_what_they_are():
    moved = (
        PlainDay(MONDAY, DayKind.HOLIDAY, "Svētki"),
        PlainDay(TUESDAY, DayKind.MOVED_OFF),
        PlainDay(date(2026, 11, 28), DayKind.MOVED_ON),
    )
    sheet = wall_sheet(grid((line(1),)), around(moved), title="", period="", fact="")
    assert [each.kind for each in sheet.days] == ["holiday", "weekend", "workday"]
    assert sheet.days[0].name == "Svētki"


def test_confirmed_hours_of_all_are_added_and_only_used_codes_explained():
    sheet = week_sheet()
    assert sheet.confirmed == sum(each.hours.confirmed for each in sheet.trainees)
    used = {e.code for each in sheet.trainees for c in each.cells for e in c} - {"TC"}
    assert {code for code, _name in sheet.mentors} == used
