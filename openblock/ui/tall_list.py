"""A list whose entries are as high as their words, and what every entry is painted on."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from openblock.ui.theme import font, px, token, watch

#: How words of an entry are broken into lines, measured and painted alike.
WRAP = Qt.TextFlag.TextWordWrap
_ENDLESS = 1_000_000


class TallList(QListView):
    """Measures its entries anew when its width or the text size changes."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setProperty("kind", "bare")
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        watch(self.dress)

    def dress(self) -> None:
        """Measure anew after another text size."""
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def height_of(text: str, width: int, kind: str = "body") -> int:
    """How high ``text`` in a font of ``kind`` is when its lines are ``width`` wide."""
    room = QRect(0, 0, width, _ENDLESS)
    return QFontMetrics(font(kind)).boundingRect(room, WRAP, text).height()


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Whether the entry is the chosen one."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def has_keyboard(option: QStyleOptionViewItem) -> bool:
    """Whether the keyboard is on the entry."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def paint_ground(
    painter: QPainter, rect: QRect, fill: str, *, line: str = "", bar: bool = False
) -> None:
    """Colour the entry, draw the line under it, and the bar at the left of one that stands out.

    ``fill`` and ``line`` are names of the theme's colours, "" for none.
    """
    if fill:
        painter.fillRect(rect, token(fill))
    if line:
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, token(line))
    if bar:
        painter.fillRect(rect.x(), rect.y(), px(3), rect.height(), token("accent"))


def paint_frame(painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
    """Draw the frame around a chosen entry the keyboard is on."""
    if is_chosen(option) and has_keyboard(option):
        painter.setPen(token("accent"))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
