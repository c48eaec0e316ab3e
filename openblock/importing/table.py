"""A file as rows of cells: which kind it is, its limits, and what it cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from openblock.errors import KnownError
from openblock.importing.cells import Row, Tell, silent
from openblock.importing.delimited import read_delimited
from openblock.importing.workbook import read_workbook

LARGEST_BYTES = 100_000_000
MOST_ROWS = 50_000

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PDF = b"%PDF"
# What other programmes export as "Excel" is often a page of the web with that ending.
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"{\\rtf")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file that are not empty, and how they were read.

    ``sheet`` and ``sheets`` are empty for CSV, ``encoding`` and ``delimiter`` for XLSX.
    """

    file_name: str
    rows: tuple[Row, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""


def read_table(path: Path, *, sheet: str = "", tell: Tell = silent) -> Table:
    """The table in ``path``; of a workbook the ``sheet`` named, else the first that is not empty.

    What the file is is seen from its first bytes, not from its name. KnownError says what it is
    not: ``import-file-missing``, ``-unreadable``, ``-too-big`` (before anything is read),
    ``-empty``, ``-old-workbook``, ``-not-a-table``, ``-encoding-unknown``, ``-too-many-rows``,
    ``-too-many-columns``, ``-sheet-missing``.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_BYTES:
            raise KnownError("import-too-big", size=size, limit=LARGEST_BYTES)
        data = path.read_bytes()
    except FileNotFoundError as missing:
        raise KnownError("import-file-missing", path=str(path)) from missing
    except OSError as trouble:
        raise KnownError("import-file-unreadable", path=str(path)) from trouble
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise KnownError("import-empty", path=str(path))
    if data.startswith(_OLD_OFFICE):
        raise KnownError("import-old-workbook", path=str(path))
    if data.startswith(_PDF) or data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(
        _MARKUP
    ):
        raise KnownError("import-not-a-table", path=str(path))
    if data.startswith(_ZIP):
        book = read_workbook(data, sheet=sheet, most_rows=MOST_ROWS, tell=tell)
        return Table(path.name, book.rows, sheet=book.sheet, sheets=book.sheets)
    text = read_delimited(data, most_rows=MOST_ROWS, tell=tell)
    return Table(path.name, text.rows, encoding=text.encoding, delimiter=text.delimiter)
