"""Arranges a wall sheet of practice on its pages: rows, legend, remarks, lines to sign on."""

from __future__ import annotations

from openblock.features.roster.sheets_pdf.tail import lay_remarks
from openblock.features.shadowing.sheets.wall import WallSheet
from openblock.features.shadowing.sheets_pdf.axis import Axis
from openblock.features.shadowing.sheets_pdf.cells import MonthCells, WeekCells
from openblock.features.shadowing.sheets_pdf.columns import Columns
from openblock.features.shadowing.sheets_pdf.legend import month_marks, week_marks
from openblock.features.shadowing.sheets_pdf.pages import paged
from openblock.features.shadowing.sheets_pdf.style import MONTH, WEEK, Paper
from openblock.features.shadowing.sheets_pdf.table import Table
from openblock.i18n import _, language
from openblock.printing.fonts import Face
from openblock.printing.leaf import Leaf
from openblock.printing.legend import Entry, Legend
from openblock.printing.marks import Cell, signature, signature_height
from openblock.printing.page import Frame, Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint
from openblock.printing.style import MM

_MOST_REMARKS = 0.3  # of a page; more of them stand on one of their own
_BETWEEN = 10 * MM


def week_pdf(sheet: WallSheet, imprint: Imprint) -> bytes:
    """The week on A4 landscape, in the language spoken now; its title names no person."""
    return write(draw_week(sheet, imprint), f"{sheet.title} {sheet.period}", language())


def month_pdf(sheet: WallSheet, imprint: Imprint, paper: Paper) -> bytes:
    """The month on A4 or A3 landscape, in the language spoken now; its title names no person."""
    return write(draw_month(sheet, imprint, paper), f"{sheet.title} {sheet.period}", language())


def draw_week(sheet: WallSheet, imprint: Imprint) -> list[Leaf]:
    """The pages of the week, drawn but not yet written."""
    columns = Columns(sheet, WEEK)
    cells = WeekCells(Axis.of(sheet), WEEK.entry, columns.day_room)
    table = Table(sheet, WEEK, columns, cells)
    return _Layout(sheet, imprint, table, week_marks(sheet, WEEK)).draw()


def draw_month(sheet: WallSheet, imprint: Imprint, paper: Paper) -> list[Leaf]:
    """The pages of the month, drawn but not yet written."""
    style = MONTH[paper]
    table = Table(sheet, style, Columns(sheet, style), MonthCells(style.entry))
    return _Layout(sheet, imprint, table, month_marks(sheet, style)).draw()


class _Layout:
    """One sheet: its pages, and how high their rows may be."""

    def __init__(
        self, sheet: WallSheet, imprint: Imprint, table: Table, marks: list[Entry]
    ) -> None:
        heading = Heading(sheet.title, sheet.period, sheet.fact, sheet.detail)
        self._sheet = sheet
        self._table = table
        self._style = table.style
        self._frame = Frame(table.style.page, heading, imprint)
        room = table.style.page.inner_width
        self._legend = Legend(marks, table.style.note, 9.0, room)
        self._remarks = lay_remarks(sheet.remarks, table.style.note, room)
        self._apart = self._remarks.height > self._room * _MOST_REMARKS

    @property
    def _room(self) -> float:
        """What a page has for rows."""
        frame, legend = self._frame, self._legend.height
        return frame.body_bottom - frame.body_top - self._style.head_height - legend

    @property
    def _tail(self) -> float:
        """What the last page needs for more than rows."""
        remarks = 2 * self._style.note if self._apart else self._remarks.height
        signed = 0.0 if self._apart else self._signed_height() + 4 * MM
        return self._table.foot_height + remarks + signed

    def draw(self) -> list[Leaf]:
        """All pages, with their numbers."""
        trainees = self._sheet.trainees
        heights = [self._table.least(each) for each in trainees]
        pages = paged(heights, self._room, self._tail)
        heights = self._stretched(heights, pages)
        leaves = []
        for number, (first, last) in enumerate(pages, 1):
            leaf = self._frame.leaf()
            rows = list(zip(trainees[first:last], heights[first:last], strict=True))
            is_last = number == len(pages)
            y = self._table.draw(leaf, self._frame.body_top, rows, is_last=is_last)
            y = self._legend.draw(leaf, self._style.page.left, y)
            if is_last:
                self._under(leaf, y)
            leaves.append(leaf)
        leaves += self._remark_leaves()
        self._sign(leaves[-1])
        self._frame.close(leaves)
        return leaves

    def _stretched(self, heights: list[float], pages: tuple[tuple[int, int], ...]) -> list[float]:
        """Rows of all pages made higher by the same share, as far as every page allows."""
        share = self._style.row[1] / self._style.row[0]
        for number, (first, last) in enumerate(pages, 1):
            room = self._room - (self._tail if number == len(pages) else 0)
            used = sum(heights[first:last])
            share = min(share, room / used) if used else share
        most = self._style.row[1]
        return [max(each, min(each * max(share, 1.0), most)) for each in heights]

    def _under(self, leaf: Leaf, y: float) -> None:
        style = self._style
        if self._apart:
            words = _("What needs planning anew, and the signatures, stand on the last page.")
            leaf.text(style.page.left, y + 1.2 * style.note, words, Face.BOLD, style.note)
        else:
            self._remarks.draw(leaf, style.page.left, style.page.inner_width, y)

    def _remark_leaves(self) -> list[Leaf]:
        if not self._apart:
            return []
        style, frame = self._style, self._frame
        height = frame.body_bottom - frame.body_top - 4 * style.note - self._signed_height()
        leaves, rest = [], self._sheet.remarks
        while rest:
            remarks = lay_remarks(rest, style.note, style.page.inner_width, height)
            leaf = frame.leaf()
            y = frame.body_top + 2 * style.note
            words = _("Needs planning anew, counts as no hours")
            leaf.text(style.page.left, y, words, Face.BOLD, style.note + 3)
            remarks.draw(leaf, style.page.left, style.page.inner_width, y + style.note)
            leaves.append(leaf)
            rest = remarks.rest
        return leaves

    def _signature_width(self) -> float:
        count = max(1, len(self._sheet.signatures))
        return (self._style.page.inner_width + _BETWEEN) / count - _BETWEEN

    def _signed_height(self) -> float:
        wide, size = self._signature_width(), self._style.sign
        heights = (signature_height(each, wide, size) for each in self._sheet.signatures)
        return max(heights, default=0.0)

    def _sign(self, leaf: Leaf) -> None:
        wide, bottom = self._signature_width(), self._frame.body_bottom
        for place, words in enumerate(self._sheet.signatures):
            left = self._style.page.left + place * (wide + _BETWEEN)
            cell = Cell(left, bottom - self._signed_height(), left + wide, bottom)
            signature(leaf, cell, words, self._style.sign)
