"""The official time-sheet on paper, read back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from openblock.features.roster.sheets.time_sheet import FormSheet, sums_of
from openblock.features.roster.sheets_pdf.called import laid
from openblock.features.roster.sheets_pdf.form_pages import Person, form_pages
from openblock.features.roster.sheets_pdf.form_style import FORM_STYLES, FormColumns
from openblock.features.roster.sheets_pdf.time_sheet import draw_time_sheet, time_sheet_pdf
from openblock.i18n import format_hours, set_language
from openblock.printing.style import GRID
from tests.features.roster.printed_time_sheet import (
    addendum,
    full_name,
    printed,
    time_sheet_of,
    with_call_out,
    with_days,
    with_line,
)
from tests.features.roster.roster_sheets import IMPRINT
from tests.printing.read_back import fonts, pages, reader, text, unbroken, words

PAPERS = ("A4", "A3")
SIZES = {"A4": (841.89, 595.28), "A3": (1190.55, 841.89)}


def pdf_of(form: FormSheet, paper: str = "A3") -> bytes:
    return time_sheet_pdf(form, IMPRINT, paper)


def figures_of(pdf: bytes, form: FormSheet, paper: str) -> dict[str, list[str]]:
    """The words of each row, from its first date on; keyed by the number or the word before it."""
    columns = FormColumns(form, FORM_STYLES[paper])
    found: dict[str, list[str]] = {}
    for page in words(pdf):
        lefts = [each for each in page if each["x0"] < columns.days[0]]
        for each in lefts:
            middle = (each["top"] + each["bottom"]) / 2
            found.setdefault(each["text"], []).extend(
                one["text"]
                for one in sorted(page, key=lambda one: one["x0"])
                if one["x0"] >= columns.figures[0] and one["top"] < middle < one["bottom"]
            )
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_every_figure_of_every_person_reads_back_from_the_person_s_row(paper):
    form = printed(time_sheet_of(26))
    rows = figures_of(pdf_of(form, paper), form, paper)
    for line in form.lines:
        wanted = [
            format_hours(figure) if column.in_hours else str(figure)
            for figure, column in zip(line.figures, form.columns, strict=True)
            if figure is not None
        ]
        assert rows[f"{line.number}."] == wanted


@pytest.mark.parametrize("paper", PAPERS)
def test_page_sums_stand_on_every_page_and_the_sum_of_all_on_the_last(paper):
    form = printed(time_sheet_of(26))
    pdf = pdf_of(form, paper)
    read = pages(pdf)
    assert len(read) > 1
    assert all(page.count("On this page") == 1 for page in read)
    assert [page.count("In the whole time-sheet") for page in read] == [0] * (len(read) - 1) + [1]
    worked = sum(line.figures[1] or 0 for line in form.lines)
    assert format_hours(worked) in read[-1]
    sums = figures_of(pdf, form, paper)["page"]
    per_page = [float(each) for each in sums[1 :: len(sums) // len(read)]]
    assert sum(per_page) * 60 == worked


def test_one_page_alone_has_only_the_sum_of_all():
    read = text(pdf_of(printed(time_sheet_of(4))))
    assert "On this page" not in read
    assert read.count("In the whole time-sheet") == 1


# Reading 240 people back takes long, and more pages of them show nothing that A3 does not.
@pytest.mark.parametrize(
    ("officers", "paper"),
    [(240, "A3"), *((number, paper) for number in (0, 1, 60) for paper in PAPERS)],
)
def test_any_number_of_people_prints_and_nobody_is_torn(officers, paper):
    form = printed(time_sheet_of(officers))
    pdf = pdf_of(form, paper)
    read = pages(pdf)
    numbers = [
        [
            int(word["text"][:-1])
            for word in page
            if word["text"].endswith(".") and word["text"][:-1].isdigit() and word["x0"] < 60
        ]
        for page in words(pdf)
    ]
    assert [each for page in numbers for each in page] == list(range(1, officers + 1))
    # The third of a person's rows stands on the page of the first.
    assert [page.count("call-outs") for page in read] == [len(page) for page in numbers]
    assert read[-1].count("Handed to accounting") == 1
    assert f"Page {len(read)} of {len(read)}" in read[-1]
    assert ("No officers in this period." in read[0]) is (officers == 0)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("year", "month", "days"), [(2027, 2, 28), (2028, 2, 29), (2026, 4, 30)])
def test_dates_a_month_does_not_have_are_hatched_the_other_way(paper, year, month, days):
    form = printed(time_sheet_of(4, year, month))
    (leaf,) = draw_time_sheet(form, IMPRINT, paper)
    columns = FormColumns(form, FORM_STYLES[paper])
    falling = [line for line in leaf.lines[GRID] if line[2] > line[0] and line[3] > line[1]]
    only = [
        line
        for line in falling
        if line[0] >= columns.days[days] - 0.1 and line[2] <= columns.days[31] + 0.1
    ]
    assert len(only) > 20
    heads = [each.words for each in leaf.texts if each.words in {"29", "30", "31"}]
    assert len(heads) == days - 28


@pytest.mark.parametrize("paper", PAPERS)
def test_a_surname_of_90_characters_is_whole_and_its_rows_grow_together(paper):
    surname = "Ģarš" * 22 + "Ņē"
    assert len(surname) == 90
    read = with_line(time_sheet_of(8), 0, name=f"{surname} Ķēniņš")
    pdf = pdf_of(printed(read), paper)
    assert f"{surname}Ķēniņš" in unbroken(pdf)
    assert full_name(1) in text(pdf)


@pytest.mark.parametrize("name", ["O'Brien <b>&", "D“Arc \\(x) %d", "Kalniņš & <br/> Ņ."])
def test_a_name_prints_as_typed(name):
    assert name in text(pdf_of(printed(with_line(time_sheet_of(2), 0, name=name))))


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_name_and_letter_reads_back_and_nothing_is_lost(language):
    set_language(language)
    read = with_days(time_sheet_of(26), 25, dict.fromkeys(range(1, 32), "sick"))
    pdf = pdf_of(printed(read))
    said = text(pdf)
    assert all(full_name(number) in said for number in range(26))
    # Once for each date, and once in the legend.
    free = sum(1 for each in read.lines[25].kinds if each)
    assert said.count("DN") == free + len(pages(pdf))
    assert "\N{REPLACEMENT CHARACTER}" not in said
    assert "[U+" not in said


def test_less_than_the_norm_is_a_true_minus():
    read = with_line(time_sheet_of(2), 0, overtime=-450, block=(-450, None, None, None))
    assert "\N{MINUS SIGN}7.5" in text(pdf_of(printed(read)))


@pytest.mark.parametrize("paper", PAPERS)
def test_equal_forms_give_equal_bytes_in_embedded_fonts_on_their_paper(paper):
    form = printed(time_sheet_of(6))
    first = pdf_of(form, paper)
    pdf_of(printed(time_sheet_of(3, 2026, 2)), paper)
    assert pdf_of(form, paper) == first
    assert all(fonts(first).values())
    box = reader(first).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(SIZES[paper], abs=0.01)


def test_addenda_stand_beneath_with_the_corrected_totals():
    read = time_sheet_of(4)
    read = replace(read, addenda=(addendum(read, 0, 180),))
    said = text(pdf_of(printed(read)))
    assert "+3 h, at night 0 h; aizmirsts izsaukums" in said
    assert f"Corrected: {full_name(0)}: in all 195" in said


def test_many_addenda_stand_on_a_page_of_their_own_and_none_is_lost():
    read = time_sheet_of(20)
    many = tuple(addendum(read, place % 20, 60 + place) for place in range(120))
    read = pages(pdf_of(printed(replace(read, addenda=many)), "A4"))
    assert sum(page.count("Addendum:") for page in read) == 120
    assert "Addenda and signatures are on the last page." in "".join(read)
    assert "Handed to accounting" in read[-1]


def test_a_call_out_lies_over_empty_dates_and_not_over_another():
    narrow = 12.6
    (alone,) = laid(("", "14:30–17:15", "", "", "", ""), narrow, 7)
    assert (alone.first, alone.last) == (1, 4)
    (last,) = laid(("", "", "", "14:30–17:15"), narrow, 7)
    assert (last.first, last.last) == (0, 3)
    first, second = laid(("14–17", "14–17", ""), narrow, 7)
    assert (first.first, first.last) == (0, 0)
    assert (second.first, second.last) == (1, 2)


def test_a_call_out_reads_back_on_the_form():
    read = with_call_out(time_sheet_of(4), 0, 20, (14, 17))
    assert "14–17" in text(pdf_of(printed(read), "A4"))


@pytest.mark.parametrize("high", [100.0, 300.0])
def test_pages_break_between_teams_and_leave_room_for_what_follows(high):
    form = printed(time_sheet_of(8))
    people = [Person(line, 50.0) for line in form.lines]
    made = form_pages(people, high, 40.0)
    assert [each.line.number for page in made for each in page] == list(range(1, 9))
    assert all(sum(each.height for each in page) <= high for page in made)
    assert sum(each.height for each in made[-1]) + 40 <= high
    for before, after in pairwise(made):
        assert not after or before[-1].line.team != after[0].line.team or len(after) == 1


def test_sums_of_nobody_are_blank_and_do_not_fail():
    assert sums_of((), 31).figures == ()
