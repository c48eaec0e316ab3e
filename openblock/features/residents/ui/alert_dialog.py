"""The form of an alert mark: what it warns of, in few words, from when to when."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.residents.commands import SaveAlert, save_alert
from openblock.features.residents.queries import AlertRow, ResidentRow
from openblock.features.residents.rules.content import AlertContent, AlertKind
from openblock.features.residents.rules.marks import LONGEST_ALERT
from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.features.residents.words import alert_kinds
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, Field, Form, TextEdit


class AlertDialog(ReasonedDialog):
    """A new mark from today on, or another content for one."""

    draft_form = "alert"

    def __init__(
        self,
        desk: Desk,
        row: ResidentRow,
        alert: AlertRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._desk = desk
        self._row = row
        self._alert = alert
        start = alert.content if alert else AlertContent(AlertKind.HEALTH, "", clock.today())
        text = TextEdit(start.text)
        text.setMaxLength(LONGEST_ALERT * 2)
        until = _("Empty while it holds")
        form = Form(
            (
                Field("kind", _("Warns of"), Choice(alert_kinds(), start.kind)),
                Field("text", _("In words"), text, needed=True),
                Field("first_day", _("From"), DayEdit(start.first_day), needed=True),
                Field("last_day", _("Last day"), DayEdit(start.last_day), hint=until),
            )
        )
        title = _("Mark: {name}").format(name=row.name)
        super().__init__(title, form, self._save_mark, parent=parent)
        self.fit(480, 280)
        text.setFocus()

    def _save_mark(self, values: dict[str, Any]) -> None:
        content = AlertContent(
            values["kind"], values["text"], values["first_day"], values["last_day"]
        )
        alert_id, version = (None, 0)
        if self._alert is not None:
            alert_id, version = self._alert.alert_id, self._alert.version
        request = SaveAlert(self._row.resident_id, alert_id, version, content)
        said = _("Mark saved: {name}").format(name=self._row.name)
        self._desk.attempt(save_alert, request, said)
