"""A page of the set-up dialog whose warnings ask for the reason all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock.errors import RuleBroken, Severity
from openblock.features.residents.ui.reasoned import REASON
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.roster.ui.side_page import SidePage
from openblock.i18n import _
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.theme import px

_LABEL = 120


class ListedPage(SidePage):
    """A warning shows the reason's field; what is saved next carries it as "reason"."""

    def __init__(self, entries: Entries, form: Form, parent: QWidget | None = None) -> None:
        self._send = entries.save
        self._fill_in = entries.fill
        self._remove_row = entries.remove
        self._warned = False
        hint = _("At least 5 characters; it is kept with your name")
        reason = form.add(Field(REASON, _("Reason all the same"), TextEdit(), hint=hint))
        # A label longer than the others would take their fields' room.
        reason.label.setWordWrap(True)
        reason.label.setMaximumWidth(px(_LABEL))
        form.show_field(REASON, shown=False)
        super().__init__(replace(entries, save=self._save_row, fill=self._filled), form, parent)

    def save(self) -> None:
        """Send the form; a warning alone leaves the keyboard where its reason is asked for."""
        self._warned = False
        super().save()
        if self._warned:
            self.form.fields[REASON].setFocus()

    def start_new(self) -> None:
        """Empty the form for a new entry; no reason is asked for yet."""
        self.form.show_field(REASON, shown=False)
        super().start_new()

    def _chosen(self) -> None:
        self.form.show_field(REASON, shown=False)
        super()._chosen()

    def _filled(self, row: Any) -> dict[str, Any]:
        return {**self._fill_in(row), REASON: ""}

    def _save_row(self, row: Any, values: dict[str, Any]) -> object:
        try:
            return self._send(row, values)
        except RuleBroken as refusal:
            kinds = {each.severity for each in refusal.problems}
            if Severity.WARNING in kinds:
                self.form.show_field(REASON, shown=True)
            self._warned = kinds == {Severity.WARNING}
            raise
