"""The marks of a wall sheet with their meaning: only those that stand on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from openblock.features.shadowing.sheets.wall import EntryKind, WallEntry, WallSheet
from openblock.features.shadowing.sheets_pdf.axis import HIGH, Axis, bar, hours_marks
from openblock.features.shadowing.sheets_pdf.cells import TICK
from openblock.features.shadowing.sheets_pdf.style import WallStyle
from openblock.i18n import _, weekday_letters
from openblock.printing.fonts import Face, width
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import Leaf
from openblock.printing.legend import Entry
from openblock.printing.marks import Cell, alarm, letter
from openblock.printing.style import GRID, MM

_SATURDAY, _SUNDAY = date(2026, 1, 3), date(2026, 1, 4)
_BAR, _AREA, _SIGN = 9 * MM, 9 * MM, 9.0


def week_marks(sheet: WallSheet, style: WallStyle) -> list[Entry]:
    """The marks of a week: bars on the axis, and what every sheet has."""
    words = _("practice shift (axis {hours})").format(hours=Axis.of(sheet).words)
    marks = [Entry(_BAR, _bar(EntryKind.SHIFT), words)]
    if EntryKind.CLASS in _kinds(sheet):
        marks.append(Entry(_BAR, _bar(EntryKind.CLASS), _("classes")))
    if any(entry.confirmed for entry in _entries(sheet)):
        marks.append(_sign(TICK, Face.REGULAR, style, _("confirmed by the mentor")))
    return [*marks, *_common(sheet, style)]


def month_marks(sheet: WallSheet, style: WallStyle) -> list[Entry]:
    """The marks of a month: every mentor's code, how hours stand under it, and the rest."""
    marks = [_sign(code, Face.BOLD, style, name) for code, name in sheet.mentors]
    if sheet.mentors:
        words = _("from and to, under the mentor’s letters")
        marks.append(_sign("9 | 19", Face.REGULAR, style, words))
    classes = {entry.code for entry in _entries(sheet) if entry.kind is EntryKind.CLASS}
    marks += [_sign(code, Face.REGULAR, style, _("classes")) for code in sorted(classes)]
    marks += [Entry(_AREA, _low(draw), words) for draw, words in hours_marks()]
    return [*marks, *_common(sheet, style)]


def _low(draw: Callable[[Leaf, Cell], None]) -> Callable[[Leaf, Cell], None]:
    return lambda leaf, cell: draw(leaf, Cell(cell.left, cell.top + 1, cell.right, cell.bottom - 1))


def _entries(sheet: WallSheet) -> list[WallEntry]:
    return [entry for each in sheet.trainees for cell in each.cells for entry in cell]


def _kinds(sheet: WallSheet) -> set[EntryKind]:
    return {entry.kind for entry in _entries(sheet)}


def _common(sheet: WallSheet, style: WallStyle) -> list[Entry]:
    kinds = _kinds(sheet)
    marks = []
    if EntryKind.AWAY in kinds:
        marks.append(_sign("X", Face.BOLD, style, _("cannot come")))
    weekend = f"{weekday_letters(_SATURDAY)}, {weekday_letters(_SUNDAY)}"
    marks.append(Entry(_AREA, _hatched(Hatch.WEEKEND, style), weekend))
    if any(day.kind == "holiday" for day in sheet.days):
        marks.append(Entry(_AREA, _hatched(Hatch.HOLIDAY, style), _("public holiday")))
    if EntryKind.REPLAN in kinds:
        words = _("needs planning anew, counts as no hours")
        marks.append(Entry(_SIGN, _attention, words, Face.BOLD))
    return marks


def _bar(kind: EntryKind) -> Callable[[Leaf, Cell], None]:
    def draw(leaf: Leaf, cell: Cell) -> None:
        middle = (cell.top + cell.bottom) / 2
        bar(leaf, Cell(cell.left, middle - HIGH / 2, cell.right, middle + HIGH / 2), kind)

    return draw


def _sign(words: str, face: Face, style: WallStyle, meaning: str) -> Entry:
    size = style.note + 0.5
    wide = width(words, face, size) + 3.5
    return Entry(wide, lambda leaf, cell: letter(leaf, cell, words, face, size), meaning)


def _attention(leaf: Leaf, cell: Cell) -> None:
    alarm(leaf, cell, "!", 8.5)


def _hatched(kind: Hatch, style: WallStyle) -> Callable[[Leaf, Cell], None]:
    def draw(leaf: Leaf, cell: Cell) -> None:
        hatch(leaf, (cell.left, cell.top, cell.right, cell.bottom), kind, style.hatch)
        leaf.box(cell.left, cell.top, cell.right, cell.bottom, GRID)

    return draw
