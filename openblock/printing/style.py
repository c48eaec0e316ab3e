"""The measured house style: papers, type sizes and line weights, all in points."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4

# Line weights. One ink: pure black, no greys, because laser printers turn grey into dots.
GRID = 0.25
FINE = 0.4
GROUP = 0.6
SECTION = 0.9
RULE = 1.4

SMALLEST = 7.0  # below this no text shrinks; it wraps


@dataclass(frozen=True, slots=True)
class PageStyle:
    """A paper with its margins, and the type of the frame around every sheet on it."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    kicker: float
    title: float
    fact: float
    detail: float
    foot: float

    @property
    def inner_width(self) -> float:
        """The width between the left and the right margin."""
        return self.width - self.left - self.right

    @property
    def right_edge(self) -> float:
        """Where the right margin begins, measured from the left edge of the paper."""
        return self.width - self.right


def _page(size: tuple[float, float], margins: tuple[float, ...], *type_sizes: float) -> PageStyle:
    left, top, right, bottom = margins
    lengths = (*size, left, top, right, bottom)
    return PageStyle(*(each * MM for each in lengths), *type_sizes)


# Margins: left, top, right, bottom in mm. Type: kicker, title, fact, detail, foot in pt.
A3_WALL = _page((420, 297), (10, 9, 10, 7), 10, 24, 11, 10, 8)
A3_FULL_WALL = _page((420, 297), (10, 6.5, 10, 6), 8, 16, 11, 9, 7.25)
A4_WALL = _page((297, 210), (8, 7, 8, 6), 8, 16, 11, 8, 7.25)
A4_HANDED = _page((210, 297), (16, 9, 12, 7), 8, 18, 11, 8, 7.25)

# A form that is handed in: room to bind it on the left.
A3_FORM = _page((420, 297), (12, 9, 9, 7), 9, 15, 10, 9, 8)
A4_FORM = _page((297, 210), (10, 7, 7, 6), 7.5, 11, 8, 7.5, 7)
