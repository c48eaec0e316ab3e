"""Gives an assignment other ends or another bed, as its bar on the board was pulled."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.features.rooms.commands import ChangeAssignment, change_assignment
from openblock.features.rooms.queries.single import assignment
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.features.rooms.ui.dialogs.known import know
from openblock.features.rooms.ui.dialogs.why_fields import why_fields, why_of
from openblock.i18n import _, format_moment
from openblock.ui.desk import Desk
from openblock.ui.forms import Field


class StretchDialog(DeedDialog):
    """Shows what was and what will be; the ends can be typed to the minute."""

    def __init__(
        self,
        desk: Desk,
        assignment_id: int,
        bed_id: int,
        ends: tuple[datetime, datetime],
        parent: QWidget,
    ) -> None:
        self._row = desk.read(assignment, assignment_id)
        self._bed_id = bed_id
        super().__init__(desk, _("Change the assignment"), _("Change"), parent)
        self._bed = know(desk, clock.now()).named(bed_id)
        starts_at, ends_at = ends
        self.tell(self._words())
        self.form.add(Field("starts_at", _("From"), MomentEdit(starts_at), needed=True))
        until = None if ends_at == FOREVER else ends_at
        self.form.add(Field("ends_at", _("Until (open: empty)"), MomentEdit(until)))
        for field in why_fields(self._row.content.reason):
            self.form.add(field)
        self.form.fields["remark"].set_value(self._row.content.remark)
        self.form.fields["decision_number"].set_value(self._row.content.decision_number)
        self.form.fields["decision_date"].set_value(self._row.content.decision_date)
        self.take_size(520, 460)
        self.save_button.setFocus()

    def _words(self) -> str:
        content = self._row.content
        was = _("{name}, {bed}, from {start}").format(
            name=self._row.name, bed=self._row.bed, start=format_moment(content.starts_at)
        )
        if content.ends_at != FOREVER:
            was = _("{sentence}, until {moment}").format(
                sentence=was, moment=format_moment(content.ends_at)
            )
        if self._bed_id == content.bed_id:
            return was
        return _("{was}. Another bed: {bed}.").format(was=was, bed=self._bed)

    def request(self) -> ChangeAssignment | None:
        values = self.form.values()
        if values["starts_at"] is None or self.form.fields["ends_at"].editor.unread():
            return None
        return ChangeAssignment(
            self._row.assignment_id,
            self._row.version,
            self._bed_id,
            values["starts_at"],
            values["ends_at"] or FOREVER,
            why_of(self.form, self.override()),
        )

    def send(self, request: ChangeAssignment) -> None:
        said = _("Changed: {name} in {bed}").format(name=self._row.name, bed=self._bed)
        self.desk.attempt(change_assignment, request, said)
