"""How far a trainee's hours have come, drawn across a sheet: in words, and as a bar."""

from __future__ import annotations

from openblock.features.shadowing.queries.rows import Hours
from openblock.features.shadowing.sheets_pdf.axis import hours_bar, hours_marks
from openblock.i18n import _, format_hours
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import RIGHT, Leaf
from openblock.printing.listing import Drawing
from openblock.printing.marks import Cell

_FIGURE, _WORDS, _LEGEND = 15.0, 9.5, 7.5
_BAR = 11.0
_HIGH = 50.0


def progress(hours: Hours) -> Drawing:
    """The hours over their bar, with what black, hatched and empty mean."""
    return Drawing("", _HIGH, lambda leaf, cell: _draw(leaf, cell, hours))


def _draw(leaf: Leaf, cell: Cell, hours: Hours) -> None:
    baseline = cell.top + _FIGURE
    confirmed = _("{hours} h").format(hours=format_hours(hours.confirmed))
    leaf.text(cell.left, baseline, confirmed, Face.BOLD, _FIGURE)
    x = cell.left + width(confirmed, Face.BOLD, _FIGURE) + 6
    words = _("confirmed of {hours} h required").format(hours=format_hours(hours.required))
    leaf.text(x, baseline, words, Face.REGULAR, _WORDS)
    face = Face.BOLD if hours.short else Face.REGULAR
    leaf.text(cell.right, baseline, _rest(hours), face, _WORDS, align=RIGHT)
    top = baseline + 6
    hours_bar(leaf, Cell(cell.left, top, cell.right, top + _BAR), hours)
    _legend(leaf, cell.left, top + _BAR + 11)


def _rest(hours: Hours) -> str:
    parts = []
    if hours.done:
        parts.append(_("{hours} h to confirm").format(hours=format_hours(hours.done)))
    if hours.planned:
        parts.append(_("{hours} h planned").format(hours=format_hours(hours.planned)))
    if hours.short:
        parts.append(_("{hours} h short").format(hours=format_hours(hours.short)))
    return " · ".join(parts)


def _legend(leaf: Leaf, left: float, baseline: float) -> None:
    x = left
    for draw, words in hours_marks():
        draw(leaf, Cell(x, baseline - 5.5, x + 14, baseline + 0.5))
        leaf.text(x + 17, baseline, words, Face.REGULAR, _LEGEND)
        x += 17 + width(words, Face.REGULAR, _LEGEND) + 12
