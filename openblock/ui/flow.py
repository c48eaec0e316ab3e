"""A row of widgets that breaks into lines where there is no room, as text does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from openblock.ui.theme import px


class FlowLayout(QLayout):
    """Left to right, then the next line; an expanding item pushes what follows to the right."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        edges = self.contentsMargins()
        return size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        edges = self.contentsMargins()
        inner = rect.adjusted(edges.left(), edges.top(), -edges.right(), -edges.bottom())
        top = inner.y()
        for line in self._lines(inner.width()):
            high = max(item.sizeHint().height() for item in line)
            if move:
                self._place_line(line, inner, top, high)
            top += high + px(self._gap)
        return top - px(self._gap) - rect.y() + edges.bottom()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = item.sizeHint().width()
            if not lines or used + width > room:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += width + px(self._gap)
        return lines

    def _place_line(self, line: list[QLayoutItem], inner: QRect, top: int, high: int) -> None:
        gap = px(self._gap)
        used = sum(item.sizeHint().width() for item in line) + gap * (len(line) - 1)
        spare = max(0, inner.width() - used)
        left = inner.x()
        for item in line:
            size = item.sizeHint()
            if _expands(item):
                size.setWidth(size.width() + spare)
                spare = 0
            item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
            left += size.width() + gap


def _expands(item: QLayoutItem) -> bool:
    widget = item.widget()
    if widget is None:
        return False
    return widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
