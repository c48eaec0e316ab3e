from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta

import pytest

from openblock.errors import KnownError
from openblock.importing import workbook
from openblock.importing.cells import Broken, silent
from openblock.importing.workbook import read_workbook
from tests.importing.samples import xlsx_file


def read(path, sheet="", most_rows=50, tell=silent):
    return read_workbook(path.read_bytes(), sheet=sheet, most_rows=most_rows, tell=tell)


def changed(path, part, change):
    """The workbook with one of its parts written anew."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry.filename)
            new.writestr(entry, change(data) if entry.filename == part else data)
    path.write_bytes(out.getvalue())
    return path


def test_cells_arrive_as_the_values_they_are(tmp_path):
    def fill(_book, sheet):
        sheet.append(["Bērziņš", 7, 2.5, True, date(2026, 11, 22), datetime(2026, 11, 22, 9, 30)])  # noqa: DTZ001
        sheet.append([time(9, 0), timedelta(hours=30)])

    book = read(xlsx_file(tmp_path, fill))
    assert book.rows[0].cells == (
        *("Bērziņš", 7, 2.5, True, date(2026, 11, 22)),
        datetime(2026, 11, 22, 9, 30),  # noqa: DTZ001
    )
    assert book.rows[1].cells[0] == time(9, 0)
    assert book.rows[1].cells[1].code == "cell-duration"


def test_empty_rows_are_passed_over_and_numbers_kept(tmp_path):
    def fill(_book, sheet):
        sheet["B2"] = "x"
        sheet["A7"] = "y"

    assert [(row.number, row.cells) for row in read(xlsx_file(tmp_path, fill)).rows] == [
        (2, (None, "x")),
        (7, ("y",)),
    ]


def test_the_first_sheet_that_is_not_empty_is_taken(tmp_path):
    def fill(book, _sheet):
        book.create_sheet("Saraksts")["A1"] = "x"

    book = read(xlsx_file(tmp_path, fill))
    assert book.sheet == "Saraksts"
    assert book.sheets == ("Sheet", "Saraksts")


def test_a_chosen_sheet_is_taken_even_when_it_is_empty(tmp_path):
    def fill(book, sheet):
        sheet["A1"] = "x"
        book.create_sheet("Tukša")

    path = xlsx_file(tmp_path, fill)
    assert read(path, "Tukša").rows == ()
    with pytest.raises(KnownError) as refusal:
        read(path, "Cita")
    assert refusal.value.code == "import-sheet-missing"


def test_a_workbook_without_a_single_value_is_refused(tmp_path):
    with pytest.raises(KnownError) as refusal:
        read(xlsx_file(tmp_path, lambda _book, _sheet: None))
    assert refusal.value.code == "import-empty"


def test_a_formula_without_a_saved_result_is_marked(tmp_path):
    def fill(_book, sheet):
        sheet.append(["x", "=1+1", "=A1"])
        sheet.append(["y"])

    rows = read(xlsx_file(tmp_path, fill)).rows
    assert rows[0].cells[1] == Broken("cell-formula-without-value")
    assert rows[1].cells == ("y",)


def test_a_formula_gives_the_result_saved_with_it(tmp_path):
    def fill(_book, sheet):
        sheet.append(["=1+1", "x"])

    path = changed(
        xlsx_file(tmp_path, fill),
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", xml),
    )
    assert read(path).rows[0].cells == (2, "x")


def test_an_error_cell_is_marked_with_what_it_shows(tmp_path):
    def fill(_book, sheet):
        sheet["A1"] = "#DIV/0!"

    assert read(xlsx_file(tmp_path, fill)).rows[0].cells == (
        Broken("cell-error", {"shown": "#DIV/0!"}),
    )


def test_cells_hidden_under_a_merged_one_are_marked(tmp_path):
    def fill(_book, sheet):
        for number in range(1, 5):
            sheet.append([number, "1. maiņa" if number == 2 else None, "x"])
        sheet.merge_cells("B2:B4")
        sheet.merge_cells("C4:E4")

    rows = read(xlsx_file(tmp_path, fill)).rows
    hidden = Broken("cell-merged", {"range": "B2:B4"})
    assert [row.cells[1] for row in rows] == [None, "1. maiņa", hidden, hidden]
    beside = Broken("cell-merged", {"range": "C4:E4"})
    assert rows[3].cells[2:] == ("x", beside, beside)


def test_too_many_rows_and_columns_are_refused(tmp_path):
    def tall(_book, sheet):
        for number in range(12):
            sheet.append([number])

    def wide(_book, sheet):
        sheet.cell(1, 1200, "x")

    with pytest.raises(KnownError) as refusal:
        read(xlsx_file(tmp_path, tall), most_rows=10)
    assert refusal.value.code == "import-too-many-rows"
    with pytest.raises(KnownError) as refusal:
        read(xlsx_file(tmp_path, wide))
    assert refusal.value.code == "import-too-many-columns"


def test_a_zip_that_unpacks_to_gigabytes_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "LARGEST_UNPACKED", 1000)
    with pytest.raises(KnownError) as refusal:
        read(xlsx_file(tmp_path, lambda _book, sheet: sheet.append(["x"])))
    assert refusal.value.code == "import-too-big"


def test_a_row_number_beyond_any_sheet_is_refused(tmp_path):
    path = changed(
        xlsx_file(tmp_path, lambda _book, sheet: sheet.append(["x"])),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<row r="1"', b'<row r="1100000"').replace(b'"A1"', b'"A1100000"'),
    )
    with pytest.raises(KnownError) as refusal:
        read(path)
    assert refusal.value.code == "import-not-a-table"


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"]
)
def test_a_workbook_with_a_damaged_part_is_refused(tmp_path, part):
    path = changed(
        xlsx_file(tmp_path, lambda _book, sheet: sheet.append(["x"])), part, lambda xml: xml[:60]
    )
    with pytest.raises(KnownError) as refusal:
        read(path)
    assert refusal.value.code == "import-not-a-table"


def test_reading_a_long_sheet_can_be_stopped(tmp_path):
    class Stopped(Exception):
        pass

    def stop(_done, _total):
        raise Stopped

    def tall(_book, sheet):
        for number in range(300):
            sheet.append([number])

    with pytest.raises(Stopped):
        read(xlsx_file(tmp_path, tall), most_rows=500, tell=stop)


def test_merged_cells_that_cover_each_other_without_end_are_no_table(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_MERGED", 100)

    def fill(_book, sheet):
        for number in range(1, 30):
            sheet.append([number, "x", "y"])
        for last in range(25, 30):
            sheet.merged_cells.add(f"A1:C{last}")

    with pytest.raises(KnownError, match="import-not-a-table"):
        read(xlsx_file(tmp_path, fill))
