"""The calendar itself: what is chosen, opened and proposed on it, by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from openblock.features.grounds.ui.calendar import cursor as cursors
from openblock.features.grounds.ui.calendar.cursor import Cursor
from openblock.features.grounds.ui.calendar.drafts import Draft, Grip
from openblock.features.grounds.ui.calendar.frozen import spoken_column
from openblock.features.grounds.ui.calendar.hands import Hands
from openblock.features.grounds.ui.calendar.picture import Block, CalendarPicture
from openblock.features.grounds.ui.calendar.room import against, places_left
from openblock.features.grounds.ui.calendar.sheet import Sheet
from openblock.features.grounds.ui.calendar.surface import CalendarSurface
from openblock.features.grounds.ui.calendar.wording import spoken_booking, spoken_shut
from openblock.features.grounds.words import minutes_words
from openblock.features.rooms.ui.words import on_hover
from openblock.i18n import _, n_


class CalendarCanvas(CalendarSurface):
    """Shows a :class:`CalendarPicture`; tells what is chosen, opened and proposed."""

    #: BookingRow or None: what the keyboard stands on.
    chosen_changed = Signal(object)
    #: A sentence about what is in hand; empty when it was put down.
    pointed = Signal(str)
    #: Draft: a time was drawn, or a booking was put down where it would change.
    proposed = Signal(object)
    #: BookingRow: Enter or a double click on it; Delete on it; Space on it.
    opened = Signal(object)
    cancel_wanted = Signal(object)
    tick_wanted = Signal(object)
    #: BookingRow or None, QPoint: the menu key or the right button.
    menu_wanted = Signal(object, object)
    #: ClosureRow: a double click on it.
    shut_opened = Signal(object)
    #: The days before (-1) or after (1) are wanted.
    beyond = Signal(int)
    #: int: the title of a column was pressed.
    column_pressed = Signal(int)

    def __init__(self, picture: CalendarPicture, parent: QWidget | None = None) -> None:
        super().__init__(picture, parent)
        self.editable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.hands = Hands(self)
        self.head.pressed.connect(self.column_pressed)
        self.setAccessibleName(_("Bookings by day and hour"))

    # What is shown

    def show_picture(self, picture: CalendarPicture) -> None:
        """Show this; the booking and the slot that were chosen stay so."""
        was, kept = self.sheet.picture, self.chosen
        if self.draft is not None:
            self.hands.drop()
        self.sheet = Sheet(picture, self.sheet.axis, self.sheet.wide)
        self.lay_out()
        self.cursor_at = cursors.again(picture, self.cursor_at, was) if picture.columns else None
        self.chosen = picture.block_of(kept.row.booking_id) if kept is not None else None
        if self.chosen is None and self.cursor_at is not None and not self.cursor_at.selects:
            self.chosen = picture.at(self.cursor_at.column, self.cursor_at.minute)
        elif self.chosen is not None:
            self.cursor_at = cursors.to_block(picture, self.chosen)
        self._tell()
        self.repaint_all()

    def stand(self, cursor: Cursor, *, choosing: bool = True, told: bool = True) -> None:
        """Stand on a slot, and choose the booking in it if there is one."""
        self.cursor_at = cursor
        found = self.sheet.picture.at(cursor.column, cursor.minute) if choosing else None
        self.chosen = found
        self._tell()
        if told:
            self.reveal(self.rect_of_cursor())
        self.repaint_all()

    def choose(self, block: Block, *, told: bool = True) -> None:
        """Stand on a booking."""
        self.cursor_at = cursors.to_block(self.sheet.picture, block)
        self.chosen = block
        self._tell()
        if told:
            self.reveal(self.sheet.rect_of_block(block))
        self.repaint_all()

    def go_home(self) -> None:
        """Stand on this moment, where it is shown; else where the day begins."""
        if self.sheet.picture.columns:
            self.stand(cursors.first(self.sheet.picture))

    def choose_booking(self, booking_id: int) -> bool:
        """Stand on a booking by its number; False where it is not shown."""
        block = self.sheet.picture.block_of(booking_id)
        if block is not None:
            self.choose(block)
        return block is not None

    def _tell(self) -> None:
        self.setAccessibleDescription(self.spoken())
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        self.chosen_changed.emit(self.chosen.row if self.chosen is not None else None)

    def spoken(self) -> str:
        """What the keyboard stands on, in a sentence."""
        picture = self.sheet.picture
        if self.chosen is not None:
            return spoken_booking(self.chosen)
        if self.cursor_at is None or not picture.columns:
            return ""
        here = self.cursor_at
        draft = Draft(Grip.NEW, here.column, here.start, here.end)
        left = places_left(picture, draft)
        free = n_("{number} place left", "{number} places left", left)
        parts = (
            spoken_column(picture, picture.columns[here.column]).partition("\n")[0],
            minutes_words(here.start, here.end),
            against(picture, draft) or free,
        )
        return ", ".join(parts)

    # What the officer does goes to the hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hands.key(event):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if by is not None and self._step_booking(by):
                return True
        return super().event(event)

    def _step_booking(self, by: int) -> bool:
        """Tab goes from booking to booking, and past the last one out of the calendar."""
        if self.draft is not None:
            return True
        picture = self.sheet.picture
        if not picture.columns:
            return False
        found = cursors.next_block(picture, self.here, self.chosen, by)
        if found is not None:
            self.choose(found)
        return found is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.sheet.picture.columns:
            return
        point = event.position().toPoint() + self.offset()
        shut = self.sheet.shut_at(point)
        if self.chosen is not None:
            self.opened.emit(self.chosen.row)
        elif shut is not None:
            self.shut_opened.emit(shut.row)
        else:
            self.hands.enter()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            block = self.sheet.block_at(event.pos() + self.offset())
            if block is not None:
                self.choose(block, told=False)
            place = event.globalPos()
        else:
            rect = self.rect_of_cursor().translated(-self.offset())
            place = self.viewport().mapToGlobal(rect.bottomLeft())
        self.menu_wanted.emit(self.chosen.row if self.chosen is not None else None, place)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = event.pos() + self.offset()
            block, shut = self.sheet.block_at(point), self.sheet.shut_at(point)
            if self.draft is None and (block is not None or shut is not None):
                said = spoken_booking(block) if block is not None else ""
                said = said or (spoken_shut(shut) if shut is not None else "")
                QToolTip.showText(event.globalPos(), on_hover(said), self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.draft is not None:
            self.hands.drop()
        self.viewport().update()
