"""The people on the door: a list with initials, name and a line beneath, found while typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from openblock.i18n import search_key
from openblock.ui.icons import pixmap
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
PERSON = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in; ``line`` stands beneath the name, ``locked`` draws a lock."""

    slot_id: str
    name: str
    line: str = ""
    locked: bool = False


def initials(name: str) -> str:
    """BA for Bērziņš Andris; the first letter alone for a single word."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper()


class PeopleModel(QAbstractListModel):
    """The people, in the order given."""

    def __init__(self, people: Sequence[Person] = ()) -> None:
        super().__init__()
        self.people = tuple(people)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person = self.people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name
        if role == PERSON:
            return person
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (person.name, person.line) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return person.name
        return None


class PeopleFilter(QSortFilterProxyModel):
    """Whom the typed letters mean: each word must begin a word of the name, diacritics or not."""

    def __init__(self, model: PeopleModel) -> None:
        super().__init__()
        self._model = model
        self._sought: list[str] = []
        self.setSourceModel(model)

    def seek(self, text: str) -> None:
        """Show only the people whose name has every typed word."""
        self._sought = search_key(text).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        words = search_key(self._model.people[source_row].name).split()
        return all(any(word.startswith(part) for word in words) for part in self._sought)


class PersonDelegate(QStyledItemDelegate):
    """Draws a person as on the door: a square with the initials, the name, the line beneath."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = QFontMetrics(font("strong")).height() + QFontMetrics(font("small")).height()
        return QSize(px(200), max(px(54), lines + px(18)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person: Person = index.data(PERSON)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, token("soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), token("accent"))
        painter.setPen(token("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        square = QRect(rect.left() + px(16), 0, px(36), px(36))
        square.moveTop(rect.center().y() - px(18))
        draw_initials(painter, square, person.name, chosen=chosen)
        right = rect.right() - px(12)
        if person.locked:
            lock = pixmap("lock", "accent" if chosen else "text2", 16)
            right -= px(20)
            painter.drawPixmap(right, rect.center().y() - px(8), lock)
        left = square.right() + px(12)
        self._write(painter, person, QRect(left, rect.top(), right - left, rect.height()), chosen)
        painter.restore()

    def _write(self, painter: QPainter, person: Person, room: QRect, chosen: bool) -> None:
        name, small = font("strong"), font("small")
        if not person.line:
            _line(painter, name, "text", person.name, room)
            return
        middle = room.center().y()
        upper = QRect(room.left(), middle - px(20), room.width(), px(20))
        lower = QRect(room.left(), middle, room.width(), px(18))
        _line(painter, name, "text", person.name, upper)
        _line(painter, small, "accent" if chosen else "text2", person.line, lower)


def draw_initials(painter: QPainter, square: QRect, name: str, *, chosen: bool) -> None:
    """The square with the initials, filled when this person is the chosen one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("accent" if chosen else "grid"))
    painter.drawRoundedRect(square, px(4), px(4))
    painter.setPen(token("onaccent" if chosen else "text2"))
    letters = font("strong")
    letters.setPixelSize(max(px(12), square.height() * 13 // 36))
    painter.setFont(letters)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, initials(name))


def _line(painter: QPainter, letters: QFont, colour: str, text: str, room: QRect) -> None:
    painter.setFont(letters)
    painter.setPen(token(colour))
    shown = QFontMetrics(letters).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, flags, shown)
