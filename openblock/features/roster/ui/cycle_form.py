"""The teams' patterns in the cycle dialog: chosen from presets or typed, and where each starts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from openblock.features.roster.queries import TeamCycle
from openblock.features.roster.rules import CYCLE_PRESETS, KEEP_FREE, pattern_of
from openblock.features.roster.sheets import team_name
from openblock.i18n import _
from openblock.ui.forms import DayEdit, labelled
from openblock.ui.theme import px

FREE = "-"
_ON_OFF = re.compile(r"(\w+)\s+(\d{1,2})\s*/\s*(\d{1,2})")
_USUAL = "24/72"


def read_pattern(text: str) -> tuple[str, ...]:
    """Codes of a cycle as typed: "24 - - -", "D N B B", or "8 5/2" for five on, two off."""
    text = text.rpartition(":")[2].strip().upper()
    if found := _ON_OFF.fullmatch(text):
        return pattern_of(found[1], int(found[2]), int(found[3]))
    free = {FREE, "–", KEEP_FREE, "0"}
    return tuple("" if code in free else code for code in text.replace(",", " ").split())


def pattern_text(pattern: Sequence[str]) -> str:
    """A pattern as it is shown: 24 - - -."""
    return " ".join(code or FREE for code in pattern)


class PatternEdit(QComboBox):
    """A pattern chosen by its name or typed."""

    edited = Signal()

    def __init__(self, pattern: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        names = {**CYCLE_PRESETS, "5/2": pattern_of("8", 5, 2)}
        self.addItems([f"{name}:  {pattern_text(codes)}" for name, codes in names.items()])
        known = [tuple(codes) for codes in names.values()]
        if tuple(pattern) in known:
            self.setCurrentIndex(known.index(tuple(pattern)))
        else:
            self.setCurrentIndex(-1)
            self.setEditText(pattern_text(pattern))
        self.setToolTip(
            _("Codes in order, - for a free day: 24 - - -; or a code and days on/off: 8 5/2")
        )
        self.editTextChanged.connect(self._say)

    def _say(self, _text: str) -> None:
        self.edited.emit()

    def value(self) -> tuple[str, ...]:
        """The codes typed or chosen, "" for a free day."""
        return read_pattern(self.currentText())


class TeamCycles(QWidget):
    """One line for each team: whether it is laid, its pattern, and the day the pattern starts."""

    edited = Signal()

    def __init__(
        self, teams: Sequence[int], remembered: Mapping[int, TeamCycle], first: date
    ) -> None:
        super().__init__()
        self.lines: dict[int, tuple[QCheckBox, PatternEdit, DayEdit]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        heads = (_("Team"), _("Pattern"), _("The pattern starts on"))
        for column, words in enumerate(heads):
            grid.addWidget(labelled(words, "field"), 0, column)
        grid.setColumnStretch(1, 1)
        for row, team in enumerate(teams, start=1):
            cycle = remembered.get(team) or _usual(team, first)
            self._add_line(grid, row, cycle)

    def _add_line(self, grid: QGridLayout, row: int, cycle: TeamCycle) -> None:
        name = team_name(cycle.team)
        lay = QCheckBox(name)
        lay.setChecked(True)
        pattern = PatternEdit(cycle.pattern)
        pattern.setAccessibleName(_("{team}, pattern").format(team=name))
        anchor = DayEdit(cycle.anchor)
        anchor.setAccessibleName(_("{team}, the pattern starts on").format(team=name))
        for column, widget in enumerate((lay, pattern, anchor)):
            grid.addWidget(widget, row, column)
        lay.toggled.connect(self._say)
        pattern.edited.connect(self.edited)
        anchor.edited.connect(self.edited)
        self.lines[cycle.team] = (lay, pattern, anchor)

    def _say(self, _checked: bool) -> None:
        self.edited.emit()

    def value(self) -> tuple[TeamCycle, ...] | None:
        """The cycles to lay; None when a starting day cannot be read."""
        found = []
        for team, (lay, pattern, anchor) in self.lines.items():
            if not lay.isChecked():
                continue
            day = anchor.value()
            if day is None:
                return None
            found.append(TeamCycle(team, pattern.value(), day))
        return tuple(found)


def _usual(team: int, first: date) -> TeamCycle:
    """One day in four, the first team on the first day, the next ones a day later each."""
    return TeamCycle(team, CYCLE_PRESETS[_USUAL], first + timedelta(days=team - 1))
