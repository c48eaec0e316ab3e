"""Takes a person out of the bed without giving another one, to make space."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.rooms.commands import VacateBed, vacate_bed
from openblock.features.rooms.rules.content import PlacementReason
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.features.rooms.ui.dialogs.known import know
from openblock.features.rooms.ui.dialogs.moment import NowEdit
from openblock.features.rooms.ui.dialogs.why_fields import why_fields, why_of
from openblock.i18n import _, format_moment
from openblock.ui.desk import Desk
from openblock.ui.forms import Field


class VacateDialog(DeedDialog):
    """KnownError ``resident-without-bed`` when there is no bed to leave."""

    def __init__(self, desk: Desk, resident_id: int, parent: QWidget) -> None:
        known = know(desk, clock.now())
        bed = known.bed_of(resident_id)
        if bed is None or bed.assignment is None:
            raise KnownError("resident-without-bed", resident_id=resident_id)
        super().__init__(desk, _("Vacate the bed"), _("Vacate"), parent)
        self._resident_id = resident_id
        self._row = bed.assignment
        self.tell(
            _("{name} leaves {bed} and stands among those without a bed.").format(
                name=self._row.name, bed=self._row.bed
            )
        )
        self.form.add(Field("at", _("From"), NowEdit(), needed=True))
        for field in why_fields(PlacementReason.OTHER):
            self.form.add(field)
        self.form.show_field("decision_number", shown=False)
        self.form.show_field("decision_date", shown=False)
        self.take_size(480, 320)
        self.form.fields["remark"].setFocus()

    def request(self) -> VacateBed | None:
        at = self.form.values()["at"]
        if at is None:
            return None
        return VacateBed(self._resident_id, at, why_of(self.form, self.override()))

    def send(self, request: VacateBed) -> None:
        said = _("{name} left {bed}, {moment}").format(
            name=self._row.name, bed=self._row.bed, moment=format_moment(request.at)
        )
        self.desk.attempt(vacate_bed, request, said)
