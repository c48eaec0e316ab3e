"""A bar in hand: what a drag or a few keys would change, before anybody is asked to do it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QPoint

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.rooms.ui.board.axis import NOON
from openblock.features.rooms.ui.board.pieces import Kind, Piece
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.ui.theme import px


class Grip(StrEnum):
    """Where a piece was taken hold of: at one of its ends, whole, or as new days of a free bed."""

    START = "start"
    END = "end"
    WHOLE = "whole"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece as it would be: on ``line`` during ``[start, end)``."""

    piece: Piece
    grip: Grip
    line: int
    start: datetime
    end: datetime

    @property
    def changes(self) -> bool:
        """Whether it differs from the piece at all and lasts any time."""
        same = (self.piece.line, self.piece.start, self.piece.end)
        return self.start < self.end and (self.line, self.start, self.end) != same


def grip_at(sheet: Sheet, piece: Piece, x: int) -> Grip | None:
    """How a pointer at ``x`` takes hold of a piece; None where it cannot be taken."""
    if piece.kind == Kind.FREE:
        return Grip.NEW
    if not piece.is_bar:
        return None
    rect, reach = sheet.rect(piece), px(5)
    if rect.width() > 3 * reach:
        if x - rect.left() <= reach and piece.start >= sheet.picture.start:
            return Grip.START
        if rect.right() - x <= reach:
            return Grip.END
    return Grip.WHOLE


def taken(piece: Piece, grip: Grip) -> Draft:
    """A piece just taken in hand, changed in nothing yet."""
    return Draft(piece, grip, piece.line, piece.start, piece.end)


def dragged(sheet: Sheet, held: Draft, pressed: QPoint, point: QPoint) -> Draft:
    """What the draft becomes when the pointer pressed at one point has come to another."""
    if held.grip == Grip.WHOLE:
        return _carried(sheet, held, pressed, point)
    if held.grip == Grip.NEW:
        return _spanned(sheet, held, pressed.x(), point.x())
    moment = _edge(sheet, held.piece, point.x())
    if held.grip == Grip.START:
        return replace(held, start=moment)
    return replace(held, end=moment)


def _edge(sheet: Sheet, piece: Piece, x: int) -> datetime:
    # The right border is where the shown days end and nothing is known: no end.
    if x >= sheet.axis.whole - px(3):
        return FOREVER
    return sheet.axis.drawn_to(x, sheet.magnets(piece.line, piece.key), px(5))


def _spanned(sheet: Sheet, held: Draft, one: int, other: int) -> Draft:
    free = held.piece
    start = max(_edge(sheet, free, min(one, other)), free.start)
    end = min(_edge(sheet, free, max(one, other)), free.end)
    return replace(held, start=start, end=end)


def _carried(sheet: Sheet, held: Draft, pressed: QPoint, point: QPoint) -> Draft:
    line = sheet.line_at(min(max(point.y(), 0), sheet.size.height() - 1))
    moved = replace(held, line=line if line >= 0 else held.piece.line)
    along = point.x() - pressed.x()
    if held.piece.kind != Kind.PLANNED or abs(along) < max(sheet.axis.width / 2, px(8)):
        return replace(moved, start=held.piece.start, end=held.piece.end)
    days = round(along / sheet.axis.width)
    return replace(
        moved, start=days_later(held.piece.start, days), end=days_later(held.piece.end, days)
    )


def stepped(sheet: Sheet, held: Draft, by: int, *, fine: bool = False) -> Draft:
    """The draft after an arrow key to the left (-1) or right: a day, or a quarter of an hour."""
    if held.grip == Grip.WHOLE:
        if held.piece.kind != Kind.PLANNED:
            return held
        return replace(
            held, start=_step(held.start, by, fine=fine), end=_step(held.end, by, fine=fine)
        )
    if held.grip == Grip.START:
        return replace(held, start=_step(held.start, by, fine=fine))
    if held.end == FOREVER:
        last = sheet.axis.day(sheet.axis.days - 1)
        return held if by > 0 else replace(held, end=clock.at(last, NOON))
    end = _step(held.end, by, fine=fine)
    return replace(held, end=FOREVER if end >= sheet.axis.end else end)


def lifted(sheet: Sheet, held: Draft, by: int) -> Draft:
    """The draft after an arrow key up (-1) or down: on the next bed, where it is held whole."""
    if held.grip != Grip.WHOLE:
        return held
    return replace(held, line=min(max(held.line + by, 0), len(sheet.picture.lines) - 1))


def days_later(moment: datetime, days: int) -> datetime:
    """The same time by the wall clock some days later; what has no end goes on having none."""
    if moment == FOREVER:
        return moment
    wall = clock.local(moment)
    return clock.at(wall.date() + timedelta(days=days), wall.hour * 60 + wall.minute)


def _step(moment: datetime, by: int, *, fine: bool) -> datetime:
    if moment == FOREVER:
        return moment
    if fine:
        return moment + by * timedelta(minutes=15)
    return days_later(moment, by)
