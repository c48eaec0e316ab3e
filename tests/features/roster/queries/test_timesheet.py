"""The official time-sheet: three rows an officer, the block of four months, frozen when closed."""

from datetime import date

import pytest

from openblock.clock import at, days_of_month
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.versions import MonthStanding
from tests.factories import with_officer, with_templates
from tests.features.roster.working import (
    APRIL,
    FEBRUARY,
    HOUR,
    JANUARY,
    call_out,
    days,
    fall_ill,
    lay_24_72,
    put,
)

LAST = date(2026, 1, 31)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store, position="uzraugs")


def line(store, officer, month=JANUARY):
    (found,) = [each for each in store.read(time_sheet, month).lines if each.officer_id == officer]
    return found


def on(row, *numbers):
    return tuple(row[number - 1] for number in numbers)


def test_january_2026_on_24_72_is_the_line_of_the_official_sheet(store, officer):
    lay_24_72(store, (1,), JANUARY, LAST)
    found = line(store, officer)
    assert (found.norm, found.worked, found.night, found.overtime) == (
        168 * HOUR,
        192 * HOUR,
        64 * HOUR,
        24 * HOUR,
    )
    assert on(found.hours, 1, 2, 3, 29, 30, 31) == (15 * HOUR, 9 * HOUR, 0, 15 * HOUR, 9 * HOUR, 0)
    assert on(found.nights, 1, 2, 3) == (2 * HOUR, 6 * HOUR, 0)
    assert (found.block, found.block_sum) == ((24 * HOUR, None, None, None), 24 * HOUR)
    assert (found.worked_days, found.days_of) == (16, {})
    assert (found.badge, found.name, found.position, found.team) == (
        "1",
        "Bērziņš Jānis",
        "uzraugs",
        1,
    )
    sheet = store.read(time_sheet, date(2026, 1, 20))
    assert (sheet.norm, sheet.working_days) == (168 * HOUR, 21)
    assert sheet.block_months[0] == JANUARY
    assert sheet.block_months[-1] == APRIL
    assert sheet.state.standing is MonthStanding.DRAFT


@pytest.mark.parametrize(
    ("team", "block", "worked", "night"),
    [
        (1, (24, 8, 16, 8), 168, 56),
        (2, (24, 8, 7, 17), 177, 62),
        (3, (15, 8, 0, 32), 192, 64),
    ],
)
def test_april_2026_has_the_block_of_four_months_of_each_team(store, team, block, worked, night):
    with_templates(store)
    officer = with_officer(store, team=team)
    lay_24_72(store, (team,), date(2025, 12, 31), date(2026, 4, 30))
    found = line(store, officer, APRIL)
    assert found.block == tuple(each * HOUR for each in block)
    assert found.block_sum == sum(block) * HOUR
    assert (found.worked, found.night, found.norm) == (worked * HOUR, night * HOUR, 160 * HOUR)


def test_ro_02_march_of_the_third_team_is_an_hour_and_a_night_hour_shorter(store):
    with_templates(store)
    officer = with_officer(store, team=3)
    lay_24_72(store, (3,), date(2026, 1, 1), date(2026, 3, 31))
    found = line(store, officer, date(2026, 3, 1))
    assert (found.worked, found.night, found.overtime) == (176 * HOUR, 61 * HOUR, 0)
    assert on(found.hours, 28, 29) == (15 * HOUR, 8 * HOUR)
    assert on(found.nights, 28, 29) == (2 * HOUR, 5 * HOUR)


def test_ro_02_october_has_a_duty_of_25_hours_with_9_at_night(store, officer):
    put(store, officer, "24", date(2026, 10, 24))
    found = line(store, officer, date(2026, 10, 1))
    assert (found.worked, found.night) == (25 * HOUR, 9 * HOUR)
    assert on(found.hours, 24, 25) == (15 * HOUR, 10 * HOUR)
    assert on(found.nights, 24, 25) == (2 * HOUR, 7 * HOUR)


def test_29_february_has_its_column_and_gives_its_morning_to_march(store, officer):
    put(store, officer, "24", date(2028, 2, 29))
    february = line(store, officer, date(2028, 2, 1))
    assert len(february.hours) == len(february.kinds) == 29
    assert (february.hours[28], february.nights[28]) == (15 * HOUR, 2 * HOUR)
    march = line(store, officer, date(2028, 3, 1))
    assert (march.hours[0], march.nights[0], march.worked_days) == (9 * HOUR, 6 * HOUR, 1)


def test_a_call_out_from_14_to_17_stands_in_the_third_row_and_counts(store, officer):
    lay_24_72(store, (1,), JANUARY, LAST)
    day = date(2026, 1, 20)
    call_out(store, officer, day, 14 * HOUR, 17 * HOUR)
    found = line(store, officer)
    assert (found.worked, found.night, found.overtime) == (195 * HOUR, 64 * HOUR, 27 * HOUR)
    assert on(found.hours, 20) == (3 * HOUR,)
    assert on(found.call_outs, 19, 20, 21) == ((), ((at(day, 14 * HOUR), at(day, 17 * HOUR)),), ())
    assert found.worked_days == 17


def test_a_call_out_over_the_month_end_stands_in_both_months(store, officer):
    call_out(store, officer, LAST, 23 * HOUR, 26 * HOUR)
    both = (at(LAST, 23 * HOUR), at(LAST, 26 * HOUR))
    january, february = line(store, officer), line(store, officer, FEBRUARY)
    assert (january.call_outs[30], january.worked, january.night) == ((both,), HOUR, HOUR)
    assert (february.call_outs[0], february.worked, february.night) == (
        (both,),
        2 * HOUR,
        2 * HOUR,
    )
    up_to_midnight = date(2026, 2, 28)
    call_out(store, officer, up_to_midnight, 22 * HOUR, 24 * HOUR)
    assert not any(line(store, officer, date(2026, 3, 1)).call_outs)


@pytest.mark.parametrize(
    ("letter", "numbers", "kind", "sums"),
    [
        ("S", (19, 23), AbsenceKind.SICK, (128, 168, 40)),
        ("A", (12, 25), AbsenceKind.LEAVE, (80, 96, 16)),
        ("P", (10, 11), AbsenceKind.PAID_REST, (168, 183, 15)),
        ("M", (26, 28), AbsenceKind.TRAINING, (144, 183, 39)),
        ("K", (15, 16), AbsenceKind.TRIP, (152, 192, 40)),
        ("C", (31, 31), AbsenceKind.OTHER, (168, 192, 24)),
    ],
)
def test_ro_07_days_away_have_their_kind_and_lower_the_norm(
    store, officer, letter, numbers, kind, sums
):
    """As the sheet has Žagars: five days sick, one of them a duty's; norm, worked, overtime.

    Absence takes duties that begin in it, and the morning of one that began the day before.
    """
    lay_24_72(store, (1,), JANUARY, LAST)
    put(store, officer, letter, *days(JANUARY, *numbers))
    found = line(store, officer)
    absent = [number + 1 for number, each in enumerate(found.kinds) if each == kind.value]
    assert absent == list(range(numbers[0], numbers[1] + 1))
    assert set(found.kinds) == {"", kind.value}
    assert not any(found.hours[number - 1] for number in absent)
    assert found.days_of == {kind.value: len(absent)}
    assert (found.norm, found.worked, found.overtime) == tuple(each * HOUR for each in sums)


def test_sudden_illness_in_the_middle_of_a_duty_leaves_that_date_worked(store, officer):
    """Ill from 21 January 22:00: 13 h worked that day, an hour fewer at night, absent from 22."""
    lay_24_72(store, (1,), JANUARY, LAST)
    fall_ill(store, officer, date(2026, 1, 21), 22 * HOUR, date(2026, 1, 23))
    found = line(store, officer)
    assert on(found.hours, 21, 22) == (13 * HOUR, 0)
    assert on(found.kinds, 20, 21, 22, 23, 24) == ("", "", "sick", "sick", "")
    assert (found.worked, found.night) == (181 * HOUR, 56 * HOUR)
    assert (found.norm, found.overtime) == (152 * HOUR, 29 * HOUR)
    assert found.days_of == {"sick": 2}


def test_who_begins_or_leaves_in_the_month_is_on_its_sheet_with_the_norm_served(store):
    with_templates(store)
    new = with_officer(store, "1", "Jaunais", active_from=date(2026, 1, 26))
    old = with_officer(store, "2", "Vecais", last_day=date(2026, 1, 9))
    gone = with_officer(store, "3", "Gājis", last_day=date(2025, 12, 31))
    put(store, new, "A", date(2026, 1, 26))
    assert (line(store, new).full_norm, line(store, new).norm) == (40 * HOUR, 32 * HOUR)
    assert line(store, old).norm == 5 * 8 * HOUR
    listed = [each.officer_id for each in store.read(time_sheet, JANUARY).lines]
    assert gone not in listed
    assert sorted(listed) == [new, old]


def test_who_has_left_with_a_duty_that_ends_in_the_month_is_on_its_sheet(store):
    with_templates(store)
    gone = with_officer(store, last_day=date(2025, 12, 31))
    put(store, gone, "24", date(2025, 12, 31))
    found = line(store, gone)
    assert (found.worked, found.norm, found.overtime) == (9 * HOUR, 0, 9 * HOUR)


def test_the_officers_stand_in_the_order_of_the_block(store):
    for number, (surname, team) in enumerate(
        [("Žagars", 1), ("Āboliņš", 2), ("Bez", None), ("Bērziņš", 1)]
    ):
        with_officer(store, str(number), surname, team=team)
    names = [each.name.split()[0] for each in store.read(time_sheet, JANUARY).lines]
    assert names == ["Bērziņš", "Žagars", "Āboliņš", "Bez"]


def test_an_empty_block_has_a_sheet_without_lines(store):
    sheet = store.read(time_sheet, date(2028, 2, 1))
    assert (sheet.lines, sheet.addenda) == ((), ())
    assert sheet.working_days == len([d for d in days_of_month(2028, 2) if d.weekday() < 5])
