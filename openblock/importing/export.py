"""Tables written as CSV and XLSX: formula-safe, and whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openblock import clock
from openblock.files import write_whole
from openblock.importing.formulas import with_guard

Value = str | int | date | None


def write_csv(path: Path, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Writes ``rows`` under ``head``: UTF-8 with BOM, semicolons, as Excel in Latvia opens it.

    Days read 22.11.2026. Text that would be taken for a formula gets an apostrophe. The file at
    ``path`` is replaced only by a whole one; StorageTrouble ``disk-full`` or ``write-failed``.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=";")
    writer.writerow([with_guard(heading) for heading in head])
    writer.writerows([_written(value) for value in row] for row in rows)
    write_whole(path, page.getvalue().encode("utf-8-sig", errors="replace"))


def _written(value: Value) -> str:
    if value is None:
        return ""
    return f"{value:%d.%m.%Y}" if isinstance(value, date) else with_guard(str(value))


def write_xlsx(
    path: Path, head: Sequence[str], rows: Sequence[Sequence[Value]], *, sheet: str
) -> None:
    """Writes ``rows`` under ``head`` as a workbook of one ``sheet``: text as text, days as days.

    StorageTrouble as :func:`write_csv`.
    """
    write_whole(path, _workbook(head, rows, sheet))


def _workbook(head: Sequence[str], rows: Sequence[Sequence[Value]], sheet: str) -> bytes:
    # Only an export needs it, and few sessions export.
    from xlsxwriter import Workbook  # noqa: PLC0415

    packed = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(packed, options)
    book.set_properties({"created": clock.local(clock.now()).replace(tzinfo=None)})
    page = book.add_worksheet(sheet_name(sheet))
    bold = book.add_format({"bold": True, "bottom": 1})
    of_day = book.add_format({"num_format": "dd.mm.yyyy", "align": "left"})
    for place, heading in enumerate(head):
        page.write_string(0, place, heading, bold)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            _write_cell(page, number, place, value, of_day)
    for place, heading in enumerate(head):
        longest = max([len(heading), *(len(_shown(row[place])) for row in rows)])
        page.set_column(place, place, min(longest, 50) + 2)
    page.freeze_panes(1, 0)
    if head:
        page.autofilter(0, 0, len(rows), len(head) - 1)
    book.close()
    return packed.getvalue()


def _write_cell(page: Any, number: int, place: int, value: Value, of_day: Any) -> None:
    if isinstance(value, date):
        page.write_datetime(number, place, value, of_day)
    elif isinstance(value, str):
        page.write_string(number, place, value)
    elif value is not None:
        page.write_number(number, place, value)


def _shown(value: Value) -> str:
    return "dd.mm.yyyy" if isinstance(value, date) else str(value or "")


def sheet_name(words: str) -> str:
    """``words`` as a sheet may be called: 31 characters, none of those Excel forbids."""
    return "".join(sign for sign in words if sign not in "[]:*?/\\'")[:31].strip() or "1"
