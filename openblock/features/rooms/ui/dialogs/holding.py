"""Keeps a bed for a person, or for what a remark says, until it expires (ROOM-15)."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.accounts.queries import settings
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.features.residents.ui.person_picker import PersonPicker
from openblock.features.rooms.commands import HoldBed, hold_bed
from openblock.features.rooms.rules.content import HoldContent
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.features.rooms.ui.dialogs.known import know
from openblock.features.rooms.ui.dialogs.moment import NowEdit
from openblock.i18n import _, format_moment
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, TextEdit


class HoldDialog(DeedDialog):
    """The end is filled in from the block's setting."""

    def __init__(self, desk: Desk, bed_id: int, parent: QWidget) -> None:
        self._bed_id = bed_id
        now = clock.now()
        self._bed = know(desk, now).named(bed_id)
        super().__init__(desk, _("Reserve a bed"), _("Reserve"), parent)
        hours = int(str(desk.read(settings).get("hold_hours")))
        self.person = PersonPicker(desk)
        self.tell(_("Bed {bed}").format(bed=self._bed), "title")
        self.form.add(Field("resident_id", _("For whom"), self.person))
        self.form.add(Field("remark", _("Or for what"), TextEdit()))
        self.form.add(Field("starts_at", _("From"), NowEdit(), needed=True))
        until = MomentEdit(now + timedelta(hours=hours))
        self.form.add(Field("ends_at", _("Until"), until, needed=True))
        self.take_size(480, 330)
        self.person.setFocus()

    def request(self) -> HoldBed | None:
        values = self.form.values()
        if values["starts_at"] is None or values["ends_at"] is None:
            return None
        return HoldBed(
            HoldContent(
                self._bed_id,
                values["starts_at"],
                values["ends_at"],
                values["resident_id"],
                values["remark"],
            )
        )

    def send(self, request: HoldBed) -> None:
        content = request.content
        whom = self.person.text().strip() if content.resident_id is not None else content.remark
        said = _("{bed} reserved for {whom} until {moment}").format(
            bed=self._bed, whom=whom, moment=format_moment(content.ends_at)
        )
        self.desk.attempt(hold_bed, request, said)
