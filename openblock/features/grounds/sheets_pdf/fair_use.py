"""Draws the report on fair use: a bar for each resident, and the average as one line across."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.features.grounds.sheets.fair_use import FairBar, FairReport
from openblock.features.shadowing.sheets_pdf.pages import paged
from openblock.i18n import _, format_hours, format_number, language, n_, p_
from openblock.printing.fitting import LEADING, Fitted, fit
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, RIGHT, Leaf
from openblock.printing.listing import Column
from openblock.printing.listing.pieces import PAD, Head, Places, Words
from openblock.printing.marks import Cell
from openblock.printing.page import CAP_HEIGHT, Frame, Heading, centred
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint
from openblock.printing.style import A4_HANDED, FINE, GRID, RULE, SECTION

_WIDE = A4_HANDED.inner_width
_NAME, _NUMBER, _AREAS = 9.5, 9.5, 7.0
_LEAST = 19.0
_BAR = 7.0  # how high a bar is
_SCALE = 16.0  # the band over the bars with the hours and the average
_HOUR = 60
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_FEW = 6  # at most so many hours are written over the bars
_BARS = 4  # the column of the bars
_AFTER = 3.0  # words under a bar begin a little after its zero


def fair_use_pdf(report: FairReport, imprint: Imprint) -> bytes:
    """The report as a PDF in the language spoken now; its title names no person."""
    return write(draw_fair_use(report, imprint), f"{_title()} {report.period}", language())


def draw_fair_use(report: FairReport, imprint: Imprint) -> list[Leaf]:
    """The pages of the report, drawn but not yet written."""
    return _Layout(report, imprint).draw()


def _title() -> str:
    return _("Fair use of the grounds")


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Resident"), 0.235),
        Column(_("Bed"), 0.085),
        Column(p_("fair use", "Hours"), 0.075, align=RIGHT),
        Column("", 0.02),
        Column(_("Hours by area"), 0.355),
        Column(p_("fair use", "Times"), 0.07, align=RIGHT),
        Column(p_("fair use", "Missed"), 0.08, align=RIGHT),
        Column(p_("fair use", "Ahead"), 0.08, align=RIGHT),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One resident, measured."""

    bar: FairBar
    name: Fitted
    areas: Fitted

    @classmethod
    def of(cls, bar: FairBar, places: Places) -> _Line:
        return cls(
            bar,
            fit(bar.name, Face.BOLD if bar.below else Face.REGULAR, _NAME, places.room(0), 8),
            fit(bar.areas, Face.REGULAR, _AREAS, places.room(_BARS) - _AFTER),
        )

    @property
    def height(self) -> float:
        areas = self.areas.height if self.bar.areas else 0.0
        return max(_LEAST, self.name.height + 6, _BAR + areas + 8)


class _Layout:
    """One report: its lines and the pages they stand on."""

    def __init__(self, report: FairReport, imprint: Imprint) -> None:
        average = _("{hours} h on average").format(hours=format_hours(report.average))
        people = n_("{number} resident", "{number} residents", len(report.bars))
        unused = _("{number} used nothing").format(number=format_number(report.without))
        detail = f"{people} \N{MIDDLE DOT} {unused}" if report.without else people
        self._report = report
        self._frame = Frame(A4_HANDED, Heading(_title(), report.period, average, detail), imprint)
        self._places = Places.of(_columns(), _WIDE)
        self._head = Head("", "", self._places, _WIDE)
        self._lines = [_Line.of(each, self._places) for each in report.bars]

    def draw(self) -> list[Leaf]:
        """All pages, with their numbers."""
        frame, style = self._frame, A4_HANDED
        top = frame.body_top + 4
        if not self._lines:
            leaf = frame.leaf()
            words = Words(_("Nobody lived in the block in these days."), _WIDE)
            words.draw(leaf, Cell(style.left, top, style.right_edge, top + words.height))
            frame.close([leaf])
            return [leaf]
        heights = [each.height for each in self._lines]
        room = frame.body_bottom - top - self._head.height - _SCALE
        leaves = []
        for first, last in paged(heights, room, self._note_height()):
            leaf = frame.leaf()
            y = self._page(leaf, top, self._lines[first:last])
            if last == len(heights):
                self._note(leaf, y)
            leaves.append(leaf)
        frame.close(leaves)
        return leaves

    def _page(self, leaf: Leaf, top: float, lines: list[_Line]) -> float:
        left, right = A4_HANDED.left, A4_HANDED.right_edge
        self._head.draw(leaf, Cell(left, top, right, top + self._head.height))
        y = top + self._head.height
        self._scale(leaf, y)
        y += _SCALE
        leaf.across(left, right, y, FINE)
        for line in lines:
            self._line(leaf, Cell(left, y, right, y + line.height), line)
            y += line.height
            leaf.across(left, right, y, GRID)
        return y

    def _x(self, minutes: float) -> float:
        """Where so many minutes end in the column of bars."""
        start = A4_HANDED.left + self._places.edges[_BARS] + PAD
        return start + self._places.room(_BARS) * minutes / max(1, self._report.longest)

    def _hours(self) -> range:
        """The hours that are written over the bars."""
        longest = self._report.longest / _HOUR
        step = next((each for each in _STEPS if longest / each <= _FEW), _STEPS[-1])
        return range(0, int(longest) + 1, step)

    def _scale(self, leaf: Leaf, top: float) -> None:
        """Hours over the bars, and among them where the average is."""
        baseline = top + _SCALE - 4
        average = self._x(self._report.average)
        words = _("average")
        half = width(words, Face.BOLD, _AREAS) / 2 + 3
        at = min(max(average, self._x(0) + half), self._x(self._report.longest) - half)
        for hour in self._hours():
            x = self._x(hour * _HOUR)
            leaf.down(x, top + _SCALE - 2.5, top + _SCALE, GRID)
            if abs(x - at) > half + 4:
                leaf.text(x, baseline, str(hour), Face.REGULAR, _AREAS, align=CENTRE)
        leaf.text(at, baseline, words, Face.BOLD, _AREAS, align=CENTRE)
        leaf.down(average, top + _SCALE - 2.5, top + _SCALE, RULE)

    def _line(self, leaf: Leaf, cell: Cell, line: _Line) -> None:
        bar, places = line.bar, self._places
        face = Face.BOLD if bar.below else Face.REGULAR
        baseline = centred(cell.top, cell.bottom, line.name.size)
        baseline -= (len(line.name.lines) - 1) * line.name.size * LEADING / 2
        for words in line.name.lines:
            leaf.text(places.at(0, cell.left), baseline, words, face, line.name.size)
            baseline += line.name.size * LEADING
        middle = centred(cell.top, cell.bottom, _NUMBER)
        bed = fit(bar.place, Face.REGULAR, _NUMBER, places.room(1), 5)
        leaf.text(places.at(1, cell.left), middle, bed.lines[0], Face.REGULAR, bed.size)
        hours = format_hours(bar.minutes)
        leaf.text(places.at(2, cell.left), middle, hours, Face.BOLD, _NUMBER, align=RIGHT)
        for place, number in ((5, bar.times), (6, bar.missed), (7, bar.ahead)):
            said = format_number(number) if number else "\N{EN DASH}"
            leaf.text(places.at(place, cell.left), middle, said, Face.REGULAR, _NUMBER, align=RIGHT)
        self._bar(leaf, cell, line)

    def _bar(self, leaf: Leaf, cell: Cell, line: _Line) -> None:
        """The bar, across it the average, and under it the areas; no line goes through words."""
        top = cell.top + 4
        leaf.down(self._x(0), top - 2, top + _BAR + 2, FINE)
        if line.bar.minutes:
            leaf.bar(self._x(0), top, self._x(line.bar.minutes), top + _BAR)
        leaf.down(self._x(self._report.average), cell.top, top + _BAR + 1, RULE)
        baseline = top + _BAR + CAP_HEIGHT * line.areas.size + 3.5
        for words in line.areas.lines:
            leaf.text(self._x(0) + _AFTER, baseline, words, Face.REGULAR, line.areas.size)
            baseline += line.areas.size * LEADING

    def _note_words(self) -> Words:
        return Words(
            _(
                "Bold: less than the average. Hours are those of bookings that took place; the "
                "average is over everybody who lived in the block in these days. Missed: nobody "
                "came, or the person did not. Ahead: booked and still to come."
            ),
            _WIDE,
        )

    def _note_height(self) -> float:
        return self._note_words().height + 4

    def _note(self, leaf: Leaf, top: float) -> None:
        words = self._note_words()
        cell = Cell(A4_HANDED.left, top + 4, A4_HANDED.right_edge, top + 4 + words.height)
        leaf.across(cell.left, cell.right, top, SECTION)
        words.draw(leaf, cell)
