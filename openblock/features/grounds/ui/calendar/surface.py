"""The surface of the calendar: frozen edges, scrolling, and what is in sight painted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from openblock.features.grounds.ui.calendar import cursor as cursors
from openblock.features.grounds.ui.calendar.blocks import BlockPainter
from openblock.features.grounds.ui.calendar.cursor import Cursor
from openblock.features.grounds.ui.calendar.drafts import Draft, Grip
from openblock.features.grounds.ui.calendar.frozen import Head, Hours
from openblock.features.grounds.ui.calendar.ground import GroundPainter, paint_now
from openblock.features.grounds.ui.calendar.picture import Block, CalendarPicture
from openblock.features.grounds.ui.calendar.room import draft_words
from openblock.features.grounds.ui.calendar.sheet import laid_out, least_hour
from openblock.features.rooms.ui.board.lettering import Lettering
from openblock.ui.theme import px, token, watch


class CalendarSurface(QAbstractScrollArea):
    """Lays a picture out and paints it, with what is chosen and what is in hand."""

    def __init__(self, picture: CalendarPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = laid_out(picture, QSize(700, 500))
        self.cursor_at: Cursor | None = None
        self.chosen: Block | None = None
        #: The time in hand.
        self.draft: Draft | None = None
        self._lettering = Lettering()
        self._ground = GroundPainter(self._lettering)
        self._blocks = BlockPainter(self._lettering)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "bare")
        self.head = Head(self, self)
        self.hours = Hours(self, self)
        self.corner = QFrame(self)
        watch(self.dress)
        self.dress()

    @property
    def here(self) -> Cursor:
        """Where the keyboard stands."""
        if self.cursor_at is None:
            self.cursor_at = cursors.first(self.sheet.picture)
        return self.cursor_at

    # Geometry

    def offset(self) -> QPoint:
        """How far the sheet is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def rect_of_cursor(self) -> QRect:
        """The slot or the selection the keyboard stands on."""
        return self.sheet.rect_of(self.here.column, self.here.start, self.here.end)

    def reveal(self, rect: QRect) -> None:
        """Scroll so that ``rect`` is in sight, its beginning where it is larger."""
        room = self.viewport().size()
        for bar, low, high, part in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), room.height()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), room.width()),
        ):
            if high >= bar.value() + part:
                bar.setValue(min(high - part + px(4), low))
            if low < bar.value():
                bar.setValue(low - px(4))

    def follow(self, point: QPoint) -> None:
        """Scroll where something is carried past the edge of what is in sight."""
        down, room = self.verticalScrollBar(), self.viewport().rect()
        if point.y() < room.top():
            down.setValue(down.value() - px(12))
        elif point.y() > room.bottom():
            down.setValue(down.value() + px(12))

    def lay_out(self) -> None:
        """Fit the picture into the room there is."""
        picture = self.sheet.picture
        left, top = Hours.wide(), Head.tall(picture)
        self.setViewportMargins(left, top, 0, 0)
        room = self.viewport().size()
        self.sheet = laid_out(picture, room)
        size = self.sheet.size
        for bar, whole, part in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, max(whole - part, 0))
            bar.setPageStep(part)
        self.horizontalScrollBar().setSingleStep(round(self.sheet.wide / 2))
        self.verticalScrollBar().setSingleStep(least_hour() // 2)
        place = self.viewport().geometry()
        self.head.setGeometry(place.left(), place.top() - top, place.width(), top)
        self.hours.setGeometry(place.left() - left, place.top(), left, place.height())
        self.corner.setGeometry(place.left() - left, place.top() - top, left, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()
        self.reveal_standing()
        self.repaint_all()

    def reveal_standing(self) -> None:
        """What the keyboard stands on stays in sight where the room or the text changes."""
        if self.chosen is not None:
            self.reveal(self.sheet.rect_of_block(self.chosen))
        elif self.cursor_at is not None:
            self.reveal(self.rect_of_cursor())

    def dress(self) -> None:
        """Take fonts, colours and sizes of the theme that is on."""
        self._lettering.forget()
        strong, ground = token("strong").name(), token("chrome").name()
        self.corner.setStyleSheet(
            f"background: {ground}; border: none; border-right: 1px solid {strong};"
            f"border-bottom: 1px solid {strong};"
        )
        self.lay_out()
        self.reveal_standing()
        self.repaint_all()

    def minimumSizeHint(self) -> QSize:
        return QSize(Hours.wide() + px(200), Head.tall() + 2 * least_hour())

    # Painting

    def repaint_all(self) -> None:
        """Draw what is in sight anew."""
        self.viewport().update()
        self.head.update()
        self.hours.update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        # Labels keep within what is in sight, so all of it is drawn anew.
        self.repaint_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.offset())
        area = event.rect().translated(self.offset())
        sheet = self.sheet
        self._ground.paint(painter, sheet, area)
        paint_now(painter, sheet, area)
        for block in sheet.picture.blocks:
            if sheet.rect_of_block(block).intersects(area):
                self._blocks.paint(painter, sheet, block)
        self._paint_standing(painter)
        draft = self.draft
        if draft is not None:
            self._blocks.paint_draft(painter, sheet, draft, draft_words(sheet.picture, draft))
        painter.end()

    def _paint_standing(self, painter: QPainter) -> None:
        if self.cursor_at is None or self.draft is not None:
            return
        focus = self.hasFocus()
        if self.chosen is not None:
            rect = self.sheet.rect_of_block(self.chosen)
            self._blocks.paint_chosen(painter, rect, focus=focus)
        elif focus or self.here.selects:
            rect = self.rect_of_cursor().adjusted(px(2), 1, -px(2), -1)
            if self.here.selects:
                draft = Draft(Grip.NEW, self.here.column, self.here.start, self.here.end)
                words = draft_words(self.sheet.picture, draft)
                self._blocks.paint_draft(painter, self.sheet, draft, words)
            self._blocks.paint_chosen(painter, rect, focus=focus)
