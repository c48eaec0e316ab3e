"""A dialog around one deed: looks at the risks while it is filled in, asks for a reason, sends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.rooms.ui.dialogs.risks import RisksBox
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit, labelled
from openblock.ui.messages import words
from openblock.ui.theme import on_screen, px

SHORTEST_REASON = 5
_PAUSE = 120
_TALLEST_RISKS = 190


class DeedDialog(QDialog):
    """What is wrong stands beside its field, or in the box over the buttons.

    A subclass fills ``form``, gives a request (None while something is missing), says what it
    risks, and sends it; ``send`` raises KnownError and nothing typed is lost.
    """

    def __init__(self, desk: Desk, title: str, save: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(title)
        self.form = Form()
        layout = self.form.layout()
        if isinstance(layout, QFormLayout):
            # With large text there is no room for a label beside its field.
            layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.answer = Field("override", _("Reason to do it all the same"), TextEdit())
        self.risks_box = RisksBox()
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.hide()
        self.save_button = QPushButton(save)
        self.save_button.setDefault(True)
        self.save_button.setProperty("kind", "primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look)
        self._beside: tuple[str, ...] = ()
        self.body = QHBoxLayout()
        self.body.setSpacing(px(16))
        self.body.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.form.edited.connect(self._pause.start)
        self.save_button.clicked.connect(self.accept)

    # What a subclass says

    def request(self) -> Any:
        """The request as filled in; None while something it needs is missing."""
        raise NotImplementedError

    def risks(self, request: Any) -> Sequence[Problem]:
        """What the request would meet; nothing where only sending it can tell."""
        del request
        return ()

    def send(self, request: Any) -> None:
        """Run it; raises KnownError."""
        raise NotImplementedError

    def tell(self, said: str, kind: str = "") -> QLabel:
        """Put a sentence over the fields that follow, as it was typed: a name is no markup."""
        made = labelled(said, kind)
        made.setWordWrap(True)
        made.setTextFormat(Qt.TextFormat.PlainText)
        self.form.add_widget(made)
        return made

    # Looking and sending

    def look(self) -> None:
        """See what the request as it is now would meet."""
        self._pause.stop()
        self.trouble.hide()
        request = self.request()
        if request is None:
            self._show(())
            return
        try:
            self._show(self.risks(request))
        except KnownError as refusal:
            self._say(words(refusal))

    def accept(self) -> None:
        """Send; the dialog closes only when that went well."""
        if self._pause.isActive():
            self.look()
        if not self.form.check() or not self.save_button.isEnabled():
            return
        if self._reason_missing():
            return
        request = self.request()
        if request is None:
            self._say(self.missing())
            return
        try:
            self.send(request)
        except RuleBroken as refusal:
            self._show(refusal.problems, met=True)
            self._focus_on_trouble(refusal.problems)
        except KnownError as refusal:
            self._say(words(refusal))
        else:
            super().accept()

    def missing(self) -> str:
        """What is said when there is no request yet though every field can be read."""
        return _("Something is missing still.")

    def override(self) -> str:
        """The reason given for the warnings; nothing while none is asked for."""
        return self.answer.value() if self.answer.isVisibleTo(self) else ""

    def _reason_missing(self) -> bool:
        asked = self.answer.isVisibleTo(self)
        if not asked or len(self.answer.value()) >= SHORTEST_REASON:
            return False
        self.answer.say(_("Give a reason, five characters or more."))
        self.answer.setFocus()
        return True

    def _show(self, problems: Sequence[Problem], *, met: bool = False) -> None:
        beside = [each for each in problems if each.field in self.form.fields]
        others = [each for each in problems if each.field not in self.form.fields]
        self._show_beside(beside)
        self.risks_box.show_problems(others)
        self._scrolled.setVisible(bool(others))
        errors = any(each.severity == Severity.ERROR for each in problems)
        warnings = any(each.severity == Severity.WARNING for each in problems)
        self._answer_row.setVisible(warnings and not errors)
        self.answer.setVisible(warnings and not errors)
        # What only sending could tell may be gone at the next try.
        self.save_button.setEnabled(met or not errors)
        self.save_button.setToolTip(_("This cannot be done") if errors else "")

    def _show_beside(self, problems: Sequence[Problem]) -> None:
        spoken: dict[str, list[Problem]] = {}
        for each in problems:
            spoken.setdefault(each.field, []).append(each)
        for name in (*self._beside, *spoken):
            told = spoken.get(name, [])
            error = any(each.severity == Severity.ERROR for each in told)
            severity = Severity.ERROR if error else Severity.WARNING
            field = self.form.fields[name]
            field.say("\n".join(map(words, told)) or field.editor.unread(), severity)
        self._beside = tuple(spoken)

    def _focus_on_trouble(self, problems: Sequence[Problem]) -> None:
        if self.answer.isVisibleTo(self):
            self.answer.setFocus()
            return
        named = next((each.field for each in problems if each.field in self.form.fields), "")
        if named:
            self.form.fields[named].setFocus()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()

    # Looks

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "page")
        inside.setLayout(self.body)
        self.body.setContentsMargins(0, 0, px(4), 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._scrolled = QScrollArea()
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setMaximumHeight(px(_TALLEST_RISKS))
        self._scrolled.setWidget(self.risks_box)
        self._scrolled.hide()
        self._answer_row = Form([self.answer])
        self._answer_row.hide()
        self.answer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(14))
        column.setSpacing(px(10))
        column.addWidget(area, 1)
        column.addWidget(self._scrolled)
        column.addWidget(self._answer_row)
        column.addWidget(self.trouble)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        return row

    def take_size(self, width: int, height: int) -> None:
        """Open as large as drawn at 100 %, never past the screen."""
        self.resize(on_screen(width, height))
