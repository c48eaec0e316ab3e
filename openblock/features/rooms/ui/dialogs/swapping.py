"""Lets two people change beds in one deed, judged by where both are afterwards (ROOM-10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.errors import Problem
from openblock.features.residents.ui.person_picker import PersonPicker
from openblock.features.rooms.commands import SwapResidents, swap_residents
from openblock.features.rooms.queries import risks_of_swapping
from openblock.features.rooms.rules.content import PlacementReason
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.features.rooms.ui.dialogs.known import know, usual_reason
from openblock.features.rooms.ui.dialogs.moment import NowEdit
from openblock.features.rooms.ui.dialogs.why_fields import why_fields, why_of
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field


class SwapDialog(DeedDialog):
    """Asks for whoever is not said yet; beds stand beside the names."""

    def __init__(
        self,
        desk: Desk,
        first_id: int | None,
        second_id: int | None,
        at: datetime | None,
        parent: QWidget,
    ) -> None:
        super().__init__(desk, _("Swap beds"), _("Swap the beds"), parent)
        self.known = know(desk, at or clock.now())
        self.first, self.second = PersonPicker(desk), PersonPicker(desk)
        self.form.add(Field("first_id", _("First person"), self.first, needed=True))
        self.form.add(Field("second_id", _("Second person"), self.second, needed=True))
        self.where = self.tell("", "strong")
        self.form.add(Field("at", _("From"), NowEdit(at), needed=True))
        for field in why_fields(self._reason(first_id, second_id)):
            self.form.add(field)
        self.first.set_value(first_id)
        self.second.set_value(second_id)
        self.form.edited.connect(self._say_where)
        self._say_where()
        self.take_size(560, 500)
        self._focus_first()
        self.look()

    def _reason(self, *people: int | None) -> str:
        apart = PlacementReason.KEEP_APART
        known = (each for each in people if each is not None)
        if any(usual_reason(self.desk, self.known, each) == apart for each in known):
            return apart
        return PlacementReason.SWAP

    def _focus_first(self) -> None:
        for picker in (self.first, self.second):
            if picker.value() is None:
                picker.setFocus()
                return
        self.save_button.setFocus()

    def _say_where(self) -> None:
        first, second = self._bed(self.first.value()), self._bed(self.second.value())
        if first and second:
            self.where.setText(
                _("{first} goes to {to}, {second} goes to {from_bed}").format(
                    first=self.first.text(), to=second, second=self.second.text(), from_bed=first
                )
            )
        else:
            self.where.setText("")

    def _bed(self, resident_id: int | None) -> str:
        bed = self.known.bed_of(resident_id) if resident_id is not None else None
        return bed.assignment.bed if bed is not None and bed.assignment is not None else ""

    def request(self) -> SwapResidents | None:
        values = self.form.values()
        if None in (values["first_id"], values["second_id"], values["at"]):
            return None
        why = why_of(self.form, self.override())
        return SwapResidents(values["first_id"], values["second_id"], values["at"], why)

    def risks(self, request: SwapResidents) -> Sequence[Problem]:
        return self.desk.read(risks_of_swapping, request)

    def send(self, request: SwapResidents) -> None:
        said = _("{first} and {second} changed beds").format(
            first=self.first.text(), second=self.second.text()
        )
        self.desk.attempt(swap_residents, request, said)
