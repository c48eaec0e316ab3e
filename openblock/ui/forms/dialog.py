"""A dialog around one form: sends what is in it, and shows a refusal beside the fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.i18n import _
from openblock.ui.forms.form import Form, labelled
from openblock.ui.messages import words
from openblock.ui.theme import px

Send = Callable[[dict[str, Any]], object]


def send_form(form: Form, send: Send) -> str | None:
    """Check ``form`` and send its values; None when that went well.

    Otherwise problems stand beside their fields, and what names no field comes back in words.
    """
    if not form.check():
        return ""
    others: tuple[Problem, ...] = ()
    try:
        send(form.values())
    except RuleBroken as refusal:
        others = form.show_problems(refusal.problems, words)
    except KnownError as refusal:
        return words(refusal)
    else:
        return None
    return " ".join(words(each) for each in others)


def save_on_enter(form: Form, save: Callable[[], object]) -> None:
    """Have Enter in any field of ``form`` call ``save``, for a form that stands on a page."""
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        shortcut = QShortcut(QKeySequence(key), form)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(save)


class FormDialog(QDialog):
    """Enter saves, Esc leaves; nothing typed is lost on a refusal. ``send`` raises KnownError."""

    def __init__(
        self,
        title: str,
        form: Form,
        send: Send,
        *,
        save: str = "",
        intro: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = form
        self._send = send
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.save_button = QPushButton(save or _("Save"))
        self.save_button.setDefault(True)
        self.save_button.setProperty("kind", "primary")
        self.save_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        if intro:
            said = labelled(intro)
            said.setWordWrap(True)
            said.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(said)
        column.addWidget(form)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.setMinimumWidth(px(420))

    def _buttons(self) -> QHBoxLayout:
        self.leave_button = QPushButton(_("Cancel"))
        self.leave_button.setAutoDefault(False)
        self.leave_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.save_button)
        return buttons

    def accept(self) -> None:
        """Send; the dialog closes only when that went well."""
        said = send_form(self.form, self._send)
        if said is None:
            super().accept()
            return
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))
