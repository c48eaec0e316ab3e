"""The mouse and the keys on the board: walking, taking a bar in hand, putting it down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from openblock.features.rooms.ui.board.drafts import (
    Draft,
    Grip,
    dragged,
    grip_at,
    lifted,
    stepped,
    taken,
)
from openblock.features.rooms.ui.board.pieces import Kind, Piece
from openblock.features.rooms.ui.board.proposals import proposal_of
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.theme import px

_LEFT = Qt.MouseButton.LeftButton
_CURSORS = {
    Grip.START: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
    Grip.WHOLE: Qt.CursorShape.OpenHandCursor,
    Grip.NEW: Qt.CursorShape.CrossCursor,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Canvas(Protocol):
    """What the hands work on."""

    sheet: Sheet
    piece: Piece | None
    moment: datetime
    editable: bool
    pointed: SignalInstance
    proposed: SignalInstance
    opened: SignalInstance
    cancel_wanted: SignalInstance
    finder_wanted: SignalInstance
    days_wanted: SignalInstance

    def choose(self, piece: Piece) -> None: ...
    def offset(self) -> QPoint: ...
    def shown(self) -> QRect: ...
    def viewport(self) -> QWidget: ...
    def verticalScrollBar(self) -> QScrollBar: ...
    def horizontalScrollBar(self) -> QScrollBar: ...
    def place_of_menu(self) -> QPoint: ...


class Hands(QObject):
    """Holds at most one draft; what comes of it is proposed by the canvas."""

    def __init__(self, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.draft: Draft | None = None
        self._by_key = False
        self._pressed: QPoint | None = None
        self._grip: Grip | None = None
        self._at = QPoint()
        # A bar held at the edge of what is in sight scrolls on.
        self._edge = QTimer(self, interval=40)
        self._edge.timeout.connect(self._scroll_on)

    def drop(self) -> None:
        """Nothing is in hand any more, and nothing has happened."""
        self._edge.stop()
        self._pressed = None
        if self.draft is not None:
            self.draft = None
            self._by_key = False
            self._canvas.pointed.emit("")
            self._canvas.viewport().update()

    # The mouse

    def press(self, event: QMouseEvent) -> None:
        """A button goes down: choose what is under it, and be ready to take it in hand."""
        point = event.position().toPoint() + self._canvas.offset()
        self.drop()
        under = self._canvas.sheet.stop_at(point)
        if under is None:
            return
        self._canvas.moment = self._canvas.sheet.axis.moment_at(point.x())
        self._canvas.choose(under)
        if event.button() == _LEFT and self._canvas.editable:
            self._pressed = point
            self._grip = grip_at(self._canvas.sheet, under, point.x())

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves: over the board, or with a bar in hand."""
        self._at = event.position().toPoint()
        point = self._at + self._canvas.offset()
        if event.buttons() & _LEFT and self._pressed is not None:
            self._drag(point)
            return
        under = self._canvas.sheet.stop_at(point)
        self._canvas.pointed.emit(under.spoken if under is not None else "")
        grip = grip_at(self._canvas.sheet, under, point.x()) if under is not None else None
        shape = _CURSORS[grip] if grip and self._canvas.editable else Qt.CursorShape.ArrowCursor
        self._canvas.viewport().setCursor(shape)

    def _drag(self, point: QPoint) -> None:
        if self._pressed is None or self._grip is None or self._canvas.piece is None:
            return
        if self.draft is None:
            far = (point - self._pressed).manhattanLength()
            if far < QApplication.startDragDistance():
                return
            self._edge.start()
            self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        held = taken(self._canvas.piece, self._grip)
        self._hold(dragged(self._canvas.sheet, held, self._pressed, point))

    def _scroll_on(self) -> None:
        if self.draft is None:
            self._edge.stop()
            return
        room, reach = self._canvas.viewport().rect(), px(20)
        down, across = self._canvas.verticalScrollBar(), self._canvas.horizontalScrollBar()
        before = (down.value(), across.value())
        for bar, at, far in (
            (down, self._at.y(), room.height()),
            (across, self._at.x(), room.width()),
        ):
            if at < reach:
                bar.setValue(bar.value() - reach)
            elif at > far - reach:
                bar.setValue(bar.value() + reach)
        if before != (down.value(), across.value()):
            self._drag(self._at + self._canvas.offset())

    def release(self, event: QMouseEvent) -> None:
        """The button goes up: what was in hand is put down."""
        if event.button() != _LEFT:
            return
        self._put_down()
        self._pressed = None

    def _hold(self, draft: Draft) -> None:
        self.draft = draft
        proposal = proposal_of(self._canvas.sheet.picture, draft)
        self._canvas.pointed.emit(proposal.said if proposal else _("Nothing changes here"))
        self._canvas.viewport().update()

    def _put_down(self) -> None:
        draft = self.draft
        self.drop()
        if draft is None:
            return
        proposal = proposal_of(self._canvas.sheet.picture, draft)
        if proposal is not None:
            self._canvas.proposed.emit(proposal)

    # The keys

    def key(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        if self._canvas.piece is None:
            return False
        if self.draft is not None:
            return self._key_in_hand(event)
        if event.key() in _STEPS:
            across, down = _STEPS[Qt.Key(event.key())]
            self._walk(across, down)
            return True
        return self._key_on_bar(event)

    def _key_on_bar(self, event: QKeyEvent) -> bool:
        canvas, piece = self._canvas, self._canvas.piece
        if piece is None:
            return False
        acts: dict[str, Callable[[], object]] = {
            "bar-open": lambda: canvas.opened.emit(piece, canvas.place_of_menu()),
            "bar-move": lambda: self._take(Grip.WHOLE),
            "bar-stretch": lambda: self._take(Grip.END),
            "bar-cancel": lambda: canvas.cancel_wanted.emit(piece),
            "board-today": lambda: canvas.days_wanted.emit(0),
        }
        pressed = QKeySequence(event.keyCombination())
        for key, act in acts.items():
            if pressed in shortcuts.sequences(key):
                act()
                return True
        return False

    def _take(self, grip: Grip) -> None:
        piece = self._canvas.piece
        if piece is None or not self._canvas.editable:
            return
        if not piece.is_bar:
            self._canvas.pointed.emit(_("Only a person's bar can be moved or stretched"))
            return
        self._by_key = True
        self.draft = taken(piece, grip)
        if grip != Grip.WHOLE:
            said = _("In hand: arrows move the end by days, Shift by 15 min, Tab: other end")
        elif piece.kind == Kind.PRESENT:
            said = _("In hand: arrows choose the bed, Enter puts down, M opens the finder")
        else:
            said = _("In hand: arrows choose bed and day, Enter puts down, Esc leaves it")
        self._canvas.pointed.emit(said)
        self._canvas.viewport().update()

    def _key_in_hand(self, event: QKeyEvent) -> bool:
        draft, canvas = self.draft, self._canvas
        if draft is None:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.drop()
        elif key in _ENTER:
            self._put_down()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_S} and draft.grip != Grip.WHOLE:
            other = Grip.START if draft.grip == Grip.END else Grip.END
            self._hold(Draft(draft.piece, other, draft.line, draft.start, draft.end))
        elif key == Qt.Key.Key_M and draft.piece.kind == Kind.PRESENT:
            self.drop()
            canvas.finder_wanted.emit(draft.piece)
        elif key in _STEPS:
            across, down = _STEPS[key]
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(draft, across, down, fine=fine)
        return True

    def _step(self, draft: Draft, across: int, down: int, *, fine: bool) -> None:
        sheet = self._canvas.sheet
        moved = lifted(sheet, draft, down) if down else stepped(sheet, draft, across, fine=fine)
        if moved.start < moved.end:
            self._hold(moved)
            row = sheet.row
            bar, shown = self._canvas.verticalScrollBar(), self._canvas.shown()
            if moved.line * row < shown.top():
                bar.setValue(moved.line * row)
            elif (moved.line + 1) * row > shown.bottom():
                bar.setValue((moved.line + 1) * row - shown.height())

    def _walk(self, across: int, down: int) -> None:
        canvas, picture = self._canvas, self._canvas.sheet.picture
        piece = canvas.piece
        if piece is None:
            return
        if down:
            line = min(max(piece.line + down, 0), len(picture.lines) - 1)
            canvas.choose(picture.stop_at(line, canvas.moment))
            return
        stops = picture.stops(piece.line)
        keys = [each.key for each in stops]
        place = (keys.index(piece.key) if piece.key in keys else 0) + across
        if not 0 <= place < len(stops):
            canvas.days_wanted.emit(across)
            return
        beside = stops[place]
        here = beside.kind != Kind.PAST and beside.start <= picture.now < beside.end
        canvas.moment = picture.now if here else max(beside.start, picture.start)
        canvas.choose(beside)


_STEPS: dict[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_PageUp: (0, -10),
    Qt.Key.Key_PageDown: (0, 10),
}
