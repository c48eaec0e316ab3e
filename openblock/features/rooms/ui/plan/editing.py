"""Moves and resizes rooms on the plan, on a grid; nothing is stored until it is saved as one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from openblock.features.rooms.rules.content import Walls
from openblock.features.rooms.ui.plan.items import RoomItem
from openblock.features.rooms.ui.plan.scene import PlanScene
from openblock.ui.drawn_plan import STEPS, moved, resized

_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class WallsEditing:
    """Lives while the plan is edited; ``changes`` are the walls that differ from the stored."""

    def __init__(self, scene: PlanScene, room_id: int | None = None) -> None:
        self._scene = scene
        self._bounds = scene.floor_size
        self._stored = {key: item.room.room.content.walls for key, item in scene.rooms.items()}
        self.draft: dict[int, Walls] = {key: item.walls for key, item in scene.rooms.items()}
        self.room_id = room_id if room_id in scene.rooms else next(iter(scene.rooms), None)
        self._taken: tuple[QPointF, Walls, bool] | None = None
        self.show()

    @property
    def changes(self) -> tuple[tuple[int, Walls], ...]:
        """Room and new walls, for every room that stands elsewhere now."""
        return tuple(
            (room_id, walls)
            for room_id, walls in self.draft.items()
            if walls != self._stored.get(room_id, walls)
        )

    def show(self) -> None:
        """Show every room with its grip, after the scene was laid out anew too."""
        for room_id, item in self._scene.rooms.items():
            item.show_edited(edited=True)
            item.show_chosen(chosen=room_id == self.room_id)

    # Mouse

    def press(self, point: QPointF) -> None:
        """Take the room under the mouse, at its grip to resize it."""
        item = self._scene.room_at(point)
        if item is None:
            return
        self.choose(item.room.room.room_id)
        self._taken = (point, item.walls, item.grip().contains(point))

    def drag(self, point: QPointF) -> None:
        """Move or resize what was taken."""
        if self._taken is None or self.room_id is None:
            return
        start, walls, by_grip = self._taken
        way = (point - start) / self._scene.factor
        by = (round(way.x()), round(way.y()))
        self._put(walls, by, by_grip=by_grip)

    def release(self) -> None:
        """Let go."""
        self._taken = None

    # Keys

    def key(self, event: QKeyEvent) -> bool:
        """Arrows move the room, with Shift they resize it; page keys choose the next room."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self._turn(_TURNS[key])
            return True
        item = self._scene.rooms.get(self.room_id or 0)
        if key not in STEPS or item is None:
            return False
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._put(item.walls, STEPS[key], by_grip=shift)
        return True

    def choose(self, room_id: int) -> None:
        """Go on with this room."""
        self.room_id = room_id
        self.show()

    def _turn(self, by: int) -> None:
        order = list(self._scene.rooms)
        if order:
            here = order.index(self.room_id) if self.room_id in order else -by
            self.choose(order[(here + by) % len(order)])

    def _put(self, walls: Walls, by: tuple[int, int], *, by_grip: bool) -> None:
        item: RoomItem | None = self._scene.rooms.get(self.room_id or 0)
        if item is None or self.room_id is None:
            return
        put = (resized if by_grip else moved)(walls, by, self._bounds)
        item.set_walls(put)
        self.draft[self.room_id] = put
