"""Draws an entry of a tall list: sign, title and what stands beside it, and words beneath them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from openblock.ui.tall_list import WRAP, height_of, is_chosen, paint_frame, paint_ground
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
#: The role under which a model gives its entry.
LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class Entry(Protocol):
    """What is drawn of an entry.

    ``number`` is the digit that picks it, 0 for none; ``sign`` stands in its place; ``reasons`` and
    ``warning`` are the words beneath; what is not ``fit`` steps back.
    """

    @property
    def number(self) -> int: ...
    @property
    def sign(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def aside(self) -> str: ...
    @property
    def reasons(self) -> str: ...
    @property
    def warning(self) -> str: ...
    @property
    def fit(self) -> bool: ...


class EntryDelegate(QStyledItemDelegate):
    """Knows how high an entry becomes in the width there is."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Entry = index.data(LINE_ROLE)
        width = self._view.viewport().width()
        high = px(6) + _head_height(line, width) + px(6)
        high += sum(height_of(text, _room(width), "small") for text, _tone in _texts(line))
        return QSize(px(120), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Entry = index.data(LINE_ROLE)
        rect: QRect = option.rect
        chosen = is_chosen(option)
        painter.save()
        ground = "soft" if chosen else ("surface" if line.fit else "alt")
        paint_ground(painter, rect, ground, line="grid", bar=chosen)
        self._paint_digit(painter, rect, line, chosen=chosen)
        self._paint_head(painter, rect, line)
        top = rect.top() + px(6) + _head_height(line, rect.width())
        painter.setFont(font("small"))
        for text, tone in _texts(line):
            tall = height_of(text, _room(rect.width()), "small")
            painter.setPen(token(tone))
            painter.drawText(
                QRect(rect.left() + _indent(), top, _room(rect.width()), tall), WRAP, text
            )
            top += tall
        paint_frame(painter, rect, option)
        painter.restore()

    def _paint_digit(self, painter: QPainter, rect: QRect, line: Entry, *, chosen: bool) -> None:
        high = QFontMetrics(font("strong")).height()
        spot = QRect(rect.left() + px(10), rect.top() + px(6), high + px(2), high + px(2))
        painter.setFont(font("code"))
        if line.number:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(token("accent" if chosen else "grid"))
            painter.drawEllipse(spot)
            painter.setPen(token("onaccent" if chosen else "text"))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(line.number))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        elif line.sign:
            painter.setPen(token("warn" if line.fit else "text3"))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, line.sign)

    def _paint_head(self, painter: QPainter, rect: QRect, line: Entry) -> None:
        strong, small = QFontMetrics(font("strong")), QFontMetrics(font("small"))
        room = QRect(
            rect.left() + _indent(), rect.top() + px(6), _room(rect.width()), strong.height()
        )
        painter.setFont(font("strong"))
        painter.setPen(token("text" if line.fit else "text2"))
        aside = small.horizontalAdvance(line.aside)
        below = _aside_below(line, rect.width())
        width = room.width() if below or not line.aside else room.width() - aside - px(10)
        cut = strong.elidedText(line.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.setFont(font("small"))
        painter.setPen(token("text2"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if below:
            painter.drawText(
                room.translated(0, strong.height()), Qt.AlignmentFlag.AlignVCenter, line.aside
            )
        else:
            painter.drawText(room, right, line.aside)


def _texts(line: Entry) -> tuple[tuple[str, str], ...]:
    """What stands beneath the head, each with its colour."""
    reasons = (line.reasons, "text2")
    # The sign says it without the colour.
    warning = (f"\N{BLACK UP-POINTING TRIANGLE} {line.warning}" if line.warning else "", "warn")
    return tuple(each for each in (reasons, warning) if each[0])


def _aside_below(line: Entry, width: int) -> bool:
    """Whether name and places do not fit beside each other."""
    if not line.aside:
        return False
    strong, small = QFontMetrics(font("strong")), QFontMetrics(font("small"))
    wanted = strong.horizontalAdvance(line.title) + px(10) + small.horizontalAdvance(line.aside)
    return wanted > _room(width)


def _head_height(line: Entry, width: int) -> int:
    high = QFontMetrics(font("strong")).height()
    return high * 2 if _aside_below(line, width) else high


def _indent() -> int:
    return px(10) + QFontMetrics(font("strong")).height() + px(12)


def _room(width: int) -> int:
    return max(width - _indent() - px(12), px(60))
