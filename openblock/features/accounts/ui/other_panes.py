"""The door's rarer pages: a password that must be changed, and a file that cannot be opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel

from openblock.errors import KnownError
from openblock.features.accounts.session import Opened, change_own_password
from openblock.features.accounts.session.opening import release
from openblock.features.accounts.ui.door_frame import DoorFacts
from openblock.features.accounts.ui.new_password_form import NewPasswordForm
from openblock.features.accounts.ui.pane import Pane, button, sentence
from openblock.i18n import _
from openblock.ui.icons import pixmap
from openblock.ui.messages import words


class MustChangePane(Pane):
    """The password was given by somebody else, so the person chooses an own one first."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, opened: Opened, current: str) -> None:
        super().__init__()
        self._opened: Opened | None = opened
        self._current = current
        self.form = NewPasswordForm(opened.account.name)
        self._next = button(_("Set the password and go to work"), "primary")
        self._back = button(_("Back"))
        self._next.clicked.connect(self.confirm)
        self._back.clicked.connect(self.leave)
        self.column.addWidget(sentence(opened.account.name, "name"))
        self.column.addWidget(
            sentence(_("This password was given to you. Choose one only you know."))
        )
        line = QHBoxLayout()
        line.addWidget(self._back)
        line.addWidget(self._next, 1)
        for each in (self.form, self.refusal):
            self.column.addWidget(each)
        self.column.addStretch(1)
        self.column.addLayout(line)
        self.setFocusProxy(self.form.fields["password"])

    def confirm(self) -> None:
        """Change the password; a refusal is said beside its field."""
        opened = self._opened
        if opened is None:
            return
        form = self.form
        try:
            change_own_password(
                opened.store, opened.account, self._current, form.password, form.again
            )
        except KnownError as refusal:
            self.refuse(refusal, form)
            return
        self._opened = None
        self.opened.emit(opened)

    def leave(self) -> None:
        """Sign out again without a change."""
        self.close_file()
        self.left.emit()

    def close_file(self) -> None:
        """Sign out and close the file, unless the work began."""
        if self._opened is not None:
            release(self._opened.store)
            self._opened = None


class TroublePane(Pane):
    """Says why the file cannot be opened, and the ways out; nothing has been changed."""

    left = Signal()

    def __init__(self, trouble: KnownError, facts: DoorFacts, *, can_retry: bool = True) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(pixmap("error", "bad", 28))
        self.column.addWidget(picture)
        self.column.addWidget(sentence(_("The block cannot be opened"), "name"))
        told = sentence(words(trouble), "strong")
        self.column.addWidget(told)
        self.column.addWidget(sentence(_("The file was left as it is.")))
        self.column.addStretch(1)
        ways = (
            (_("Restore a backup"), facts.restore, "primary"),
            (_("Open another block"), facts.open_other, ""),
            (_("Try again"), self.leave if can_retry else None, ""),
        )
        self.ways = []
        for text, act, kind in ways:
            if act is not None:
                way = button(text, kind)
                way.clicked.connect(act)
                self.column.addWidget(way)
                self.ways.append(way)
        if self.ways:
            self.setFocusProxy(self.ways[0])

    def leave(self) -> None:
        """Look at the file once more."""
        self.left.emit()
