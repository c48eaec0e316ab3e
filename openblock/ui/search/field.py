"""The field in the header that the search opens from; it gives way as the header grows narrow."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from openblock.i18n import _
from openblock.ui.icons import pixmap
from openblock.ui.shortcuts import hint, native
from openblock.ui.theme import font, px, token

Room = Literal["wide", "narrow", "icon"]
_NARROW, _ICON, _WIDEST = 150, 32, 336
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def placeholder() -> str:
    """What the empty box says."""
    return _("Find a person, room, officer…")


class SearchField(QPushButton):
    """Looks as the box that opens over it: a glass, what can be typed, and the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(placeholder(), parent)
        self._room: Room = "wide"
        self.setAccessibleName(_("Search"))
        self.setToolTip(hint(_("Search for people, rooms and officers"), "search"))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        # A click must not take the keyboard from where Esc is to give it back.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.give_way("wide")

    def give_way(self, room: Room) -> None:
        """Take as much of the header as ``room`` says."""
        self._room = room
        self.setMaximumWidth(px(_ICON if room == "icon" else _WIDEST))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = {"wide": self._wide(), "narrow": px(_NARROW), "icon": px(_ICON)}[self._room]
        return QSize(wide, px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _wide(self) -> int:
        words = QFontMetrics(font()).horizontalAdvance(self.text())
        keys = QFontMetrics(font("hint")).horizontalAdvance(native("search"))
        return min(px(_WIDEST), words + keys + px(32 + 6 + 9 + 6 + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        side = px(16)
        top = (self.height() - side) // 2
        left = (self.width() - side) // 2 if self._room == "icon" else px(8)
        painter.drawPixmap(left, top, pixmap("search", "text2", 16))
        if self._room != "icon":
            self._paint_words(painter, QRect(self.rect()).adjusted(px(32), 0, -px(6), 0))
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        wide = 2 if self.hasFocus() else 1
        colour = "accent" if self.hasFocus() else "strong" if self.underMouse() else "line"
        painter.setPen(QPen(token(colour), wide))
        painter.setBrush(token("surface"))
        edge = wide / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), px(4), px(4)
        )

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        keys = native("search")
        chip = QRect(room)
        chip.setLeft(room.right() - QFontMetrics(font("hint")).horizontalAdvance(keys) - px(9))
        chip.adjust(0, px(5), 0, -px(5))
        painter.setPen(QPen(token("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
        painter.setFont(font("hint"))
        painter.setPen(token("text3"))
        painter.drawText(chip, _CENTRE, keys)
        room.setRight(chip.left() - px(6))
        painter.setFont(font())
        painter.drawText(room, _LEFT, self.words_for(room.width()))

    def words_for(self, width: int) -> str:
        """What can be typed where that fits, else one word."""
        metrics = QFontMetrics(font())
        if metrics.horizontalAdvance(self.text()) <= width:
            return self.text()
        return metrics.elidedText(self.accessibleName(), Qt.TextElideMode.ElideRight, width)
