"""Small files to import, written as administrators' programmes write them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openblock.importing import readers
from openblock.importing.columns import Column, guess_mapping, headed
from openblock.importing.preview import Intake, Preview, Stored, preview
from openblock.importing.table import read_table

COLUMNS = (
    Column("code", lambda: "Code", ("Kods", "Code"), readers.text(10), empty="", needed=True),
    Column("name", lambda: "Name", ("Nosaukums", "Name"), readers.text(30), empty=""),
    Column("day", lambda: "Day", ("Diena", "Day"), readers.day, when_empty="keep"),
    Column("count", lambda: "Count", ("Skaits", "Count"), readers.whole_number(1, 9)),
    Column("open", lambda: "Open", ("Atvērts", "Open"), readers.yes_no, empty=False),
)
BLANK = {"code": "", "name": "", "day": date(2026, 11, 1), "count": None, "open": False}


def intake(stored: Sequence[dict] = (), judge=None) -> Intake:
    """An importer for things with a code, judged by nothing unless told how."""
    return Intake(
        columns=COLUMNS,
        identity="code",
        folded=str.casefold,
        stored={each["code"].casefold(): Stored(each["code"], each) for each in stored},
        defaults=BLANK,
        judge=judge or (lambda _final: lambda _owner, _values: ()),
    )


def csv_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "things.csv"
    path.write_bytes(text.encode(encoding))
    return path


def xlsx_file(folder: Path, fill) -> Path:
    """A workbook whose first sheet ``fill(book, sheet)`` writes with openpyxl."""
    from openpyxl import Workbook

    book = Workbook()
    fill(book, book.active)
    packed = io.BytesIO()
    book.save(packed)
    path = folder / "things.xlsx"
    path.write_bytes(packed.getvalue())
    return path


def previewed(path: Path, what: Intake | None = None, remembered=None) -> Preview:
    """The file read and mapped by its headings alone."""
    what = what or intake()
    file = headed(read_table(path), what.columns, remembered or {})
    return preview(file, guess_mapping(file.head, what.columns, remembered or {}), what)


def told(found: Preview) -> list[tuple[int, str, str, str]]:
    """Every fault as row, column letter, heading, code."""
    return [(each.row, each.letter, each.heading, each.problem.code) for each in found.faults]
