"""The form that enters that a trainee did not come, and why."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.features.shadowing.commands import MissShadowing, miss_shadowing
from openblock.features.shadowing.queries import Confirming
from openblock.features.shadowing.ui.settled_words import heading_of, planned_words
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.plain_label import plain


class MissDialog(ReasonedDialog):
    """The hours are lost to the trainee; the reason stays with who entered it."""

    draft_form = "miss"

    def __init__(self, desk: Desk, seen: Confirming, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._row = seen.row
        hint = _("At least 5 characters; it is kept with your name")
        form = Form((Field(REASON, _("Reason"), TextEdit(), needed=True, hint=hint),))
        title = _("Did not come: {shift}").format(shift=heading_of(seen.row))
        super().__init__(title, form, self._miss, save=_("Did not come"), parent=parent)
        self.column.insertWidget(0, plain(planned_words(seen), "secondary"))
        self.fit(520, 220)

    def _miss(self, values: dict[str, Any]) -> None:
        row = self._row
        request = MissShadowing(row.shadowing_id, row.version, values[REASON])
        said = _("{shift}: did not come").format(shift=heading_of(row))
        self._desk.attempt(miss_shadowing, request, said)
