"""What mouse and keyboard do on the calendar: walk, select, draw, carry and stretch."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from openblock.features.grounds.rules.content import SLOT
from openblock.features.grounds.ui.calendar import cursor as cursors
from openblock.features.grounds.ui.calendar.choosing import ChoosingSurface
from openblock.features.grounds.ui.calendar.drafts import (
    Draft,
    Grip,
    begun,
    dragged,
    grip_at,
    stepped,
    stretched,
    taken,
)
from openblock.features.grounds.ui.calendar.room import draft_words, usual_end
from openblock.i18n import _
from openblock.ui.theme import px

Key = Qt.Key
_HOUR = 60
_STEPS = {Key.Key_Up: -SLOT, Key.Key_Down: SLOT, Key.Key_PageUp: -_HOUR, Key.Key_PageDown: _HOUR}
_SIDES = {Key.Key_Left: -1, Key.Key_Right: 1}
_ENTER = (Key.Key_Return, Key.Key_Enter)
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_NOT_OURS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_CURSORS = {
    Grip.TOP: Qt.CursorShape.SizeVerCursor,
    Grip.BOTTOM: Qt.CursorShape.SizeVerCursor,
    Grip.WHOLE: Qt.CursorShape.OpenHandCursor,
}


class Hands:
    """Holds what is in hand; the canvas shows it, and tells when it is put down."""

    def __init__(self, canvas: ChoosingSurface) -> None:
        self._canvas = canvas
        self._held: Draft | None = None
        self._pressed: QPoint | None = None
        self._by_mouse = False

    def drop(self) -> None:
        """Give up what is in hand; nothing has changed."""
        self._canvas.draft = self._held = self._pressed = None
        self._by_mouse = False
        self._canvas.unsetCursor()
        self._canvas.pointed.emit("")
        self._canvas.repaint_all()

    def _take(self, draft: Draft) -> None:
        self._canvas.draft = draft
        said, against = draft_words(self._canvas.sheet.picture, draft)
        self._canvas.pointed.emit(f"{said}. {against}" if against else said)
        self._canvas.reveal(self._canvas.sheet.rect_of(draft.column, draft.start, draft.end))
        self._canvas.repaint_all()

    def _put_down(self) -> None:
        draft = self._canvas.draft
        self.drop()
        if draft is not None and draft.changes:
            self._canvas.proposed.emit(draft)

    # The mouse

    def press(self, event: QMouseEvent) -> None:
        """Stand on what is pressed, and get ready to draw or carry."""
        if event.button() != Qt.MouseButton.LeftButton or not self._canvas.sheet.picture.columns:
            return
        sheet = self._canvas.sheet
        point = event.position().toPoint() + self._canvas.offset()
        if self._canvas.draft is not None:
            self.drop()
        block = sheet.block_at(point)
        if block is not None:
            self._canvas.choose(block, told=False)
            grip = grip_at(sheet, block, point.y())
            self._held = taken(block, grip) if grip and self._canvas.editable else None
        else:
            self._canvas.stand(
                cursors.at(
                    sheet.picture, sheet.column_at(point.x()), sheet.axis.slot_at(point.y())
                ),
                told=False,
            )
            self._held = begun(sheet, point) if self._canvas.editable else None
        self._pressed = point

    def move(self, event: QMouseEvent) -> None:
        """Draw or carry what was pressed, or show how it could be taken."""
        point = event.position().toPoint() + self._canvas.offset()
        if self._pressed is None or self._held is None:
            if self._pressed is None:
                self._show_grip(point)
            return
        if self._canvas.draft is None and (point - self._pressed).manhattanLength() < px(5):
            return
        self._by_mouse = True
        self._canvas.setCursor(
            Qt.CursorShape.ClosedHandCursor
            if self._held.grip == Grip.WHOLE
            else Qt.CursorShape.SizeVerCursor
        )
        self._canvas.follow(event.position().toPoint())
        self._take(dragged(self._canvas.sheet, self._held, self._pressed, point))

    def release(self, event: QMouseEvent) -> None:
        """Put down what was carried."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        carried = self._by_mouse
        self._pressed = self._held = None
        if carried and self._canvas.draft is not None:
            self._put_down()

    def _show_grip(self, point: QPoint) -> None:
        sheet = self._canvas.sheet
        block = sheet.block_at(point) if self._canvas.editable else None
        grip = grip_at(sheet, block, point.y()) if block is not None else None
        if grip is None:
            self._canvas.viewport().unsetCursor()
        else:
            self._canvas.viewport().setCursor(_CURSORS[grip])

    # The keyboard

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key says; False for one that means nothing here."""
        key, modifiers = Key(event.key()), event.modifiers()
        alt, shift = bool(modifiers & _ALT), bool(modifiers & _SHIFT)
        if not self._canvas.sheet.picture.columns or modifiers & _NOT_OURS:
            return False
        if self._canvas.draft is not None:
            return self._key_in_hand(key, stretch=shift)
        if alt:
            return self._take_by_key(key, stretch=shift)
        if key in _STEPS or key in _SIDES:
            self._walk(key, select=shift)
            return True
        act = self._acts().get(key)
        return act is not None and act()

    def _acts(self) -> dict[Qt.Key, Callable[[], bool]]:
        return {
            Key.Key_Return: self.enter,
            Key.Key_Enter: self.enter,
            Key.Key_Home: self._home,
            Key.Key_Escape: self._let_go,
            Key.Key_Delete: self._tell_chosen(self._canvas.cancel_wanted.emit),
            Key.Key_Space: self._tell_chosen(self._canvas.tick_wanted.emit),
        }

    def _tell_chosen(self, tell: Callable[[object], object]) -> Callable[[], bool]:
        def act() -> bool:
            block = self._canvas.chosen
            if block is None:
                self._canvas.pointed.emit(_("Choose a booking first: arrow keys or Tab"))
            else:
                tell(block.row)
            return True

        return act

    def _walk(self, key: Qt.Key, *, select: bool) -> None:
        picture, cursor = self._canvas.sheet.picture, self._canvas.here
        if key in _SIDES:
            by = _SIDES[key]
            column = cursor.column + by
            if 0 <= column < len(picture.columns):
                self._canvas.stand(cursors.at(picture, column, cursor.minute))
            elif not select:
                self._canvas.beyond.emit(by)
        elif select:
            self._canvas.stand(cursors.extended(picture, cursor, _STEPS[key]), choosing=False)
        else:
            chosen = self._canvas.chosen
            self._canvas.stand(cursors.walked(picture, cursor, _STEPS[key], chosen))

    def enter(self) -> bool:
        """Open the booking, or book the selected time: an hour where none is selected."""
        block, cursor = self._canvas.chosen, self._canvas.here
        picture = self._canvas.sheet.picture
        if block is not None:
            self._canvas.opened.emit(block.row)
        elif self._canvas.editable:
            end = cursor.end if cursor.selects else usual_end(picture, cursor.column, cursor.start)
            self._canvas.proposed.emit(Draft(Grip.NEW, cursor.column, cursor.start, end))
        return True

    def _home(self) -> bool:
        self._canvas.stand(cursors.first(self._canvas.sheet.picture))
        return True

    def _let_go(self) -> bool:
        cursor = self._canvas.here
        if not cursor.selects:
            return False
        self._canvas.stand(cursors.at(self._canvas.sheet.picture, cursor.column, cursor.start))
        return True

    def _take_by_key(self, key: Qt.Key, *, stretch: bool) -> bool:
        if key not in (Key.Key_Up, Key.Key_Down, *_SIDES):
            return False
        block = self._canvas.chosen
        if block is None or not self._canvas.editable:
            return True
        if not (block.stretchable if stretch else block.movable):
            self._canvas.pointed.emit(_("Only what has not begun can be moved"))
            return True
        self._take(taken(block, Grip.BOTTOM if stretch else Grip.WHOLE))
        return self._key_in_hand(key, stretch=stretch)

    def _key_in_hand(self, key: Qt.Key, *, stretch: bool) -> bool:
        """With something in hand all keys belong to it, until Enter or Esc."""
        draft, picture = self._canvas.draft, self._canvas.sheet.picture
        if draft is None:
            return False
        if key in _ENTER:
            self._put_down()
        elif key == Key.Key_Escape:
            self.drop()
        elif key in _STEPS and (stretch or draft.grip == Grip.BOTTOM):
            self._take(stretched(draft, _STEPS[key]))
        elif key in _STEPS:
            self._take(stepped(picture, draft, _STEPS[key], 0))
        elif key in _SIDES and draft.grip == Grip.WHOLE:
            self._take(stepped(picture, draft, 0, _SIDES[key]))
        return True
