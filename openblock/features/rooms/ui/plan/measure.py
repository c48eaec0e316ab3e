"""How large a plan is drawn, and where in a room its beds stand: taken from the font."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetrics

from openblock.features.rooms.rules.content import Walls
from openblock.ui.theme import font, px

_HIGHEST_BED = 38
_NARROWEST_BED = 94


def head_height() -> float:
    """The line with the room's code."""
    return QFontMetrics(font("title")).height() + px(10)


def least_bed() -> QSizeF:
    """The smallest bed whose letter and name can be read."""
    return QSizeF(px(_NARROWEST_BED), QFontMetrics(font()).height() + px(9))


def gap() -> int:
    """The room between beds, and between beds and walls."""
    return px(6)


def least_factor(rooms: Iterable[tuple[Walls, int]]) -> float:
    """Pixels for a plan unit below which some room (walls, number of beds) cannot be read."""
    return max((_least_of(walls, beds) for walls, beds in rooms), default=0.0)


def _least_of(walls: Walls, beds: int) -> float:
    bed = least_bed()
    columns = range(1, max(beds, 1) + 1)
    return min(
        max(
            (head_height() + _rows(beds, each) * (bed.height() + gap()) + gap()) / walls.height,
            (each * (bed.width() + gap()) + gap()) / walls.width,
        )
        for each in columns
    )


def _rows(beds: int, columns: int) -> int:
    return -(-beds // columns)


def bed_places(room: QRectF, beds: int) -> tuple[QRectF, ...]:
    """Where in ``room`` its beds stand: in as few columns as its height allows, left to right."""
    if not beds:
        return ()
    columns = next(each for each in range(1, beds + 1) if each == beds or _fits(room, beds, each))
    width = (room.width() - gap()) / columns - gap()
    free = room.height() - head_height() - gap()
    height = min(_highest_bed(), max(free / _rows(beds, columns) - gap(), 1))
    return tuple(
        QRectF(
            room.x() + gap() + (place % columns) * (width + gap()),
            room.y() + head_height() + (place // columns) * (height + gap()),
            width,
            height,
        )
        for place in range(beds)
    )


def two_lines() -> float:
    """The height from which a bed has room for a second line."""
    return QFontMetrics(font()).height() + QFontMetrics(font("small")).height() + px(8)


def _highest_bed() -> float:
    return max(px(_HIGHEST_BED), two_lines() + px(4))


def _fits(room: QRectF, beds: int, columns: int) -> bool:
    needed = head_height() + _rows(beds, columns) * (least_bed().height() + gap())
    return needed <= room.height() + 1
