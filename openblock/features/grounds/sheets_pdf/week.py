"""Draws the week plan of the grounds: A4 lying, a row for each area, as many pages as it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from openblock.features.grounds.sheets.week import Bar, EntryKind, WeekPlan
from openblock.features.grounds.sheets_pdf.bar import DARK, HIGH, Axis
from openblock.features.grounds.sheets_pdf.entries import ASKED, GAP, PAD
from openblock.features.grounds.sheets_pdf.head import HEIGHT, draw_head
from openblock.features.grounds.sheets_pdf.rows import Columns, Part, parts_of
from openblock.features.shadowing.sheets_pdf.pages import paged
from openblock.i18n import _, language
from openblock.printing.fonts import Face, width
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import Leaf
from openblock.printing.legend import Entry, Legend
from openblock.printing.marks import Cell, alarm, letter
from openblock.printing.page import Frame, Heading, centred
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint
from openblock.printing.style import A4_WALL, FINE, GRID, GROUP, MM, SECTION

STYLE = replace(A4_WALL, title=20)
_LEAST, _MOST = 18 * MM, 44 * MM  # of a row with little in it
_SHARE = 1.4  # how much higher a row may become where its page has room
_NOTE, _EMPTY = 8.0, 10.0
_MARK, _SIGN = 9 * MM, 9.0


def week_pdf(plan: WeekPlan, imprint: Imprint) -> bytes:
    """The plan as a PDF in the language spoken now; its title names no person."""
    return write(draw_week(plan, imprint), f"{_title()} {plan.period}", language())


def draw_week(plan: WeekPlan, imprint: Imprint) -> list[Leaf]:
    """The pages of the plan, drawn but not yet written."""
    return _Layout(plan, imprint).draw()


def _title() -> str:
    return _("Plan of the grounds")


class _Layout:
    """One plan: its rows, its pages, and how high the rows may be."""

    def __init__(self, plan: WeekPlan, imprint: Imprint) -> None:
        fact = _("Week {number}").format(number=plan.week)
        self._plan = plan
        self._frame = Frame(STYLE, Heading(_title(), plan.period, fact, plan.night), imprint)
        self._columns = Columns.of(plan, STYLE)
        self._axis = Axis(*plan.axis)
        self._legend = Legend(marks(plan), _NOTE, _SIGN, STYLE.inner_width)

    @property
    def _room(self) -> float:
        """What a page has for rows."""
        frame = self._frame
        return frame.body_bottom - frame.body_top - HEIGHT - self._legend.height

    def draw(self) -> list[Leaf]:
        """All pages, with their numbers."""
        parts = [
            part for line in self._plan.areas for part in parts_of(line, self._columns, self._room)
        ]
        heights = [max(_LEAST, each.height) for each in parts]
        pages = paged(heights, self._room, 0)
        heights = self._stretched(heights, pages)
        leaves = []
        for first, last in pages:
            leaf = self._frame.leaf()
            rows = list(zip(parts[first:last], heights[first:last], strict=True))
            y = self._grid(leaf, rows)
            self._legend.draw(leaf, STYLE.left, y)
            leaves.append(leaf)
        self._frame.close(leaves)
        return leaves

    def _stretched(self, heights: list[float], pages: tuple[tuple[int, int], ...]) -> list[float]:
        """Low rows made higher by the same share, as far as every page allows."""
        share = _SHARE
        for first, last in pages:
            used = sum(heights[first:last])
            share = min(share, self._room / used) if used else share
        return [max(each, min(each * max(share, 1.0), _MOST)) for each in heights]

    def _grid(self, leaf: Leaf, rows: list[tuple[Part, float]]) -> float:
        columns, top = self._columns, self._frame.body_top
        y = draw_head(leaf, top, self._plan, columns, self._axis)
        if not rows:
            words, bottom = _("No area is set up."), y + _LEAST
            left = columns.left + PAD
            leaf.text(left, centred(y, bottom, _EMPTY), words, Face.REGULAR, _EMPTY)
            leaf.box(columns.left, top, columns.right, bottom, SECTION)
            return bottom
        for part, height in rows:
            part.draw(leaf, Cell(columns.left, y, columns.right, y + height), columns, self._axis)
            y += height
            leaf.across(columns.left, columns.right, y, FINE)
        for place, x in enumerate(columns.days[:-1]):
            leaf.down(x, top, y, GRID if place else GROUP)
        leaf.box(columns.left, top, columns.right, y, SECTION)
        return y


def marks(plan: WeekPlan) -> list[Entry]:
    """The marks that stand on the plan, drawn as they stand there, with their meaning."""
    bars = [cell.bar for line in plan.areas for cell in line.cells]
    found = []
    if any(bar.booked for bar in bars):
        found.append(Entry(_MARK, _bar(Bar(booked=((0, 1),))), _("booked")))
        found.append(_sign("12", Face.BOLD, _("how many take part")))
    if any(bar.dark for bar in bars):
        found.append(Entry(_MARK, _dark(plan), _("dark: an unlit area is not used")))
    kinds = {each.kind for each in plan.entries}
    if EntryKind.CLOSURE in kinds:
        found.append(Entry(_MARK, _hatched(Hatch.HOLIDAY, GAP), _("closed")))
    if any(each.asked for each in plan.entries):
        found.append(_sign(ASKED, Face.BOLD, _("asked for, not approved yet")))
    if any(each.lost for each in plan.entries):
        words = _("nobody on duty supervises it")
        found.append(Entry(_SIGN, lambda leaf, cell: alarm(leaf, cell, "!", 8.5), words))
    if EntryKind.BOOKING in kinds:
        words = _("Under the time: what for \N{MIDDLE DOT} the officer who supervises")
        found.append(Entry(0, lambda _leaf, _cell: None, words))
    return found


def _sign(words: str, face: Face, meaning: str) -> Entry:
    wide = width(words, face, _NOTE + 1) + 3.5
    return Entry(wide, lambda leaf, cell: letter(leaf, cell, words, face, _NOTE + 1), meaning)


def _bar(bar: Bar) -> Callable[[Leaf, Cell], None]:
    def draw(leaf: Leaf, cell: Cell) -> None:
        middle = (cell.top + cell.bottom) / 2
        Axis(0, 1).draw(
            leaf, Cell(cell.left, middle - HIGH / 2, cell.right, middle + HIGH / 2), bar
        )

    return draw


def _dark(plan: WeekPlan) -> Callable[[Leaf, Cell], None]:
    """The hatch of the dark with the sun's mark before it, where some day has one."""
    has_sun = any(cell.bar.sun for line in plan.areas for cell in line.cells)

    def draw(leaf: Leaf, cell: Cell) -> None:
        _hatched(Hatch.WEEKEND, DARK)(leaf, cell)
        if has_sun:
            leaf.down(cell.left, cell.top - 1, cell.bottom + 1, SECTION)

    return draw


def _hatched(kind: Hatch, gap: float) -> Callable[[Leaf, Cell], None]:
    def draw(leaf: Leaf, cell: Cell) -> None:
        hatch(leaf, (cell.left, cell.top, cell.right, cell.bottom), kind, gap)
        leaf.box(cell.left, cell.top, cell.right, cell.bottom, FINE)

    return draw
