"""The words of a shift's list: figures, hours, minimums, and whose data it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from openblock import clock
from openblock.errors import Problem
from openblock.features.grounds.rules.content import GroundsLimits, State
from openblock.features.rooms.rules.roll import Roll
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.today.sheets import shift_sheet, subjects_of
from tests.features.shadowing.printed_practice import shadowing
from tests.features.today.printed_shift import (
    DAY,
    LIGHT,
    booking,
    hours,
    minimum,
    officer,
    shift,
    trainee,
)


def test_the_head_says_team_day_and_hours():
    sheet = shift_sheet(shift())
    assert (sheet.period, sheet.team) == ("Tuesday, 24 November 2026", "Team 4")
    assert sheet.hours == "09:00 – 25 Nov 09:00"
    assert shift_sheet(shift(team=None)).team == ""


def test_the_figures_are_those_of_the_roll_and_one_counts_most():
    figures = shift_sheet(shift()).figures
    assert [each.number for each in figures] == ["44", "43", "1", "3", "2"]
    assert [each.counts for each in figures] == [True, False, False, False, False]
    assert shift_sheet(shift(roll=None)).figures == ()


def test_more_in_use_than_in_service_is_written_with_a_true_minus():
    figures = shift_sheet(shift(roll=Roll(10, 2, 9, 9, 0, 0, 0))).figures
    assert figures[3].number == "\N{MINUS SIGN}1"


def test_when_the_beds_were_counted_is_told_with_the_day_where_it_is_another():
    assert shift_sheet(shift()).counted == "at 08:41"
    later = clock.at(DAY + timedelta(days=1), 60)
    assert shift_sheet(shift(counted_at=later)).counted == "25/11/2026 01:00"


def test_hours_that_began_on_another_day_say_on_which():
    before = officer(0, span=hours(12, 36, date(2026, 11, 23)))
    sheet = shift_sheet(shift(officers=(before, officer(1))))
    assert [each.hours for each in sheet.officers] == [
        "23 Nov 12:00–12:00  24",
        "09:00–09:00  24",
    ]


def test_a_trainee_with_two_mentors_in_one_shift_is_counted_once():
    twice = (
        officer(0, trainee(1, "Siliņš Emīls", 9, 12)),
        officer(1, trainee(1, "Siliņš Emīls", 12, 15)),
    )
    assert shift_sheet(shift(officers=twice)).trainees == 1


def test_a_minimum_says_from_when_until_when_too_few_are_there():
    sheet = shift_sheet(shift(staffing=(minimum(4), minimum(5))))
    assert [each.lacking for each in sheet.minimums] == ["13:00–15:00: 4 of 5", ""]
    assert [each.present for each in sheet.minimums] == ["4", "5"]


def test_whose_data_it_shows_are_officers_trainees_and_those_without_a_mentor():
    upset = replace(shadowing(9, 7, DAY, officer=5, standing=Standing.REPLAN), trainee="Egle Ieva")
    made = shift(officers=(officer(0, trainee(3, "Kauliņš Niks")),), upset=(upset,))
    assert subjects_of(made) == ("officer:1", "officer:5", "trainee:3", "trainee:7")
    (line,) = shift_sheet(made).upset
    assert (line.trainee, line.why) == ("Egle Ieva", "the duty is gone")


def test_bookings_that_begin_with_the_sunset_stand_after_it_and_none_before():
    sunset = LIGHT.sunset
    made = (
        booking(1, 14, 15.5),
        booking(2, 16, 17, span=Span(sunset, sunset + timedelta(hours=1))),
        booking(3, 18, 19),
    )
    grounds = shift_sheet(shift(bookings=made, lights=(LIGHT,))).grounds
    assert [each.hours for each in grounds.early] == ["14:00–15:30"]
    assert [each.hours for each in grounds.late] == ["15:58–16:58", "18:00–19:00"]
    assert grounds.sunset.startswith("sunset 15:58")


def test_a_block_that_counts_by_dusk_is_told_the_dusk():
    limits = GroundsLimits(civil=True)
    made = shift(bookings=(booking(1, 16, 16.5),), lights=(LIGHT,))
    grounds = shift_sheet(made, limits).grounds
    assert (len(grounds.early), grounds.late) == (1, ())
    assert "dusk 16:40" in grounds.light


def test_what_was_lost_or_only_asked_for_is_told_and_a_night_s_booking_says_its_day():
    made = (
        booking(1, 14, 15, lost=Problem("supervisor-missing"), officer_id=None, supervisor=""),
        booking(2, 14, 15, state=State.REQUESTED, purpose=""),
        booking(3, 31, 32),
    )
    grounds = shift_sheet(shift(bookings=made, lights=(LIGHT,))).grounds
    assert [each.is_lost for each in (*grounds.early, *grounds.late)] == [True, False, False]
    assert [each.is_asked for each in (*grounds.early, *grounds.late)] == [False, True, False]
    assert grounds.early[1].group == "10"
    assert grounds.late[0].hours == "25 Nov 07:00–08:00"


def test_a_block_without_grounds_has_no_part_for_them_and_supervisors_are_subjects():
    assert shift_sheet(shift()).grounds is None
    assert "officer:77" in subjects_of(shift(bookings=(booking(1, 14, 15, officer_id=77),)))
