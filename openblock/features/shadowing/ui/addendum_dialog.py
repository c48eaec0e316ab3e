"""A shadowing shift as it was settled, which nothing changes any more, and words added to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.features.shadowing.commands import AddAddendum, add_addendum
from openblock.features.shadowing.queries import Confirming
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.facts_grid import FactsGrid
from openblock.features.shadowing.ui.settled_words import (
    addendum_words,
    fact_lines,
    heading_of,
    judgement_lines,
)
from openblock.features.shadowing.ui.shift_columns import plan_lines, upset_lines
from openblock.features.shadowing.ui.words_edit import WordsEdit
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form


class AddendumDialog(ReasonedDialog):
    """Read only; who may settle it adds to what is confirmed (TR-12)."""

    draft_form = "addendum"

    def __init__(
        self, desk: Desk, seen: Confirming, *, may_add: bool, parent: QWidget | None = None
    ) -> None:
        self._desk = desk
        self._seen = seen
        form = Form((Field("words", _("Addendum"), WordsEdit(), needed=True),), above=True)
        super().__init__(
            heading_of(seen.row), form, self._add, save=_("Add addendum"), parent=parent
        )
        self.facts = FactsGrid()
        self.facts.add(_("What happened"), (*fact_lines(seen), *upset_lines(seen.row)))
        self.facts.add(_("How it went, in the mentor's judgement"), judgement_lines(seen))
        self.facts.add(_("Added later"), map(addendum_words, seen.addenda))
        self.facts.add(_("How it was planned"), plan_lines(seen.row))
        self.column.insertWidget(0, _scrolled(self.facts), 3)
        may_add = may_add and seen.mine and seen.row.standing is Standing.CONFIRMED
        self.area.setVisible(may_add)
        self.save_button.setVisible(may_add)
        self.column.setStretch(self.column.indexOf(self.area), 0)
        self.fit(560, 560 if may_add else 440)

    def _buttons(self) -> QHBoxLayout:
        """Nothing is under way here that could be cancelled: it is closed."""
        self.close_button = QPushButton(_("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        return buttons

    def _add(self, values: dict[str, Any]) -> None:
        row = self._seen.row
        said = _("Addendum kept: {shift}").format(shift=heading_of(row))
        self._desk.attempt(add_addendum, AddAddendum(row.shadowing_id, values["words"]), said)


def _scrolled(facts: FactsGrid) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(facts)
    inside.addStretch(1)
    area.setWidget(holder)
    return area
