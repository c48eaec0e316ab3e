"""The time-sheet as a workbook: the figures of the paper, as numbers; read back with openpyxl."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from openblock.features.roster.sheets.time_sheet import sums_of
from openblock.features.roster.sheets.workbook import hours_of, workbook_of
from openblock.importing.laid_out import laid_out_workbook
from tests.features.roster.printed_time_sheet import (
    POSTED_AT,
    addendum,
    printed,
    time_sheet_of,
    with_call_out,
    with_days,
    with_line,
)

BODY, FIRST, FIGURES = 7, 4, 35  # the first row of people, of dates, of figures; from 1


def page_of(read):
    form = printed(read)
    content = laid_out_workbook(workbook_of(form, "UT-2026-01", POSTED_AT, "UT-2026-01 & Co"))
    return form, openpyxl.load_workbook(io.BytesIO(content)).active


def test_every_figure_stands_there_as_a_number_in_hours():
    read = with_line(time_sheet_of(6), 2, overtime=-450, worked=9_631)
    form, page = page_of(read)
    for place, line in enumerate(form.lines):
        row = BODY + 3 * place
        for column, (figure, kind) in enumerate(
            zip(line.figures, form.columns, strict=True), FIGURES
        ):
            wanted = figure if figure is None or not kind.in_hours else hours_of(figure)
            assert page.cell(row, column).value == wanted
    assert page.cell(BODY + 6, FIGURES + 3).value == -7.5
    assert page.cell(BODY + 6, FIGURES + 1).value == 160.52


def test_hours_nights_and_call_outs_stand_by_date_in_three_rows():
    read = with_days(with_call_out(time_sheet_of(4), 0, 20, (14, 17)), 1, {1: "sick"})
    form, page = page_of(read)
    for place, line in enumerate(form.lines):
        for day in range(31):
            hours, night, called = (
                page.cell(BODY + 3 * place + at, FIRST + day).value for at in range(3)
            )
            assert (hours or "") == (line.hours[day] / 60 or line.letters[day])
            assert (night or 0) == line.nights[day] / 60
            assert (called or "") == line.called[day]


def test_the_sums_are_those_of_the_paper():
    form, page = page_of(time_sheet_of(8))
    found, row = sums_of(form.lines, 31), BODY + 3 * 8
    assert [page.cell(row, FIRST + day).value or 0 for day in range(31)] == [
        each / 60 for each in found.hours
    ]
    assert page.cell(row, FIGURES + 1).value == hours_of(found.figures[1])


def test_it_opens_with_its_heads_frozen_and_prints_on_a3_landscape():
    _form, page = page_of(time_sheet_of(8))
    assert page.freeze_panes == "D7"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 8)
    assert page.print_title_rows == "$4:$6"
    assert "&&" in page.oddFooter.left.text or "& Co" in page.oddFooter.left.text


def test_nothing_anybody_typed_is_taken_for_a_formula():
    read = with_line(time_sheet_of(1), 0, name="=1+1", position="@SUM(A1)")
    read = replace(read, addenda=(replace(addendum(read, 0, 60), reason="=cmd|'/c calc'!A1"),))
    _form, page = page_of(read)
    typed = [cell for row in page.iter_rows() for cell in row if "=" in str(cell.value)]
    assert typed
    assert all(cell.data_type == "s" for cell in typed)


def test_equal_sheets_give_equal_bytes_and_an_empty_one_opens():
    laid = workbook_of(printed(time_sheet_of(2)), "UT", POSTED_AT, "")
    assert laid_out_workbook(laid) == laid_out_workbook(laid)
    _form, page = page_of(time_sheet_of(0))
    assert page.cell(BODY, 1).value is None
