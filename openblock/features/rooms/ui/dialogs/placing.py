"""Places a person, or moves one who has a bed: the best bed is chosen before anybody looks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from openblock import clock
from openblock.clock import FOREVER
from openblock.errors import Problem
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.features.residents.ui.person_picker import PersonPicker
from openblock.features.rooms.commands import PlaceResident, place_resident
from openblock.features.rooms.queries import risks_of_placing
from openblock.features.rooms.ui.dialogs.asking import DeedDialog
from openblock.features.rooms.ui.dialogs.known import Known, know, usual_reason
from openblock.features.rooms.ui.dialogs.moment import NowEdit
from openblock.features.rooms.ui.dialogs.why_fields import why_fields, why_of
from openblock.features.rooms.ui.finder import FinderPanel
from openblock.i18n import _, format_moment
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, labelled
from openblock.ui.theme import on_screen, px

_WIDTH, _HEIGHT, _STACKED_BELOW = 900, 560, 600


class PlaceDialog(DeedDialog):
    """Enter at once is enough where what is filled in suits."""

    def __init__(
        self,
        desk: Desk,
        resident_id: int | None,
        bed_id: int | None,
        at: datetime | None,
        parent: QWidget,
    ) -> None:
        self.known: Known = know(desk, at or clock.now())
        moved = resident_id is not None and self.known.bed_of(resident_id) is not None
        super().__init__(
            desk,
            _("Move to another bed") if moved else _("Place in a bed"),
            _("Move") if moved else _("Place"),
            parent,
        )
        self._bed_wanted = bed_id
        self._reason_typed = False
        self._asked: tuple[object, ...] = ()
        self.finder = FinderPanel(desk)
        self._add_fields(resident_id, at)
        self._lay_finder()
        self.finder.edited.connect(self._pause.start)
        self._await_arrival(resident_id)
        self._ask_finder()
        if bed_id is not None:
            self.finder.set_value(bed_id)
        self.take_size(_WIDTH, _HEIGHT)
        (self.form.fields["resident_id"] if resident_id is None else self.save_button).setFocus()
        self.look()

    def _add_fields(self, resident_id: int | None, at: datetime | None) -> None:
        picker = PersonPicker(self.desk)
        picker.set_value(resident_id)
        reason = "" if resident_id is None else usual_reason(self.desk, self.known, resident_id)
        self.form.add(Field("resident_id", _("Person"), picker, needed=True))
        self.where = self.tell("", "secondary")
        self.form.add(Field("at", _("From"), NowEdit(at), needed=True))
        self.form.add(Field("until", _("Until (open: empty)"), MomentEdit()))
        for field in why_fields(reason):
            self.form.add(field)
        self.form.fields["resident_id"].edited.connect(self._person_changed)
        self.form.fields["at"].edited.connect(self._ask_finder)
        self.form.fields["until"].edited.connect(self._ask_finder)
        self.form.fields["reason"].edited.connect(self._reason_chosen)
        self._say_where()

    def _lay_finder(self) -> None:
        self.finder.setAccessibleName(_("Bed"))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(labelled(_("Bed"), "field"))
        column.addWidget(self.finder, 1)
        self.body.addWidget(holder, 1)
        self.finder.setMinimumHeight(px(220))
        if on_screen(_WIDTH, _HEIGHT).width() < px(_STACKED_BELOW):
            self.body.setDirection(QBoxLayout.Direction.TopToBottom)
            self.body.setAlignment(self.form, Qt.AlignmentFlag(0))

    def end_at(self, until: datetime | None) -> None:
        """Fill in an end already chosen, on the board say; open where there is none."""
        if until is not None and until != FOREVER:
            self.form.fields["until"].set_value(until)

    # What follows from what is filled in

    def _await_arrival(self, resident_id: int | None) -> None:
        """Nobody gets a bed before they come: someone expected is placed at the hour of arrival."""
        at: NowEdit = self.form.fields["at"].editor
        arrives = self.known.arrival_of(resident_id) if resident_id is not None else None
        if arrives is not None and at.stands_at_now:
            at.set_value(arrives)

    def _person_changed(self) -> None:
        self._say_where()
        resident_id = self.form.fields["resident_id"].value()
        self._await_arrival(resident_id)
        if resident_id is not None and not self._reason_typed:
            reason = usual_reason(self.desk, self.known, resident_id)
            field = self.form.fields["reason"]
            field.editor.blockSignals(True)
            field.set_value(reason)
            field.editor.blockSignals(False)
        self._ask_finder()

    def _reason_chosen(self) -> None:
        self._reason_typed = True

    def _say_where(self) -> None:
        resident_id = self.form.fields["resident_id"].value()
        bed = self.known.bed_of(resident_id) if resident_id is not None else None
        if bed is None or bed.assignment is None:
            self.where.setText(_("has no bed now") if resident_id is not None else "")
            return
        since = format_moment(bed.assignment.content.starts_at)
        self.where.setText(
            _("now in {bed}, since {moment}").format(bed=bed.assignment.bed, moment=since)
        )

    def _ask_finder(self) -> None:
        """Rank the beds anew when the person or the time is another; a chosen bed stays."""
        values = self.form.values()
        at: NowEdit = self.form.fields["at"].editor
        moment, until = values["at"], values["until"] or FOREVER
        if values["resident_id"] is None or moment is None or until <= moment:
            return
        asked = (values["resident_id"], None if at.stands_at_now else moment, until)
        if asked == self._asked:
            return
        self._asked = asked
        kept = self.finder.value() or self._bed_wanted
        self.finder.set_resident(values["resident_id"], moment, until)
        if kept is not None:
            self.finder.set_value(kept)

    # The deed

    def request(self) -> PlaceResident | None:
        values = self.form.values()
        bed_id = self.finder.value()
        if values["resident_id"] is None or values["at"] is None or bed_id is None:
            return None
        if self.form.fields["until"].editor.unread():
            return None
        return PlaceResident(
            values["resident_id"],
            bed_id,
            values["at"],
            why_of(self.form, self.override()),
            values["until"] or FOREVER,
        )

    def risks(self, request: PlaceResident) -> Sequence[Problem]:
        return self.desk.read(risks_of_placing, request)

    def missing(self) -> str:
        return _("Choose a bed.")

    def send(self, request: PlaceResident) -> None:
        self.desk.attempt(place_resident, request, self._said(request))

    def _said(self, request: PlaceResident) -> str:
        picker: PersonPicker = self.form.fields["resident_id"].editor
        facts = {
            "name": picker.text().strip(),
            "bed": self.known.named(request.bed_id),
            "moment": format_moment(request.at),
        }
        if self.known.bed_of(request.resident_id) is None:
            return _("{name} placed in {bed}, {moment}").format(**facts)
        return _("{name} moved to {bed}, {moment}").format(**facts)
