"""XLSX as it comes: one sheet's cells as values, and what cannot be trusted marked cell by cell."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree as ET

from openblock.errors import KnownError
from openblock.importing.cells import (
    ROWS_BETWEEN_TELLING,
    Broken,
    Cell,
    Row,
    Tell,
    is_empty,
)
from openblock.importing.delimited import MOST_COLUMNS

# Fifty thousand rows of a staff list unpack to a tenth of this.
LARGEST_UNPACKED = 300_000_000
MOST_MERGED = 5_000_000
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"')
_CHUNK = 1 << 20
_LONGEST_MERGE = 200
_LAST_ROW = 1_048_576

# Everything openpyxl and the zip and XML readers under it were seen to raise on broken files.
_DAMAGE = (
    ArithmeticError,
    AttributeError,
    EOFError,
    ET.ParseError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Book:
    """The rows of one sheet that are not empty, its name, and the names of all sheets."""

    rows: tuple[Row, ...]
    sheet: str
    sheets: tuple[str, ...]


def read_workbook(data: bytes, *, sheet: str, most_rows: int, tell: Tell) -> Book:
    """The rows of the ``sheet`` named, or of the first that is not empty.

    KnownError ``import-not-a-table`` when the file is no workbook or a damaged one,
    ``import-sheet-missing``, ``import-too-big`` unpacked, ``import-too-many-rows``,
    ``import-too-many-columns``, ``import-empty``.
    """
    try:
        return _Reading(data, most_rows, tell).book(sheet)
    except _DAMAGE as damage:
        raise KnownError("import-not-a-table") from damage


class _Reading:
    """One workbook while it is read; opened a second time only when it holds formulas."""

    def __init__(self, data: bytes, most_rows: int, tell: Tell) -> None:
        self._data = data
        self._most_rows = most_rows
        self._tell = tell
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
        if size > LARGEST_UNPACKED:
            raise KnownError("import-too-big", size=size, limit=LARGEST_UNPACKED)

    def book(self, sheet: str) -> Book:
        typed = self._open(values=False)
        names = tuple(page.title for page in typed.worksheets)
        if sheet and sheet not in names:
            raise KnownError("import-sheet-missing", sheet=sheet)
        for name in (sheet,) if sheet else names:
            rows = self._rows(typed, name)
            if rows:
                return Book(rows, name, names)
        if sheet:
            return Book((), sheet, names)
        raise KnownError("import-empty")

    def _open(self, *, values: bool) -> Any:
        # openpyxl costs a tenth of a second, and most sessions import nothing.
        from openpyxl import load_workbook  # noqa: PLC0415

        with warnings.catch_warnings():
            # It warns of print settings and validations it drops; values are all we take.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(self._data), read_only=True, data_only=values)

    def _rows(self, typed: Any, name: str) -> tuple[Row, ...]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = list(self._typed_rows(typed[name]))
            if any(isinstance(cell, _Formula) for row in found for cell in row.cells):
                found = list(self._with_results(found, name))
        marked = self._with_merged_marked(found, name)
        return tuple(row for row in marked if not all(map(is_empty, row.cells)))

    def _typed_rows(self, page: Any) -> Iterator[Row]:
        page.reset_dimensions()  # what the file says of its own size is often wrong
        held = 0
        for number, cells in enumerate(page.iter_rows(), 1):
            if number > _LAST_ROW:
                raise ValueError("more rows than a sheet can have")
            if number % ROWS_BETWEEN_TELLING == 0:
                self._tell(number, 0)
            last = next((n for n in range(len(cells), 0, -1) if cells[n - 1].value is not None), 0)
            if not last:
                continue
            held += 1
            if held > self._most_rows + 1:
                raise KnownError("import-too-many-rows", limit=self._most_rows)
            if last > MOST_COLUMNS:
                raise KnownError("import-too-many-columns", row=number, limit=MOST_COLUMNS)
            yield Row(number, tuple(_value(cell) for cell in cells[:last]))

    def _with_results(self, rows: list[Row], name: str) -> Iterator[Row]:
        """The rows with each formula replaced by the result the spreadsheet last saved with it."""
        page = self._open(values=True)[name]
        page.reset_dimensions()
        results = iter(enumerate(page.iter_rows(), 1))
        for row in rows:
            result = next(cells for number, cells in results if number == row.number)
            yield Row(
                row.number,
                tuple(
                    _result(solved) if isinstance(cell, _Formula) else cell
                    for cell, solved in zip_longest(row.cells, result[: len(row.cells)])
                ),
            )

    def _with_merged_marked(self, rows: list[Row], name: str) -> list[Row]:
        """The rows with each cell that lies hidden under a merged one marked as such.

        openpyxl does not tell of merged cells when it reads without loading everything.
        """
        hidden: dict[int, dict[int, str]] = {}
        numbers = [row.number for row in rows]
        met = 0
        with zipfile.ZipFile(io.BytesIO(self._data)) as packed:
            part = _part_of(packed, name)
            for merged in _merged_ranges(packed, part) if part else ():
                for number in numbers[bisect_left(numbers, merged.top) :]:
                    if number > merged.bottom:
                        break
                    covered = merged.hides(number)
                    # No spreadsheet lets merged cells overlap; a file may, without an end.
                    met += 1 + len(covered)
                    if met > MOST_MERGED:
                        raise ValueError("more merged cells than a sheet can have")
                    hidden.setdefault(number, {}).update(covered)
        return [_marked(row, hidden.get(row.number, {})) for row in rows]


@dataclass(frozen=True, slots=True)
class _Merged:
    first: int
    top: int
    last: int
    bottom: int
    span: str

    def hides(self, row: int) -> dict[int, str]:
        shown = 1 if row == self.top else 0
        places = range(self.first + shown, min(self.last, MOST_COLUMNS) + 1)
        return dict.fromkeys(places, self.span)


class _Formula:
    """Stands where a formula was typed, until its result is looked up."""


def _value(cell: Any) -> Any:
    value = cell.value
    if value is None or cell.data_type == "f":
        return None if value is None else _Formula()
    if cell.data_type == "e":
        return Broken("cell-error", {"shown": str(value)})
    if isinstance(value, timedelta):
        return Broken("cell-duration", {"shown": str(value)})
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    return value if isinstance(value, bool | int | float | date | time) else str(value)


def _result(solved: Any) -> Any:
    if solved is None or solved.value is None:
        return Broken("cell-formula-without-value")
    return _value(solved)


def _marked(row: Row, hidden: dict[int, str]) -> Row:
    if not hidden:
        return row
    cells: list[Cell] = [*row.cells, *[None] * (max(hidden) + 1 - len(row.cells))]
    for place, span in hidden.items():
        cells[place] = Broken("cell-merged", {"range": span})
    return Row(row.number, tuple(cells))


def _merged_ranges(packed: zipfile.ZipFile, part: str) -> Iterator[_Merged]:
    rest = b""
    with packed.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            seen = rest + chunk
            end = 0
            for found in _MERGED.finditer(seen):
                end = found.end()
                first, top, last, bottom = (each.decode("ascii") for each in found.groups())
                span = f"{first}{top}:{last}{bottom}"
                yield _Merged(_place(first), int(top), _place(last), int(bottom), span)
            rest = seen[max(end, len(seen) - _LONGEST_MERGE) :]


def _place(lettered: str) -> int:
    place = 0
    for letter in lettered:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _part_of(packed: zipfile.ZipFile, sheet: str) -> str | None:
    """The part of the zip file that holds the sheet."""
    wanted = next(
        (
            value
            for node in _nodes(packed, "xl/workbook.xml")
            if node.tag.endswith("}sheet") and node.get("name") == sheet
            for key, value in node.items()
            if key.endswith("}id")
        ),
        None,
    )
    for node in _nodes(packed, "xl/_rels/workbook.xml.rels"):
        if wanted is not None and node.get("Id") == wanted:
            return str(PurePosixPath("/xl") / (node.get("Target") or "")).lstrip("/")
    return None


def _nodes(packed: zipfile.ZipFile, part: str) -> Iterator[ET.Element]:
    # Expat itself refuses entities that blow up, and openpyxl has read the same parts by now.
    return ET.fromstring(packed.read(part)).iter()  # noqa: S314
