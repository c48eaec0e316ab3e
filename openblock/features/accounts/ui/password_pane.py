"""The chosen person's side of the door: password, wait after wrong ones, the work kept."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from openblock.errors import KnownError
from openblock.features.accounts.session import Entrance, Opened
from openblock.features.accounts.ui.pane import Pane, button, sentence
from openblock.features.accounts.ui.password_edit import PasswordEdit
from openblock.features.accounts.ui.people_list import Person, draw_initials
from openblock.i18n import _
from openblock.ui.forms import Field
from openblock.ui.icons import pixmap
from openblock.ui.messages import words
from openblock.ui.theme import px

_TICK_MS = 500


class PasswordPane(Pane):
    """Signs the chosen person in; ``opened`` carries the store and whether to change the password.

    The password typed stays when it is refused, selected, so that typing replaces it.
    """

    opened = Signal(object)
    recovery_wanted = Signal()
    trouble = Signal(object)

    def __init__(self, entrance: Entrance) -> None:
        super().__init__()
        self._entrance = entrance
        self._person: Person | None = None
        self._square = _Initials()
        self._name = sentence("", "name")
        self._line = sentence("")
        self.password = PasswordEdit()
        self.field = Field("password", _("Password"), self.password)
        self._caps = sentence(_("Caps Lock is on"), "warning")
        self.enter = button(_("Sign in"), "primary")
        self.enter.setStyleSheet(f"QPushButton {{ min-height: {px(30)}px; }}")
        self.password.setStyleSheet(f"QLineEdit {{ min-height: {px(30)}px; }}")
        self.kept = sentence("", "secondary")
        self.kept_row = _with_icon("ok", "ok", self.kept)
        self.recovery = button(_("Use the recovery key"), "quiet")
        self._lay_out()
        self.enter.clicked.connect(self.confirm)
        self.recovery.clicked.connect(self.recovery_wanted)
        self.password.caps.connect(self.caps_row.setVisible)
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(self._count_down)
        self.setFocusProxy(self.password)
        self.show_person(None)

    @property
    def person(self) -> Person | None:
        """Whose password is asked for."""
        return self._person

    def show_person(self, person: Person | None, kept: str = "") -> None:
        """Ask for ``person``'s password; ``kept`` names the work that was locked."""
        if person is None or self._person is None or person.slot_id != self._person.slot_id:
            self.password.clear()
            self.field.say("")
        self._person = person
        self._square.show_name(person.name if person else "")
        self._name.setText(person.name if person else _("Who are you?"))
        line = person.line if person else _("Choose your name, or type your surname.")
        self._line.setText(line)
        self._line.setVisible(bool(line))
        for each in (self.field, self.field.label, self.enter):
            each.setVisible(person is not None)
        self.enter.setText(_("Continue") if kept else _("Sign in"))
        told = _("What you began is kept: {what}. You come back to the same place.")
        self.kept.setText(told.format(what=kept) if kept else "")
        self.kept_row.setVisible(bool(kept))
        self._count_down()

    def confirm(self) -> None:
        """Try the password; a refusal is said beside it."""
        person = self._person
        if person is None or not self.enter.isEnabled():
            return
        if not self.password.text():
            self.field.say(_("Type the password."))
            self.password.setFocus()
            return
        try:
            opened: Opened = self._entrance.sign_in(person.slot_id, self.password.text())
        except KnownError as refusal:
            self._refused(refusal)
            return
        self.opened.emit(opened)

    def _refused(self, refusal: KnownError) -> None:
        if refusal.code not in {"wrong-password", "wait", "account-inactive", "no-such-slot"}:
            self.trouble.emit(refusal)
            return
        self.field.say(words(refusal))
        self.password.setFocus()
        self.password.selectAll()
        self._count_down()

    def _count_down(self) -> None:
        seconds = self._entrance.seconds_left(self._person.slot_id) if self._person else 0
        waiting = not self.enter.isEnabled()
        self.enter.setEnabled(seconds == 0)
        if seconds:
            self.field.say(words(KnownError("wait", seconds=seconds)))
            self._ticker.start(_TICK_MS)
        elif waiting:
            self._ticker.stop()
            self.field.say(_("You may try again now."))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self._square)
        names = QVBoxLayout()
        names.setSpacing(px(2))
        names.addWidget(self._name)
        names.addWidget(self._line)
        head.addLayout(names, 1)
        self.caps_row = _with_icon("warning", "warn", self._caps)
        self.caps_row.hide()
        self.column.addLayout(head)
        self.column.addSpacing(px(14))
        self.column.addWidget(self.field.label)
        for each in (self.field, self.caps_row, self.enter, self.kept_row):
            self.column.addWidget(each)
        self.column.addStretch(1)
        rule = QFrame()
        rule.setProperty("kind", "line")
        rule.setFixedHeight(1)
        self.column.addWidget(rule)
        self.column.addWidget(
            sentence(_("Forgotten the password? An administrator gives a new one."))
        )
        self.column.addWidget(self.recovery)


class _Initials(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(px(48), px(48))

    def show_name(self, name: str) -> None:
        self._name = name
        self.setVisible(bool(name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_initials(painter, QRect(0, 0, px(48), px(48)), self._name, chosen=True)
        painter.end()


def _with_icon(drawing: str, colour: str, words_beside: QLabel) -> QWidget:
    row = QWidget()
    picture = QLabel()
    picture.setPixmap(pixmap(drawing, colour, 16))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(8))
    line.addWidget(picture)
    line.addWidget(words_beside, 1)
    return row
