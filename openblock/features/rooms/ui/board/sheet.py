"""The board as geometry: the rectangle of every piece, and what lies under a point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetrics

from openblock.features.rooms.ui.board.axis import Axis
from openblock.features.rooms.ui.board.pieces import BoardPicture, Kind, Piece
from openblock.ui.theme import font, px

#: The least width of a day, as drawn at 100 % text: what its head needs, or only a hint of a day.
_LEAST_DAY = {14: 34, 30: 27, 90: 10}


def row_height() -> int:
    """The height of a bed's line at the text size that is on."""
    return QFontMetrics(font("small")).height() + px(6)


def day_width(days: int, room: int) -> float:
    """The width of each of ``days`` days in ``room`` pixels; past the least width it scrolls."""
    least = next((width for count, width in _LEAST_DAY.items() if days <= count), 10)
    return max(room / days, float(px(least)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture laid out on an axis of days, with lines ``row`` pixels high."""

    picture: BoardPicture
    axis: Axis
    row: int

    @property
    def size(self) -> QSize:
        """The size of everything, scrolled to or not."""
        return QSize(self.axis.whole, self.row * len(self.picture.lines))

    def rect(self, piece: Piece) -> QRect:
        """Where a piece lies, from line to line; never narrower than can be hit."""
        left, right = self.axis.x_of(piece.start), self.axis.x_of(piece.end)
        least = px(3)
        if right - left < least:
            left = min(left, self.axis.whole - least)
            right = left + least
        return QRect(left, piece.line * self.row, right - left, self.row)

    def lines_in(self, area: QRect) -> range:
        """The lines that an area meets."""
        first = max(area.top() // self.row, 0)
        return range(first, min(area.bottom() // self.row + 1, len(self.picture.lines)))

    def line_at(self, y: int) -> int:
        """The line at a height, or -1 below the last."""
        line = y // self.row
        return line if 0 <= line < len(self.picture.lines) else -1

    def stop_at(self, point: QPoint) -> Piece | None:
        """The piece, or the free stretch, under a point; a bar before what is beneath it."""
        line = self.line_at(point.y())
        if line < 0 or not 0 <= point.x() < max(self.axis.whole, 1):
            return None
        under = [
            each
            for each in self.picture.stops(line)
            if self.rect(each).left() <= point.x() <= self.rect(each).right()
        ]
        return max(under, key=_on_top, default=None)

    def magnets(self, line: int, but: tuple[str, int]) -> list[datetime]:
        """The instants an edge dragged on a line is drawn to: now, and where others end."""
        ends = [
            moment
            for each in self.picture.pieces[line]
            if each.key != but
            for moment in (each.start, each.end)
        ]
        shown = [each for each in ends if self.picture.start < each < self.picture.end]
        return [*shown, self.picture.now]

    @property
    def today(self) -> int:
        """The column of today, or -1 where it is not shown."""
        if not self.picture.start <= self.picture.now < self.picture.end:
            return -1
        marks = (self.axis.x_of_day(number) for number in range(self.axis.days + 1))
        now = self.axis.x_of(self.picture.now)
        return sum(mark <= now for mark in marks) - 1

    def weekends(self) -> list[tuple[int, int]]:
        """The columns of Saturdays and Sundays as runs: first and one past the last."""
        runs: list[tuple[int, int]] = []
        for number in range(self.axis.days):
            if (self.axis.first + timedelta(days=number)).weekday() < 5:
                continue
            if runs and runs[-1][1] == number:
                runs[-1] = (runs[-1][0], number + 1)
            else:
                runs.append((number, number + 1))
        return runs


def _on_top(piece: Piece) -> tuple[bool, bool, datetime]:
    return piece.is_bar, piece.kind != Kind.FREE, piece.start
