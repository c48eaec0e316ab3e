"""Corrects a closed month: hours more or fewer on a day of one officer, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.roster.commands import AddAddendum, add_addendum
from openblock.features.roster.ui.colleagues import officer_choice, officer_of
from openblock.features.roster.ui.signed_hours import SignedHoursEdit
from openblock.i18n import _, format_hours, format_month
from openblock.ui.desk import Desk
from openblock.ui.forms import DayEdit, Field, Form, TextEdit
from openblock.ui.plain_label import plain

_OFFICER, _DAY = "officer_id", "day"
_MINUTES, _NIGHT = "minutes", "night_minutes"


class AddendumDialog(ReasonedDialog):
    """What was counted stays as it is; the correction stands beside it."""

    draft_form = "addendum"

    def __init__(
        self, desk: Desk, month: date, officer_id: int, day: date, parent: QWidget | None = None
    ) -> None:
        self._desk = desk
        self.month = month
        who = officer_choice(desk, officer_id, day)
        hint = _("At least 5 characters; it is kept with your name")
        typed = _("2, 1:30, or \N{MINUS SIGN}0,5 for fewer")
        form = Form(
            (
                Field(_OFFICER, _("Officer"), who, needed=True),
                Field(_DAY, _("Day"), DayEdit(day), needed=True),
                Field(_MINUTES, _("Hours more"), SignedHoursEdit(), hint=typed),
                Field(_NIGHT, _("Of them at night"), SignedHoursEdit(), hint=typed),
                Field(REASON, _("Reason"), TextEdit(), needed=True, hint=hint),
            )
        )
        title = _("Correct {month}").format(month=format_month(month))
        super().__init__(title, form, self._correct, save=_("Add the correction"), parent=parent)
        said = _("The month is closed. What was counted stays; the correction stands beside it.")
        self.column.insertWidget(0, plain(said, "secondary"))
        form.fields[_MINUTES].setFocus()
        self.fit(520, 380)

    def typed(self) -> dict[str, Any]:
        return {**super().typed(), "month": self.month}

    def _correct(self, values: dict[str, Any]) -> None:
        who = officer_of(self._desk, values[_OFFICER])
        request = AddAddendum(
            self.month,
            who.officer_id,
            values[_DAY],
            values[_MINUTES],
            values[_NIGHT],
            values[REASON],
        )
        said = _("Corrected: {name}, {hours} h").format(
            name=who.initialled, hours=format_hours(values[_MINUTES])
        )
        self._desk.attempt(add_addendum, request, said)
