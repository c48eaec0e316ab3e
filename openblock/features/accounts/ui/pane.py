"""The right side of the door: a page that Enter confirms and Esc leaves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QVBoxLayout, QWidget

from openblock.errors import KnownError, RuleBroken
from openblock.ui.forms import Form, labelled
from openblock.ui.messages import words
from openblock.ui.theme import px


class Pane(QWidget):
    """One column; subclasses fill it and say what :meth:`confirm` and :meth:`leave` do."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(32), px(24), px(32), px(20))
        self.column.setSpacing(px(10))
        self.refusal = sentence("", "problem")
        self.refusal.hide()

    def confirm(self) -> None:
        """What Enter does."""

    def leave(self) -> None:
        """What Esc does."""

    def close_file(self) -> None:
        """Close a file opened here while nobody has begun to work; most panes open none."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed = self.focusWidget()
            if isinstance(pressed, QAbstractButton):
                pressed.click()
            else:
                self.confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def refuse(self, refusal: KnownError, form: Form | None = None) -> None:
        """Say ``refusal`` beside the fields it names, and the rest of it below the form."""
        if form is not None and isinstance(refusal, RuleBroken):
            others = form.show_problems(refusal.problems, words)
            self.say([words(each) for each in others])
        else:
            self.say([words(refusal)])

    def say(self, sentences: Iterable[str]) -> None:
        """Show sentences of refusal; none takes the line away."""
        text = " ".join(sentences)
        self.refusal.setText(text)
        self.refusal.setVisible(bool(text))


def sentence(text: str, kind: str = "secondary") -> QLabel:
    """Running text: plain, wrapped, so that a name is shown as typed."""
    made = labelled(text, kind)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made


def button(text: str, kind: str = "") -> QPushButton:
    """A button of the style sheet's kinds: primary, quiet, danger."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    return made
