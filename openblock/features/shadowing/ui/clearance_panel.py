"""The clearance of a trainee (TR-02), ticked where it stands: had today, or on the day typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.shadowing.queries.rows import ItemRow
from openblock.features.shadowing.ui.marked_lines import MarkedLines, clearance_lines
from openblock.features.shadowing.words import item_name
from openblock.i18n import _
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import DayEdit, Field, YesNo, labelled
from openblock.ui.theme import px

_LONGEST = 32
Clearance = Sequence[tuple[ItemRow, date | None]]


class ClearancePanel(QWidget):
    """Boxes with their days for who may tick them, plain lines for everybody else."""

    #: Number of the item, and the day it was had or None.
    ticked = Signal(int, object)

    def __init__(self, *, may_tick: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_tick = may_tick
        self.items: dict[int, _Item] = {}
        self.reading = MarkedLines(_("Clearance"))
        self.title = labelled(_("Clearance"), "strong")
        self._boxes = QWidget()
        self._column = QVBoxLayout(self._boxes)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for widget in (self.title, self._boxes, self.reading):
            column.addWidget(widget)
        self.title.setVisible(may_tick)
        self._boxes.setVisible(may_tick)
        self.reading.setVisible(not may_tick)

    def show_clearance(self, clearance: Clearance) -> None:
        """Show what is had; boxes are made anew only where the list itself is another."""
        if not self._may_tick:
            self.reading.show_lines(clearance_lines(clearance))
            return
        names = {item.item_id: item_name(item.code, item.name) for item, _day in clearance}
        if names != {number: item.name for number, item in self.items.items()}:
            self._make(names)
        for item, day in clearance:
            self.items[item.item_id].show_day(day)

    def _make(self, names: dict[int, str]) -> None:
        for old in self.items.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.items = {number: _Item(number, name) for number, name in names.items()}
        for item in self.items.values():
            self._column.addWidget(item)
            item.ticked.connect(self.ticked)


class _Item(QWidget):
    """One box and its day; tells what the officer does, never what is only filled in."""

    ticked = Signal(int, object)

    def __init__(self, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._number = number
        self._stored: date | None = None
        cut = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}\N{HORIZONTAL ELLIPSIS}"
        # An ampersand in a name is no key to press.
        self.box = YesNo(cut.replace("&", "&&"))
        self.box.setAccessibleName(name)
        hint = _("Ticked: had today; another day is typed beside it")
        self.box.setToolTip(f"{name}\n{hint}")
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.day = Field("day", _("{item}: the day").format(item=name), DayEdit())
        self.day.setFixedWidth(px(126))
        # Where the name is long the day stands in the line below.
        line = FlowLayout(self, gap=6)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.box)
        line.addWidget(self.day)
        self.box.clicked.connect(self._clicked)
        self.day.editor.editingFinished.connect(self._typed)

    def show_day(self, day: date | None) -> None:
        """Show what is stored."""
        self._stored = day
        self.box.set_value(day is not None)
        if self.day.value() != day:
            self.day.set_value(day)

    def _clicked(self, checked: bool) -> None:
        self.ticked.emit(self._number, clock.today() if checked else None)

    def _typed(self) -> None:
        if self.day.editor.unread():
            return
        day = self.day.value()
        if day != self._stored:
            self.ticked.emit(self._number, day)
