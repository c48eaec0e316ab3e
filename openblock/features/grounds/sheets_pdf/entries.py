"""The entries of a cell of the week plan as pieces, so that they flow and none of them is torn."""

from __future__ import annotations

from collections.abc import Callable

from openblock.features.grounds.sheets.week import Entry, EntryKind
from openblock.i18n import _
from openblock.printing.fitting import LEADING, Fitted, fit
from openblock.printing.fonts import Face, width
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import CENTRE, RIGHT, Leaf
from openblock.printing.listing.pieces import Picture
from openblock.printing.marks import Cell, alarm
from openblock.printing.page import CAP_HEIGHT
from openblock.printing.style import FINE, MM

TIME, WORDS, PEOPLE, HEADS = 12.0, 8.5, 7.5, 9.5
PAD = 4.0
GAP = 1.35 * MM  # between the lines of a closed day's hatch
_BEFORE = 4.0  # between two entries
_FRAME = 5.0  # of hatch around the words of a closure
_AIR = 3.0  # between those words and their frame
_BETWEEN = " \N{MIDDLE DOT} "
ASKED = "?"


def pieces(entry: Entry, wide: float) -> list[Picture]:
    """One entry in a cell ``wide`` points across, as pieces one below the other."""
    if entry.kind is EntryKind.CLOSURE:
        return [_closure(entry, wide)]
    if entry.kind is EntryKind.SHUT:
        return [_lines(fit(each, Face.REGULAR, WORDS, wide - 2 * PAD)) for each in entry.words]
    time, *words = [_time(entry, wide), *map(_lines, _words(entry, wide - 2 * PAD))]
    # The time never stands alone at the foot of a page.
    return [_together([time, *words[:1]]), *words[1:]]


def _together(parts: list[Picture]) -> Picture:
    def draw(leaf: Leaf, cell: Cell) -> None:
        y = cell.top
        for each in parts:
            each.draw(leaf, Cell(cell.left, y, cell.right, y + each.height))
            y += each.height

    return Picture(sum(each.height for each in parts), draw)


def _words(entry: Entry, room: float) -> list[Fitted]:
    """What for and who supervises on one line where they fit it, then the participants."""
    one = _BETWEEN.join(entry.words)
    lines: list[Fitted] = []
    if one and width(one, Face.REGULAR, WORDS - 0.5) <= room:
        lines = [fit(one, Face.REGULAR, WORDS, room)]
    else:
        lines = [fit(each, Face.REGULAR, WORDS, room) for each in entry.words]
    people = [fit(each, Face.REGULAR, PEOPLE, room) for each in _filled(entry.people, room)]
    return [*lines, *people]


def _filled(people: tuple[str, ...], room: float) -> list[str]:
    """Names with commas, as many on a line as it has room for: no name is torn for another."""
    lines: list[str] = []
    for place, name in enumerate(people):
        said = f"{name}," if place + 1 < len(people) else name
        longer = f"{lines[-1]} {said}" if lines else ""
        if longer and width(longer, Face.REGULAR, PEOPLE) <= room:
            lines[-1] = longer
        else:
            lines.append(said)
    return lines


def _lines(fitted: Fitted) -> Picture:
    return Picture(fitted.height, _writer(fitted, Face.REGULAR))


def _writer(fitted: Fitted, face: Face, align: float = 0.0) -> Callable[[Leaf, Cell], None]:
    def draw(leaf: Leaf, cell: Cell) -> None:
        x = cell.middle if align else cell.left + PAD
        baseline = cell.top + (LEADING + CAP_HEIGHT) / 2 * fitted.size
        for line in fitted.lines:
            leaf.text(x, baseline, line, face, fitted.size, align=align)
            baseline += fitted.size * LEADING

    return draw


def _time(entry: Entry, wide: float) -> Picture:
    """From and to, at the right the heads, before them what is not as it should be."""
    heads = width(entry.heads, Face.BOLD, HEADS)
    mark = HEADS + 3 if entry.lost else 0.0
    room = wide - 2 * PAD - heads - mark - 3
    said = f"{entry.times}{ASKED}" if entry.asked else entry.times
    fitted = fit(said, Face.BOLD, TIME, room)
    high = fitted.height + _BEFORE

    def draw(leaf: Leaf, cell: Cell) -> None:
        below = Cell(cell.left, cell.top + _BEFORE, cell.right, cell.bottom)
        _writer(fitted, Face.BOLD)(leaf, below)
        baseline = below.top + (LEADING + CAP_HEIGHT) / 2 * fitted.size
        right = cell.right - PAD
        leaf.text(right, baseline, entry.heads, Face.BOLD, HEADS, align=RIGHT)
        if entry.lost:
            right -= heads + 4
            area = Cell(right - HEADS, baseline - HEADS + 1, right, baseline + 1.5)
            alarm(leaf, area, "!", HEADS - 1)

    return Picture(high, draw)


def closure_words(entry: Entry) -> tuple[str, ...]:
    """What stands in the frame: that it is closed, when, and why."""
    closed = _("CLOSED")
    return (f"{closed} {entry.times}".rstrip(), *entry.words)


def _closure(entry: Entry, wide: float) -> Picture:
    """Words in a white frame with hatch around it; it grows into what the cell has left."""
    room = wide - 2 * (_FRAME + _AIR + 2)
    head, *rest = closure_words(entry)
    fitted = [(fit(head, Face.BOLD, WORDS, room), Face.BOLD)]
    fitted += [(fit(each, Face.REGULAR, PEOPLE, room), Face.REGULAR) for each in rest]
    inner = sum(each.height for each, _face in fitted) + 2 * _AIR
    high = inner + 2 * _FRAME + _BEFORE

    def draw(leaf: Leaf, cell: Cell) -> None:
        if cell.bottom - cell.top <= high:
            cell = Cell(cell.left, cell.top + _BEFORE, cell.right, cell.bottom)
        widest = max(width(line, face, f.size) for f, face in fitted for line in f.lines)
        half = widest / 2 + _AIR
        middle = (cell.top + cell.bottom) / 2
        box = Cell(cell.middle - half, middle - inner / 2, cell.middle + half, middle + inner / 2)
        _hatch_around(leaf, cell, box)
        leaf.box(box.left, box.top, box.right, box.bottom, FINE)
        y = box.top + _AIR
        for each, face in fitted:
            _writer(each, face, CENTRE)(leaf, Cell(cell.left, y, cell.right, y + each.height))
            y += each.height

    return Picture(high, draw, grows=True)


def _hatch_around(leaf: Leaf, cell: Cell, box: Cell) -> None:
    """Hatch all of ``cell`` but ``box``: there is no white ink, and no text stands on hatch."""
    for area in (
        (cell.left, cell.top, cell.right, box.top),
        (cell.left, box.bottom, cell.right, cell.bottom),
        (cell.left, box.top, box.left, box.bottom),
        (box.right, box.top, cell.right, box.bottom),
    ):
        if area[0] < area[2] and area[1] < area[3]:
            hatch(leaf, area, Hatch.HOLIDAY, GAP)
