"""A time in hand: what a drag or a few keys would make of a booking, before anybody is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QPoint

from openblock.clock import MINUTES_OF_DAY
from openblock.features.grounds.rules.content import SLOT, Span
from openblock.features.grounds.ui.calendar.axis import span_of
from openblock.features.grounds.ui.calendar.picture import Block, CalendarPicture
from openblock.features.grounds.ui.calendar.sheet import Sheet
from openblock.ui.theme import px


class Grip(StrEnum):
    """Where a block was taken hold of: at an edge, whole, or as a new time on empty ground."""

    TOP = "top"
    BOTTOM = "bottom"
    WHOLE = "whole"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Draft:
    """``[start, end)`` in minutes of the day of ``column``; of ``block``, None for a new one."""

    grip: Grip
    column: int
    start: int
    end: int
    block: Block | None = None

    @property
    def changes(self) -> bool:
        """Whether it differs from what stands."""
        if self.block is None:
            return True
        stands = (self.block.column, self.block.top, self.block.bottom)
        return (self.column, self.start, self.end) != stands

    def span(self, picture: CalendarPicture) -> Span:
        """The time of it."""
        return span_of(picture.columns[self.column].day, self.start, self.end)


def grip_at(sheet: Sheet, block: Block, y: int) -> Grip | None:
    """How a pointer at ``y`` takes hold of a block; None where it can no longer be changed."""
    rect, reach = sheet.rect_of_block(block), px(5)
    if block.stretchable and rect.bottom() - y <= reach:
        return Grip.BOTTOM
    if not block.movable:
        return None
    if y - rect.top() <= reach and rect.height() > 3 * reach:
        return Grip.TOP
    return Grip.WHOLE


def taken(block: Block, grip: Grip) -> Draft:
    """A block just taken in hand, changed in nothing yet."""
    return Draft(grip, block.column, block.top, block.bottom, block)


def begun(sheet: Sheet, point: QPoint) -> Draft:
    """A new time that begins under the pointer, one quarter of an hour long."""
    minute = sheet.axis.slot_at(point.y())
    return Draft(Grip.NEW, sheet.column_at(point.x()), minute, minute + SLOT)


def dragged(sheet: Sheet, held: Draft, pressed: QPoint, point: QPoint) -> Draft:
    """What was taken at ``pressed`` when the pointer has come to ``point``."""
    if held.grip == Grip.WHOLE:
        return _carried(sheet, held, pressed, point)
    if held.grip == Grip.NEW:
        one, other = sheet.axis.slot_at(pressed.y()), sheet.axis.slot_at(point.y())
        return replace(held, start=min(one, other), end=max(one, other) + SLOT)
    minute = sheet.axis.snapped(point.y())
    if held.grip == Grip.TOP:
        return replace(held, start=min(minute, held.end - SLOT))
    return replace(held, end=max(minute, held.start + SLOT))


def _carried(sheet: Sheet, held: Draft, pressed: QPoint, point: QPoint) -> Draft:
    if held.block is None:
        return held
    along = (point.y() - pressed.y()) / sheet.axis.unit
    by = round(along / SLOT) * SLOT
    over = sheet.column_at(point.x()) - sheet.column_at(pressed.x())
    column = min(max(held.block.column + over, 0), len(sheet.picture.columns) - 1)
    block = held.block
    return _kept_in(replace(held, column=column, start=block.top + by, end=block.bottom + by))


def stepped(picture: CalendarPicture, held: Draft, minutes: int, columns: int) -> Draft:
    """The draft after an arrow key: later or earlier, or in the next column."""
    column = min(max(held.column + columns, 0), len(picture.columns) - 1)
    moved = replace(held, column=column, start=held.start + minutes, end=held.end + minutes)
    return _kept_in(moved)


def stretched(held: Draft, minutes: int) -> Draft:
    """The draft with a later or earlier end, a quarter of an hour long at the least."""
    end = min(held.end + minutes, MINUTES_OF_DAY)
    return replace(held, grip=Grip.BOTTOM, end=max(end, held.start + SLOT))


def _kept_in(held: Draft) -> Draft:
    """Within the day, as long as it was: no drag makes an evening into a night."""
    length = held.end - held.start
    start = held.start
    if held.block is not None and held.block.top >= 0 and held.block.bottom <= MINUTES_OF_DAY:
        start = min(max(start, 0), MINUTES_OF_DAY - length)
    return replace(held, start=start, end=start + length)
