"""Coming in with the printed recovery key: a new password and a new key follow at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from openblock.errors import KnownError
from openblock.features.accounts.session import Entrance, Opened, Recovered
from openblock.features.accounts.session.opening import release
from openblock.features.accounts.ui.new_password_form import NewPasswordForm
from openblock.features.accounts.ui.pane import Pane, button, sentence
from openblock.features.accounts.ui.recovery_card import RecoveryCard
from openblock.i18n import _
from openblock.ui.forms import Choice, Field, Form, TextEdit
from openblock.ui.messages import words


class RecoveryPane(Pane):
    """First the key, then whose new password; ``opened`` after the new key was typed back.

    ``make_pdf(key)`` gives the sheet of a recovery key.
    """

    opened = Signal(object)
    left = Signal()
    trouble = Signal(object)

    def __init__(self, entrance: Entrance, make_pdf: Callable[[str], bytes]) -> None:
        super().__init__()
        self._entrance = entrance
        self._make_pdf = make_pdf
        self.recovered: Recovered | None = None
        self._signed_in: Opened | None = None
        self.key = TextEdit()
        self.key_form = Form(above=True)
        self.key_form.add(Field("key", _("Recovery key"), self.key, hint=_("6 groups of 6")))
        self.who = Choice()
        self.who_form = Form(above=True)
        self.who_form.add(Field("who", _("Administrator"), self.who))
        self.password_form = NewPasswordForm()
        self.card: RecoveryCard | None = None
        self._next = button(_("Open"), "primary")
        self._back = button(_("Back"))
        self._next.clicked.connect(self.confirm)
        self._back.clicked.connect(self.leave)
        self._title = sentence(_("Use the recovery key"), "name")
        self._explanation = sentence(
            _("Type the key from the sealed envelope. Its use is written into the log.")
        )
        self._lay_out()
        self.setFocusProxy(self.key)

    def confirm(self) -> None:
        """The next step: open with the key, then take over with a new password."""
        self.say([])
        try:
            if self.recovered is None:
                self._open()
            else:
                self._take_over(self.recovered)
        except KnownError as refusal:
            self._refused(refusal)

    def leave(self) -> None:
        """Back to the passwords; a file opened with the key is closed again."""
        self.close_file()
        self.left.emit()

    def close_file(self) -> None:
        """Close the file opened with the key, if nobody has begun to work."""
        for held in (self.recovered, self._signed_in):
            if held is not None:
                release(held.store)
        self.recovered = self._signed_in = None

    def _open(self) -> None:
        self.recovered = self._entrance.recover(self.key.text())
        self.key_form.hide()
        self.who.set_options([(each, each.name) for each in self.recovered.administrators])
        self.who.setCurrentIndex(0)
        self.who_form.show()
        self.password_form.show()
        self._explanation.setText(
            _("The file is open. Choose whose password is lost and give it a new one.")
        )
        self._next.setText(_("Set the password"))
        self.who.setFocus()

    def _take_over(self, recovered: Recovered) -> None:
        account = self.who.value()
        form = self.password_form
        opened, key = self._entrance.take_over(recovered, account, form.password, form.again)
        self.recovered = None
        self._show_new_key(opened, key)

    def _go_to_work(self) -> None:
        opened, self._signed_in = self._signed_in, None
        if opened is not None:
            self.opened.emit(opened)

    def _show_new_key(self, opened: Opened, key: str) -> None:
        self._signed_in = opened
        shown = (self._title, self._explanation, self.who_form, self.password_form)
        for each in (*shown, self._next, self._back):
            each.hide()
        self.card = RecoveryCard(key, lambda: self._make_pdf(key), _("Go to work"))
        self.card.column.setContentsMargins(0, 0, 0, 0)
        self.card.confirmed.connect(self._go_to_work)
        self.column.insertWidget(0, self.card, 1)
        self.card.setFocus()

    def _refused(self, refusal: KnownError) -> None:
        if self.recovered is not None:
            self.refuse(refusal, self.password_form)
        elif refusal.code in {"recovery-key-mistyped", "wrong-recovery-key"}:
            self.key_form.fields["key"].say(words(refusal))
            self.key.setFocus()
        else:
            self.trouble.emit(refusal)

    def _lay_out(self) -> None:
        self.column.addWidget(self._title)
        for each in (self._explanation, self.key_form, self.who_form, self.password_form):
            self.column.addWidget(each)
        self.who_form.hide()
        self.password_form.hide()
        self.column.addWidget(self.refusal)
        line = QHBoxLayout()
        line.addWidget(self._back)
        line.addWidget(self._next, 1)
        self.column.addStretch(1)
        self.column.addLayout(line)
