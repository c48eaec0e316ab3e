"""Workbooks that look like their sheet, read back with openpyxl."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pytest

from openblock.importing.laid_out import Entry, LaidOut, Look, laid_out_workbook

SHEET = LaidOut(
    name="UT-2026-01 [x]",
    entries=(
        Entry((0, 0, 1, 2), "Virsraksts", Look(bold=True, size=14)),
        Entry((2, 0, 2, 0), -7.5, Look()),
        Entry((2, 1, 2, 1), None, Look(shaded=True)),
        Entry((2, 2, 2, 2), 24, Look(turned=True, black=True)),
    ),
    widths=(12, 5, 8),
    heights=((0, 30),),
    frozen=(2, 1),
    heads=(0, 1),
    footer="O'Brien & Co",
    made_at=datetime(2026, 2, 2, 8, 12, tzinfo=UTC),
    breaks=(5,),
)


def page_of(sheet: LaidOut):
    return openpyxl.load_workbook(io.BytesIO(laid_out_workbook(sheet))).active


def test_merged_words_and_numbers_stand_where_they_were_put():
    page = page_of(SHEET)
    assert page["A1"].value == "Virsraksts"
    assert "A1:C2" in {str(each) for each in page.merged_cells.ranges}
    assert (page["A3"].value, page["B3"].value, page["C3"].value) == (-7.5, None, 24)
    assert "\N{MINUS SIGN}" in page["A3"].number_format
    assert page["C3"].alignment.textRotation == 90
    assert page["B3"].fill.patternType is not None


def test_it_is_set_up_to_print_on_one_page_across():
    page = page_of(SHEET)
    assert page.freeze_panes == "B3"
    assert page.page_setup.orientation == "landscape"
    assert page.page_setup.paperSize == 8
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0  # as many pages down as it needs
    assert page_of(replace(SHEET, is_a3=False)).page_setup.paperSize == 9
    assert [each.id for each in page.row_breaks.brk] == [5]


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@SUM(A1)", "http://x.lv", "{=1}", "'a"])
def test_text_stays_text_whatever_it_begins_with(typed):
    for area in ((0, 0, 0, 0), (0, 0, 1, 1)):
        page = page_of(replace(SHEET, entries=(Entry(area, typed, Look()),)))
        assert page["A1"].value == typed
        assert page["A1"].data_type == "s"
        assert page["A1"].hyperlink is None


def test_equal_sheets_are_equal_bytes_and_another_moment_is_another_file():
    assert laid_out_workbook(SHEET) == laid_out_workbook(SHEET)
    later = replace(SHEET, made_at=datetime(2026, 3, 2, tzinfo=UTC))
    assert laid_out_workbook(SHEET) != laid_out_workbook(later)
