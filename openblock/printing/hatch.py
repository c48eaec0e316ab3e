"""Hatching as single lines cut to an area, their phase fixed to the page so neighbours join."""

from __future__ import annotations

from enum import Enum
from math import ceil, floor, sqrt

from openblock.printing.leaf import Leaf
from openblock.printing.style import GRID


class Hatch(Enum):
    """The directions an area is hatched in: ``/`` a weekend, ``x`` a public holiday.

    Falling lines alone are a date that the month does not have.
    """

    WEEKEND = "/"
    HOLIDAY = "x"
    NO_DATE = "\\"


def hatch(leaf: Leaf, area: tuple[float, float, float, float], kind: Hatch, gap: float) -> None:
    """Hatch ``area`` (left, top, right, bottom) with lines ``gap`` points apart."""
    left, top, right, bottom = area
    step = gap * sqrt(2)
    lines = leaf.lines[GRID]
    # A rising line keeps x + y; multiples of the step are the page's own, whatever the area.
    if kind is not Hatch.NO_DATE:
        for number in range(ceil((left + top) / step), floor((right + bottom) / step) + 1):
            level = number * step
            start, end = max(left, level - bottom), min(right, level - top)
            lines.append((start, level - start, end, level - end))
    if kind is not Hatch.WEEKEND:
        for number in range(ceil((left - bottom) / step), floor((right - top) / step) + 1):
            level = number * step
            start, end = max(left, level + top), min(right, level + bottom)
            lines.append((start, start - level, end, end - level))
