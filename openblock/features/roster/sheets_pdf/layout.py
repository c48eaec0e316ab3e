"""Arranges the roster on its pages: the row height, the style, and where the remarks go."""

from __future__ import annotations

from openblock.features.roster.sheets import RosterSheet
from openblock.features.roster.sheets_pdf.columns import Columns
from openblock.features.roster.sheets_pdf.legend import Legend
from openblock.features.roster.sheets_pdf.pages import Measure, Page, Rows, paginate
from openblock.features.roster.sheets_pdf.style import STYLES, WEEK, Paper, RosterStyle
from openblock.features.roster.sheets_pdf.table import Table
from openblock.features.roster.sheets_pdf.tail import Remarks, Signatures, lay_remarks
from openblock.i18n import _
from openblock.printing.fonts import Face
from openblock.printing.leaf import Leaf
from openblock.printing.page import Frame, Heading
from openblock.printing.sheet import Imprint

_STEP = 0.25
_FEW = 4  # lines of remarks


def draw_month_roster(sheet: RosterSheet, imprint: Imprint, paper: Paper) -> list[Leaf]:
    """The pages of the roster, drawn but not yet written."""
    return _draw(sheet, imprint, STYLES[paper])


def draw_week_roster(sheet: RosterSheet, imprint: Imprint) -> list[Leaf]:
    """The pages of a week's roster on A4, drawn but not yet written."""
    return _draw(sheet, imprint, (WEEK,))


def _draw(sheet: RosterSheet, imprint: Imprint, styles: tuple[RosterStyle, ...]) -> list[Leaf]:
    layouts = [_Layout(sheet, imprint, style) for style in styles]
    single = [each for each in layouts if len(each.pages) == 1]
    return (single or layouts)[0].draw()


class _Layout:
    """The sheet in one style: the greatest row height that needs no more pages than the least."""

    def __init__(self, sheet: RosterSheet, imprint: Imprint, style: RosterStyle) -> None:
        heading = Heading(sheet.title, sheet.period, sheet.state, sheet.state_detail)
        self._sheet = sheet
        self._frame = Frame(style.page, heading, imprint)
        self._style = style
        room = style.page.inner_width
        self._remarks = lay_remarks(sheet.remarks, style.note, room)
        self._apart: list[Remarks] = []
        apart = self._paged(style.row_floor, with_remarks=False)
        inline = self._paged(style.row_floor, with_remarks=True)
        # Many remarks go to a page of their own where they would tear the grid apart; a few, with
        # the signatures, stay with the grid they belong to.
        torn = len(inline) > len(apart) and self._remarks.longest > _FEW
        if torn or (len(inline) > 1 and not inline[-1]):
            self._apart = self._remark_pages(room)
        self.pages = self._stretched()

    def _fit(self, row: float) -> tuple[RosterStyle, Columns, Rows]:
        style = self._style.with_row(row)
        columns = Columns(self._sheet, style)
        return style, columns, Rows(style, columns)

    def _paged(self, row: float, *, with_remarks: bool) -> tuple[Page, ...]:
        style, columns, rows = self._fit(row)
        table = Table(self._sheet, style, columns, rows)
        legend = Legend(self._sheet, style, columns)
        frame = self._frame
        room = frame.body_bottom - frame.body_top - style.head_height - legend.height
        tail = table.staffing_height()
        if with_remarks:
            tail += self._remarks.height
            tail += Signatures(self._sheet.signatures, style, columns).height
        else:
            tail += 2 * style.note
        measure = Measure(room, tail, row + style.gap, style.gap)
        return paginate(self._sheet.bands, rows, measure)

    def _stretched(self) -> tuple[Page, ...]:
        """Rows as high as the pages allow, found by halving; sets the style that goes with it."""
        inline = not self._apart
        least = self._paged(self._style.row_floor, with_remarks=inline)
        low, high = 0, round((self._style.row - self._style.row_floor) / _STEP)
        while low < high:
            middle = (low + high + 1) // 2
            row = self._style.row_floor + middle * _STEP
            if len(self._paged(row, with_remarks=inline)) == len(least):
                low = middle
            else:
                high = middle - 1
        self._row = min(self._style.row, self._style.row_floor + low * _STEP)
        return self._paged(self._row, with_remarks=inline)

    def _remark_pages(self, room: float) -> list[Remarks]:
        height = self._frame.body_bottom - self._frame.body_top - 4 * self._style.note
        _style, columns, _rows = self._fit(self._style.row_floor)
        height -= Signatures(self._sheet.signatures, self._style, columns).height
        pages, rest = [], self._sheet.remarks
        while rest:
            pages.append(lay_remarks(rest, self._style.note, room, height))
            rest = pages[-1].rest
        return pages

    def draw(self) -> list[Leaf]:
        """All pages, with their numbers."""
        style, columns, rows = self._fit(self._row)
        table = Table(self._sheet, style, columns, rows)
        legend = Legend(self._sheet, style, columns)
        grids = len(self.pages)
        leaves = []
        for number, page in enumerate(self.pages, 1):
            leaf = self._frame.leaf()
            y = table.draw(leaf, self._frame.body_top, page, numbered=(number, grids))
            y = legend.draw(leaf, y)
            if number == grids:
                self._under_the_grid(leaf, columns, y)
            leaves.append(leaf)
        leaves += [self._remark_leaf(remarks, columns) for remarks in self._apart]
        signatures = Signatures(self._sheet.signatures, style, columns)
        signatures.draw(leaves[-1], self._frame.body_bottom)
        self._frame.close(leaves)
        return leaves

    def _under_the_grid(self, leaf: Leaf, columns: Columns, y: float) -> None:
        if self._apart:
            size = self._style.note
            words = _("Remarks and signatures are on the last page.")
            leaf.text(columns.left, y + 1.2 * size, words, Face.BOLD, size)
        else:
            self._remarks.draw(leaf, columns.left, columns.right - columns.left, y)

    def _remark_leaf(self, remarks: Remarks, columns: Columns) -> Leaf:
        leaf = self._frame.leaf()
        size = self._style.note
        y = self._frame.body_top + 2 * size
        leaf.text(columns.left, y, _("Remarks"), Face.BOLD, size + 3)
        remarks.draw(leaf, columns.left, columns.right - columns.left, y + size)
        return leaf
