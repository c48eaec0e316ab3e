"""The form of a call-out: who was called to work beside the roster, from when to when, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.ui.moment_edit import MomentEdit
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.roster.commands import (
    RemoveCallOut,
    SaveCallOut,
    remove_call_out,
    save_call_out,
)
from openblock.features.roster.queries.call_outs import call_outs
from openblock.features.roster.queries.rows import CallOutRow
from openblock.features.roster.rules.call_out import LONGEST_REASON
from openblock.features.roster.ui.colleagues import officer_choice
from openblock.features.staff.queries import officers
from openblock.i18n import _, format_moment
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.plain_label import plain

_OFFICER = "officer_id"


class CallOutDialog(ReasonedDialog):
    """It is written down when it happens or afterwards; it counts as work, and asks for rest."""

    draft_form = "call-out"

    def __init__(
        self,
        desk: Desk,
        officer_id: int,
        day: date,
        row: CallOutRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._desk, self._row = desk, row
        self._names = {each.officer_id: each.initialled for each in desk.read(officers)}
        who = officer_choice(desk, officer_id, day)
        reason = TextEdit(row.reason if row else "")
        reason.setMaxLength(LONGEST_REASON)
        now = clock.now() if day == clock.today() else None
        start = row.starts_at if row else (now or clock.at(day))
        form = Form(
            (
                Field(_OFFICER, _("Officer"), who, needed=True),
                Field("starts_at", _("From"), MomentEdit(start), needed=True),
                Field("ends_at", _("To"), MomentEdit(row.ends_at if row else now), needed=True),
                Field(REASON, _("Why"), reason, needed=True, hint=_("What the call was about")),
            )
        )
        title = _("Called out to work") if row is None else _("Change the call-out")
        super().__init__(title, form, self._send_typed_call, parent=parent)
        form.fields[_OFFICER].editor.setEnabled(row is None)
        said = _("It counts as worked hours, and the rest before the next duty runs from its end.")
        self.column.insertWidget(0, plain(said, "secondary"))
        form.fields["starts_at" if row is None else "ends_at"].setFocus()
        self.fit(520, 340)

    def remove(self) -> None:
        """It was entered by mistake."""
        row = self._row
        if row is None:
            return
        said = _("Call-out taken out: {name}").format(name=self._names.get(row.officer_id, ""))
        request = RemoveCallOut(row.call_out_id, row.version)
        if self._desk.run(remove_call_out, request, said) is not None:
            self.done(self.DialogCode.Accepted)
        else:
            self.reject()

    def theirs(self) -> Mapping[str, tuple[Any, str]]:
        if self._row is None:
            return {}
        day = clock.day_of(self._row.starts_at)
        number = self._row.call_out_id
        found = self._desk.read(call_outs, day, day)
        fresh = next((each for each in found if each.call_out_id == number), None)
        if fresh is None:
            return {}
        self._row = fresh
        return {
            "starts_at": (fresh.starts_at, format_moment(fresh.starts_at)),
            "ends_at": (fresh.ends_at, format_moment(fresh.ends_at)),
            REASON: (fresh.reason, fresh.reason),
        }

    def _send_typed_call(self, values: dict[str, Any]) -> None:
        number, version = (self._row.call_out_id, self._row.version) if self._row else (None, 0)
        officer_id, start, end = values[_OFFICER], values["starts_at"], values["ends_at"]
        if start is None or end is None:
            raise KnownError("call-out-unknown")
        request = SaveCallOut(officer_id, start, end, values[REASON], number, version)
        said = _("Called out: {name}").format(name=self._names.get(officer_id, ""))
        self._desk.attempt(save_call_out, request, said)

    def _buttons(self) -> QHBoxLayout:
        row = super()._buttons()
        self.remove_button = QPushButton(_("Take out"))
        self.remove_button.setAutoDefault(False)
        self.remove_button.setProperty("kind", "danger")
        self.remove_button.setToolTip(_("The call-out was entered by mistake"))
        self.remove_button.setVisible(self._row is not None)
        self.remove_button.clicked.connect(self.remove)
        row.insertWidget(0, self.remove_button)
        return row
