"""Draws beds in use as hatched bars under the line of usable beds, black on white."""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from openblock.features.rooms.queries import DayOfBeds
from openblock.i18n import format_number, format_short_day, p_
from openblock.printing.fonts import Face, width
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import CENTRE, RIGHT, Leaf
from openblock.printing.marks import Cell
from openblock.printing.style import FINE, MM, RULE

HEIGHT = 48 * MM
_SCALE, _NOTE = 8.0, 7.5
_GAP = 0.9 * MM
_BAR = 5.0  # a day at least as wide has a bar of its own
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


def draw_chart(leaf: Leaf, cell: Cell, days: tuple[DayOfBeds, ...]) -> None:
    """The chart within ``cell``: a scale on the left, days below, the marks named above."""
    highest = max((max(each.roll.beds_in_use, each.roll.usable) for each in days), default=0)
    step = next((each for each in _STEPS if highest <= 5 * each), _STEPS[-1])
    top = max(1, ceil(highest / step)) * step
    plot = Cell(cell.left + 24, cell.top + 20, cell.right - 2, cell.bottom - 14)

    def level(count: int) -> float:
        return plot.bottom - (plot.bottom - plot.top) * max(count, 0) / top

    _legend(leaf, cell)
    for count in range(0, top + 1, step):
        # A line across would run through the hatching; the table has every figure.
        leaf.across(plot.left - 3, plot.left if count else plot.right, level(count), FINE)
        baseline = level(count) + 0.36 * _SCALE
        leaf.text(plot.left - 4, baseline, format_number(count), Face.REGULAR, _SCALE, align=RIGHT)
    if not days:
        return
    wide = (plot.right - plot.left) / len(days)
    edges = [plot.left + wide * number for number in range(len(days) + 1)]
    for (left, right), each in zip(pairwise(edges), days, strict=True):
        _bar(leaf, Cell(left, level(each.roll.beds_in_use), right, plot.bottom))
    usable = [level(each.roll.usable) for each in days]
    for (left, right), high in zip(pairwise(edges), usable, strict=True):
        leaf.across(left, right, high, RULE)
    for x, (before, after) in zip(edges[1:], pairwise(usable), strict=False):
        if before != after:
            leaf.down(x, min(before, after), max(before, after), RULE)
    _days(leaf, plot, edges, days)


def _bar(leaf: Leaf, area: Cell) -> None:
    if area.bottom - area.top < 0.01:
        return
    inset = (area.right - area.left) * 0.16 if area.right - area.left >= _BAR else 0.0
    left, right = area.left + inset, area.right - inset
    hatch(leaf, (left, area.top, right, area.bottom), Hatch.WEEKEND, _GAP)
    if inset:
        leaf.box(left, area.top, right, area.bottom, FINE)
    else:
        leaf.across(left, right, area.top, FINE)


def _days(leaf: Leaf, plot: Cell, edges: list[float], days: tuple[DayOfBeds, ...]) -> None:
    """As many dates as stand clear of each other, the first always."""
    free_from = plot.left - 20
    for (left, right), each in zip(pairwise(edges), days, strict=True):
        words = format_short_day(each.day)
        half = width(words, Face.REGULAR, _SCALE) / 2
        middle = max((left + right) / 2, plot.left + half - 10)
        if middle - half < free_from or middle + half > plot.right + 2:
            continue
        leaf.text(middle, plot.bottom + 10, words, Face.REGULAR, _SCALE, align=CENTRE)
        free_from = middle + half + 6


def _legend(leaf: Leaf, cell: Cell) -> None:
    x, baseline = cell.left + 24, cell.top + 10
    mark = Cell(x, baseline - 6, x + 12, baseline + 1)
    hatch(leaf, (mark.left, mark.top, mark.right, mark.bottom), Hatch.WEEKEND, _GAP)
    leaf.box(mark.left, mark.top, mark.right, mark.bottom, FINE)
    words = p_("beds", "in use")
    leaf.text(mark.right + 4, baseline, words, Face.REGULAR, _NOTE)
    x = mark.right + 4 + width(words, Face.REGULAR, _NOTE) + 14
    leaf.across(x, x + 14, baseline - 2.5, RULE)
    leaf.text(x + 18, baseline, p_("beds", "usable"), Face.REGULAR, _NOTE)
