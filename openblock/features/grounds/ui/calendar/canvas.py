"""The calendar itself: mouse, keyboard and tooltips over what can be chosen on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from openblock.features.grounds.ui.calendar import cursor as cursors
from openblock.features.grounds.ui.calendar.choosing import ChoosingSurface
from openblock.features.grounds.ui.calendar.hands import Hands
from openblock.features.grounds.ui.calendar.picture import CalendarPicture
from openblock.features.grounds.ui.calendar.wording import spoken_booking, spoken_shut
from openblock.ui.plain_label import on_hover


class CalendarCanvas(ChoosingSurface):
    """Shows a :class:`CalendarPicture`; tells what is chosen, opened and proposed."""

    def __init__(self, picture: CalendarPicture, parent: QWidget | None = None) -> None:
        super().__init__(picture, parent)
        self.hands = Hands(self)
        self.drop_wanted.connect(self.hands.drop)

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
