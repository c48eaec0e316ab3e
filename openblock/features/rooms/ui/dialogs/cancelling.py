"""Cancels a planned assignment, with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock.features.rooms.commands import CancelAssignment, cancel_assignment
from openblock.features.rooms.queries.single import assignment
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.i18n import _, format_moment
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, TextEdit


class CancelDialog(DeedDialog):
    """Says which assignment will not come about."""

    def __init__(self, desk: Desk, assignment_id: int, parent: QWidget) -> None:
        self._row = desk.read(assignment, assignment_id)
        super().__init__(desk, _("Cancel the planned move"), _("Cancel the move"), parent)
        self.tell(
            _("{name} will not come to {bed} on {moment}.").format(
                name=self._row.name,
                bed=self._row.bed,
                moment=format_moment(self._row.content.starts_at),
            )
        )
        self.form.add(Field("reason", _("Reason"), TextEdit(), needed=True))
        self.take_size(460, 220)
        self.form.fields["reason"].setFocus()

    def request(self) -> CancelAssignment:
        reason = self.form.values()["reason"]
        return CancelAssignment(self._row.assignment_id, self._row.version, reason)

    def send(self, request: CancelAssignment) -> None:
        said = _("Cancelled: {name} to {bed}").format(name=self._row.name, bed=self._row.bed)
        self.desk.attempt(cancel_assignment, request, said)
