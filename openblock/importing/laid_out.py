"""Workbooks that look like the sheet they are made from: merged cells, frozen heads, print set up.

Text goes in as text whatever it begins with, so that no name is taken for a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openblock import clock
from openblock.importing.export import sheet_name

Value = str | int | float | None
#: First row, first column, last row, last column, all counted from 0 and all included.
Area = tuple[int, int, int, int]

_A3, _A4 = 8, 9  # as the format numbers its papers
_SIZE = 9
# Both signs as the form writes them: a true minus, and nothing before what is over.
_SIGNED = 'General;"\N{MINUS SIGN}"General'


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; words read upwards where they are ``turned``."""

    bold: bool = False
    align: str = "center"
    turned: bool = False
    framed: bool = True
    shaded: bool = False
    black: bool = False
    size: int = _SIZE


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in an area of the sheet, and how it looks."""

    area: Area
    value: Value
    look: Look


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A whole sheet: columns' widths in characters, rows that stay, how it prints.

    ``breaks`` are the rows a new page may begin with, so that what belongs together stays so.
    """

    name: str
    entries: Sequence[Entry]
    widths: Sequence[float]
    heights: Sequence[tuple[int, float]]
    frozen: tuple[int, int]
    heads: tuple[int, int]
    footer: str
    made_at: datetime
    breaks: Sequence[int] = ()
    is_a3: bool = True


def laid_out_workbook(sheet: LaidOut) -> bytes:
    """The sheet as an XLSX file, to be printed landscape; equal input gives equal bytes."""
    # Only an export needs it, and few sessions export.
    from xlsxwriter import Workbook  # noqa: PLC0415

    packed = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(packed, options)
    book.set_properties({"created": clock.local(sheet.made_at).replace(tzinfo=None)})
    page = book.add_worksheet(sheet_name(sheet.name))
    looks: dict[Look, Any] = {}
    for entry in sheet.entries:
        if entry.look not in looks:
            looks[entry.look] = book.add_format(_format(entry.look))
        _put(page, entry, looks[entry.look])
    for place, wide in enumerate(sheet.widths):
        page.set_column(place, place, wide)
    for row, high in sheet.heights:
        page.set_row(row, high)
    _set_up(page, sheet)
    book.close()
    return packed.getvalue()


def _put(page: Any, entry: Entry, look: Any) -> None:
    """Merge what spans several cells, then write the first of them by what it is."""
    first_row, first, last_row, last = entry.area
    if (first_row, first) != (last_row, last):
        page.merge_range(*entry.area, "", look)
    if isinstance(entry.value, str):
        page.write_string(first_row, first, entry.value, look)
    elif entry.value is None:
        page.write_blank(first_row, first, None, look)
    else:
        page.write_number(first_row, first, entry.value, look)


def _format(look: Look) -> dict[str, Any]:
    found: dict[str, Any] = {
        "font_name": "Noto Sans",
        "font_size": look.size,
        "bold": look.bold,
        "align": look.align,
        "valign": "vcenter",
        "text_wrap": True,
        "num_format": _SIGNED,
    }
    if look.framed:
        found["border"] = 1
    if look.turned:
        found["rotation"] = 90
    if look.black:
        found |= {"bg_color": "#000000", "font_color": "#FFFFFF", "bold": True}
    elif look.shaded:
        # Lines, as on paper: a grey would print as dots.
        found |= {"pattern": 14, "fg_color": "#000000", "bg_color": "#FFFFFF"}
    return found


def _set_up(page: Any, sheet: LaidOut) -> None:
    page.freeze_panes(*sheet.frozen)
    page.set_landscape()
    page.set_paper(_A3 if sheet.is_a3 else _A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(*sheet.heads)
    page.set_h_pagebreaks(list(sheet.breaks))
    page.set_margins(left=0.47, right=0.35, top=0.35, bottom=0.55)
    # An ampersand begins a code of the footer; doubled it is itself.
    page.set_footer(f"&L{sheet.footer.replace('&', '&&')}&R&P / &N")
    page.hide_gridlines(2)
