"""The fields of a stay's form: since when, from where, and the dates of the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from openblock import clock
from openblock.features.residents.queries import PrisonRow
from openblock.features.residents.rules.content import AdmissionKind, StayContent
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.features.residents.words import admission_kinds
from openblock.i18n import _
from openblock.ui.forms import Choice, DayEdit, Field, Form

NAMES = ("admitted", "admission_kind", "admitted_from_id", "sentence_start", "sentence_end")


def stay_fields(prisons: Iterable[PrisonRow], stay: StayContent) -> list[Field]:
    """Every field in reading order, filled with ``stay``."""
    day = clock.day_of(stay.admitted)
    options = prison_options(prisons, day, stay.admitted_from_id)
    fields = [
        Field("admitted", _("Admitted"), MomentEdit(), needed=True),
        Field("admission_kind", _("How"), Choice(admission_kinds())),
        Field("admitted_from_id", _("Admitted from"), Choice(options)),
        Field("sentence_start", _("Sentence from"), DayEdit()),
        Field("sentence_end", _("Sentence to"), DayEdit()),
    ]
    for field in fields:
        field.set_value(getattr(stay, field.name))
    return fields


def prison_options(
    prisons: Iterable[PrisonRow], day: date, chosen: int | None
) -> list[tuple[int | None, str]]:
    """Not said, the prisons in use on ``day``, and the one chosen already."""
    offered = [
        (row.prison_id, row.name)
        for row in prisons
        if row.chosen_on(day) or row.prison_id == chosen
    ]
    return [(None, _("Not said")), *offered]


def stay_of(values: Mapping[str, Any], before: StayContent) -> StayContent:
    """What the fields hold; what has no field stays as it was."""
    given = {name: values[name] for name in NAMES}
    if given["admission_kind"] != AdmissionKind.TRANSFER:
        given["admitted_from_id"] = None
    return replace(before, **given)


class Origins(QObject):
    """Offers the prisons in use on the day of arrival, and only where somebody comes from one."""

    def __init__(self, form: Form, prisons: Iterable[PrisonRow]) -> None:
        super().__init__(form)
        self._form = form
        self._prisons = tuple(prisons)
        form.fields["admitted"].edited.connect(self._offer)
        form.fields["admission_kind"].edited.connect(self._show)
        self._show()

    def _offer(self) -> None:
        moment = self._form.fields["admitted"].value()
        origin = self._form.fields["admitted_from_id"]
        if moment is not None:
            chosen = origin.value()
            options = prison_options(self._prisons, clock.day_of(moment), None)
            known = any(prison_id == chosen for prison_id, _words in options)
            origin.editor.set_options(options)
            if not known:
                origin.set_value(None)

    def _show(self) -> None:
        transfer = self._form.fields["admission_kind"].value() == AdmissionKind.TRANSFER
        self._form.show_field("admitted_from_id", shown=transfer)
