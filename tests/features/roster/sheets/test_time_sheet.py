"""The official time-sheet before it is drawn: rows, letters, figures, sums."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.sheets.time_sheet import form_number, form_subjects, sums_of
from tests.features.roster.printed_time_sheet import (
    printed,
    time_sheet_of,
    with_call_out,
    with_days,
    with_line,
)


def test_january_2026_on_24_72_is_192_hours_64_at_night_and_24_over_a_norm_of_168():
    form = printed(time_sheet_of(4))
    assert form.facts == "normal duty time 168 h (21 working days × 8 h)"
    assert form.lines[0].figures[:4] == (168 * 60, 192 * 60, 64 * 60, 24 * 60)
    assert form.lines[0].figures[4:9] == (24 * 60, None, None, None, 24 * 60)


def test_the_columns_are_those_of_the_form_with_the_months_of_the_block():
    heads = [column.head for column in printed(time_sheet_of(1)).columns]
    assert heads[2:9] == [
        "of them at night 22.00–06.00",
        "Overtime",
        "January",
        "February",
        "March",
        "April",
        "in all in the four-month period",
    ]
    assert len(heads) == 14


def test_a_block_of_another_length_says_how_many_months_it_has():
    read = replace(time_sheet_of(0), block_months=(date(2026, 1, 1), date(2026, 2, 1)))
    assert "in all in the period of 2 months" in [each.head for each in printed(read).columns]


def test_absences_carry_the_letters_of_the_form_and_are_counted_by_kind():
    read = with_days(time_sheet_of(4), 3, dict.fromkeys(range(1, 32), "sick"))
    read = with_days(read, 2, {1: "leave", 2: "paid-rest", 5: "training"})
    third, fourth = printed(read).lines[2:]
    assert third.letters[:5] == ("A", "AP", "", "", "M")
    assert set(fourth.letters) == {"", "DN"}
    free = sum(1 for each in fourth.hours if not each)
    assert fourth.figures[9:] == (31 - free, None, free, None, None)
    assert "DN sickness" in printed(read).legend


def test_the_legend_names_only_what_is_on_the_form():
    legend = printed(time_sheet_of(2)).legend
    assert "DN" not in legend
    assert "moved working day" in legend  # 2 January 2026 was worked off on the 17th
    assert "moved working day" not in printed(time_sheet_of(2, 2026, 2)).legend


@pytest.mark.parametrize(
    ("month", "words"),
    [(3, "29 Mar the clocks change (−1 h)"), (10, "25 Oct the clocks change (+1 h)")],
)
def test_the_night_of_another_length_is_explained(month, words):
    assert words in printed(time_sheet_of(1, 2026, month)).legend
    assert "clocks" not in printed(time_sheet_of(1)).legend


def test_a_call_out_is_written_from_to_and_by_whole_hours_where_it_is_one():
    read = with_call_out(time_sheet_of(1), 0, 20, (14, 17))
    read = with_call_out(read, 0, 20, (20, 24))
    assert printed(read).lines[0].called[19] == "14–17, 20–0"


def test_sums_leave_blank_what_is_blank_for_everybody():
    form = printed(time_sheet_of(8))
    found = sums_of(form.lines, len(form.days))
    assert found.hours[0] == 2 * 15 * 60
    assert found.figures[1] == sum(line.figures[1] or 0 for line in form.lines)
    assert found.figures[5:8] == (None, None, None)
    assert found.figures[10:] == (None, None, None, None)


def test_overtime_below_zero_is_summed_with_its_sign():
    read = with_line(time_sheet_of(2), 0, overtime=-90, block=(-90, None, None, None))
    form = printed(read)
    found = sums_of(form.lines, len(form.days))
    assert found.figures[3] == -90 + (form.lines[1].figures[3] or 0)


def test_a_month_that_is_not_closed_says_so_over_the_form():
    read = time_sheet_of(1)
    assert printed(read).notice == ""
    open_ = replace(read.state, standing=MonthStanding.PUBLISHED)
    assert printed(replace(read, state=open_)).notice == "DRAFT: the month is not closed"


def test_the_number_and_the_subjects_are_those_of_the_month():
    read = time_sheet_of(3)
    assert form_number(read.state.month) == "UT-2026-01"
    assert form_subjects(read) == ("officer:1", "officer:2", "officer:3")
