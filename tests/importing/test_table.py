from __future__ import annotations

import pytest

from openblock.errors import KnownError
from openblock.importing import table
from openblock.importing.table import read_table
from openblock.resources import resource
from tests.importing.samples import csv_file, xlsx_file


def refusal_of(path) -> KnownError:
    with pytest.raises(KnownError) as refusal:
        read_table(path)
    return refusal.value


def test_what_a_file_is_is_seen_from_its_bytes_and_not_from_its_name(tmp_path):
    book = xlsx_file(tmp_path, lambda _book, sheet: sheet.append(["x"])).rename(tmp_path / "a.csv")
    assert read_table(book).sheet == "Sheet"
    text = csv_file(tmp_path, "a;b\n").rename(tmp_path / "b.xlsx")
    assert read_table(text).delimiter == ";"


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "big.csv"
    with path.open("wb") as stream:
        stream.truncate(table.LARGEST_BYTES + 1)  # a hole: nothing of it can be read as a table
    found = refusal_of(path)
    assert found.code == "import-too-big"
    assert found.facts == {"size": 100_000_001, "limit": 100_000_000}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import-empty"),
        (b"\xef\xbb\xbf\r\n  \r\n", "import-empty"),
        (b"\x00" * 500, "import-empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "import-old-workbook"),
        (b"%PDF-1.7\n", "import-not-a-table"),
        (b"PK\x03\x04broken", "import-not-a-table"),
    ],
)
def test_what_cannot_be_a_table_is_refused_with_its_reason(tmp_path, content, code):
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    assert refusal_of(path).code == code


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path):
    assert refusal_of(tmp_path / "none.csv").code == "import-file-missing"


def test_a_folder_is_not_readable_as_a_file(tmp_path):
    assert refusal_of(tmp_path).code == "import-file-unreadable"


def test_a_file_of_nothing_but_rows_of_commas_has_no_rows(tmp_path):
    assert read_table(csv_file(tmp_path, ",,\n,,\n")).rows == ()


def test_the_three_samples_hold_the_same_people():
    texts = [
        [tuple(str(cell or "") for cell in row.cells[:8]) for row in read_table(path).rows[1:]]
        for name in ("officers.csv", "officers-windows-1257.csv")
        for path in [resource("samples", name)]
    ]
    assert texts[0] == texts[1]
    assert len(texts[0]) == 26
    book = read_table(resource("samples", "officers.xlsx"))
    assert [row.cells[4] for row in book.rows[2:]] == [row[4] for row in texts[0]]


@pytest.mark.parametrize(
    "start", ["<html><table>", "\ufeff<!DOCTYPE html>", "  <?xml version='1.0'?>", "{\\rtf1"]
)
def test_a_page_of_the_web_called_excel_is_no_table(tmp_path, start):
    path = csv_file(tmp_path, f"{start}\n<tr><td>1</td></tr>\n")
    assert refusal_of(path).code == "import-not-a-table"
