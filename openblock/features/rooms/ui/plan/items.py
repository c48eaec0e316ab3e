"""The plan's items: a room with its walls, and a bed that people are dropped on."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from openblock.features.rooms.rules.content import Walls
from openblock.features.rooms.ui.plan.paint import paint_bed, paint_room
from openblock.features.rooms.ui.plan.picture import BedPicture, RoomPicture
from openblock.ui.theme import px, token


class BedItem(QGraphicsItem):
    """One bed; who looks at it is told its whole story."""

    def __init__(
        self, bed: BedPicture, rect: QRectF, parent: QGraphicsItem, *, drawn: bool = True
    ) -> None:
        super().__init__(parent)
        self.bed = bed
        self.rect = rect
        self.drawn = drawn
        self.current = False
        # A remark may look like markup; it is shown as it was typed.
        self.setToolTip(f"<qt>{escape(bed.spoken)}</qt>")

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-px(3), -px(3), px(3), px(3))

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        if self.drawn or self.current:
            paint_bed(painter, self.rect, self.bed, current=self.current)

    def show_current(self, *, current: bool) -> None:
        """Draw the ring of the keyboard, or take it away."""
        self.current = current
        self.update()

    def centre(self) -> QPointF:
        """Its middle on the plan."""
        return self.mapToScene(self.rect.center())


class RoomItem(QGraphicsItem):
    """One room; while the plan is edited it has a grip in its lower right corner."""

    def __init__(self, room: RoomPicture, walls: Walls, factor: float) -> None:
        super().__init__()
        self.room = room
        self.walls = walls
        self.factor = factor
        self.chosen = False
        self.edited = False
        self.beds: list[BedItem] = []

    @property
    def rect(self) -> QRectF:
        """Its walls in pixels."""
        walls, factor = self.walls, self.factor
        return QRectF(
            walls.x * factor, walls.y * factor, walls.width * factor, walls.height * factor
        )

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-px(3), -px(3), px(3), px(3))

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        paint_room(painter, self.rect, self.room, chosen=self.chosen)
        if self.edited:
            painter.fillRect(self.grip(), token("accent"))

    def grip(self) -> QRectF:
        """Where the mouse takes the room to resize it."""
        side = px(14)
        corner = self.rect.bottomRight()
        return QRectF(corner.x() - side, corner.y() - side, side, side)

    def show_chosen(self, *, chosen: bool) -> None:
        """Mark the room whose facts stand at the right."""
        self.chosen = chosen
        self.setZValue(1 if chosen else 0)
        self.update()

    def show_edited(self, *, edited: bool) -> None:
        """Show the grip instead of the beds, or the beds again."""
        self.edited = edited
        for bed in self.beds:
            bed.setVisible(not edited)
        shape = Qt.CursorShape.SizeAllCursor if edited else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def set_walls(self, walls: Walls) -> None:
        """Stand elsewhere, not saved yet."""
        self.prepareGeometryChange()
        self.walls = walls
        self.update()
