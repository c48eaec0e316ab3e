"""A person's notes on the card: read, added and corrected in place, marked fact or assessment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import KnownError
from openblock.features.residents.queries import NoteRow
from openblock.features.residents.rules.content import NoteKind
from openblock.features.residents.ui.notes_list import NotesList
from openblock.features.residents.words import note_kinds
from openblock.i18n import _, format_moment
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import Choice, labelled
from openblock.ui.icons import icon
from openblock.ui.messages import words
from openblock.ui.theme import px

#: ``save(kind, text, corrects_id)`` raises KnownError.
Save = Callable[[str, str, int | None], object]


class NotesPage(QFrame):
    """The list, and under it the note being written; Ctrl+Enter saves, Esc leaves."""

    edited = Signal()

    def __init__(self, save: Save, *, may_add: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._save = save
        self._may_add = may_add
        self.corrects: NoteRow | None = None
        self.list = NotesList()
        self.kind = Choice(note_kinds(), NoteKind.FACT)
        self.text = QPlainTextEdit()
        self.against = labelled("", "secondary")
        self.trouble = labelled("", "problem")
        self.nothing = labelled(_("No notes yet."), "secondary")
        self.save_button = QPushButton(icon("save", "onaccent"), _("Save the note"))
        self.leave_button = QPushButton(_("Do not save"))
        self.correct_button = QPushButton(icon("edit"), _("Correct…"))
        self._dress()
        self._lay_out()
        self._listen()
        self._look()

    @property
    def dirty(self) -> bool:
        """Whether something is written that is not saved."""
        return bool(self.text.toPlainText().strip())

    def show_notes(self, notes: Sequence[NoteRow]) -> None:
        """Show these; a note half written stays where it is."""
        self.list.entries.show_notes(notes)
        self.nothing.setVisible(not notes)
        self.list.setVisible(bool(notes))
        self._look()

    def clear(self) -> None:
        """Leave what is written: another person's card is shown."""
        self.corrects = None
        self.text.clear()
        self.kind.set_value(NoteKind.FACT)
        self._say("")
        self._look()

    def write(self) -> None:
        """Put the keyboard where a note is written."""
        self.text.setFocus()

    def correct(self) -> None:
        """Write a new note against the chosen one, which stays as it is."""
        note = self.list.chosen()
        if note is not None and self._may_add:
            self.corrects = note
            self.kind.set_value(note.kind)
            if not self.dirty:
                self.text.setPlainText(note.text)
            self._look()
            self.text.setFocus()

    def save(self) -> bool:
        """Send the note; a refusal is said beside it and nothing is lost."""
        against = self.corrects.note_id if self.corrects else None
        try:
            self._save(str(self.kind.value()), self.text.toPlainText(), against)
        except KnownError as refusal:
            self._say(words(refusal))
            self.text.setFocus()
            return False
        self.clear()
        return True

    def typed(self) -> dict[str, Any]:
        """What is half written."""
        against = self.corrects.note_id if self.corrects else None
        return {"kind": self.kind.value(), "text": self.text.toPlainText(), "corrects_id": against}

    def type_in(self, typed: dict[str, Any]) -> None:
        """Put back what was half written before a lock."""
        self.kind.set_value(typed.get("kind", NoteKind.FACT))
        self.corrects = self.list.entries.note(typed.get("corrects_id"))
        self.text.setPlainText(str(typed.get("text", "")))
        self._look()

    # Inside

    def _leave(self) -> None:
        self.clear()
        self.list.setFocus()

    def _look(self) -> None:
        note = self.corrects
        against = ""
        if note is not None:
            moment = format_moment(note.written_at)
            against = _("Corrects the note of {moment}, which stays to be read.").format(
                moment=moment
            )
        self.against.setText(against)
        self.against.setVisible(bool(against))
        self.save_button.setEnabled(self.dirty)
        self.leave_button.setEnabled(self.dirty or note is not None)
        self.correct_button.setEnabled(self.list.chosen() is not None)

    def _typed(self) -> None:
        self._say("")
        self._look()
        self.edited.emit()

    def _say(self, said: str) -> None:
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))

    def _dress(self) -> None:
        self.kind.setAccessibleName(_("Fact or assessment"))
        self.kind.setToolTip(_("A fact says what happened, an assessment what its author thinks"))
        self.text.setAccessibleName(_("Text of the note"))
        self.text.setPlaceholderText(_("Write a note; it is kept with your name and the time"))
        self.text.setTabChangesFocus(True)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setToolTip(_("Save the note (Ctrl+Enter)"))
        self.leave_button.setToolTip(_("Leave without saving (Esc)"))
        self.correct_button.setToolTip(_("Write a correction of the chosen note"))
        for label in (self.against, self.trouble):
            label.setWordWrap(True)
            label.hide()
        for button in (self.save_button, self.leave_button, self.correct_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        line = FlowLayout(gap=8)
        line.addWidget(self.kind)
        line.addWidget(self.correct_button)
        push = QWidget()
        push.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(push)
        line.addWidget(self.leave_button)
        line.addWidget(self.save_button)
        self.writing = QWidget()
        under = QVBoxLayout(self.writing)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(px(6))
        for part in (self.against, self.text, self.trouble):
            under.addWidget(part)
        under.addLayout(line)
        self.writing.setVisible(self._may_add)
        self.text.setMinimumHeight(self.text.fontMetrics().height() * 3)
        self.text.setMaximumHeight(self.text.fontMetrics().height() * 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(10), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.writing)
        column.addStretch(0)

    def _listen(self) -> None:
        self.text.textChanged.connect(self._typed)
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self._leave)
        self.correct_button.clicked.connect(self.correct)
        self.list.selectionModel().currentChanged.connect(self._look)
        self.list.activated.connect(self.correct)
        keys = ((("Ctrl+Return", "Ctrl+Enter"), self.save), (("Esc",), self._leave))
        for sequences, act in keys:
            for each in sequences:
                shortcut = QShortcut(QKeySequence(each), self.writing)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)
