"""Lays the teams' cycles over days, after showing every cell that would change (RO-08)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock.errors import KnownError
from openblock.features.roster.commands import LayCycle
from openblock.features.roster.queries import Difference, cycle_preview, team_cycles
from openblock.features.roster.ui.cycle_form import TeamCycles
from openblock.i18n import _, format_day, n_, p_
from openblock.ui.desk import Desk
from openblock.ui.forms import DayEdit, Field, labelled
from openblock.ui.messages import words
from openblock.ui.table_model import Column, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import on_screen, px

_PAUSE = 150


class CycleDialog(QDialog):
    """``request`` is what was confirmed. The remembered cycles are filled in: Enter is enough."""

    def __init__(
        self,
        desk: Desk,
        teams: Sequence[int],
        first: date,
        last: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Lay a cycle"))
        self.request: LayCycle | None = None
        self._desk = desk
        remembered = {each.team: each for each in desk.read(team_cycles)}
        self.cycles = TeamCycles(teams, remembered, first)
        self.first = Field("first", _("From"), DayEdit(first), needed=True)
        self.last = Field("last", _("To"), DayEdit(last), needed=True)
        self.summary = labelled("", "strong")
        self.summary.setWordWrap(True)
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        self.model = RowsTableModel(_columns(), search=lambda row: row.name)
        self.table = RowsView(self.model, sort_by=None)
        self.table.setAccessibleName(_("What would change"))
        self.lay_button = QPushButton(_("Lay the cycle"))
        self.lay_button.setDefault(True)
        self.lay_button.setProperty("kind", "primary")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self.preview()
        self.lay_button.setFocus()

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        for field in (self.first, self.last):
            days.addWidget(field.label)
            days.addWidget(field, 1)
        intro = labelled(
            _("Cells that somebody set by hand stay as they are. Ctrl+Z takes all of it back."),
            "secondary",
        )
        intro.setWordWrap(True)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.lay_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(10))
        column.addWidget(intro)
        column.addWidget(self.cycles)
        self.cycles.setMinimumHeight(self.cycles.sizeHint().height())
        column.addLayout(days)
        column.addWidget(self.summary)
        column.addWidget(self.trouble)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.resize(on_screen(760, 620))

    def _connect(self) -> None:
        for source in (self.cycles, self.first, self.last):
            source.edited.connect(self._soon.start)
        self._soon.timeout.connect(self.preview)
        self.lay_button.clicked.connect(self.accept)

    def _wanted(self) -> LayCycle | None:
        first, last, cycles = self.first.value(), self.last.value(), self.cycles.value()
        if first is None or last is None or cycles is None:
            return None
        return LayCycle(first, last, cycles)

    def preview(self) -> None:
        """Show what would change; nothing is changed here."""
        wanted = self._wanted()
        found: tuple[Difference, ...] = ()
        trouble = ""
        if wanted is None:
            trouble = _("A date cannot be read: type 22.11. or 22.11.2026")
        elif not wanted.cycles:
            trouble = _("Choose at least one team to lay the cycle for.")
        elif any(not any(each.pattern) for each in wanted.cycles):
            trouble = _("A pattern has at least one duty: 24 - - -")
        else:
            try:
                found = self._desk.read(cycle_preview, wanted)
            except KnownError as refusal:
                trouble = words(refusal)
        self._show(found, trouble)

    def _show(self, found: tuple[Difference, ...], trouble: str) -> None:
        # Who stands beside a duty that changes is not to be looked for among hundreds of cells.
        self.model.set_rows(sorted(found, key=lambda each: not each.beside))
        self.table.fit()
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        changing = sum(each.lays for each in found)
        self.summary.setText("" if trouble else _summary(found))
        self.lay_button.setEnabled(not trouble)
        number = n_("Lay the cycle ({number} cell)", "Lay the cycle ({number} cells)", changing)
        self.lay_button.setText(number)

    def accept(self) -> None:
        """Confirm what is shown."""
        if self._soon.isActive():
            self._soon.stop()
            self.preview()
        if self.lay_button.isEnabled():
            self.request = self._wanted()
            super().accept()


def _summary(found: Sequence[Difference]) -> str:
    counts = Counter(each.outcome for each in found)
    parts = (
        n_("{number} added", "{number} added", counts["add"]),
        n_("{number} changed", "{number} changed", counts["change"]),
        n_("{number} removed", "{number} removed", counts["remove"]),
        n_("{number} stays as set by hand", "{number} stay as set by hand", counts["kept"]),
        n_(
            "{number} left out: would overlap",
            "{number} left out: would overlap",
            counts["clash"],
        ),
    )
    beside = sum(len(each.beside) for each in found)
    shown = [
        words
        for words, outcome in zip(parts, ("add", "change", "remove", "kept", "clash"), strict=True)
        if counts[outcome]
    ]
    if beside:
        shown.append(
            n_(
                "{number} hangs on a duty that changes",
                "{number} hang on duties that change",
                beside,
            )
        )
    return " · ".join(shown) or _("Nothing would change: the days follow the cycle already.")


def _columns() -> tuple[Column, ...]:
    outcomes = {
        "add": _("added"),
        "change": _("changed"),
        "remove": _("removed"),
        "kept": _("stays, set by hand"),
        "clash": _("left out: would overlap a duty set by hand"),
    }
    tones = {"kept": "text2", "clash": "warn", "remove": "bad"}
    return (
        Column(_("Officer"), lambda row: row.name),
        Column(_("Day"), lambda row: format_day(row.day), sort=lambda row: row.day),
        Column(p_("cell", "Now"), lambda row: row.before or "–", align="centre"),
        Column(p_("cell", "Cycle"), lambda row: row.after or "–", align="centre"),
        Column(
            _("What happens"),
            lambda row: _what_happens(outcomes[row.outcome], row.beside),
            tooltip=lambda row: _what_happens(outcomes[row.outcome], row.beside),
            tone=lambda row: "warn" if row.beside else tones.get(row.outcome, ""),
        ),
    )


def _what_happens(outcome: str, beside: Sequence[str]) -> str:
    """What becomes of the cell, and who and what hangs on the duty that changes."""
    if not beside:
        return outcome
    return _("{outcome}; on this duty: {names}").format(outcome=outcome, names=" · ".join(beside))
