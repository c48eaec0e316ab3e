"""What stands on the sheets of the grounds: whom they name, what is dark, closed, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.features.grounds.queries.rows import AreaDayRow
from openblock.features.grounds.rules.content import AreaKind, Span, State
from openblock.features.grounds.sheets.appointments import appointments
from openblock.features.grounds.sheets.area_list import area_list
from openblock.features.grounds.sheets.day import DayBooking, SunLine, day_list
from openblock.features.grounds.sheets.fair_use import fair_report
from openblock.features.grounds.sheets.light import dark_words, light_line, light_words
from openblock.features.grounds.sheets.names import copy_letters, copy_words, names_words
from openblock.features.grounds.sheets.week import EntryKind, week_plan
from openblock.features.residents.sheets import Copy
from tests.features.grounds.printed_grounds import (
    LIMITS,
    MONDAY,
    area,
    areas,
    at,
    booking,
    closure,
    fair_use,
    frame,
    light,
    lost,
    names,
    week,
)

CIVIL = replace(LIMITS, civil=True)
TUESDAY = MONDAY + timedelta(days=1)


def cell(plan, row: int = 0, day: int = 0):
    return plan.areas[row].cells[day]


def one_cell(*rows, place=None, **facts):
    """What Monday shows of one area with these bookings."""
    place = place or area(1)
    return cell(week_plan(week((place,), rows, **facts), names()))


# Names


@pytest.mark.parametrize(
    ("copy", "shown"),
    [
        (None, ()),
        (Copy.WALL, ("Āboliņš J.", "Ģērmanis J.", "Ķirsis J.")),
        (Copy.DUTY, ("Āboliņš Jānis", "Ģērmanis Jānis", "Ķirsis Jānis")),
    ],
)
def test_a_sheet_names_residents_only_as_its_copy_may(copy, shown):
    place = area(1)
    plan = week_plan(week((place,), (booking(1, place, MONDAY),)), names(copy))
    assert cell(plan).entries[0].people == shown


def test_copies_have_different_words_and_numbers():
    copies = (None, Copy.WALL, Copy.DUTY)
    assert len({copy_words(each) for each in copies}) == 3
    assert len({copy_letters(each) for each in copies}) == 3
    assert len({names_words(each) for each in copies}) == 3


def test_the_supervisor_stands_with_an_initial_and_one_gone_from_the_list_as_stored():
    known = booking(1, area(1), MONDAY, officer_id=1, officer="Roķe Ināra")
    gone = booking(2, area(1), MONDAY, 16, 17, officer_id=99, officer="Bijušais Jānis")
    entries = one_cell(known, gone).entries
    assert [each.words for each in entries] == [("A nod.", "Roķe I."), ("A nod.", "Bijušais Jānis")]


# Light


def test_light_is_sunrise_and_sunset_or_dawn_and_dusk_as_the_block_counts():
    assert light_words(light(TUESDAY), LIMITS).sets == "15:58"
    assert light_words(light(TUESDAY), CIVIL).sets == "16:40"
    assert light_line(light(TUESDAY), LIMITS) == "▲ sunrise 08:23   ▼ sunset 15:58"
    assert "dusk 16:40" in light_line(light(TUESDAY), CIVIL)


@pytest.mark.parametrize(
    ("facts", "limits", "remark"),
    [
        ({"sunrise": None, "sunset": None, "always": True}, LIMITS, "light all day"),
        ({"sunrise": None, "sunset": None, "always": False}, LIMITS, "no sunrise"),
        ({"dawn": None, "dusk": None}, CIVIL, "no dusk"),
    ],
)
def test_where_the_sun_does_not_set_words_stand_in_the_place_of_times(facts, limits, remark):
    there = light(TUESDAY, **facts)
    assert light_line(there, limits) == remark
    assert dark_words(there, limits) == ""


@pytest.mark.parametrize(
    ("facts", "dark", "sun"),
    [
        ({}, ((420, 501), (959, 1260)), (501, 959)),
        ({"floodlit": True}, (), (501, 959)),
        ({"indoor": True}, (), ()),
    ],
)
def test_an_area_is_dark_to_the_minute_only_where_nothing_lights_it(facts, dark, sun):
    bar = one_cell(place=area(1, **facts)).bar
    assert (bar.dark, bar.sun) == (dark, sun)


def test_a_day_on_which_the_sun_does_not_rise_is_dark_from_opening_to_closing():
    never = {"sunrise": None, "sunset": None, "always": False}
    made = week((area(1),), count=1, days=(frame(MONDAY, **never),))
    assert cell(week_plan(made, names())).bar.dark == ((420, 1260),)


# The cells of a week


def test_what_does_not_take_place_is_not_on_the_wall_and_does_not_fill_the_bar():
    place = area(1)
    off = [
        booking(number, place, MONDAY, state=state)
        for number, state in enumerate((State.CANCELLED, State.NO_SHOW), 1)
    ]
    assert one_cell(*off).entries == ()
    assert one_cell(*off).bar.booked == ()
    assert one_cell(booking(3, place, MONDAY, state=State.IN_USE)).bar.booked == ((840, 930),)


def test_what_is_asked_for_and_what_lost_its_supervisor_is_told_apart():
    place = area(1)
    asked, gone = one_cell(
        booking(1, place, MONDAY, 10, 11, state=State.REQUESTED),
        booking(2, place, MONDAY, 12, 13, lost=lost(), officer_id=None, officer=""),
    ).entries
    assert (asked.asked, asked.lost) == (True, False)
    assert (gone.asked, gone.lost) == (False, True)
    assert gone.words == ("A nod.", "no supervisor")


def test_a_closure_of_the_whole_day_has_no_hours_and_one_of_a_part_has_its_own():
    place = area(1)
    whole = closure(place, at(MONDAY, 0), at(MONDAY, 24), "stikli")
    part = closure(place, at(MONDAY, 12.5), at(TUESDAY, 8))
    (entry,) = one_cell(closures=(whole,)).entries
    assert (entry.kind, entry.times, entry.words) == (EntryKind.CLOSURE, "", ("Repair: stikli",))
    plan = week_plan(week((place,), closures=(part,)), names())
    assert [cell(plan, 0, day).entries[0].times for day in (0, 1)] == ["12:30–24:00", "00:00–08:00"]
    assert cell(plan, 0, 2).entries == ()
    assert [cell(plan, 0, day).bar.closed for day in range(3)] == [
        *(((750, 1260),), ((420, 480),), ()),
    ]


def test_a_day_on_which_an_area_does_not_open_says_so_and_why():
    shut = AreaDayRow(1, 1, 1, MONDAY, (), "svētki")
    place = replace(area(1), days=(shut,))
    made = week((place,), open={(1, MONDAY): ()}, count=1)
    (entry,) = cell(week_plan(made, names())).entries
    assert (entry.kind, entry.words) == (EntryKind.SHUT, ("not open", "svētki"))


def test_buildings_and_areas_out_of_use_are_left_out_unless_somebody_booked_them():
    unused, used = area(2, active=False), area(3, active=False)
    rows = (booking(1, used, MONDAY),)
    plan = week_plan(week((area(1, kind=AreaKind.BUILDING), unused, used), rows), names())
    assert [line.area_id for line in plan.areas] == [3]


def test_the_bars_reach_as_far_as_anything_is_open_or_booked():
    assert week_plan(week((area(1),)), names()).axis == (420, 1260)
    late = booking(1, area(1), MONDAY, 21.25, 22.5)
    assert week_plan(week((area(1),), (late,)), names()).axis == (420, 1380)
    assert week_plan(week(()), names()).axis == (420, 1260)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_on_the_days_the_clock_changes_a_cell_shows_what_a_watch_shows(day):
    place = area(1, floodlit=True)
    span = Span(clock.at(day, 60), clock.at(day, 14 * 60))
    made = week((place,), (booking(1, place, day, span=span),), first=day, count=1)
    shown = cell(week_plan(made, names()))
    assert shown.entries[0].times == "01:00–14:00"
    assert shown.bar.booked == ((60, 840),)


# The day for the door


def test_the_sunset_stands_before_the_first_booking_that_begins_with_it():
    place = area(4)
    rows = [
        booking(1, place, MONDAY, 14, 15.25),
        booking(2, place, MONDAY, span=Span(light(MONDAY).sunset, at(MONDAY, 17))),
        booking(3, place, MONDAY, 18, 19),
    ]
    lines = day_list(week((place,), rows, count=1), names(Copy.DUTY)).lines
    kinds = [type(each) for each in lines]
    assert kinds == [DayBooking, SunLine, DayBooking, DayBooking]
    assert lines[1].words == "sunset 15:59, unlit areas under the open sky are closed"


def test_the_door_has_names_beds_and_what_was_ticked():
    place = area(1)
    row = booking(
        1,
        place,
        MONDAY,
        state=State.FINISHED,
        started_at=at(MONDAY, 14.1),
        ended_at=at(MONDAY, 15.5),
    )
    (line,) = day_list(week((place,), (row,), count=1), names(Copy.DUTY)).lines
    assert (line.people[0].name, line.people[0].place) == ("Āboliņš Jānis", "101 B")
    assert (line.out, line.back, line.heads) == ("14:06", "15:30", "3 of 12")
    assert day_list(week((place,), (row,), count=1), names()).lines[0].people == ()


def test_the_door_is_told_what_is_closed_that_day():
    places = areas(2)
    closed = (closure(places[1], at(MONDAY, 0), at(MONDAY, 24)),)
    (line,) = day_list(week(places, closures=closed, count=1), names()).closed
    assert (line.area, line.hours, line.why) == ("Dārzs un siltumnīca", "all day", "Repair")


# One area, fair use, a calendar


def test_the_list_of_an_area_has_its_own_bookings_day_by_day_and_no_others():
    mine, other = areas(2)
    rows = (booking(1, mine, TUESDAY, state=State.REQUESTED), booking(2, other, TUESDAY))
    sheet = area_list(week((mine, other), rows), mine, names(Copy.WALL))
    assert [len(day.bookings) for day in sheet.days] == [0, 1, 0, 0, 0, 0, 0]
    (row,) = sheet.days[1].bookings
    assert (row.people, row.state) == ("Āboliņš J., Ģērmanis J., Ķirsis J.", "requested")
    assert sheet.days[1].open == "07:00–21:00"


def test_fair_use_keeps_the_order_and_marks_who_had_less_than_the_average():
    report = fair_report(fair_use(5))
    assert [each.minutes for each in report.bars] == [0, 75, 150, 225, 300]
    assert report.average == 150
    assert [each.below for each in report.bars] == [True, True, False, False, False]
    assert report.bars[4].areas == "Sporta laukums 3 · Sporta zāle 2"
    assert (report.longest, report.without) == (300, 1)
    assert fair_report(fair_use(0)).longest == 0


def test_an_area_s_calendar_names_no_resident_and_strikes_out_what_is_cancelled():
    place = area(1)
    rows = (
        booking(7, place, MONDAY, equipment="tīkls"),
        booking(8, place, MONDAY, 16, 17, state=State.CANCELLED, cause="Apsītis is ill"),
        booking(9, place, MONDAY, 18, 19, state=State.REQUESTED),
        booking(10, area(2), MONDAY),
    )
    planned, off, asked = appointments(week((place, area(2)), rows), 1)
    assert planned.uid == "booking-7@openblock"
    assert planned.title == "Sporta laukums: A nod."
    assert planned.details == "3 participants\nSupervisor: Šķēle Rihards\ntīkls"
    assert (planned.is_open, planned.is_cancelled) == (False, False)
    assert off.title == "cancelled: Sporta laukums: A nod."
    assert (off.is_cancelled, "ill" in off.details) == (True, False)
    assert asked.is_open
