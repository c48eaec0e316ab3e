"""Tables written as CSV and XLSX: formula-safe, and whole or not at all."""

from __future__ import annotations

import csv
import errno
import io
import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openblock import clock
from openblock.errors import StorageTrouble
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
    replace_file(path, page.getvalue().encode("utf-8-sig", errors="replace"))


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
    replace_file(path, _workbook(head, rows, sheet))


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


def replace_file(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path``, which before and after a full disk holds a whole file.

    StorageTrouble ``disk-full`` or ``write-failed`` with the path; what stood there then stays.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with unfinished.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except OSError as trouble:
        # Windows knows no quota error of that name.
        full = trouble.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
        unfinished.unlink(missing_ok=True)
        raise StorageTrouble("disk-full" if full else "write-failed", path=str(path)) from trouble
