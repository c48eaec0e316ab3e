"""The two fields of a new password, with advice while it is typed."""

from __future__ import annotations

from openblock.errors import Severity
from openblock.features.accounts.rules import PASSWORD_SHORTEST, Strength, strength
from openblock.features.accounts.ui.password_edit import PasswordEdit
from openblock.i18n import _, n_
from openblock.ui.forms import Field, Form, labelled

PASSWORD, AGAIN = "password", "again"


def advice(password: str, name: str) -> tuple[str, Severity]:
    """What to say of a password while it is typed; it never stops anyone but by its length."""
    missing = PASSWORD_SHORTEST - len(password)
    found = strength(password, name)
    if found == Strength.SHORT:
        more = n_(
            "{number} character more is needed.", "{number} characters more are needed.", missing
        )
        return more, Severity.WARNING
    if found == Strength.GUESSABLE:
        return _(
            "Long enough, but easy to guess. Three unrelated words are better."
        ), Severity.WARNING
    if found == Strength.FAIR:
        return _("Good. A few characters more would make it very good."), Severity.INFORMATION
    return _("Very good."), Severity.INFORMATION


class NewPasswordForm(Form):
    """``name`` is whose password it is, so that the advice can see it in there."""

    def __init__(self, name: str = "", *, above: bool = True) -> None:
        super().__init__(above=above)
        self.name = name
        hint = n_(
            "{number} character at least; spaces and all letters may be used.",
            "{number} characters at least; spaces and all letters may be used.",
            PASSWORD_SHORTEST,
        )
        self._password = self.add(Field(PASSWORD, _("New password"), PasswordEdit()))
        self._advice = labelled(hint, "hint")
        self._advice.setObjectName("advice")
        self._advice.setWordWrap(True)
        self.add_widget(self._advice)
        self.add(Field(AGAIN, _("The same password again"), PasswordEdit()))
        self._hint = hint
        self._password.edited.connect(self._advise)

    @property
    def password(self) -> str:
        """The new password as typed."""
        return str(self.fields[PASSWORD].value())

    @property
    def again(self) -> str:
        """The same, typed a second time."""
        return str(self.fields[AGAIN].value())

    def _advise(self) -> None:
        if not self.password:
            self._advice.setText(self._hint)
            kind = "hint"
        else:
            text, severity = advice(self.password, self.name)
            self._advice.setText(text)
            kind = "warning" if severity == Severity.WARNING else "ok"
        self._advice.setProperty("kind", kind)
        self._advice.style().unpolish(self._advice)
        self._advice.style().polish(self._advice)
