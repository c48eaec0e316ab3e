"""Draws the time-sheet's grid: three rows a person, the sums of the page, those of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from openblock.features.roster.sheets.form_words import FigureColumn, row_words
from openblock.features.roster.sheets.time_sheet import FormLine, FormSheet, Sums, sums_of
from openblock.features.roster.sheets_pdf.called import Called, laid
from openblock.features.roster.sheets_pdf.form_head import draw_head
from openblock.features.roster.sheets_pdf.form_pages import Page, Person
from openblock.features.roster.sheets_pdf.form_style import DATES, FormColumns, FormStyle
from openblock.features.roster.sheets_pdf.table import stack
from openblock.i18n import _, format_hours, p_
from openblock.printing.fitting import Fitted, fit
from openblock.printing.fonts import Face
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import RIGHT, Leaf
from openblock.printing.marks import Cell, letter
from openblock.printing.page import centred
from openblock.printing.style import FINE, GRID, GROUP, SECTION

ROWS = 3
_PAD = 2.8
_HATCHES = {"weekend": Hatch.WEEKEND, "holiday": Hatch.HOLIDAY}


def figure_words(figure: int | None, column: FigureColumn) -> str:
    """A figure as the form writes it: hours with their sign, a number of days, or nothing."""
    if figure is None:
        return ""
    return format_hours(figure) if column.in_hours else str(figure)


@dataclass(frozen=True, slots=True)
class FormTable:
    """The grid of one form on one paper."""

    sheet: FormSheet
    style: FormStyle
    columns: FormColumns

    def person(self, line: FormLine) -> Person:
        """A line and how high it has to be: a long name makes its rows higher."""
        name, about = self._names(line)
        needed = name.height + about.height + 3
        return Person(line, max(ROWS * self.style.row, needed))

    def _names(self, line: FormLine) -> tuple[Fitted, Fitted]:
        room = self.columns.kind - self.columns.name - 2 * _PAD
        style = self.style
        name = fit(line.name, Face.BOLD, style.name, room)
        joined = fit(" · ".join(line.about), Face.REGULAR, style.about, room, style.about)
        parts = [fit(each, Face.REGULAR, style.about, room) for each in line.about]
        apart = tuple(one for each in parts for one in each.lines)
        # Position and team on a line each read better, but not at the price of another line.
        if len(joined.lines) == 1 or len(joined.lines) < len(apart):
            return name, joined
        return name, Fitted(min(each.size for each in parts), apart)

    @property
    def sum_height(self) -> float:
        """A row of sums."""
        return self.style.row * 1.35

    def draw(self, leaf: Leaf, top: float, page: Page, *, is_last: bool, several: bool) -> float:
        """The grid of one page from ``top``; its lower edge.

        The page's sums stand on every page where there are ``several``, those of the whole form on
        the last.
        """
        columns = self.columns
        y = body = draw_head(leaf, top, self.sheet, self.style, columns)
        if not self.sheet.lines:
            y = self._nobody(leaf, y)
        for each in page:
            self._person(leaf, y, each)
            y += each.height
            leaf.across(columns.left, columns.right, y, FINE)
        if several and page:
            y = self._sums(leaf, y, p_("time-sheet", "On this page"), [each.line for each in page])
        if is_last and self.sheet.lines:
            y = self._sums(leaf, y, p_("time-sheet", "In the whole time-sheet"), self.sheet.lines)
        self._no_dates(leaf, top + self.style.band, y)
        leaf.down(columns.days[0], top, y, GROUP)
        for x in columns.groups[:-1]:
            leaf.down(x, top, y, GROUP)
        leaf.across(columns.left, columns.right, body, GROUP)
        leaf.box(columns.left, top, columns.right, y, SECTION)
        return y

    def _no_dates(self, leaf: Leaf, top: float, bottom: float) -> None:
        """Hatch the dates that this month does not have."""
        left, right = self.columns.days[len(self.sheet.days)], self.columns.days[-1]
        if right > left:
            hatch(leaf, (left, top, right, bottom), Hatch.NO_DATE, self.style.hatch)

    def _nobody(self, leaf: Leaf, top: float) -> float:
        bottom = top + ROWS * self.style.row
        words = fit(_("No officers in this period."), Face.REGULAR, self.style.name, 400)
        stack(leaf, self.columns.name + _PAD, top, bottom, (words, Face.REGULAR))
        leaf.across(self.columns.left, self.columns.right, bottom, FINE)
        return bottom

    def _person(self, leaf: Leaf, top: float, person: Person) -> None:
        columns, style, line = self.columns, self.style, person.line
        bottom, row = top + person.height, person.height / ROWS
        number = Cell(columns.left, top, columns.name, bottom)
        letter(leaf, number, f"{line.number}.", Face.REGULAR, style.about)
        self._name(leaf, top, bottom, line)
        self._kinds(leaf, top, row)
        called = laid(line.called, style.date_width, style.called)
        self._hatch(leaf, top, row, line, called)
        for place in range(len(self.sheet.days)):
            self._day(leaf, top, row, line, place)
        self._called(leaf, top + 2 * row, bottom, called)
        figures = zip(self.sheet.columns, line.figures, pairwise(columns.figures), strict=True)
        for column, figure, (left, right) in figures:
            cell = Cell(left, top, right, bottom)
            face = Face.BOLD if column.bold else Face.REGULAR
            letter(leaf, cell, figure_words(figure, column), face, style.figure)
        self._lines(leaf, top, row, called)

    def _name(self, leaf: Leaf, top: float, bottom: float, line: FormLine) -> None:
        name, about = self._names(line)
        x, high = self.columns.name + _PAD, name.height + about.height
        start = (top + bottom - high) / 2
        stack(leaf, x, start, start + name.height, (name, Face.BOLD))
        stack(leaf, x, start + name.height, start + high, (about, Face.REGULAR))

    def _kinds(self, leaf: Leaf, top: float, row: float) -> None:
        """What each of the three rows counts."""
        x, style = self.columns.kind + _PAD, self.style
        room = self.columns.days[0] - x - 1
        for place, words in enumerate(row_words()):
            face = Face.REGULAR if place else Face.BOLD
            fitted = fit(words, face, style.about - 0.5, room, 5)
            stack(leaf, x, top + place * row, top + (place + 1) * row, (fitted, face))

    def _hatch(
        self, leaf: Leaf, top: float, row: float, line: FormLine, called: Sequence[Called]
    ) -> None:
        """Hatch the empty cells of free days, those below each other as one area."""
        taken = {at for each in called for at in range(each.first, each.last + 1)}
        for place, day in enumerate(self.sheet.days):
            kind = _HATCHES.get(day.kind)
            if kind is None:
                continue
            first = 1 if line.hours[place] or line.letters[place] else 0
            first = 2 if line.nights[place] else first
            last = 2 if place in taken else ROWS
            left, right = self.columns.days[place], self.columns.days[place + 1]
            if first < last:
                area = (left, top + first * row, right, top + last * row)
                hatch(leaf, area, kind, self.style.hatch)

    def _day(self, leaf: Leaf, top: float, row: float, line: FormLine, place: int) -> None:
        left, right = self.columns.days[place], self.columns.days[place + 1]
        hours, night = line.hours[place], line.nights[place]
        cell = Cell(left, top, right, top + row)
        if hours:
            letter(leaf, cell, format_hours(hours), Face.BOLD, self.style.hours)
        else:
            letter(leaf, cell, line.letters[place], Face.REGULAR, self.style.hours)
        if night:
            below = Cell(left, top + row, right, top + 2 * row)
            letter(leaf, below, format_hours(night), Face.REGULAR, self.style.night)

    def _called(self, leaf: Leaf, top: float, bottom: float, called: Sequence[Called]) -> None:
        for each in called:
            left, right = self.columns.days[each.first], self.columns.days[each.last + 1]
            cell = Cell(left, top, right, bottom)
            letter(leaf, cell, each.words, Face.BOLD, self.style.called)

    def _lines(self, leaf: Leaf, top: float, row: float, called: Sequence[Called]) -> None:
        """The grid of one person; a call-out that reaches over dates has no lines inside."""
        columns, bottom = self.columns, top + ROWS * row
        inside = {at for each in called for at in range(each.first + 1, each.last + 1)}
        for y in (top + row, top + 2 * row):
            leaf.across(columns.kind, columns.days[-1], y, GRID)
        for place in range(1, DATES):
            end = top + 2 * row if place in inside else bottom
            leaf.down(columns.days[place], top, end, GRID)
        for x in (columns.name, columns.kind, *columns.figures[1:-1]):
            leaf.down(x, top, bottom, GRID)

    def _sums(self, leaf: Leaf, top: float, words: str, lines: Sequence[FormLine]) -> float:
        columns, style = self.columns, self.style
        bottom = top + self.sum_height
        found: Sums = sums_of(lines, len(self.sheet.days))
        x = columns.days[0] - _PAD
        baseline = centred(top, bottom, style.name)
        leaf.text(x, baseline, words, Face.BOLD, style.name, align=RIGHT)
        for place, (left, right) in enumerate(pairwise(columns.days[: len(found.hours) + 1])):
            if found.hours[place]:
                said = format_hours(found.hours[place])
                letter(leaf, Cell(left, top, right, bottom), said, Face.REGULAR, style.night)
        figures = zip(self.sheet.columns, found.figures, pairwise(columns.figures), strict=True)
        for column, figure, (left, right) in figures:
            cell = Cell(left, top, right, bottom)
            letter(leaf, cell, figure_words(figure, column), Face.BOLD, style.figure - 0.5)
        for x in (*columns.days[1:], *columns.figures[1:-1]):
            leaf.down(x, top, bottom, GRID)
        leaf.across(columns.left, columns.right, bottom, FINE)
        return bottom
