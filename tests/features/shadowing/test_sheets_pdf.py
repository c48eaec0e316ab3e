"""The sheets of practice on paper, read back letter by letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.features.shadowing.queries.rows import Hours
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS
from openblock.features.shadowing.sheets.completion import completion
from openblock.features.shadowing.sheets.diary import diary
from openblock.features.shadowing.sheets.schedule import schedule
from openblock.features.shadowing.sheets_pdf.completion import completion_pdf
from openblock.features.shadowing.sheets_pdf.diary import diary_pdf
from openblock.features.shadowing.sheets_pdf.schedule import schedule_pdf
from openblock.features.shadowing.sheets_pdf.wall import month_pdf, week_pdf
from openblock.i18n import set_language
from tests.features.roster.roster_sheets import IMPRINT
from tests.features.shadowing.printed_practice import (
    AT,
    LONG,
    MONDAY,
    card,
    grid,
    hours,
    line,
    month_sheet,
    settled,
    shadowing,
    usual_grid,
    week_sheet,
)
from tests.printing.read_back import fonts, pages, reader, text, unbroken

DAY = date(2026, 11, 9)
PORTRAIT = ["schedule", "diary", "completion"]
WALLS = ["week", "month A4", "month A3"]
EVERY = {
    "week": lambda: week_pdf(week_sheet(), IMPRINT),
    "month A4": lambda: month_pdf(month_sheet(), IMPRINT, "A4"),
    "month A3": lambda: month_pdf(month_sheet(), IMPRINT, "A3"),
    "schedule": lambda: schedule_pdf(schedule(card(), AT), IMPRINT),
    "diary": lambda: diary_pdf(diary(card(), AT), IMPRINT),
    "completion": lambda: completion_pdf(completion(card(), DEFAULT_LIMITS, AT), IMPRINT),
}


def wall(name: str, made, **facts) -> bytes:
    if name == "week":
        return week_pdf(week_sheet(made, **facts), IMPRINT)
    return month_pdf(month_sheet(made, **facts), IMPRINT, name[-2:])


def own(name: str, made) -> bytes:
    return {
        "schedule": lambda: schedule_pdf(schedule(made, AT), IMPRINT),
        "diary": lambda: diary_pdf(diary(made, AT), IMPRINT),
        "completion": lambda: completion_pdf(completion(made, DEFAULT_LIMITS, AT), IMPRINT),
    }[name]()


@pytest.mark.parametrize("name", EVERY)
def test_equal_sheets_give_equal_bytes_in_embedded_fonts_and_titles_name_nobody(name):
    pdf = EVERY[name]()
    EVERY["diary"]()
    assert EVERY[name]() == pdf
    assert all(fonts(pdf).values())
    assert not any("Helvetica" in each for each in fonts(pdf))
    assert "Ābele" not in reader(pdf).metadata["/Title"]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("language", ["lv", "en"])
def test_no_letter_is_lost_and_the_log_head_stands_on_every_page(name, language):
    set_language(language)
    for page in pages(EVERY[name]()):
        assert "\N{REPLACEMENT CHARACTER}" not in page
        assert "[U+" not in page
        assert "7c41 e09a 52d8" in page
        assert "DG-2026-11" in page


@pytest.mark.parametrize("name", EVERY)
def test_wall_sheets_lie_and_handed_ones_stand(name):
    box = reader(EVERY[name]()).pages[0].mediabox
    long, short = (1190.55, 841.89) if name == "month A3" else (841.89, 595.28)
    wanted = (short, long) if name in PORTRAIT else (long, short)
    assert (float(box.width), float(box.height)) == pytest.approx(wanted, abs=0.01)


# The wall


@pytest.mark.parametrize("count", [1, 6, 60])
@pytest.mark.parametrize("name", WALLS)
def test_every_trainee_stands_once_and_the_head_on_every_page(name, count):
    made = usual_grid(count, *(() if name == "week" else (date(2026, 11, 1), 30)))
    pdf = wall(name, made, remarks=())
    read = pages(pdf)
    for each in made.lines:
        assert sum(page.count(each.trainee.initialled) for page in read) == 1
    assert all("Trainee" in page and "Practice hours" in page for page in read)
    assert all("Practice coordinator" not in page for page in read[:-1])
    assert read[-1].count("Practice coordinator") == 1
    assert read[-1].count("At once (most 4)") == 1


@pytest.mark.parametrize("name", WALLS)
def test_pages_hold_as_many_rows_as_each_other_and_the_last_not_more(name):
    made = usual_grid(60, *(() if name == "week" else (date(2026, 11, 1), 30)))
    names = [each.trainee.initialled for each in made.lines]
    found = [sum(each in page for each in names) for page in pages(wall(name, made, remarks=()))]
    assert sum(found) == 60
    assert len(found) > 1
    assert max(found[:-1]) - min(found[:-1]) <= 1
    assert min(found[:-1]) >= found[-1] > 0


@pytest.mark.parametrize("name", WALLS)
def test_a_wall_sheet_of_nobody_says_so_on_one_page(name):
    (page,) = pages(wall(name, grid(())))
    assert "No trainees in these days." in page
    assert "At once" not in page


@pytest.mark.parametrize("name", WALLS)
@pytest.mark.parametrize("surname", ["O'Brien <b>&", "D“Arc \\(x) %d", "Kalniņš & <br/> Ņ"])
def test_a_name_prints_as_typed_on_the_wall(name, surname):
    assert f"{surname} A." in text(wall(name, grid((line(1, surname=surname),))))


@pytest.mark.parametrize("name", WALLS)
def test_a_surname_of_90_characters_is_whole(name):
    pdf = wall(name, grid((line(1, surname=LONG), line(2))))
    assert f"{LONG}A." in unbroken(pdf)
    assert "Gaņģis A." in text(pdf)


def test_a_mentor_of_90_characters_is_whole_in_a_cell_and_the_row_grows():
    day = MONDAY + timedelta(days=1)
    rows = (
        shadowing(1, 1, day, 9, 12),
        shadowing(2, 1, day, 12, 15, 2),
        shadowing(3, 1, day, 15, 19, 3),
    )
    sheet = week_sheet(grid((line(1),), rows))
    (trainee,) = sheet.trainees
    cells = tuple(tuple(replace(each, who=f"{LONG} Ķ.") for each in cell) for cell in trainee.cells)
    pdf = week_pdf(replace(sheet, trainees=(replace(trainee, cells=cells),)), IMPRINT)
    assert unbroken(pdf).count(f"{LONG}Ķ.") == 3


def test_a_week_shows_times_mentors_classes_hours_and_the_fullest_moment():
    read = text(EVERY["week"]())
    for words in (
        *("12:00–22:00", "Cīrulis K.", "Training Centre", "axis 06–24", "Team 1"),
        *("confirmed in all:", "At once (most 4)", "40 short", "✓", "needs planning anew"),
    ):
        assert words in read
    assert "! 26 Nov Ābele A., 09:00–19:00, mentor Jēgere B.: the duty is gone" in read
    assert "Laimonis" not in read


def test_a_month_shows_codes_with_their_mentors_and_hours_under_them():
    read = text(EVERY["month A4"]())
    for words in ("LĀ", "Āboliņš L.", "KC", "Cīrulis K.", "BJ!", "TC", "PH", "short"):
        assert words in read
    assert "Laimonis" not in read


def test_a_block_of_14_trainees_has_its_month_on_one_page_and_its_week_on_two():
    assert len(pages(EVERY["month A4"]())) == 1
    assert len(pages(EVERY["month A3"]())) == 1
    assert len(pages(week_pdf(week_sheet(usual_grid(14)), IMPRINT))) == 2


def test_a_night_lengthens_the_axis_of_the_whole_sheet():
    made = grid((line(1),), (shadowing(1, 1, MONDAY, 21, 7),))
    read = text(week_pdf(week_sheet(made), IMPRINT))
    assert "21:00–07:00" in read
    assert "axis 06–12" in read


@pytest.mark.parametrize("count", [1, 14, 200])
@pytest.mark.parametrize("name", WALLS)
def test_no_remark_is_lost_however_many_need_planning_anew(name, count):
    remarks = tuple(
        f"! {number:03d}. novembrī Ķirsis{number:03d} netiek" for number in range(count)
    )
    read = text(wall(name, None, remarks=remarks))
    for number in range(count):
        assert read.count(f"Ķirsis{number:03d}") == 1


def test_too_many_at_once_are_marked_besides_being_black():
    assert "8!" in text(week_pdf(week_sheet(at_once=(8, 0, 1, 2, 3, 4, 4)), IMPRINT))


# Handed out


@pytest.mark.parametrize("name", PORTRAIT)
@pytest.mark.parametrize("surname", ["O'Brien <b>&", "D“Arc \\(x) %d", LONG])
def test_a_name_prints_as_typed_on_every_sheet_of_one_trainee(name, surname):
    made = card()
    made = replace(made, line=line(1, surname=surname))
    rows = tuple(replace(each, mentor=f"{surname} Ilze") for each in made.shadowings)
    read = unbroken(own(name, replace(made, shadowings=rows)))
    wanted = "".join(f"{surname}Anna".split())
    assert wanted in read
    assert "".join(f"{surname}Ilze".split()) in read


@pytest.mark.parametrize("name", PORTRAIT)
def test_somebody_without_any_shift_has_a_sheet_that_says_so(name):
    read = text(own(name, card((), classes=())))
    said = {
        "schedule": "no shift and no class is planned",
        "diary": "No shift is planned yet.",
        "completion": "No shift has been confirmed.",
    }
    assert said[name] in read


@pytest.mark.parametrize("name", PORTRAIT)
def test_a_hundred_shifts_go_over_pages_and_none_is_lost(name):
    rows = tuple(
        settled(
            shadowing(number, 1, MONDAY + timedelta(days=number), mentor=f"Ķirsis{number:03d} A")
        )
        for number in range(100)
    )
    rows = tuple(replace(row, officer_id=number) for number, row in enumerate(rows))
    read = text(own(name, card(rows)))
    for number in range(100):
        assert read.count(f"Ķirsis{number:03d}") == 1


def test_a_schedule_has_weeks_days_hours_and_what_is_still_lacking():
    read = text(EVERY["schedule"]())
    for words in ("Week 48", "Wednesday, 25 Nov", "09:00–19:00", "Jēgere Baiba", "Taktika"):
        assert words in read
    assert "! 09:00–19:00" in read
    assert "Night shift, Evening count, Leave desk, Admission" in read


def test_a_diary_has_a_place_to_sign_for_two_beside_each_shift():
    read = text(EVERY["diary"]())
    read = read.replace("\N{NO-BREAK SPACE}", " ")
    for words in ("Mentor’s", "Trainee’s", "A3  B2", "A:__", "A Watchfulness", "3 did it alone"):
        assert words in read


def test_who_did_not_come_has_nothing_to_sign():
    row = replace(
        settled(shadowing(1, 1, DAY), span=None, situations=(), evaluation={}, remark="Slims."),
        standing=Standing.MISSED,
    )
    read = text(own("diary", card((row,))))
    assert "did not come" in read
    assert read.count("\N{EM DASH}") == 2


def test_an_incomplete_statement_says_what_is_missing_and_a_complete_one_does_not():
    read = text(EVERY["completion"]())
    assert "Practice not completed" in read
    assert "100 h of 120 h are not confirmed." in read
    assert "no document of education" in read
    made = card((settled(shadowing(1, 1, DAY), situations=tuple(range(10, 17))),), competences=())
    made = replace(made, line=replace(made.line, hours=Hours(7200, 7200)))
    complete = text(own("completion", made))
    assert "Practice completed" in complete
    assert "What is missing" not in complete


def test_a_statement_with_everything_stands_on_one_page():
    assert len(pages(EVERY["completion"]())) == 1
    assert hours().short == 120
