from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import StorageTrouble
from openblock.files import write_whole
from openblock.importing.export import sheet_name, write_csv, write_xlsx
from openblock.importing.table import read_table

HEAD = ("Kods", "Teksts", "Diena", "Skaits")
DANGEROUS = ("=1+1", "+371 6000", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1")


def test_csv_is_written_as_a_latvian_spreadsheet_opens_it(tmp_path):
    path = tmp_path / "list.csv"
    write_csv(path, HEAD, [("K1", 'Šķēle; "Ā"', date(2026, 11, 2), 3), ("K2", "", None, None)])
    assert path.read_bytes().decode("utf-8") == (
        '\ufeffKods;Teksts;Diena;Skaits\r\nK1;"Šķēle; ""Ā""";02.11.2026;3\r\nK2;;;\r\n'
    )


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_like_a_formula_is_harmless_in_csv_and_comes_back(tmp_path, text):
    path = tmp_path / "list.csv"
    write_csv(path, HEAD, [("K1", text, None, None)])
    assert f";{text}" not in path.read_text("utf-8")
    assert read_table(path).rows[1].cells[1] == text


@pytest.mark.parametrize("text", [*DANGEROUS[:4], "https://example.lv", "{=1}"])
def test_text_like_a_formula_stays_text_in_a_workbook(tmp_path, text):
    path = tmp_path / "list.xlsx"
    write_xlsx(path, HEAD, [("K1", text, date(2026, 11, 2), 3)], sheet="Saraksts")
    from openpyxl import load_workbook

    cell = load_workbook(path).active["B2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert read_table(path).rows[1].cells == ("K1", text, date(2026, 11, 2), 3)


def test_the_same_rows_make_the_same_workbook(tmp_path):
    from openblock import clock

    with clock.standing_at(clock.at(date(2026, 11, 22), 540)):
        for name in ("a.xlsx", "b.xlsx"):
            write_xlsx(tmp_path / name, HEAD, [("K1", "x", None, 1)], sheet="S")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_sheet_is_named_as_excel_allows():
    assert sheet_name("Amatpersonas [2026]/11: ’nē’") == "Amatpersonas 202611 ’nē’"
    assert len(sheet_name("x" * 50)) == 31
    assert sheet_name("[]") == "1"


def test_a_folder_that_is_not_there_is_said_to_be_so(tmp_path):
    with pytest.raises(StorageTrouble) as trouble:
        write_whole(tmp_path / "none" / "list.csv", b"new")
    assert trouble.value.code == "write-failed"
