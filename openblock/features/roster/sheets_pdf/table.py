"""Draws the roster's grid: head, teams with their officers, page sums and staffing."""

from __future__ import annotations

from itertools import pairwise

from openblock.features.roster.sheets import RosterSheet, SheetOfficer
from openblock.features.roster.sheets_pdf.cells import row
from openblock.features.roster.sheets_pdf.columns import PAD, Columns, Sums, total_heads
from openblock.features.roster.sheets_pdf.pages import (
    LABEL_LEADING,
    TEXT_HEIGHT,
    Page,
    Rows,
    Slice,
    label,
)
from openblock.features.roster.sheets_pdf.style import RosterStyle
from openblock.i18n import _, p_
from openblock.printing.fitting import LEADING, Fitted, fit
from openblock.printing.fonts import Face
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import CENTRE, RIGHT, Leaf
from openblock.printing.marks import Cell, alarm, letter
from openblock.printing.page import CAP_HEIGHT, centred
from openblock.printing.style import FINE, GRID, GROUP, SECTION

_HATCHES = {"weekend": Hatch.WEEKEND, "holiday": Hatch.HOLIDAY}


def stack(leaf: Leaf, x: float, top: float, bottom: float, words: tuple[Fitted, Face]) -> None:
    """Lines of text, centred between two heights."""
    fitted, face = words
    leading = fitted.size * LEADING
    baseline = centred(top, bottom, fitted.size) - (len(fitted.lines) - 1) * leading / 2
    for line in fitted.lines:
        leaf.text(x, baseline, line, face, fitted.size)
        baseline += leading


class Table:
    """The grid of one sheet in one style; ``rows`` measured the heights it draws."""

    def __init__(
        self, sheet: RosterSheet, style: RosterStyle, columns: Columns, rows: Rows
    ) -> None:
        self._sheet = sheet
        self._style = style
        self._columns = columns
        self._rows = rows
        self._mondays = {
            place for place, day in enumerate(sheet.days) if day.day.weekday() == 0 or place == 0
        }

    def draw(self, leaf: Leaf, top: float, page: Page, *, numbered: tuple[int, int]) -> float:
        """The whole grid of one page from ``top``; its lower edge.

        ``numbered`` is the page and how many there are: page sums stand only where there are
        several, staffing and the sums of the whole table on the last.
        """
        number, count = numbered
        y = self._head(leaf, top)
        if not any(band.officers for band in self._sheet.bands):
            y = self._nobody(leaf, y)
        for place, team in enumerate(page):
            y += self._style.gap if place else 0
            y = self._band(leaf, y, team)
        if count > 1:
            officers = tuple(each for team in page for each in team.officers)
            y = self._sum_row(leaf, y + self._style.gap, _("On this page"), officers)
        if number == count:
            y = self._staffing(leaf, y + self._style.gap)
        leaf.box(self._columns.left, top, self._columns.right, y, SECTION)
        return y

    def _head(self, leaf: Leaf, top: float) -> float:
        style, columns = self._style, self._columns
        bottom = top + style.head_height
        line = bottom - 0.35 * style.head - 0.6
        leaf.text(columns.name + PAD, line, _("Surname, init."), Face.BOLD, style.head)
        if columns.has_position:
            leaf.text(columns.position + PAD, line, _("Position"), Face.BOLD, style.head)
        for place in range(len(self._sheet.days)):
            self._day_head(leaf, place, top, bottom)
        for place, head in enumerate(total_heads(with_norm=self._sheet.with_norm)):
            right = columns.totals[place + 1] - PAD
            leaf.text(right, line, head, Face.BOLD, style.head, align=RIGHT)
        for place in self._mondays:
            leaf.down(columns.days[place], top, bottom, GROUP)
        leaf.down(columns.days[-1], top, bottom, GROUP)
        leaf.across(columns.left, columns.right, bottom, GROUP)
        return bottom

    def _day_head(self, leaf: Leaf, place: int, top: float, bottom: float) -> None:
        style, day = self._style, self._sheet.days[place]
        left, right = self._columns.days[place], self._columns.days[place + 1]
        holiday = day.kind == "holiday"
        if holiday:
            leaf.bar(left, top, right, bottom)
        middle, air = (left + right) / 2, style.head_height
        number = top + 0.14 * air + CAP_HEIGHT * style.day
        face = Face.REGULAR if day.kind == "workday" else Face.BOLD
        date = fit(day.head or str(day.day.day), Face.BOLD, style.day, right - left - 2, 4)
        leaf.text(middle, number, date.lines[0], Face.BOLD, date.size, align=CENTRE, white=holiday)
        letters = fit(self._letters(place), face, style.weekday, right - left, 4)
        leaf.text(
            middle,
            bottom - 0.16 * air,
            letters.lines[0],
            face,
            letters.size,
            align=CENTRE,
            white=holiday,
        )

    def _letters(self, place: int) -> str:
        day = self._sheet.days[place]
        if day.kind == "holiday":
            return p_("public holiday, letters over a column", "PH")
        return day.letters + ("*" if moved(day.day.weekday(), day.kind) else "")

    def _nobody(self, leaf: Leaf, top: float) -> float:
        bottom = top + 2 * self._style.row
        words = fit(_("No officers in this period."), Face.REGULAR, self._style.name, 400)
        stack(leaf, self._columns.name + PAD, top, bottom, (words, Face.REGULAR))
        return bottom

    def _band(self, leaf: Leaf, top: float, team: Slice) -> float:
        columns = self._columns
        bottom = top + team.height
        self._hatch_free_days(leaf, top, team)
        self._label(leaf, top, bottom, team)
        y = top
        for officer, height in zip(team.officers, team.heights, strict=True):
            self._officer(leaf, y, y + height, officer)
            y += height
            if y < bottom - 0.01:
                leaf.across(columns.name, columns.right, y, GRID)
        self._verticals(leaf, top, bottom)
        leaf.across(columns.left, columns.right, top, FINE)
        leaf.across(columns.left, columns.right, bottom, FINE)
        return bottom

    def _label(self, leaf: Leaf, top: float, bottom: float, team: Slice) -> None:
        columns = self._columns
        fitted = label(team.band.name, bottom - top, self._style.name + 0.75)
        leading = fitted.size * LABEL_LEADING
        # One line is centred by its capitals, several by all they reach to, or commas run out.
        height = CAP_HEIGHT if len(fitted.lines) == 1 else TEXT_HEIGHT - 2 * 0.24
        middle = (columns.left + columns.name + height * fitted.size) / 2
        x = middle - (len(fitted.lines) - 1) * leading / 2
        for line in fitted.lines:
            leaf.turned(x, (top + bottom) / 2, line, Face.BOLD, fitted.size)
            x += leading

    def _hatch_free_days(self, leaf: Leaf, top: float, team: Slice) -> None:
        """Hatch the empty cells of days off, neighbours below each other as one area."""
        for place, day in enumerate(self._sheet.days):
            kind = _HATCHES.get(day.kind)
            if kind is None:
                continue
            left, right = self._columns.days[place], self._columns.days[place + 1]
            start = y = top
            for officer, height in zip(team.officers, team.heights, strict=True):
                if not officer.cells[place].is_empty:
                    if y > start:
                        hatch(leaf, (left, start, right, y), kind, self._style.hatch)
                    start = y + height
                y += height
            if y > start:
                hatch(leaf, (left, start, right, y), kind, self._style.hatch)

    def _officer(self, leaf: Leaf, top: float, bottom: float, officer: SheetOfficer) -> None:
        style, columns = self._style, self._columns
        name = self._rows.name(officer)
        stack(leaf, columns.name + PAD, top, bottom, (name, style.name_face))
        if columns.has_position and officer.position:
            position = self._rows.position(officer)
            stack(leaf, columns.position + PAD, top, bottom, (position, Face.REGULAR))
        middle, half = (top + bottom) / 2, self._style.row / 2
        places = [
            Cell(left, middle - half, right, middle + half)
            for left, right in pairwise(columns.days)
        ]
        row(leaf, places, officer.cells, style.code, style.mark)
        baseline = centred(top, bottom, style.total)
        for place, figure in enumerate(self._figures((officer,))):
            face = Face.BOLD if place == 1 else Face.REGULAR
            right = columns.totals[place + 1] - PAD
            leaf.text(right, baseline, figure, face, style.total, align=RIGHT)

    def _verticals(self, leaf: Leaf, top: float, bottom: float) -> None:
        columns = self._columns
        leaf.down(columns.name, top, bottom, FINE)
        if columns.has_position:
            leaf.down(columns.position, top, bottom, GRID)
        self._day_lines(leaf, top, bottom)
        for x in columns.totals[1:-1]:
            leaf.down(x, top, bottom, GRID)

    def _day_lines(self, leaf: Leaf, top: float, bottom: float) -> None:
        for place, x in enumerate(self._columns.days[:-1]):
            leaf.down(x, top, bottom, GROUP if place in self._mondays else GRID)
        leaf.down(self._columns.days[-1], top, bottom, GROUP)

    def _sum_row(
        self, leaf: Leaf, top: float, words: str, officers: tuple[SheetOfficer, ...]
    ) -> float:
        columns = self._columns
        bottom = top + self._style.row
        fitted = fit(words, Face.BOLD, self._style.name, columns.days[-1] - columns.name)
        stack(leaf, columns.name + PAD, top, bottom, (fitted, Face.BOLD))
        self._sums(leaf, top, bottom, officers)
        leaf.across(columns.left, columns.right, top, FINE)
        leaf.across(columns.left, columns.right, bottom, FINE)
        leaf.down(columns.name, top, bottom, FINE)
        return bottom

    def _figures(self, officers: tuple[SheetOfficer, ...]) -> tuple[str, ...]:
        return Sums.of(officers).words(with_norm=self._sheet.with_norm)

    def _sums(
        self, leaf: Leaf, top: float, bottom: float, officers: tuple[SheetOfficer, ...]
    ) -> None:
        columns, size = self._columns, self._style.total - 0.5
        baseline = centred(top, bottom, size)
        for place, figure in enumerate(self._figures(officers)):
            right = columns.totals[place + 1] - PAD
            leaf.text(right, baseline, figure, Face.BOLD, size, align=RIGHT)
            leaf.down(columns.totals[place], top, bottom, GRID if place else GROUP)

    def staffing_height(self) -> float:
        """The height of staffing and the sums of the whole table, with the gap above them."""
        heights = self._staffing_heights()
        return self._style.gap + (sum(heights) or self._style.row)

    def _staffing_name(self, name: str) -> Fitted:
        room = self._columns.days[0] - self._columns.name - 2 * PAD
        return fit(name, Face.BOLD, self._style.name, room)

    def _staffing_heights(self) -> list[float]:
        names = [self._staffing_name(each.name) for each in self._sheet.staffing]
        return [
            max(self._style.row, each.height + 3 if len(each.lines) > 1 else 0) for each in names
        ]

    def _staffing(self, leaf: Leaf, top: float) -> float:
        columns, style = self._columns, self._style
        officers = tuple(each for band in self._sheet.bands for each in band.officers)
        if not self._sheet.staffing:
            return self._sum_row(leaf, top, _("Total"), officers)
        y = top
        leaf.across(columns.left, columns.right, top, FINE)
        for line, height in zip(self._sheet.staffing, self._staffing_heights(), strict=True):
            if y > top:
                leaf.across(columns.name, columns.days[-1], y, GRID)
            name = self._staffing_name(line.name)
            stack(leaf, columns.name + PAD, y, y + height, (name, Face.BOLD))
            for (left, right), count in zip(pairwise(columns.days), line.counts, strict=True):
                cell = Cell(left, y, right, y + height)
                if count is None:
                    continue
                if count < line.needed:
                    alarm(leaf, cell, f"{count}!", style.total)
                else:
                    letter(leaf, cell, str(count), Face.REGULAR, style.total)
            y += height
        self._sums(leaf, top, y, officers)
        leaf.down(columns.name, top, y, FINE)
        self._day_lines(leaf, top, y)
        middle = (columns.left + columns.name) / 2
        leaf.text(middle, centred(top, y, style.name), "Σ", Face.BOLD, style.name, align=CENTRE)
        return y


def moved(weekday: int, kind: str) -> bool:
    """Whether a day's kind is not what its weekday (0 is Monday) says: a moved working day."""
    return kind == ("workday" if weekday >= 5 else "weekend")
