"""The board itself: scrolls beds and days under frozen heads, and paints only what is in sight."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLabel, QToolTip, QWidget

from openblock.clock import FOREVER
from openblock.features.rooms.ui.board.axis import Axis
from openblock.features.rooms.ui.board.frozen import BedsColumn, Head, columns_of
from openblock.features.rooms.ui.board.hands import Hands
from openblock.features.rooms.ui.board.painter import BoardPainter
from openblock.features.rooms.ui.board.pieces import NOTHING, BoardPicture, Piece
from openblock.features.rooms.ui.board.sheet import Sheet, day_width, row_height
from openblock.i18n import _
from openblock.ui.plain_label import on_hover
from openblock.ui.theme import px, token, watch


class BoardCanvas(QAbstractScrollArea):
    """Shows a :class:`BoardPicture`; tells what is chosen, opened and proposed."""

    #: Piece: what the keyboard stands on.
    chosen = Signal(object)
    #: A sentence about what is pointed at, or what a bar in hand would become; empty for neither.
    pointed = Signal(str)
    #: Proposal: a bar was put down where something would change.
    proposed = Signal(object)
    #: Piece, QPoint: Enter, a double click, or the menu key, and where a menu may stand.
    opened = Signal(object, object)
    #: Piece: Delete on it.
    cancel_wanted = Signal(object)
    #: Piece: M a second time, let the finder choose.
    finder_wanted = Signal(object)
    #: The days before (-1) or after are wanted, or today (0).
    days_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet(NOTHING, Axis(date(2000, 1, 1), 1, 1.0), row_height())
        self.editable = True
        self.piece: Piece | None = None
        #: The instant the keyboard keeps while it walks from bed to bed.
        self.moment: datetime = FOREVER
        self.drawing = BoardPainter()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "bare")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.head = Head(self, self)
        self.beds = BedsColumn(self, self)
        self.corner = QLabel(self)
        self.corner.setTextFormat(Qt.TextFormat.PlainText)
        self.hands = Hands(self, self)
        self.beds.pressed.connect(self._choose_line)
        self.setAccessibleName(_("Beds by day"))
        watch(self.dress)
        self.dress()

    # What is shown

    def show_picture(self, picture: BoardPicture, first: date, days: int, corner: str) -> None:
        """Show ``picture`` from ``first`` on; the chosen bar or bed stays chosen."""
        was = self.piece
        bed = self.sheet.picture.lines[was.line].bed_id if was else None
        self.hands.drop()
        self.sheet = Sheet(picture, Axis(first, days, 1.0), row_height())
        self.corner.setText(corner)
        self.beds.columns = columns_of(picture.lines)
        self._lay_out()
        self.piece = None
        if picture.lines:
            self.choose(self._again(was, bed), told=False)
        self._repaint()

    def _again(self, was: Piece | None, bed: int | None) -> Piece:
        picture = self.sheet.picture
        for line in picture.pieces:
            for each in line:
                if was is not None and each.key == was.key and each.line == was.line:
                    return each
        place = max(picture.line_of(bed) if bed is not None else 0, 0)
        if not picture.start <= self.moment < picture.end:
            self.moment = picture.now if self.sheet.today >= 0 else picture.start
        return picture.stop_at(place, self.moment)

    def choose(self, piece: Piece, *, told: bool = True) -> None:
        """Stand on a piece, and say so; scrolls to it only when told to go there."""
        self.piece = piece
        self.beds.chosen = piece.line
        self.setAccessibleDescription(piece.spoken)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)
        self.chosen.emit(piece)
        if told:
            self.reveal(piece)
            self._repaint()

    def go_to(self, bed_id: int, moment: datetime) -> None:
        """Choose what is in a bed at an instant."""
        line = self.sheet.picture.line_of(bed_id)
        if line >= 0:
            self.moment = moment
            self.choose(self.sheet.picture.stop_at(line, moment))

    def _choose_line(self, line: int) -> None:
        if line >= 0:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(self.sheet.picture.stop_at(line, self.moment))

    def reveal(self, piece: Piece) -> None:
        """Scroll so that the beginning of a piece is in sight, as far as it goes."""
        rect, shown = self.sheet.rect(piece), self.shown()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if rect.top() < shown.top():
            down.setValue(rect.top())
        elif rect.bottom() > shown.bottom():
            down.setValue(rect.bottom() - shown.height() + 1)
        if rect.right() < shown.left() + px(40):
            across.setValue(rect.left())
        elif rect.left() > shown.right() - px(40):
            across.setValue(rect.left() - shown.width() // 2)

    def reveal_now(self) -> None:
        """Scroll so that this moment stands a quarter from the left, if it is shown."""
        if self.sheet.today >= 0:
            now = self.sheet.axis.x_of(self.sheet.picture.now)
            self.horizontalScrollBar().setValue(now - self.viewport().width() // 4)

    # Geometry

    def offset(self) -> QPoint:
        """How far the sheet is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def shown(self) -> QRect:
        """The part of the sheet that is in sight."""
        return QRect(self.offset(), self.viewport().size())

    def _lay_out(self) -> None:
        left, top = self.beds.columns.whole, Head.tall()
        self.setViewportMargins(left, top, 0, 0)
        room = self.viewport().size()
        axis = self.sheet.axis
        width = day_width(axis.days, max(room.width(), 1))
        self.sheet = Sheet(self.sheet.picture, Axis(axis.first, axis.days, width), row_height())
        size = self.sheet.size
        for bar, whole, part in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, max(whole - part, 0))
            bar.setPageStep(part)
        self.horizontalScrollBar().setSingleStep(round(width))
        self.verticalScrollBar().setSingleStep(self.sheet.row)
        place = self.viewport().geometry()
        self.head.setGeometry(place.left(), place.top() - top, place.width(), top)
        self.beds.setGeometry(place.left() - left, place.top(), left, place.height())
        self.corner.setGeometry(place.left() - left, place.top() - top, left, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._repaint()

    def dress(self) -> None:
        """Take fonts, colours and sizes of the theme that is on."""
        self.drawing.forget()
        self.beds.dress()
        strong, line = token("strong").name(), token("chrome").name()
        self.corner.setStyleSheet(
            f"background: {line}; border-right: 1px solid {strong};"
            f"border-bottom: 1px solid {strong}; padding-left: {px(6)}px; font-weight: 600;"
        )
        self.beds.columns = columns_of(self.sheet.picture.lines)
        self._lay_out()
        self._repaint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.beds.columns.whole + px(200), Head.tall() + 4 * self.sheet.row)

    # Painting

    def _repaint(self) -> None:
        self.viewport().update()
        self.head.update()
        self.beds.update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if dx:
            # The texts stay at the edge of what is in sight, so every bar is drawn anew.
            self.viewport().update()
            self.head.update()
        else:
            self.viewport().scroll(0, dy)
        if dy:
            self.beds.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.offset()
        painter.translate(-offset)
        area = event.rect().translated(offset)
        painter.setClipRect(area)
        self.drawing.paint(painter, self.sheet, area, self.shown())
        if self.piece is not None and self.hands.draft is None:
            focus = self.hasFocus()
            self.drawing.paint_chosen(painter, self.sheet, self.piece, focus)
        if self.hands.draft is not None:
            self.drawing.paint_draft(painter, self.sheet, self.hands.draft)
        painter.end()

    # What the officer does goes to the hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hands.key(event):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self.hands.draft is not None
        ):
            return self.hands.key(event)
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.piece is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.piece, event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            under = self.sheet.stop_at(event.pos() + self.offset())
            if under is not None:
                self.choose(under)
            place = event.globalPos()
        else:
            place = self.place_of_menu()
        if self.piece is not None:
            self.opened.emit(self.piece, place)

    def place_of_menu(self) -> QPoint:
        """Under what is chosen, where that is in sight."""
        if self.piece is None:
            return self.mapToGlobal(QPoint(0, 0))
        rect = self.sheet.rect(self.piece).intersected(self.shown())
        return self.viewport().mapToGlobal(rect.bottomLeft() - self.offset() + QPoint(px(12), 0))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = self.sheet.stop_at(event.pos() + self.offset())
            if under is not None and self.hands.draft is None:
                QToolTip.showText(event.globalPos(), on_hover(under.spoken), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit("")
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
