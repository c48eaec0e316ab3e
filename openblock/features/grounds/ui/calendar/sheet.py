"""The calendar laid out in pixels: what lies where, and what is hit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics

from openblock.features.grounds.ui.calendar.axis import Axis
from openblock.features.grounds.ui.calendar.picture import Block, CalendarPicture, Shut
from openblock.ui.theme import font, px


def least_hour() -> int:
    """The height an hour needs at the least: two lines of text."""
    return 2 * QFontMetrics(font("small")).height() + 2


def least_width() -> int:
    """The width a column needs at the least: its times in one line."""
    return QFontMetrics(font("small")).horizontalAdvance("00:00–00:00") + px(32)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture, its time axis and the width of a column; coordinates of the whole sheet."""

    picture: CalendarPicture
    axis: Axis
    wide: float

    @property
    def size(self) -> QSize:
        """Of everything, in sight or not."""
        return QSize(round(self.wide * len(self.picture.columns)), self.axis.whole)

    def left_of(self, column: int) -> int:
        """Where a column begins."""
        return round(column * self.wide)

    def rect_of(self, column: int, top: float, bottom: float) -> QRect:
        """The part of a column between two minutes, its line at the right left free."""
        left, right = self.left_of(column), self.left_of(column + 1)
        above, below = self.axis.y_of(top), self.axis.y_of(bottom)
        return QRect(left, above, right - left - 1, max(below - above, 1))

    def column_rect(self, column: int) -> QRect:
        """A whole column."""
        return self.rect_of(column, self.axis.first, self.axis.last)

    def rect_of_block(self, block: Block) -> QRect:
        """Where a block is drawn: in its lane, a little apart from its neighbours."""
        whole = self.rect_of(block.column, block.top, block.bottom)
        inner = whole.adjusted(px(2), 1, -px(2), -1)
        share = inner.width() / block.lanes
        left = inner.left() + round(block.lane * share)
        right = inner.left() + round((block.lane + 1) * share) - (block.lane + 1 < block.lanes)
        # A repeated hour of October or the edge of the day leaves something to take hold of.
        return QRect(left, inner.top(), max(right - left, px(6)), max(inner.height(), px(6)))

    def rect_of_shut(self, shut: Shut) -> QRect:
        """Where a closure is drawn."""
        return self.rect_of(shut.column, shut.top, shut.bottom)

    def free_of_blocks(self, shut: Shut) -> QRect:
        """The highest part of a closure that no booking lies on; all of it where there is none."""
        whole = self.rect_of_shut(shut)
        taken = sorted(
            (rect.top(), rect.bottom())
            for each in self.picture.blocks
            if each.column == shut.column and (rect := self.rect_of_block(each)).intersects(whole)
        )
        found, top = QRect(), whole.top()
        for start, end in (*taken, (whole.bottom() + 1, whole.bottom() + 1)):
            if start - top > found.height():
                found = QRect(whole.left(), top, whole.width(), start - top)
            top = max(top, end + 1)
        return found if found.isValid() else whole

    def columns_in(self, area: QRect) -> range:
        """The columns that ``area`` touches."""
        first = int(max(area.left(), 0) // self.wide)
        last = int(max(area.right(), 0) // self.wide)
        return range(first, min(last + 1, len(self.picture.columns)))

    def column_at(self, x: int) -> int:
        """The column at a place, the nearest one for a place outside."""
        return min(max(int(x // self.wide), 0), len(self.picture.columns) - 1)

    def block_at(self, point: QPoint) -> Block | None:
        """The block at a place."""
        return next((b for b in self.picture.blocks if self.rect_of_block(b).contains(point)), None)

    def shut_at(self, point: QPoint) -> Shut | None:
        """The closure at a place."""
        return next((s for s in self.picture.shuts if self.rect_of_shut(s).contains(point)), None)


def laid_out(picture: CalendarPicture, room: QSize) -> Sheet:
    """``picture`` in a room: as large as it is, larger where the text would not be read."""
    number = max(len(picture.columns), 1)
    wide = max(room.width() / number, float(least_width()))
    minutes = picture.last - picture.first
    unit = max(room.height() / minutes, least_hour() / 60)
    return Sheet(picture, Axis(picture.first, picture.last, unit), wide)
