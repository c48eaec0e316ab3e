"""Arranges the official time-sheet on its pages: people, legend, corrections, lines to sign on."""

from __future__ import annotations

from dataclasses import replace

from openblock.features.roster.sheets.form_words import approval_words
from openblock.features.roster.sheets.time_sheet import FormSheet
from openblock.features.roster.sheets_pdf.form_pages import Page, form_pages
from openblock.features.roster.sheets_pdf.form_style import (
    FORM_STYLES,
    FormColumns,
    FormStyle,
)
from openblock.features.roster.sheets_pdf.form_table import FormTable
from openblock.features.roster.sheets_pdf.style import Paper
from openblock.features.roster.sheets_pdf.tail import Remarks, lay_remarks
from openblock.i18n import _, language
from openblock.printing.fitting import LEADING, wrap
from openblock.printing.fonts import Face
from openblock.printing.form import Approval, FormFrame, FormHead
from openblock.printing.leaf import Leaf
from openblock.printing.marks import Cell, signature, signature_height
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint
from openblock.printing.style import MM

_BETWEEN = 10 * MM
_STEP = 0.25
_MOST = 0.3  # of a page; more corrections stand on one of their own


def time_sheet_pdf(sheet: FormSheet, imprint: Imprint, paper: Paper) -> bytes:
    """The time-sheet as a PDF in the language spoken now; equal input gives equal bytes."""
    leaves = draw_time_sheet(sheet, imprint, paper)
    return write(leaves, f"{sheet.title} {sheet.period}", language())


def draw_time_sheet(sheet: FormSheet, imprint: Imprint, paper: Paper) -> list[Leaf]:
    """The pages of the time-sheet, drawn but not yet written.

    Rows are as high as they may be without needing another page.
    """
    style = FORM_STYLES[paper]
    least = _Layout(sheet, imprint, replace(style, row=style.row_floor))
    row = style.row
    while row > style.row_floor:
        layout = _Layout(sheet, imprint, replace(style, row=row))
        if len(layout.pages) == len(least.pages):
            return layout.draw()
        row -= _STEP
    return least.draw()


class _Layout:
    """One form on one paper."""

    def __init__(self, sheet: FormSheet, imprint: Imprint, style: FormStyle) -> None:
        head = FormHead(
            title=sheet.title,
            period=sheet.period,
            facts=sheet.facts,
            approval=Approval(*approval_words(sheet.month)),
            notice=sheet.notice,
        )
        self._sheet = sheet
        self._style = style
        self._frame = FormFrame(style.page, head, imprint)
        self._columns = FormColumns(sheet, style)
        self._table = FormTable(sheet, style, self._columns)
        self._wide = style.page.inner_width
        self._legend = wrap(sheet.legend, Face.REGULAR, style.note, self._wide)
        self._below = lay_remarks(sheet.corrections, style.note, self._wide)
        self._apart = self._below.height > self._room * _MOST
        self.pages = self._paged()

    @property
    def _room(self) -> float:
        """What a page has between the grid's head and the legend."""
        frame, style = self._frame, self._style
        head = style.band + style.heads
        return frame.body_bottom - frame.body_top - head - self._legend_height

    @property
    def _legend_height(self) -> float:
        return (len(self._legend) * LEADING + 0.6) * self._style.note

    @property
    def _tail(self) -> float:
        """What the last page needs under its people, the sums of the page aside."""
        size = self._style.note
        below = 2 * size if self._apart else self._below.height
        signed = 0.0 if self._apart else self._signed_height()
        return self._table.sum_height + below + signed

    def _paged(self) -> tuple[Page, ...]:
        people = [self._table.person(each) for each in self._sheet.lines]
        alone = form_pages(people, self._room, self._tail)
        if len(alone) == 1:
            return alone
        return form_pages(people, self._room - self._table.sum_height, self._tail)

    def draw(self) -> list[Leaf]:
        """All pages, with their numbers; signatures only on the last."""
        count = len(self.pages)
        leaves = []
        for number, page in enumerate(self.pages, 1):
            leaf = self._frame.leaf()
            last = number == count
            y = self._table.draw(leaf, self._frame.body_top, page, is_last=last, several=count > 1)
            y = self._legend_lines(leaf, y)
            if last:
                self._under(leaf, y)
            leaves.append(leaf)
        if self._apart:
            leaves += self._correction_leaves()
        self._sign(leaves[-1])
        self._frame.close(leaves)
        return leaves

    def _legend_lines(self, leaf: Leaf, top: float) -> float:
        size = self._style.note
        baseline = top + 1.45 * size
        for line in self._legend:
            leaf.text(self._columns.left, baseline, line, Face.REGULAR, size)
            baseline += size * LEADING
        return top + self._legend_height

    def _under(self, leaf: Leaf, y: float) -> None:
        if self._apart:
            words = _("Addenda and signatures are on the last page.")
            size = self._style.note
            leaf.text(self._columns.left, y + 1.2 * size, words, Face.BOLD, size)
        else:
            self._below.draw(leaf, self._columns.left, self._wide, y)

    def _correction_leaves(self) -> list[Leaf]:
        frame, size = self._frame, self._style.note
        height = frame.body_bottom - frame.body_top - 4 * size - self._signed_height()
        leaves, rest = [], self._sheet.corrections
        while rest:
            laid: Remarks = lay_remarks(rest, size, self._wide, height)
            leaf = frame.leaf()
            y = frame.body_top + 2 * size
            leaf.text(self._columns.left, y, _("Addenda"), Face.BOLD, size + 3)
            laid.draw(leaf, self._columns.left, self._wide, y + size)
            leaves.append(leaf)
            rest = laid.rest
        return leaves

    def _signature_width(self) -> float:
        count = max(1, len(self._sheet.signatures))
        return (self._wide + _BETWEEN) / count - _BETWEEN

    def _signed_height(self) -> float:
        wide, size = self._signature_width(), self._style.sign
        heights = (signature_height(each, wide, size) for each in self._sheet.signatures)
        return max(heights, default=0.0) + 3 * MM

    def _sign(self, leaf: Leaf) -> None:
        wide, bottom = self._signature_width(), self._frame.body_bottom
        for place, words in enumerate(self._sheet.signatures):
            left = self._columns.left + place * (wide + _BETWEEN)
            cell = Cell(left, bottom - self._signed_height(), left + wide, bottom)
            signature(leaf, cell, words, self._style.sign)
