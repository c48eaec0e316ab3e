"""Scroll bars of views that move together, and the one bar shown for all of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollBar, QWidget


class Tie(QObject):
    """Keeps two hidden bars at one value; lives as long as the second."""

    def __init__(self, one: QScrollBar, other: QScrollBar) -> None:
        super().__init__(other)
        self._other = other
        self._latest = one.value()
        one.valueChanged.connect(self._moved)
        other.valueChanged.connect(one.setValue)
        other.rangeChanged.connect(self._catch_up)

    def _moved(self, value: int) -> None:
        self._latest = value
        self._other.setValue(value)

    def _catch_up(self) -> None:
        # A view learns late how far it can scroll; till then it stood where it could.
        self._other.setValue(self._latest)


class OuterBar(QScrollBar):
    """Stands outside the views for a bar inside one of them; hidden while all is in view."""

    def __init__(self, orientation: Qt.Orientation, inner: QScrollBar, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._inner = inner
        self.hide()
        # Later, not at once: showing a bar inside the view's own measuring would make it skip
        # measuring again, and a bar that nothing needs would stay.
        later = Qt.ConnectionType.QueuedConnection
        inner.rangeChanged.connect(self._take_range, later)
        inner.valueChanged.connect(self.setValue)
        self.valueChanged.connect(inner.setValue)

    def _take_range(self) -> None:
        inner = self._inner
        self.setPageStep(inner.pageStep())
        self.setSingleStep(inner.singleStep())
        self.setRange(inner.minimum(), inner.maximum())
        self.setValue(inner.value())
        self.setVisible(inner.maximum() > inner.minimum())
