"""Says which account is a trainee's own, so that the trainee sees the own practice (TR-15)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.features.accounts.queries import AccountRow, accounts
from openblock.features.accounts.rights import Role
from openblock.features.shadowing.commands import link_trainee
from openblock.features.shadowing.commands.requests import LinkTrainee
from openblock.features.shadowing.queries import trainees
from openblock.features.shadowing.queries.rows import TraineeRow
from openblock.i18n import _, sort_key
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form
from openblock.ui.forms.dialog import FormDialog


class AccountDialog(FormDialog):
    """Offers the accounts of trainees that nobody else has, and none at all."""

    def __init__(self, desk: Desk, trainee: TraineeRow, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._trainee = trainee
        choice = Choice(self._options())
        choice.set_value(trainee.account_id)
        form = Form((Field("account_id", _("Account"), choice),))
        super().__init__(
            _("Own account: {name}").format(name=trainee.name),
            form,
            self._link,
            intro=_(
                "Whoever signs in with this account sees the roster and this trainee's practice, "
                "and nothing else. Accounts are added under People and roles, with the role of a "
                "trainee."
            ),
            parent=parent,
        )

    def _options(self) -> list[tuple[int | None, str]]:
        taken = {
            row.account_id
            for row in self._desk.read(trainees)
            if row.trainee_id != self._trainee.trainee_id
        }
        free = [row for row in self._desk.read(accounts) if self._is_free(row, taken)]
        free.sort(key=lambda row: sort_key(row.name))
        return [(None, _("no account")), *((row.account_id, row.name) for row in free)]

    def _is_free(self, row: AccountRow, taken: set[int | None]) -> bool:
        """The account held now stays on offer, whatever has become of it."""
        if row.account_id == self._trainee.account_id:
            return True
        return row.active and row.role == Role.TRAINEE and row.account_id not in taken

    def _link(self, values: dict[str, Any]) -> object:
        trainee = self._trainee
        request = LinkTrainee(trainee.trainee_id, trainee.version, values["account_id"])
        said = _("Own account: {name}").format(name=trainee.name)
        return self._desk.attempt(link_trainee, request, said)
