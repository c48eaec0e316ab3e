"""The plan on screen: beds are reached by arrows, people dragged from bed to bed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QWidget

from openblock.features.rooms.queries import FloorRow
from openblock.features.rooms.ui.plan.dragging import packed, unpacked
from openblock.features.rooms.ui.plan.editing import WallsEditing
from openblock.features.rooms.ui.plan.items import BedItem
from openblock.features.rooms.ui.plan.picture import BedPicture, RoomPicture
from openblock.features.rooms.ui.plan.scene import PlanScene
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.theme import watch

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanView(QGraphicsView):
    """Shows one floor; says what was chosen, opened and dropped, and does nothing itself."""

    bed_chosen = Signal(int)
    room_chosen = Signal(int)
    #: Enter or a double click on a bed.
    opened = Signal(int)
    #: A person was dropped: resident, bed.
    dropped = Signal(int, int)
    #: What the keys of the beds ask for: "close-bed", "hold-bed", "vacate-bed", and the bed.
    asked = Signal(str, int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, *, may_place: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = PlanScene(self)
        self.setScene(self.plan)
        self.editing: WallsEditing | None = None
        self._may_place = may_place
        self._floor: FloorRow | None = None
        self._pictures: tuple[RoomPicture, ...] = ()
        self._bed_id: int | None = None
        self._room_id: int | None = None
        self._pressed: QPoint | None = None
        self._clicked: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAccessibleName(_("Floor plan"))
        self.setAcceptDrops(may_place)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bind()
        watch(self.lay_out)

    def _bind(self) -> None:
        for key in ("close-bed", "hold-bed", "vacate-bed"):
            for shortcut in shortcuts.bind(key, self):
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(lambda key=key: self._ask(key))

    def _ask(self, key: str) -> None:
        if self._bed_id is not None and self.editing is None:
            self.asked.emit(key, self._bed_id)

    # What is shown

    def show_floor(self, floor: FloorRow, pictures: Sequence[RoomPicture]) -> None:
        """Show this floor; the bed that was chosen stays chosen if it is there."""
        same = self._floor is not None and self._floor.floor_id == floor.floor_id
        if same and self._floor == floor and self._pictures == tuple(pictures):
            return
        self._floor, self._pictures = floor, tuple(pictures)
        self.lay_out()

    def lay_out(self) -> None:
        """Lay out anew, for another size of the view or of the text."""
        if self._floor is None:
            return
        draft = self.editing.draft if self.editing else None
        self.plan.show_floor(self._floor, self._pictures, self.size(), draft)
        if self.editing is not None:
            self.editing.show()
        else:
            self.mark_room(self._room_id)
        self._show_current()

    def clear(self) -> None:
        """Show nothing."""
        self._floor, self._pictures, self._bed_id = None, (), None
        self.plan.clear()
        self.plan.rooms, self.plan.beds = {}, {}

    def current(self) -> BedPicture | None:
        """The bed that is chosen."""
        item = self.plan.beds.get(self._bed_id or 0)
        return item.bed if item else None

    def choose(self, bed_id: int | None) -> None:
        """Choose a bed, and bring it into sight."""
        if bed_id is not None and bed_id not in self.plan.beds:
            return
        self._bed_id = bed_id
        self._show_current()
        if bed_id is not None:
            self.ensureVisible(self.plan.beds[bed_id])
            self.bed_chosen.emit(bed_id)

    def mark_room(self, room_id: int | None) -> None:
        """Mark the room whose facts are shown."""
        self._room_id = room_id
        for each_id, item in self.plan.rooms.items():
            item.show_chosen(chosen=each_id == room_id)

    def _show_current(self) -> None:
        for bed_id, item in self.plan.beds.items():
            item.show_current(current=bed_id == self._bed_id)
        bed = self.current()
        self.setAccessibleDescription(bed.spoken if bed else "")

    # Editing the walls

    def edit_walls(self, room_id: int | None) -> WallsEditing:
        """Let rooms be moved from now on, until :meth:`stop_editing`."""
        self.editing = WallsEditing(self.plan, room_id)
        self.setAcceptDrops(False)
        self.setFocus()
        return self.editing

    def stop_editing(self) -> None:
        """Show the rooms as they are stored again."""
        self.editing = None
        self.setAcceptDrops(self._may_place)
        self.lay_out()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.editing is not None:
            if not self.editing.key(event):
                event.ignore()
            return
        key = Qt.Key(event.key())
        if key in _ARROWS and self.plan.beds:
            self._step(key)
        elif key in _ENTER and self._bed_id is not None:
            self.opened.emit(self._bed_id)
        else:
            event.ignore()

    def _step(self, key: Qt.Key) -> None:
        if self._bed_id not in self.plan.beds:
            self.choose(next(iter(self.plan.beds)))
            return
        beside = self.plan.beside(self._bed_id, key)
        if beside is not None:
            self.choose(beside)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self.mapToScene(event.position().toPoint())
        if self.editing is not None:
            self.editing.press(point)
            return
        self._pressed = None
        bed = self.plan.bed_at(point)
        self._clicked = bed.bed.bed_id if bed else None
        if bed is not None and event.button() == Qt.MouseButton.LeftButton:
            # The room's facts take room from the plan: shown now, beds would move under a drag.
            self._bed_id = bed.bed.bed_id
            self._show_current()
            self._pressed = event.position().toPoint()
        elif bed is not None:
            self.choose(bed.bed.bed_id)
        elif (room := self.plan.room_at(point)) is not None:
            self.room_chosen.emit(room.room.room.room_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self.editing is not None:
            if event.buttons() & Qt.MouseButton.LeftButton:
                self.editing.drag(self.mapToScene(here))
            return
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._drag()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.choose(self._bed_id)
        if self.editing is not None:
            self.editing.release()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        # Of the first click, not under the second: the plan may have made room in between.
        if self._clicked is not None and self.editing is None:
            self.opened.emit(self._clicked)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        bed = self.current()
        if bed is not None and self.editing is None:
            self.menu_wanted.emit(bed.bed_id, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    # Dragging people

    def _drag(self) -> None:
        self._pressed = None
        bed = self.current()
        if bed is None or bed.resident_id is None or not self._may_place:
            return
        drag = QDrag(self)
        drag.setMimeData(packed(bed.resident_id))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def _consider(self, event: QDropEvent) -> None:
        if unpacked(event.mimeData()) is not None:
            under = self._bed_under(event.position())
            if under is not None or isinstance(event, QDragEnterEvent):
                event.acceptProposedAction()
                self._mark_target(under)
                return
        event.ignore()

    def _mark_target(self, under: BedItem | None) -> None:
        for each in self.plan.beds.values():
            each.show_current(current=each is under)

    def dragLeaveEvent(self, _event: object) -> None:
        self._show_current()

    def dropEvent(self, event: QDropEvent) -> None:
        resident_id = unpacked(event.mimeData())
        under = self._bed_under(event.position())
        self._show_current()
        if resident_id is None or under is None:
            event.ignore()
            return
        event.acceptProposedAction()
        bed_id = under.bed.bed_id
        # A dialog opened before the drag has ended would hold the mouse.
        QTimer.singleShot(0, self, lambda: self.dropped.emit(resident_id, bed_id))

    def _bed_under(self, point: QPointF) -> BedItem | None:
        return self.plan.bed_at(self.mapToScene(point.toPoint()))
