"""One booking on the day list: who, with whom, and boxes to tick everybody out and back."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.features.grounds.sheets.day import DayBooking, PersonLine
from openblock.i18n import _
from openblock.printing.fitting import LEADING, Fitted, fit
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, RIGHT, Leaf
from openblock.printing.listing import Drawing
from openblock.printing.marks import Cell, alarm
from openblock.printing.page import CAP_HEIGHT, centred
from openblock.printing.style import A4_HANDED, FINE, GRID, GROUP, SECTION

_WIDE = A4_HANDED.inner_width
_TIME, _AREA, _WORDS, _NAME = 12.0, 11.0, 9.0, 9.5
_SMALL, _HEAD = 7.5, 6.5
_PAD = 5.0
_BOX, _BETWEEN = 10.0, 14.0  # a box to tick, and the space between two
_ROW = 17.0  # a pen needs it
_HEADS, _FOOT = 10.0, 26.0
_PLACE = 48.0  # of a person's bed
_LANES = 2
_MOST = 30  # people in one frame: more go on in the next, which may stand on another page
_LANE = (_WIDE - 2 * _PAD) / _LANES
_TICKS = 2 * _BOX + _BETWEEN + 10
_NAME_ROOM = _LANE - _TICKS - _PLACE - 8
_SIDE = 0.42  # of the width, for who supervises


@dataclass(frozen=True, slots=True)
class _Slip:
    """A booking, or a part of its people where they are many."""

    booking: DayBooking
    people: tuple[PersonLine, ...]
    again: bool
    is_last: bool

    @property
    def height(self) -> float:
        return self._top_height() + sum(self._rows()) + self._heads_height() + self._foot()

    def _area(self) -> Fitted:
        words = self.booking.area
        if self.again:
            words = _("{title} (continued)").format(title=words)
        taken = width(self.booking.times, Face.BOLD, _TIME) + 12 + 90
        return fit(words, Face.BOLD, _AREA, _WIDE - 2 * _PAD - taken, 8)

    def _about(self) -> Fitted:
        parts = (self.booking.purpose, self.booking.equipment)
        words = " \N{MIDDLE DOT} ".join(each for each in parts if each)
        return fit(words, Face.REGULAR, _WORDS, _WIDE * (1 - _SIDE) - 2 * _PAD)

    def _supervisor(self) -> Fitted:
        words = self.booking.supervisor or (_("no supervisor") if self.booking.lost else "")
        return fit(words, Face.BOLD, _WORDS, _WIDE * _SIDE - 2 * _PAD - 70)

    def _top_height(self) -> float:
        below = max(self._about().height, self._supervisor().height)
        return max(_TIME * LEADING, self._area().height) + below + 8

    def _heads_height(self) -> float:
        return _HEADS if self.people else 0.0

    def _foot(self) -> float:
        return _FOOT if self.is_last else 0.0

    def _lanes(self) -> list[tuple[PersonLine, ...]]:
        half = -(-len(self.people) // _LANES)
        return [self.people[:half], self.people[half:]]

    def _rows(self) -> list[float]:
        """How high each line of people is, over all lanes."""
        lanes = self._lanes()
        return [
            max(_ROW, *(_name(lane[at]).height + 4 for lane in lanes if at < len(lane)))
            for at in range(len(lanes[0]))
        ]

    def draw(self, leaf: Leaf, cell: Cell) -> None:
        y = cell.top + self._draw_top(leaf, cell)
        if self.people:
            leaf.across(cell.left, cell.right, y, GRID)
            y = self._draw_people(leaf, Cell(cell.left, y, cell.right, cell.bottom))
        if self.is_last:
            leaf.across(cell.left, cell.right, y, GRID)
            self._draw_foot(leaf, Cell(cell.left, y, cell.right, y + _FOOT))
        leaf.box(cell.left, cell.top, cell.right, cell.bottom, SECTION)

    def _draw_top(self, leaf: Leaf, cell: Cell) -> float:
        booking, left, right = self.booking, cell.left + _PAD, cell.right - _PAD
        baseline = cell.top + 4 + CAP_HEIGHT * _TIME
        leaf.text(left, baseline, booking.times, Face.BOLD, _TIME)
        x = left + width(booking.times, Face.BOLD, _TIME) + 12
        area = self._area()
        _write(leaf, x, baseline, area, Face.BOLD)
        leaf.text(right, baseline, booking.heads, Face.BOLD, _AREA, align=RIGHT)
        y = max(_TIME * LEADING, area.height) + 4 + CAP_HEIGHT * _WORDS
        baseline = cell.top + y
        _write(leaf, left, baseline, self._about(), Face.REGULAR)
        self._draw_supervisor(leaf, cell, baseline)
        return self._top_height()

    def _draw_supervisor(self, leaf: Leaf, cell: Cell, baseline: float) -> None:
        """Who supervises; what has not been approved or stands no more is told in the same line."""
        x = cell.left + _WIDE * (1 - _SIDE)
        supervisor = self._supervisor()
        if supervisor.lines != ("",):
            caption = _("Supervisor:")
            leaf.text(x, baseline, caption, Face.REGULAR, _WORDS)
            after = x + width(caption, Face.REGULAR, _WORDS) + 4
            if self.booking.lost:
                area = Cell(after, baseline - _WORDS + 0.5, after + _WORDS, baseline + 1.5)
                alarm(leaf, area, "!", _WORDS - 1)
                after += _WORDS + 3
            _write(leaf, after, baseline, supervisor, Face.BOLD)
        if self.booking.asked:
            right = cell.right - _PAD
            leaf.text(right, baseline, _("not approved"), Face.BOLD, _SMALL, align=RIGHT)

    def _draw_people(self, leaf: Leaf, cell: Cell) -> float:
        heads = cell.top + _HEADS
        for place, lane in enumerate(self._lanes()):
            left = cell.left + _PAD + place * _LANE
            if lane:
                _draw_heads(leaf, left, heads - 2)
            y = heads
            for person, high in zip(lane, self._rows(), strict=False):
                _draw_person(leaf, Cell(left, y, left + _LANE - 8, y + high), person)
                y += high
        return heads + sum(self._rows())

    def _draw_foot(self, leaf: Leaf, cell: Cell) -> None:
        """When they went and came back, and the signature of who supervised."""
        booking, line = self.booking, cell.bottom - 7
        x = cell.left + _PAD
        for words, known in ((_("Out at"), booking.out), (_("Back at"), booking.back)):
            leaf.text(x, line - 1.5, words, Face.REGULAR, _WORDS)
            x += width(words, Face.REGULAR, _WORDS) + 4
            if known:
                leaf.text(x, line - 1.5, known, Face.BOLD, _WORDS + 1)
            else:
                leaf.across(x, x + 48, line, FINE)
            x += 60
        words = _("Supervisor’s signature")
        leaf.text(x, line - 1.5, words, Face.REGULAR, _WORDS)
        x += width(words, Face.REGULAR, _WORDS) + 4
        leaf.across(x, cell.right - _PAD, line, FINE)


def _write(leaf: Leaf, x: float, baseline: float, fitted: Fitted, face: Face) -> None:
    for line in fitted.lines:
        leaf.text(x, baseline, line, face, fitted.size)
        baseline += fitted.size * LEADING


def _name(person: PersonLine) -> Fitted:
    return fit(person.name, Face.BOLD, _NAME, _NAME_ROOM, 8)


def _draw_heads(leaf: Leaf, left: float, baseline: float) -> None:
    for place, words in enumerate((_("out"), _("back"))):
        x = left + place * (_BOX + _BETWEEN) + _BOX / 2
        leaf.text(x, baseline, words, Face.REGULAR, _HEAD, align=CENTRE)


def _draw_person(leaf: Leaf, cell: Cell, person: PersonLine) -> None:
    """Two boxes, the name, the bed at the right, and a hairline below."""
    middle = (cell.top + cell.bottom) / 2
    for place in range(2):
        x = cell.left + place * (_BOX + _BETWEEN)
        leaf.box(x, middle - _BOX / 2, x + _BOX, middle + _BOX / 2, GROUP)
    name = _name(person)
    baseline = centred(cell.top, cell.bottom, name.size)
    baseline -= (len(name.lines) - 1) * name.size * LEADING / 2
    _write(leaf, cell.left + _TICKS, baseline, name, Face.BOLD)
    place_of = fit(person.place, Face.REGULAR, _NAME, _PLACE, 5)
    leaf.text(
        cell.right,
        centred(cell.top, cell.bottom, place_of.size),
        place_of.lines[0],
        Face.REGULAR,
        place_of.size,
        align=RIGHT,
    )
    leaf.across(cell.left, cell.right, cell.bottom, GRID)


def slips(booking: DayBooking) -> list[Drawing]:
    """The frames of one booking: one, or several where more people take part than it holds."""
    people = booking.people
    groups = [people[at : at + _MOST] for at in range(0, len(people), _MOST)] or [()]
    made = [
        _Slip(booking, group, again=number > 0, is_last=number == len(groups) - 1)
        for number, group in enumerate(groups)
    ]
    return [Drawing("", each.height, each.draw) for each in made]
