"""The forms of a person and a stay: admit, change the person, readmit, correct the stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.errors import KnownError, RuleBroken
from openblock.features.residents.commands import (
    AdmitResident,
    ChangeResident,
    ChangeStay,
    ReadmitResident,
    admit_resident,
    change_resident,
    change_stay,
    readmit_resident,
)
from openblock.features.residents.queries import ResidentCard, StayRow, prisons, resident_card
from openblock.features.residents.rules.content import ResidentContent, StayContent
from openblock.features.residents.ui.person_fields import (
    WhileTyping,
    content_of,
    person_fields,
)
from openblock.features.residents.ui.readmitting import KnownPerson
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.residents.ui.stay_fields import Origins, stay_fields, stay_of
from openblock.features.residents.ui.versions import person_words, stay_words
from openblock.features.staff.queries import officers
from openblock.i18n import _
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk
from openblock.ui.forms import Form, labelled


class AdmitDialog(ReasonedDialog):
    """A new person with a stay from now on; somebody known is offered instead of a second entry."""

    draft_form = "admit"
    #: The person was admitted: the number.
    done_for = Signal(int)
    #: The person is known already: readmit that one.
    known_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._stay = StayContent(admitted=this_minute())
        known = desk.read(prisons)
        form = Form()
        form.add_widget(labelled(_("Person"), "title"))
        for field in person_fields(desk.read(officers), ResidentContent("", "")):
            form.add(field)
        form.add_widget(labelled(_("Stay"), "title"))
        for field in stay_fields(known, self._stay):
            form.add(field)
        WhileTyping(form)
        Origins(form, known)
        super().__init__(_("Admit"), form, self._admit, save=_("Admit"), parent=parent)
        self.known = KnownPerson()
        self.put_below(self.known)
        self.known.wanted.connect(self._leave_for)
        self.fit(560, 620)

    def _admit(self, values: dict[str, Any]) -> None:
        self.known.hide()
        content, stay = content_of(values), stay_of(values, self._stay)
        said = _("Admitted: {name}").format(name=content.name)
        if stay.admitted > clock.now():
            said = _("Arrival planned: {name}").format(name=content.name)
        request = AdmitResident(content, stay, values[REASON])
        done = self._desk.attempt(admit_resident, request, said)
        self.done_for.emit(int(done.value))

    def refused(self, refusal: KnownError) -> None:
        super().refused(refusal)
        self.known.heed(refusal.problems if isinstance(refusal, RuleBroken) else ())

    def _leave_for(self, resident_id: int) -> None:
        self.reject()
        self.known_wanted.emit(resident_id)


class PersonDialog(ReasonedDialog):
    """Another name, code, birth date, need or contact officer for somebody known."""

    draft_form = "person"

    def __init__(self, desk: Desk, card: ResidentCard, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._card = card
        form = Form()
        for field in person_fields(desk.read(officers), card.content):
            form.add(field)
        WhileTyping(form, masked=card.content.personal_code)
        title = _("Change: {name}").format(name=card.row.name)
        super().__init__(title, form, self._change, parent=parent)
        self.fit(520, 400)

    def _change(self, values: dict[str, Any]) -> None:
        content = content_of(values)
        request = ChangeResident(
            self._card.row.resident_id, self._card.row.version, content, values[REASON]
        )
        self._desk.attempt(change_resident, request, _("Changed: {name}").format(name=content.name))

    def theirs(self) -> Mapping[str, tuple[Any, str]]:
        fresh = _read_again(self._desk, self._card)
        if fresh is None:
            return {}
        self._card = fresh
        return person_words(fresh)


class ReadmitDialog(ReasonedDialog):
    """A new stay of somebody who was here before, from now on."""

    draft_form = "readmit"

    def __init__(self, desk: Desk, card: ResidentCard, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._card = card
        self._stay = StayContent(admitted=this_minute())
        title = _("Readmit: {name}").format(name=card.row.name)
        form = _stay_form(desk, self._stay)
        super().__init__(title, form, self._readmit, save=_("Readmit"), parent=parent)
        self.fit(520, 330)

    def _readmit(self, values: dict[str, Any]) -> None:
        row = self._card.row
        stay = stay_of(values, self._stay)
        request = ReadmitResident(row.resident_id, row.version, stay, values[REASON])
        said = _("Admitted: {name}").format(name=row.name)
        self._desk.attempt(readmit_resident, request, said)


class StayDialog(ReasonedDialog):
    """Another arrival, origin or sentence for a stay that has not ended."""

    draft_form = "stay"

    def __init__(
        self, desk: Desk, card: ResidentCard, stay: StayRow, parent: QWidget | None = None
    ) -> None:
        self._desk = desk
        self._card = card
        self._stay = stay
        title = _("Stay: {name}").format(name=card.row.name)
        super().__init__(title, _stay_form(desk, stay.content), self._change, parent=parent)
        self.fit(520, 330)

    def _change(self, values: dict[str, Any]) -> None:
        stay = stay_of(values, self._stay.content)
        request = ChangeStay(self._stay.stay_id, self._stay.version, stay, values[REASON])
        said = _("Stay changed: {name}").format(name=self._card.row.name)
        self._desk.attempt(change_stay, request, said)

    def theirs(self) -> Mapping[str, tuple[Any, str]]:
        fresh = _read_again(self._desk, self._card)
        stays = fresh.stays if fresh is not None else ()
        stay = next((each for each in stays if each.stay_id == self._stay.stay_id), None)
        if stay is None:
            return {}
        self._stay = stay
        return stay_words(stay)


def _stay_form(desk: Desk, stay: StayContent) -> Form:
    known = desk.read(prisons)
    form = Form(stay_fields(known, stay))
    Origins(form, known)
    return form


def _read_again(desk: Desk, card: ResidentCard) -> ResidentCard | None:
    number = card.row.resident_id
    look = Consultation("resident", str(number))
    return desk.read(resident_card, number, clock.now(), consult=look)


def this_minute() -> datetime:
    """Now, without the seconds nobody types."""
    return clock.now().replace(second=0, microsecond=0)
