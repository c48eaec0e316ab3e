"""An editor of a trainee's clearance: the day each item was had, today at one keystroke (TR-02)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from openblock import clock
from openblock.i18n import _
from openblock.ui.forms import DayEdit
from openblock.ui.theme import px


class ClearanceEdit(QWidget):
    """The value is days by number of item; what was not had yet is not in it."""

    edited = Signal()

    def __init__(self, items: Sequence[tuple[int, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(0, 1)
        self.ticks: dict[int, QCheckBox] = {}
        self.days: dict[int, DayEdit] = {}
        # Days of items that are out of use and so not shown stay as they were.
        self._others: dict[int, date] = {}
        for row, (number, name) in enumerate(items):
            tick, day = QCheckBox(name), DayEdit()
            tick.setToolTip(_("Space: had today"))
            day.setAccessibleName(_("{item}: date").format(item=name))
            day.setMaximumWidth(px(150))
            grid.addWidget(tick, row, 0)
            grid.addWidget(day, row, 1)
            tick.toggled.connect(lambda on, number=number: self._ticked(number, on=on))
            day.edited.connect(lambda number=number: self._typed(number))
            self.ticks[number], self.days[number] = tick, day
        for first in list(self.ticks.values())[:1]:
            self.setFocusProxy(first)

    def value(self) -> Mapping[int, date]:
        shown = {number: edit.value() for number, edit in self.days.items()}
        had = {number: day for number, day in shown.items() if day is not None}
        return {**self._others, **had}

    def set_value(self, value: Mapping[int, date]) -> None:
        self._others = {number: day for number, day in value.items() if number not in self.days}
        for number, edit in self.days.items():
            edit.set_value(value.get(number))

    def unread(self) -> str:
        """Why a day typed is none."""
        return next((said for edit in self.days.values() if (said := edit.unread())), "")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for tick in self.ticks.values():
            tick.setAccessibleName(f"{name}: {tick.text()}")

    def _ticked(self, number: int, *, on: bool) -> None:
        edit = self.days[number]
        if on != bool(edit.text().strip()):
            edit.set_value(clock.today() if on else None)

    def _typed(self, number: int) -> None:
        tick, typed = self.ticks[number], bool(self.days[number].text().strip())
        if tick.isChecked() != typed:
            tick.setChecked(typed)
        self.edited.emit()
