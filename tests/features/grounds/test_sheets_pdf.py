"""The sheets of the grounds on paper, read back letter by letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from openblock.features.grounds.sheets.area_list import area_list
from openblock.features.grounds.sheets.day import day_list
from openblock.features.grounds.sheets.fair_use import fair_report
from openblock.features.grounds.sheets.week import week_plan
from openblock.features.grounds.sheets_pdf.area_list import area_pdf
from openblock.features.grounds.sheets_pdf.bar import Axis
from openblock.features.grounds.sheets_pdf.day import day_pdf
from openblock.features.grounds.sheets_pdf.fair_use import draw_fair_use, fair_use_pdf
from openblock.features.grounds.sheets_pdf.week import draw_week, week_pdf
from openblock.features.residents.sheets import Copy
from openblock.i18n import set_language
from openblock.printing.hatch import Hatch
from openblock.printing.leaf import Leaf
from openblock.printing.marks import Cell
from openblock.printing.style import MM, RULE
from tests.features.grounds.printed_grounds import (
    LONG,
    MONDAY,
    area,
    at,
    booking,
    closure,
    fair_use,
    frame,
    names,
    resident,
    usual_week,
    week,
)
from tests.features.roster.roster_sheets import IMPRINT
from tests.printing.read_back import fonts, pages, reader, text, unbroken, words

HARD = {"r2": resident(2, LONG), "r3": resident(3, "O'Brien <b>&")}


def plan(made=None, copy: Copy | None = None) -> bytes:
    return week_pdf(week_plan(made or usual_week(), names(copy, **HARD)), IMPRINT)


def door(made=None, copy: Copy | None = Copy.DUTY, count: int = 8) -> bytes:
    return day_pdf(day_list(made or usual_week(9, 1), names(copy, count, **HARD)), IMPRINT)


def of_area(made=None, copy: Copy | None = Copy.DUTY) -> bytes:
    made = made or usual_week()
    return area_pdf(area_list(made, made.areas[0].area, names(copy, **HARD)), IMPRINT)


def fair(count: int = 30) -> bytes:
    return fair_use_pdf(fair_report(fair_use(count)), IMPRINT)


EVERY = {
    "week": plan,
    "week with names": lambda: plan(copy=Copy.DUTY),
    "day": door,
    "area": of_area,
    "fair use": fair,
}


@pytest.mark.parametrize("name", EVERY)
def test_equal_sheets_give_equal_bytes_in_embedded_fonts_and_titles_name_nobody(name):
    pdf = EVERY[name]()
    EVERY["area"]()
    assert EVERY[name]() == pdf
    assert all(fonts(pdf).values())
    assert "Āboliņš" not in reader(pdf).metadata["/Title"]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["lv", "en"])
def test_no_letter_is_lost_and_number_and_log_head_stand_on_every_page(name, language):
    set_language(language)
    for page in pages(EVERY[name]()):
        assert "\N{REPLACEMENT CHARACTER}" not in page
        assert "[U+" not in page
        assert "7c41 e09a 52d8" in page
        assert "DG-2026-11" in page


@pytest.mark.parametrize("name", EVERY)
def test_nothing_stands_outside_the_margins_or_in_the_footer(name):
    for page, box in zip(words(EVERY[name]()), reader(EVERY[name]()).pages, strict=True):
        wide, high = float(box.mediabox.width), float(box.mediabox.height)
        foot = next(each["top"] for each in page if each["text"] == "Sheet")
        body = [each for each in page if each["bottom"] < foot]
        assert max(each["bottom"] for each in body) < foot - MM
        assert all(each["x0"] > 7 * MM and each["x1"] < wide - 7 * MM for each in page)
        assert max(each["bottom"] for each in page) < high - 4 * MM


# The week on the wall


@pytest.mark.parametrize("count", [1, 9, 50])
def test_every_area_stands_once_and_the_head_on_every_page(count):
    made = usual_week(count)
    read = pages(plan(made))
    every = [line for page in read for line in page.split("\n")]
    for each in made.areas:
        assert every.count(each.area.content.name) == 1
    assert all("sestdiena" in page or "Saturday" in page for page in read)
    assert all("Under the time" in page for page in read)
    assert len(read) <= 1 + count // 2


def test_grounds_without_an_area_say_so_on_one_page():
    (page,) = pages(plan(week(())))
    assert "No area is set up." in page
    assert "booked" not in page


def test_the_wall_without_names_has_none_and_the_copy_with_names_has_all():
    assert "Āboliņš" not in text(plan())
    assert LONG not in unbroken(plan())
    named = plan(copy=Copy.DUTY)
    assert LONG in unbroken(named)
    assert "O'Brien <b>& Jānis" in text(named)


def test_a_cell_tells_time_heads_purpose_supervisor_light_and_night():
    read = text(plan())
    for each in ("10:00–11:30?", "A nod. · Vanags O.", "▼ 15:59", "night rest 22:00–06:30"):
        assert each in read
    assert "CLOSED 16:30–24:00" in read
    assert "Repair: siltumnīcas" in read
    assert "no supervisor" in read
    assert "asked for, not approved yet" in read


def test_many_bookings_in_a_day_flow_over_pages_and_none_is_cut():
    place = area(1)
    rows = [
        booking(number, place, MONDAY, 7 + number / 4, 7.5 + number / 4, purpose=f"grupa {number}.")
        for number in range(48)
    ]
    read = pages(plan(week((place, area(2)), rows), Copy.WALL))
    whole = "\n".join(read)
    assert all(whole.count(f"grupa {number}.") == 1 for number in range(48))
    assert unbroken(plan(week((place, area(2)), rows), Copy.WALL)).count(LONG) == 48
    assert len(read) > 2
    assert all("Sporta laukums" in page for page in read[:-1])
    assert sum("(continued)" in page for page in read) >= len(read) - 2


def test_an_area_s_name_of_90_characters_is_whole_and_its_row_grows():
    long = replace(area(1), content=replace(area(1).content, name=LONG))
    assert LONG in unbroken(plan(week((long, area(2)))))


def test_no_words_of_a_closed_day_stand_on_its_hatch():
    place = area(1)
    made = week((place,), closures=(closure(place, at(MONDAY, 0), at(MONDAY, 24), "stikli"),))
    (leaf,) = draw_week(week_plan(made, names()), IMPRINT)
    (said,) = [each for each in leaf.texts if each.words == "CLOSED"]
    middle = said.baseline - said.size / 3
    crossing = [
        line
        for lines in leaf.lines.values()
        for line in lines
        if line[0] < said.x + 10 < line[2]
        and min(line[1], line[3]) < middle < max(line[1], line[3])
    ]
    assert crossing == []
    hatched = [line for line in leaf.lines[0.25] if line[0] != line[2] and line[1] != line[3]]
    assert len(hatched) > 50


def test_a_holiday_is_white_on_black_with_its_name():
    days = (frame(MONDAY, "Svētki"), *(frame(MONDAY + timedelta(days=n)) for n in range(1, 7)))
    (leaf,) = draw_week(week_plan(week((area(1),), days=days), names()), IMPRINT)
    assert [each.words for each in leaf.texts if each.white] == ["23 Nov", "Mo, Svētki"]


def test_the_bar_puts_minutes_in_proportion_and_keeps_within_its_frame():
    axis, cell = Axis(420, 1260), Cell(0, 0, 84, 9)
    assert [axis.place(minute, cell) for minute in (420, 840, 1260, 1440)] == [0, 42, 84, 84]
    assert axis.labels() == (8, 12, 16, 20)
    assert Axis(600, 720).labels() == (10, 11)


def test_the_dark_is_hatched_in_one_direction_only():
    leaf = Leaf(200, 200)
    made = week_plan(week((area(1),), count=1), names())
    axis = Axis(*made.axis)
    axis.draw(leaf, Cell(0, 0, 140, 9), made.areas[0].cells[0].bar)
    rising = [line for line in leaf.lines[0.25] if line[0] != line[2]]
    assert rising
    assert all(line[3] < line[1] for line in rising), Hatch.WEEKEND


# The door, one area, fair use


@pytest.mark.parametrize("count", [0, 1, 31, 90])
def test_every_participant_stands_once_with_two_boxes_however_many_there_are(count):
    place = area(1, capacity=120)
    rows = () if not count else (booking(1, place, MONDAY, residents=tuple(range(1, count + 1))),)
    made = week((place,), rows, count=1)
    people = {f"r{n}": resident(n, f"Iemītnieks{n:03d}") for n in range(1, count + 1)}
    pdf = day_pdf(day_list(made, names(Copy.DUTY, count, **people)), IMPRINT)
    read = text(pdf)
    assert all(read.count(f"Iemītnieks{n:03d}") == 1 for n in range(1, count + 1))
    assert ("Nothing is booked on this day." in read) is (count == 0)
    assert read.count("Supervisor’s signature") == min(count, 1)
    assert pages(pdf)[-1].count("Senior officer of the shift") == 1


def test_the_door_sees_light_closures_sunset_and_odd_names_whole():
    read = text(door())
    for each in ("▲ 08:21", "▼ 15:59", "▼ sunset 15:59", "Closed areas", "O'Brien <b>& Jānis"):
        assert each in read
    assert LONG in unbroken(door())
    assert "Āboliņš" not in text(door(copy=None))


def test_the_list_of_an_area_names_whom_its_copy_may_and_every_day():
    read = text(of_area())
    assert "Nothing is booked." in read
    assert LONG in unbroken(of_area())
    assert "Āboliņš" not in text(of_area(copy=None))


@pytest.mark.parametrize("count", [1, 43, 200])
def test_everybody_has_one_bar_and_the_average_stands_on_every_page(count):
    pdf = fair(count)
    read = pages(pdf)
    whole = "\n".join(read)
    assert all(whole.count(each.place) == 1 for each in fair_use(count).lines)
    assert all("average" in page for page in read)
    assert read[-1].count("Bold: less than the average.") == 1


def test_the_line_of_the_average_stands_where_a_bar_of_it_would_end():
    report = fair_report(fair_use(5))
    (leaf,) = draw_fair_use(report, IMPRINT)
    average = {x1 for x1, _y1, x2, _y2 in leaf.lines[RULE] if x1 == x2}
    (middle,) = [right for left, _top, right, _bottom in leaf.bars][1:2]
    assert {round(each, 3) for each in average} == {round(middle, 3)}


def test_a_report_of_nobody_says_so():
    assert "Nobody lived in the block in these days." in text(fair(0))
