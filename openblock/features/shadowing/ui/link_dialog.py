"""The form that says which account is a trainee's own, for an administrator (TR-15)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.features.accounts.queries import accounts
from openblock.features.accounts.rights import Role
from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.features.shadowing.commands import LinkTrainee, link_trainee
from openblock.features.shadowing.queries import TraineeRow, trainees
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form
from openblock.ui.plain_label import plain


class LinkDialog(ReasonedDialog):
    """With the account the trainee sees the roster and the own practice, and nothing else."""

    def __init__(self, desk: Desk, row: TraineeRow, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._row = row
        offered = self._accounts()
        nobody: list[tuple[int | None, str]] = [(None, _("no account"))]
        choice = Choice([*nobody, *offered])
        choice.set_value(row.account_id)
        form = Form((Field("account", _("Account"), choice),))
        title = _("Own account: {name}").format(name=row.name)
        super().__init__(title, form, self._link, parent=parent)
        words = _(
            "Whoever signs in with this account sees the roster and this trainee's practice, and "
            "nothing else."
        )
        if not offered:
            words = _(
                "There is no account of a trainee that nobody has yet. Add one under People and "
                "roles, with the role of a trainee."
            )
        self.column.insertWidget(0, plain(words, "secondary"))
        self.fit(460, 210)

    def _accounts(self) -> list[tuple[int | None, str]]:
        """Accounts of trainees that no other trainee has, and the one this trainee has."""
        own = self._row.account_id
        others = {each.account_id for each in self._desk.read(trainees)} - {own}
        return [
            (each.account_id, each.name)
            for each in self._desk.read(accounts)
            if each.role == Role.TRAINEE
            and each.account_id not in others
            and (each.active or each.account_id == own)
        ]

    def _link(self, values: dict[str, Any]) -> None:
        row = self._row
        request = LinkTrainee(row.trainee_id, row.version, values["account"])
        said = _("Own account: {name}").format(name=row.name)
        self._desk.attempt(link_trainee, request, said)
