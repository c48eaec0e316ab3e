"""The right half of the set-up: one form at a time, with its problems; Enter saves, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from openblock.i18n import _
from openblock.ui.forms import Form, labelled
from openblock.ui.forms.dialog import save_on_enter, send_form
from openblock.ui.theme import px


class SideForm(QFrame):
    """``dirty`` from the first thing typed until it is saved or left."""

    saved = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.form: Form | None = None
        self.dirty = False
        self._send: Callable[[dict[str, Any]], object] | None = None
        self.title = labelled("", "title")
        self.title.setWordWrap(True)
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        for label in (self.title, self.trouble):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.save_button = QPushButton(_("Save"))
        self.save_button.setProperty("kind", "primary")
        self.leave_button = QPushButton(_("Do not save"))
        for button in (self.save_button, self.leave_button):
            button.setAutoDefault(False)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.leave)
        self.clear("")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addWidget(self._area, 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)

    def show_form(
        self, title: str, form: Form, send: Callable[[dict[str, Any]], object], *, new: bool
    ) -> None:
        """Show ``form``; ``send`` gets its values and raises KnownError."""
        self.form, self._send, self.dirty = form, send, new
        self.title.setText(title)
        self.trouble.clear()
        layout = form.layout()
        if isinstance(layout, QFormLayout):
            layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        holder = QWidget()
        holder.setProperty("kind", "panel")
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, px(6), 0)
        inside.addWidget(form)
        inside.addStretch(1)
        self._area.setWidget(holder)
        form.edited.connect(self._typed)
        save_on_enter(form, self.save)
        self._show_buttons()
        if new:
            next(iter(form.fields.values())).setFocus()

    def clear(self, words: str) -> None:
        """Show no form, only these words."""
        self.form, self._send, self.dirty = None, None, False
        self.title.setText(words)
        self.trouble.clear()
        self._area.setWidget(QWidget())
        self._show_buttons()

    def save(self) -> None:
        """Send what is typed; a refusal stands beside the fields."""
        if self.form is None or self._send is None:
            return
        said = send_form(self.form, self._send)
        if said is None:
            self.dirty = False
            self.saved.emit()
        else:
            self.trouble.setText(said)

    def leave(self) -> None:
        """Forget what is typed."""
        self.dirty = False
        self.left.emit()

    def warn(self) -> None:
        """Say that something typed is not saved, and go there."""
        self.trouble.setText(_("This is not saved yet. Save it, or choose not to."))
        if self.form is not None:
            next(iter(self.form.fields.values())).setFocus()

    def _typed(self) -> None:
        self.dirty = True
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.save_button.setVisible(self.form is not None)
        self.leave_button.setVisible(self.dirty)
