"""The two lines under the board: what is chosen or pointed at, and what the signs mean."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from openblock.features.rooms.ui.board.bars import ARROW, SIGNS
from openblock.features.rooms.ui.hatching import hatch
from openblock.features.rooms.ui.words import bed_letter, bed_state
from openblock.i18n import _
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.plain_label import on_hover
from openblock.ui.theme import font, px, token, watch


class OneLine(QWidget):
    """A sentence on one line, cut where there is no room; the whole of it on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    def text(self) -> str:
        """The whole sentence."""
        return self._text

    def say(self, text: str) -> None:
        """Show ``text``."""
        if text != self._text:
            self._text = text
            self.setToolTip(on_hover(text))
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), QFontMetrics(font("small")).height() + px(4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("small"))
        painter.setPen(token("text"))
        right = Qt.TextElideMode.ElideRight
        cut = QFontMetrics(font("small")).elidedText(self._text, right, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, cut)
        painter.end()


class Footer(QFrame):
    """What is chosen stands above, the legend below; what is pointed at takes its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "chrome")
        self.line = OneLine()
        self._chosen = ""
        self._swatches: list[tuple[QLabel, str]] = []
        legend = QWidget()
        flow = FlowLayout(legend)
        flow.setContentsMargins(0, 0, 0, 0)
        for kind, words in _legend():
            flow.addWidget(self._entry(kind, words))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(10), px(3), px(10), px(3))
        column.setSpacing(px(1))
        column.addWidget(self.line)
        column.addWidget(legend)
        watch(self._paint)
        self._paint()

    def _entry(self, kind: str, words: str) -> QWidget:
        entry, swatch = QWidget(), QLabel()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, px(12), 0)
        row.setSpacing(px(5))
        row.addWidget(swatch)
        row.addWidget(labelled(words, "secondary"))
        self._swatches.append((swatch, kind))
        return entry

    def show_chosen(self, words: str) -> None:
        """What the keyboard stands on."""
        self._chosen = words
        self.line.say(words)

    def show_pointed(self, words: str) -> None:
        """What the pointer is on, or what a bar in hand becomes; empty for what is chosen."""
        self.line.say(words or self._chosen)

    def _paint(self) -> None:
        for label, kind in self._swatches:
            label.setPixmap(_swatch(kind))


def _legend() -> tuple[tuple[str, str], ...]:
    return (
        ("chip.24", _("placed")),
        ("planned", _("{arrow} planned").format(arrow=ARROW)),
        ("grid", _("past")),
        ("held", f"{bed_letter('held')} {bed_state('held')}"),
        ("closed", f"{bed_letter('closed')} {bed_state('closed')}"),
        ("bad", _("{sign} against a rule").format(sign=SIGNS["error"])),
        ("warn", _("{sign} warning").format(sign=SIGNS["warning"])),
    )


def _swatch(kind: str) -> QPixmap:
    made = QPixmap(px(22), px(12))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    rect = QRect(0, 0, made.width() - 1, made.height() - 1)
    frames = {"planned": "accent", "held": "vio", "bad": "bad", "warn": "warn", "closed": "strong"}
    fills = {"planned": "surface", "held": "viosoft", "bad": "badsoft", "warn": "warnsoft"}
    if kind == "closed":
        painter.fillRect(rect, hatch("strong", "alt"))
    else:
        painter.fillRect(rect, token(fills.get(kind, kind)))
    if kind in frames:
        pen = painter.pen()
        pen.setColor(token(frames[kind]))
        styles = {"planned": Qt.PenStyle.DashLine, "held": Qt.PenStyle.DotLine}
        pen.setStyle(styles.get(kind, Qt.PenStyle.SolidLine))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
    painter.end()
    return made
