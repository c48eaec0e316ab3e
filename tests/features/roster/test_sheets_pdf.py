"""The month roster on paper, read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.features.roster.sheets import SheetCell
from openblock.features.roster.sheets_pdf import month_roster_pdf
from openblock.features.roster.sheets_pdf.columns import Columns
from openblock.features.roster.sheets_pdf.layout import draw_month_roster
from openblock.features.roster.sheets_pdf.style import STYLES
from openblock.i18n import set_language
from openblock.printing.style import GRID, GROUP, SECTION
from tests.features.roster.roster_sheets import IMPRINT, name_of, roster_sheet, with_first
from tests.printing.read_back import fonts, pages, reader, text, unbroken, words

PAPERS = ("A4", "A3")
SIZES = {"A4": (841.89, 595.28), "A3": (1190.55, 841.89)}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_name_reads_back_with_its_diacritics(paper, language):
    set_language(language)
    read = text(month_roster_pdf(roster_sheet(30), IMPRINT, paper))
    for number in range(30):
        assert read.count(name_of(number)) == 1
    assert "\N{REPLACEMENT CHARACTER}" not in read
    assert "[U+" not in read


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_landscape_and_its_title_names_nobody(paper):
    document = reader(month_roster_pdf(roster_sheet(), IMPRINT, paper))
    box = document.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(SIZES[paper], abs=0.01)
    assert document.metadata["/Title"] == "Dežūru grafiks October 2026"


@pytest.mark.parametrize("paper", PAPERS)
def test_all_fonts_are_embedded_and_none_is_helvetica(paper):
    listed = fonts(month_roster_pdf(roster_sheet(), IMPRINT, paper))
    assert all(listed.values())
    assert not any("Helvetica" in name for name in listed)


@pytest.mark.parametrize("paper", PAPERS)
def test_equal_sheets_give_equal_bytes(paper):
    first = month_roster_pdf(roster_sheet(), IMPRINT, paper)
    month_roster_pdf(roster_sheet(7, 2027, 2), IMPRINT, paper)
    assert month_roster_pdf(roster_sheet(), IMPRINT, paper) == first


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    ("year", "month", "days"), [(2027, 2, 28), (2028, 2, 29), (2026, 11, 30), (2026, 10, 31)]
)
def test_a_month_of_any_length_has_all_its_days(paper, year, month, days):
    sheet = roster_sheet(26, year, month)
    (page,) = words(month_roster_pdf(sheet, IMPRINT, paper))
    head = [word for word in page if word["text"] in {str(day) for day in range(1, 32)}]
    top = min(word["top"] for word in head)
    row = [
        word["text"] for word in sorted(head, key=lambda word: word["x0"]) if word["top"] < top + 8
    ]
    assert row == [str(day) for day in range(1, days + 1)]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_surname_of_90_characters_is_whole_and_its_row_grows(paper):
    surname = "Ģarš" * 22 + "Ņē"
    assert len(surname) == 90
    pdf = month_roster_pdf(with_first(roster_sheet(), name=f"{surname} Ķ."), IMPRINT, paper)
    assert f"{surname}Ķ." in unbroken(pdf)
    assert name_of(1) in text(pdf)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["O'Brien <b>&", "D“Arc \\(x) %d", "Kalniņš & <br/> Ņ."])
def test_a_name_prints_as_typed(paper, name):
    assert name in text(month_roster_pdf(with_first(roster_sheet(), name=name), IMPRINT, paper))


def test_a_letter_without_a_glyph_is_noted_and_the_rest_of_the_name_prints():
    pdf = month_roster_pdf(with_first(roster_sheet(), name="李 Bērziņš"), IMPRINT, "A4")
    assert "[U+674E] Bērziņš" in text(pdf)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_roster_of_nobody_says_so(paper):
    sheet = replace(roster_sheet(), bands=(), staffing=(), remarks=(), signatures=(), legend=())
    read = text(month_roster_pdf(sheet, IMPRINT, paper))
    assert "No officers in this period." in read
    assert "Page 1 of 1" in read


@pytest.mark.parametrize("paper", PAPERS)
def test_a_team_without_officers_is_left_out(paper):
    sheet = roster_sheet(3, teams=4)
    assert any(not band.officers for band in sheet.bands)
    read = text(month_roster_pdf(sheet, IMPRINT, paper))
    assert "1. maiņa" not in read
    assert name_of(0) in read


@pytest.mark.parametrize("paper", PAPERS)
def test_one_officer_alone_prints_with_the_whole_name_of_the_team(paper):
    sheet = roster_sheet(1, teams=1)
    sheet = replace(sheet, bands=(replace(sheet.bands[0], name="Dienas posteņi bez maiņas"),))
    read = text(month_roster_pdf(sheet, IMPRINT, paper))
    assert name_of(0) in read
    assert "Dienasposteņibezmaiņas" in read.replace(" ", "").replace("\n", "")


def test_figures_are_summed_and_a_missing_hour_is_written_with_a_true_minus():
    sheet = with_first(roster_sheet(4, teams=1), minutes=152 * 60 + 30, norm_minutes=160 * 60)
    read = text(month_roster_pdf(sheet, IMPRINT, "A4"))
    assert "152.5" in read
    assert "\N{MINUS SIGN}7.5" in read
    assert "3 158.5" in read  # 152.5 + 1001 + 1002 + 1003


def test_staffing_below_the_minimum_carries_a_sign_besides_its_colour():
    read = text(month_roster_pdf(roster_sheet(), IMPRINT, "A4"))
    assert read.count("4!") == 2  # in its cell and in the legend
    assert "fewer than needed" in read
    assert "12.10. 21:00–09:00, Naktī: 4 no 5" in read


def test_the_legend_explains_only_marks_that_are_on_the_sheet():
    plain = text(month_roster_pdf(roster_sheet(), IMPRINT, "A4"))
    assert "Sa, Su" in plain
    assert "public holiday" not in plain
    assert "see remarks" not in plain
    november = text(month_roster_pdf(roster_sheet(26, 2026, 11), IMPRINT, "A4"))
    assert "public holiday" in november
    assert "PH" in november


def test_a_long_legend_takes_several_rows_and_keeps_every_word():
    legend = tuple((f"K{number}", f"maiņa ar garu nosaukumu {number}.") for number in range(30))
    sheet = replace(roster_sheet(), legend=legend)
    read = text(month_roster_pdf(sheet, IMPRINT, "A4"))
    assert all(f"{code}" in read and words in read for code, words in legend)


@pytest.mark.parametrize("paper", PAPERS)
def test_free_days_are_hatched_and_no_hatch_runs_behind_a_shift(paper):
    sheet = roster_sheet(26, 2026, 11)
    first, *others = sheet.bands
    cells = list(first.officers[3].cells)
    cells[6] = SheetCell("D")  # a Saturday that the rest of the team has free
    worked = replace(first.officers[3], cells=tuple(cells))
    first = replace(first, officers=(*first.officers[:3], worked, *first.officers[4:]))
    (leaf,) = draw_month_roster(replace(sheet, bands=(first, *others)), IMPRINT, paper)
    slanted = [line for line in leaf.lines[GRID] if line[0] != line[2] and line[1] != line[3]]
    shifts = [box for weight in (GROUP, SECTION) for box in leaf.boxes[weight]]
    assert len(slanted) > 500
    for x1, y1, x2, y2 in slanted:
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        assert not any(
            left < x < right and top < y < bottom
            for left, top, right, bottom in shifts
            if right - left < 40
        )


def test_mondays_stand_behind_a_heavier_line():
    sheet = roster_sheet(26, 2026, 11)
    (leaf,) = draw_month_roster(sheet, IMPRINT, "A4")
    columns = Columns(sheet, STYLES["A4"][0])
    heavy = {round(x1, 3) for x1, _y1, x2, _y2 in leaf.lines[GROUP] if x1 == x2}
    days = [each.day.weekday() for each in sheet.days]
    mondays = {round(columns.days[place], 3) for place, day in enumerate(days) if day == 0}
    tuesdays = {round(columns.days[place], 3) for place, day in enumerate(days) if day == 1}
    assert mondays <= heavy
    assert not tuesdays & heavy


def test_a_cell_with_a_problem_carries_its_mark():
    sheet = roster_sheet(1, teams=1)
    cells = (SheetCell("24", "!"), SheetCell("B"), *sheet.bands[0].officers[0].cells[2:])
    read = text(month_roster_pdf(with_first(sheet, cells=cells), IMPRINT, "A4"))
    assert "24!" in read
    assert "see remarks" in read


def test_a_moved_working_day_is_starred_and_explained():
    sheet = roster_sheet(26, 2026, 1)
    days = tuple(replace(day, kind="workday") if day.day.day == 17 else day for day in sheet.days)
    read = text(month_roster_pdf(replace(sheet, days=days), IMPRINT, "A4"))
    assert "Sa*" in read
    assert "moved working day or day off" in read


def test_a_wall_copy_on_a4_leaves_positions_out_and_one_on_a3_shows_them():
    a4, a3 = (text(month_roster_pdf(roster_sheet(), IMPRINT, paper)) for paper in PAPERS)
    assert "uzraudze" not in a4
    assert a3.count("uzraudze") == 26


def test_signatures_stand_once_and_on_the_last_page():
    read = pages(month_roster_pdf(roster_sheet(60), IMPRINT, "A4"))
    assert "Apstiprināja priekšnieks" in read[-1]
    assert all("Apstiprināja" not in page for page in read[:-1])
