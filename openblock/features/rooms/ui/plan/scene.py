"""Puts the rooms and beds of one floor together, and knows which bed lies where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from openblock.features.rooms.queries import FloorRow
from openblock.features.rooms.rules.content import Walls
from openblock.features.rooms.ui.plan.items import BedItem, RoomItem
from openblock.features.rooms.ui.plan.measure import bed_places, least_factor
from openblock.features.rooms.ui.plan.picture import RoomPicture
from openblock.ui.drawn_plan import beside, set_apart, size_of
from openblock.ui.theme import px, token


class PlanScene(QGraphicsScene):
    """The floor in pixels: as large as the view, or as large as its beds need to be read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rooms: dict[int, RoomItem] = {}
        self.beds: dict[int, BedItem] = {}
        self.factor = 1.0
        self.size = (1, 1)
        self.floor_size = (1, 1)

    def show_floor(
        self,
        floor: FloorRow,
        pictures: Sequence[RoomPicture],
        room: QSize,
        draft: Mapping[int, Walls] | None = None,
    ) -> None:
        """Lay the floor out anew for a view of ``room`` pixels; ``draft`` are walls not saved."""
        stored = [(each.room.room_id, each.room.content.walls) for each in pictures]
        walls = {**set_apart(stored, floor.content.width), **(draft or {})}
        self.floor_size = (floor.content.width, floor.content.height)
        self.size = size_of(walls.values(), *self.floor_size)
        self.factor = self._factor_for(pictures, walls, room)
        self.clear()
        self.rooms, self.beds = {}, {}
        for each in pictures:
            self._add(each, walls[each.room.room_id])
        edge = px(12)
        wide, high = (length * self.factor for length in self.size)
        self.setSceneRect(QRectF(-edge, -edge, wide + 2 * edge, high + 2 * edge))

    def _factor_for(
        self, pictures: Sequence[RoomPicture], walls: Mapping[int, Walls], room: QSize
    ) -> float:
        # A scroll bar that comes for the height must not bring the other one with it.
        edge = 2 * px(12) + px(14)
        fitting = min(
            (room.width() - edge) / self.size[0],
            (room.height() - edge) / self.size[1],
        )
        living = [(walls[each.room.room_id], len(each.beds)) for each in pictures if each.living]
        return max(fitting, least_factor(living), 0.05)

    def _add(self, picture: RoomPicture, walls: Walls) -> None:
        item = RoomItem(picture, walls, self.factor)
        self.addItem(item)
        self.rooms[picture.room.room_id] = item
        if picture.closure is not None:
            # Its beds are told by the plate of the closure; they stay there for the keyboard.
            hidden = bed_places(item.rect, len(picture.beds))
            self._add_beds(item, picture, hidden, drawn=False)
            return
        self._add_beds(item, picture, bed_places(item.rect, len(picture.beds)), drawn=True)

    def _add_beds(
        self, item: RoomItem, picture: RoomPicture, places: Sequence[QRectF], *, drawn: bool
    ) -> None:
        for bed, place in zip(picture.beds, places, strict=True):
            made = BedItem(bed, place, item, drawn=drawn)
            item.beds.append(made)
            self.beds[bed.bed_id] = made

    def bed_at(self, point: QPointF) -> BedItem | None:
        """The bed under ``point``."""
        return next((each for each in self.items(point) if isinstance(each, BedItem)), None)

    def room_at(self, point: QPointF) -> RoomItem | None:
        """The room under ``point``."""
        return next((each for each in self.items(point) if isinstance(each, RoomItem)), None)

    def beside(self, bed_id: int, key: Qt.Key) -> int | None:
        """The nearest bed that way; one straight ahead is nearer than one askew."""
        centres = {each_id: each.centre() for each_id, each in self.beds.items()}
        return beside(centres.pop(bed_id), centres, key)

    def drawBackground(self, painter: QPainter, rect: QRectF | object) -> None:
        if isinstance(rect, QRectF):
            painter.fillRect(rect, token("window"))
        wide, high = (length * self.factor for length in self.size)
        painter.fillRect(QRectF(0, 0, wide, high), token("chrome"))
