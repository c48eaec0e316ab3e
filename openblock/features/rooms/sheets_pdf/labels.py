"""Draws door labels: two of A5 on each A4, the room's number readable from across a corridor."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from openblock.features.rooms.sheets.labels import DoorLabel, LabelBed
from openblock.i18n import _, format_moment, language
from openblock.printing.fitting import Fitted, fit, shrink, wrap
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, RIGHT, Leaf
from openblock.printing.marks import Cell
from openblock.printing.page import CAP_HEIGHT, centred
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint
from openblock.printing.style import A4_HANDED, FINE, GRID, MM, SECTION, SMALLEST

_SIDE = 12 * MM
_HEIGHT = A4_HANDED.height / 2
_TITLE, _NUMBER, _FACT, _NAME, _LABEL, _FOOT = 15.0, 165.0, 22.0, 44.0, 26.0, 7.25
_HEAD_RULE, _NUMBER_RULE, _BEDS_END = 58.0, 226.0, 366.0
_ROOMY = 4  # beds one below the other; more stand side by side
_TIGHT = 1.2  # a line of a name, in parts of its size: no two lines touch
_LEAST_NUMBER = 40.0  # a longer one takes several lines
_SCISSORS = "\N{BLACK SCISSORS}"


def door_labels_pdf(labels: tuple[DoorLabel, ...], imprint: Imprint) -> bytes:
    """All labels as one PDF in the language spoken now; its title names no person."""
    leaves = draw_labels(labels, imprint)
    return write(leaves, _("Door labels"), language())


def draw_labels(labels: tuple[DoorLabel, ...], imprint: Imprint) -> list[Leaf]:
    """The pages, two labels on each, with the line to cut along between them."""
    leaves: list[Leaf] = []
    for number, label in enumerate(labels):
        if number % 2 == 0:
            leaves.append(Leaf(A4_HANDED.width, A4_HANDED.height))
        pen = _Pen(leaves[-1], _HEIGHT * (number % 2), imprint)
        pen.draw(label, number + 1, len(labels))
    if not labels:
        leaves.append(Leaf(A4_HANDED.width, A4_HANDED.height))
        _Pen(leaves[-1], 0, imprint).nothing()
    for leaf in leaves:
        _cut(leaf)
    return leaves


def _cut(leaf: Leaf) -> None:
    x, step = 0.0, 6.0
    while x < leaf.width:
        leaf.across(x, min(x + step * 0.6, leaf.width), _HEIGHT, GRID)
        x += step
    leaf.text(14, _HEIGHT + 3.2, _SCISSORS, Face.REGULAR, 9)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws one label whose top edge lies ``top`` points below the paper's."""

    leaf: Leaf
    top: float
    imprint: Imprint

    @property
    def _left(self) -> float:
        return _SIDE

    @property
    def _right(self) -> float:
        return self.leaf.width - _SIDE

    def draw(self, label: DoorLabel, number: int, count: int) -> None:
        """Head, number, facts, beds, and its own foot: the label is cut off from the others."""
        self._head(label)
        code = self._code(label.code)
        self._facts(label, code)
        self._rule(_NUMBER_RULE, SECTION)
        self._beds(label.beds)
        self._foot(f"{self.imprint.sheet_number}-{label.code}", number, count)

    def nothing(self) -> None:
        """What the sheet says where no room has a bed."""
        words = _("No room with a bed is set up yet.")
        self.leaf.text(self._left, self.top + 45, words, Face.REGULAR, _TITLE)
        self._foot(self.imprint.sheet_number, 1, 1)

    def _rule(self, y: float, weight: float) -> None:
        self.leaf.across(self._left, self._right, self.top + y, weight)

    def _head(self, label: DoorLabel) -> None:
        words = _("Living room")
        self.leaf.text(self._left, self.top + 48, words, Face.REGULAR, _TITLE)
        room = self._right - self._left - width(words, Face.REGULAR, _TITLE) - 20
        place = fit(label.place, Face.BOLD, _TITLE, room, 9)
        baseline = self.top + 48 - (len(place.lines) - 1) * place.size * _TIGHT
        for line in place.lines:
            self.leaf.text(self._right, baseline, line, Face.BOLD, place.size, align=RIGHT)
            baseline += place.size * _TIGHT
        self._rule(_HEAD_RULE, SECTION)

    def _code(self, code: str) -> float:
        """The room's number, as large as it may be; where it ends."""
        # A number leaves a third of the width to what the room is; a long name of a room may not.
        room = (self._right - self._left) * 0.68
        size = shrink(code, Face.BOLD, _NUMBER, room, _LEAST_NUMBER)
        fitted = Fitted(size, (code,))
        if width(code, Face.BOLD, size) > room:
            fitted = _largest(code, _LEAST_NUMBER, room, _NUMBER_RULE - _HEAD_RULE - 18)
        step = fitted.size * _TIGHT
        high = CAP_HEIGHT * fitted.size + (len(fitted.lines) - 1) * step
        middle = self.top + (_HEAD_RULE + _NUMBER_RULE) / 2
        baseline = middle - high / 2 + CAP_HEIGHT * fitted.size
        end = self._left
        for line in fitted.lines:
            # The digit's own air on its left would set it in from the line above it.
            self.leaf.text(self._left - 0.06 * fitted.size, baseline, line, Face.BOLD, fitted.size)
            end = max(end, self._left + width(line, Face.BOLD, fitted.size))
            baseline += step
        return end

    def _facts(self, label: DoorLabel, start: float) -> None:
        room = max(self._right - start - 12, 60)
        fitted = [
            fit(fact, Face.REGULAR if at else Face.BOLD, _FACT - (6 if at else 0), room, 9)
            for at, fact in enumerate(label.facts)
        ]
        baseline = self.top + _NUMBER_RULE - 26
        for at, fact in reversed(tuple(enumerate(fitted))):
            for line in reversed(fact.lines):
                face = Face.REGULAR if at else Face.BOLD
                self.leaf.text(self._right, baseline, line, face, fact.size, align=RIGHT)
                baseline -= fact.size * 1.3
            baseline -= 6

    def _beds(self, beds: tuple[LabelBed, ...]) -> None:
        """The beds below each other; more than a few side by side, the first lane first."""
        lanes = ceil(len(beds) / _ROOMY)
        rows = max(2, ceil(len(beds) / lanes))
        high = (_BEDS_END - _NUMBER_RULE) / rows
        between = 5 * MM
        wide = (self._right - self._left + between) / lanes - between
        for at, bed in enumerate(beds):
            left = self._left + (at // rows) * (wide + between)
            top = self.top + _NUMBER_RULE + (at % rows) * high
            self._bed(bed, Cell(left, top, left + wide, top + high))
            self.leaf.across(left, left + wide, top + high, FINE)

    def _bed(self, bed: LabelBed, cell: Cell) -> None:
        side = min(43.0, (cell.bottom - cell.top) * 0.62)
        middle = (cell.top + cell.bottom) / 2
        self.leaf.box(cell.left, middle - side / 2, cell.left + side, middle + side / 2, SECTION)
        size = shrink(bed.label, Face.BOLD, min(_LABEL, side * 0.62), side - 4, 5)
        baseline = centred(middle - side / 2, middle + side / 2, size)
        self.leaf.text(cell.left + side / 2, baseline, bed.label, Face.BOLD, size, align=CENTRE)
        left = cell.left + side + 12
        words, face = (bed.name, Face.BOLD) if bed.name else (bed.shut, Face.REGULAR)
        most = _NAME if bed.name else _TITLE
        fitted = _largest(words, most, cell.right - left, cell.bottom - cell.top - 6, face)
        step = fitted.size * _TIGHT
        baseline = centred(cell.top, cell.bottom, fitted.size) - (len(fitted.lines) - 1) * step / 2
        for line in fitted.lines:
            self.leaf.text(left, baseline, line, face, fitted.size)
            baseline += step

    def _foot(self, sheet_number: str, number: int, count: int) -> None:
        imprint = self.imprint
        head = imprint.audit_head[:12]
        groups = " ".join(head[start : start + 4] for start in range(0, len(head), 4))
        bold = _("Sheet No. {number}").format(number=sheet_number)
        printed = _("Printed by {name}, {moment}").format(
            name=imprint.printed_by, moment=format_moment(imprint.printed_at)
        )
        label = _("Label {number} of {count}").format(number=number, count=count)
        chain = _("chain head {head}").format(head=groups)
        first = " · ".join(part for part in (imprint.version, printed, label) if part)
        second = " · ".join(part for part in (imprint.block, chain, imprint.remark) if part)
        baseline = self.top + _BEDS_END + 15
        size = shrink(bold, Face.BOLD, _FOOT + 0.75, (self._right - self._left) / 2)
        self.leaf.text(self._left, baseline, bold, Face.BOLD, size)
        start = self._left + width(bold, Face.BOLD, size) + 9
        lines = list(wrap(first, Face.REGULAR, _FOOT, self._right - start))
        lines += wrap(second, Face.REGULAR, _FOOT, self._right - self._left)
        for at, line in enumerate(lines):
            x = self._left if at else start
            self.leaf.text(x, baseline, line, Face.REGULAR, _FOOT)
            baseline += _FOOT * 1.24


def _largest(words: str, most: float, room: float, height: float, face: Face = Face.BOLD) -> Fitted:
    """The greatest size at which ``words``, on as many lines as they need, fit the area."""
    size = most
    while size > SMALLEST:
        lines = wrap(words, face, size, room)
        if len(lines) * size * _TIGHT <= height and not _breaks_a_word(words, lines):
            return Fitted(size, lines)
        size -= 0.5
    return fit(words, face, SMALLEST, room)


def _breaks_a_word(words: str, lines: tuple[str, ...]) -> bool:
    """Whether a word was torn where it has neither a space nor a hyphen."""
    ends = 0
    for line in lines[:-1]:
        ends += len(line)
        following = words[ends : ends + 1]
        if following != " " and not line.endswith("-"):
            return True
        ends += following == " "
    return False
