"""A page of the set-up dialog: the list at the left, the form of the one chosen at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from openblock.errors import RuleBroken, Severity
from openblock.features.residents.ui.reasoned import REASON
from openblock.features.roster.ui.entries_page import Entries, EntriesPage
from openblock.i18n import _
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.theme import px, scale

_LARGE = 150
_LABEL = 120


class ListedPage(EntriesPage):
    """As a page of entries, for forms too tall to stand under their list.

    A warning shows the reason's field; what is saved next carries it as "reason".
    """

    def __init__(self, entries: Entries, form: Form, parent: QWidget | None = None) -> None:
        self._send = entries.save
        self._fill_in = entries.fill
        self._remove_row = entries.remove
        self._warned = False
        self.above = QVBoxLayout()
        self.under = QHBoxLayout()
        hint = _("At least 5 characters; it is kept with your name")
        reason = form.add(Field(REASON, _("Reason all the same"), TextEdit(), hint=hint))
        # A label longer than the others would take their fields' room.
        reason.label.setWordWrap(True)
        reason.label.setMaximumWidth(px(_LABEL))
        form.show_field(REASON, shown=False)
        super().__init__(replace(entries, save=self._save_row, fill=self._filled), form, parent)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.new_button.setToolTip(_("A new entry"))
        self.save_button.setToolTip(_("Save (Enter)"))

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

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addLayout(self.above)
        left.addWidget(self.table, 1)
        self.under.addWidget(self.new_button)
        self.under.addWidget(self.remove_button)
        self.under.addStretch(1)
        left.addLayout(self.under)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, px(8), 0, 0)
        line.setSpacing(px(12))
        line.addLayout(left, 5)
        line.addWidget(self._right(), 6)

    def _right(self) -> QFrame:
        rows = self.form.layout()
        if isinstance(rows, QFormLayout) and scale() >= _LARGE:
            # With large text there is no room for a label beside its field.
            rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        holder = QWidget()
        holder.setProperty("kind", "page")
        scrolled = QVBoxLayout(holder)
        scrolled.setContentsMargins(0, 0, px(12), 0)
        scrolled.addWidget(self.form)
        scrolled.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(12), px(10), px(12), px(10))
        inside.addWidget(self.heading)
        inside.addWidget(area, 1)
        inside.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        inside.addLayout(foot)
        return card
