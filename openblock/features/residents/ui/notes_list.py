"""The list of notes: letter and word of the kind, who wrote it when, and the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from openblock.features.residents.queries import NoteRow
from openblock.features.residents.rules.content import NoteKind
from openblock.features.residents.words import letter_of, note_kinds, said
from openblock.i18n import _, format_moment
from openblock.ui.tall_list import (
    WRAP,
    TallList,
    has_keyboard,
    height_of,
    is_chosen,
    paint_ground,
)
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
CORRECTED_ROLE = Qt.ItemDataRole.UserRole + 2
_ROOT = QModelIndex()


class NotesModel(QAbstractListModel):
    """Notes, the latest first; one that another corrects is marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notes: tuple[NoteRow, ...] = ()

    def show_notes(self, notes: Sequence[NoteRow]) -> None:
        """Show these; nothing happens when they are the same."""
        fresh = tuple(notes)
        if fresh != self.notes:
            self.beginResetModel()
            self.notes = fresh
            self.endResetModel()

    def note(self, note_id: int | None) -> NoteRow | None:
        """The note with this number."""
        return next((each for each in self.notes if each.note_id == note_id), None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        note = self.notes[index.row()]
        if role == NOTE_ROLE:
            return note
        if role == CORRECTED_ROLE:
            return any(each.corrects_id == note.note_id for each in self.notes)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.heading(index)}. {note.text}"
        return None

    def heading(self, index: Index) -> str:
        """Kind, when, by whom, and how it stands to a correction."""
        note: NoteRow = self.notes[index.row()]
        parts = [said(note_kinds(), note.kind), format_moment(note.written_at), note.written_by]
        against = self.note(note.corrects_id)
        if against is not None:
            moment = format_moment(against.written_at)
            parts.append(_("corrects the note of {moment}").format(moment=moment))
        if self.data(index, CORRECTED_ROLE):
            parts.append(_("corrected later"))
        return " \N{MIDDLE DOT} ".join(part for part in parts if part)


class NotesList(TallList):
    """The notes as they are written, whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        entries = NotesModel()
        super().__init__(entries, _("Notes"), parent)
        entries.setParent(self)
        self.entries = entries
        self._drawing = _Delegate(self)
        self.setItemDelegate(self._drawing)

    def chosen(self) -> NoteRow | None:
        """The note that is current."""
        found: NoteRow | None = self.currentIndex().data(NOTE_ROLE)
        return found


class _Delegate(QStyledItemDelegate):
    """F or A in its field, the heading, the text beneath; what is corrected is struck through."""

    def __init__(self, view: NotesList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = max(px(80), self._view.viewport().width() - px(48))
        head = height_of(self._view.entries.heading(index), width, "small")
        return QSize(px(120), head + height_of(index.data(NOTE_ROLE).text, width) + px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note: NoteRow = index.data(NOTE_ROLE)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "soft" if is_chosen(option) else ""
        paint_ground(painter, rect, fill, line="grid", bar=has_keyboard(option))
        top, left = rect.y() + px(8), rect.x() + px(38)
        _paint_kind(painter, QRect(rect.x() + px(10), top, px(20), px(20)), note.kind)
        width = max(px(80), rect.width() - px(48))
        heading = self._view.entries.heading(index)
        painter.setFont(font("small"))
        painter.setPen(token("text2"))
        room = QRect(left, top, width, rect.height())
        head = painter.boundingRect(room, WRAP, heading).height()
        painter.drawText(room, WRAP, heading)
        text = font()
        text.setStrikeOut(bool(index.data(CORRECTED_ROLE)))
        painter.setFont(text)
        painter.setPen(token("text3" if index.data(CORRECTED_ROLE) else "text"))
        painter.drawText(QRect(left, top + head + px(2), width, rect.height()), WRAP, note.text)
        painter.restore()


def _paint_kind(painter: QPainter, field: QRect, kind: str) -> None:
    fact = kind == NoteKind.FACT
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("chip.24" if fact else "viosoft"))
    painter.drawRoundedRect(field, px(3), px(3))
    painter.setPen(token("onchip.24" if fact else "vio"))
    painter.setFont(font("code"))
    letter = letter_of(said(note_kinds(), kind))
    painter.drawText(field, Qt.AlignmentFlag.AlignCenter, letter)
