"""Words in a few lines at most: what has no room in the last one is told on hover."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from openblock.ui.plain_label import on_hover
from openblock.ui.theme import scale

MOST_LINES, FEWER_LINES = 4, 3
_LARGE = 150
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_WRAPPED = Qt.TextFlag.TextWordWrap
# Higher than any text, so that nothing of it is left out of the measuring.
_BOTTOMLESS = 100_000


class CappedLabel(QLabel):
    """Wraps between words; with large text it has a line less, for the page needs the room.

    ``words`` is the whole of what it says, and what a screen reader reads.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def say(self, words: str) -> None:
        """Say this from now on."""
        self.words = words
        self.setAccessibleName(words)
        self._fit()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return min(self._height(self.words, width), self._most())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _most(self) -> int:
        lines = MOST_LINES if scale() < _LARGE else FEWER_LINES
        return self._height("\n".join("X" * lines), _BOTTOMLESS)

    def _height(self, text: str, width: int) -> int:
        room = QRect(0, 0, max(width, 1), _BOTTOMLESS)
        return self.fontMetrics().boundingRect(room, _WRAPPED, text).height()

    def _fit(self) -> None:
        shown = self._shown(self.contentsRect().width())
        if shown != self.text():
            self.setText(shown)
            self.setToolTip("" if shown == self.words else on_hover(self.words))

    def _shown(self, width: int) -> str:
        """As many whole words as have room, and … for the others."""
        if self._height(self.words, width) <= self._most():
            return self.words
        parts = self.words.split(" ")
        fits, too_many = 1, len(parts)
        while too_many - fits > 1:
            tried = (fits + too_many) // 2
            if self._height(" ".join(parts[:tried]) + _ELLIPSIS, width) <= self._most():
                fits = tried
            else:
                too_many = tried
        return " ".join(parts[:fits]) + _ELLIPSIS
