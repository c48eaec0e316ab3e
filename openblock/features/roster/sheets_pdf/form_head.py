"""The head of the time-sheet's grid: dates, groups of figures, and heads that read upwards."""

from __future__ import annotations

from itertools import pairwise

from openblock.features.roster.sheets.time_sheet import FormSheet
from openblock.features.roster.sheets_pdf.form_style import DATES, FormColumns, FormStyle
from openblock.features.roster.sheets_pdf.table import moved
from openblock.i18n import _, p_
from openblock.printing.fitting import Fitted, fit, wrap
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, Leaf
from openblock.printing.marks import Cell
from openblock.printing.page import centred
from openblock.printing.style import FINE, GRID, GROUP

_LEADING = 1.12
_LEAST = 4.5
_STEP = 0.25
_PAD = 2.5


def draw_head(
    leaf: Leaf, top: float, sheet: FormSheet, style: FormStyle, columns: FormColumns
) -> float:
    """The whole head from ``top``; its lower edge."""
    band, bottom = top + style.band, top + style.band + style.heads
    _left(leaf, Cell(columns.left, top, columns.days[0], bottom), style, columns)
    dates = Cell(columns.days[0], top, columns.days[-1], band)
    _title(leaf, dates, _("Dates of the month"), style)
    for (title, _columns), (left, right) in zip(
        sheet.groups, pairwise(columns.groups), strict=True
    ):
        _title(leaf, Cell(left, top, right, band), title, style)
    leaf.across(columns.days[0], columns.right, band, FINE)
    for place in range(DATES):
        cell = Cell(columns.days[place], band, columns.days[place + 1], bottom)
        if place < len(sheet.days):
            _date(leaf, cell, sheet, place, style)
        leaf.down(cell.left, band, bottom, GRID)
    for column, (left, right) in zip(sheet.columns, pairwise(columns.figures), strict=True):
        face = Face.BOLD if column.bold else Face.REGULAR
        upwards(leaf, Cell(left, band, right, bottom), column.head, face, style.head)
        leaf.down(left, band, bottom, GRID)
    leaf.across(columns.left, columns.right, bottom, GROUP)
    return bottom


def _left(leaf: Leaf, cell: Cell, style: FormStyle, columns: FormColumns) -> None:
    number = Cell(cell.left, cell.top, columns.name, cell.bottom)
    upwards(leaf, number, _("No."), Face.REGULAR, style.head)
    name = Cell(columns.name, cell.top, columns.kind, cell.bottom)
    _centred(leaf, name, _("Surname, given name, position"), Face.BOLD, style.head + 1)
    kind = Cell(columns.kind, cell.top, cell.right, cell.bottom)
    _centred(leaf, kind, _("What is counted"), Face.REGULAR, style.head - 0.5)
    leaf.down(columns.name, cell.top, cell.bottom, GRID)
    leaf.down(columns.kind, cell.top, cell.bottom, GRID)


def _title(leaf: Leaf, cell: Cell, words: str, style: FormStyle) -> None:
    size = style.head + 1
    while size > _LEAST and len(wrap(words, Face.BOLD, size, cell.right - cell.left - 4)) > 2:
        size -= _STEP
    while size > _LEAST and _needs(words, Face.BOLD, size, cell) > cell.bottom - cell.top - 1:
        size -= _STEP
    _centred(leaf, cell, words, Face.BOLD, size)


def _needs(words: str, face: Face, size: float, cell: Cell) -> float:
    return len(wrap(words, face, size, cell.right - cell.left - 4)) * size * _LEADING


def _centred(leaf: Leaf, cell: Cell, words: str, face: Face, size: float) -> None:
    lines = wrap(words, face, size, cell.right - cell.left - 4)
    leading = size * _LEADING
    baseline = centred(cell.top, cell.bottom, size) - (len(lines) - 1) * leading / 2
    for line in lines:
        leaf.text(cell.middle, baseline, line, face, size, align=CENTRE)
        baseline += leading


def _date(leaf: Leaf, cell: Cell, sheet: FormSheet, place: int, style: FormStyle) -> None:
    """The date over the letters of its weekday, at the foot of the head."""
    day = sheet.days[place]
    holiday = day.kind == "holiday"
    top = cell.bottom - 2.9 * style.day
    if holiday:
        leaf.bar(cell.left, top - 0.4 * style.day, cell.right, cell.bottom)
    letters = day.letters + ("*" if moved(day.day.weekday(), day.kind) else "")
    if holiday:
        letters = p_("public holiday, letters over a column", "PH")
    room = cell.right - cell.left - 1
    number = fit(str(day.day.day), Face.BOLD, style.day, room, _LEAST)
    face = Face.REGULAR if day.kind == "workday" else Face.BOLD
    small = fit(letters, face, style.head, room, 4)
    middle = cell.middle
    baseline = top + style.day
    leaf.text(
        middle, baseline, number.lines[0], Face.BOLD, number.size, align=CENTRE, white=holiday
    )
    baseline = cell.bottom - 0.55 * style.day
    leaf.text(middle, baseline, small.lines[0], face, small.size, align=CENTRE, white=holiday)


def upwards(leaf: Leaf, cell: Cell, words: str, face: Face, size: float) -> None:
    """Words reading upwards from the foot of their cell, on as many lines as it is wide."""
    fitted = _turned(words, face, size, cell)
    leading = fitted.size * _LEADING
    x = cell.middle + 0.36 * fitted.size - (len(fitted.lines) - 1) * leading / 2
    for line in fitted.lines:
        middle = cell.bottom - _PAD - width(line, face, fitted.size) / 2
        leaf.turned(x, middle, line, face, fitted.size)
        x += leading


def _turned(words: str, face: Face, size: float, cell: Cell) -> Fitted:
    room, wide = cell.bottom - cell.top - 2 * _PAD, cell.right - cell.left - 2
    longest = max(words.split(), key=len, default="")
    while size > _LEAST:
        lines = wrap(words, face, size, room)
        if len(lines) * size * _LEADING <= wide and width(longest, face, size) <= room:
            break
        size -= _STEP
    return Fitted(size, wrap(words, face, size, room))
