"""The bookings a closure hits, and what becomes of each: nothing happens to one in silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.grounds.commands import Hit
from openblock.features.grounds.queries import BookingRow
from openblock.features.grounds.rules.content import Span, State
from openblock.features.grounds.ui.booking_said import time_words
from openblock.features.grounds.ui.booking_times import QuartersEdit
from openblock.features.grounds.ui.closure_moves import Moved, moved_to, next_free
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import DayEdit, labelled
from openblock.ui.shortcuts import hint, sequences
from openblock.ui.table_model import Column, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px

_ROWS = 5


@dataclass(frozen=True, slots=True)
class HitLine:
    """One booking; nothing is decided until it is cancelled or ``moved``."""

    row: BookingRow
    decided: bool = False
    moved: Moved | None = None

    @property
    def hit(self) -> Hit:
        """What is asked of the command."""
        content = self.moved.content if self.moved else None
        return Hit(self.row.booking_id, self.row.version, content)


class HitsPanel(QWidget):
    """Delete cancels the chosen one, M moves it to the time under the list."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._closed: Mapping[int, Span] = {}
        self.heading = labelled("", "strong")
        self.model = RowsTableModel(_columns(), key=lambda line: line.row.booking_id)
        self.table = _Table(self.model, sort_by=None)
        self.table.setAccessibleName(_("Bookings that are hit"))
        self.cancel_button = _button(
            hint(_("Cancel the booking"), "bar-cancel"), self.cancel_chosen
        )
        self.move_button = _button(hint(_("Move the booking"), "bar-move"), self.move_chosen)
        self.all_button = _button(_("Cancel all that are left"), self.cancel_all)
        self.day = DayEdit()
        self.hours = QuartersEdit()
        self._lay_out()
        self.table.wanted.connect(self._key)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.day.edited.connect(self._typed)
        self.hours.edited.connect(self._typed)
        self.hide()

    def show_hits(self, rows: Sequence[BookingRow], closed: Mapping[int, Span]) -> None:
        """Show these; ``closed`` are the times by area. What was decided of one stays decided."""
        self._closed = closed
        kept = {line.row.booking_id: line for line in self.model.rows}
        lines = [
            replace(kept.get(row.booking_id, HitLine(row)), row=row)
            for row in sorted(rows, key=lambda each: (each.span.start, each.booking_id))
        ]
        self._show(lines)
        self.setVisible(bool(lines))
        if lines and self.table.chosen() is None:
            self.table.choose(lines[0].row.booking_id)

    def hits(self, area_id: int) -> tuple[Hit, ...]:
        """What becomes of the bookings of an area."""
        return tuple(
            line.hit for line in self.lines if line.decided and line.row.area_id == area_id
        )

    @property
    def undecided(self) -> int:
        """Of how many nothing is decided yet."""
        return sum(not line.decided for line in self.model.rows)

    def cancel_chosen(self) -> None:
        """The chosen one is cancelled with the closure's reason."""
        self._decide(lambda line: replace(line, decided=True, moved=None))

    def cancel_all(self) -> None:
        """So is every one of which nothing is decided."""
        self._show([each if each.decided else replace(each, decided=True) for each in self.lines])
        # The button is off now: without this the keyboard would stand on the one that gives up.
        self.table.setFocus()
        self.edited.emit()

    def move_chosen(self) -> None:
        """The chosen one goes to the next free time, which can be typed over."""

        def move(line: HitLine) -> HitLine:
            closed = self._closed[line.row.area_id]
            moved = next_free(self._desk, line.row, closed, clock.now())
            if moved is None:
                # Nothing is free within a week: another day has to be typed.
                moved = moved_to(self._desk, line.row, line.row.span)
            return replace(line, decided=True, moved=moved)

        self._desk.show(lambda: self._decide(move))
        self._chosen()
        self.hours.setFocus()

    @property
    def lines(self) -> tuple[HitLine, ...]:
        """What is shown."""
        return self.model.rows

    # Inside

    def _decide(self, decided: Callable[[HitLine], HitLine]) -> None:
        """Another decision for the chosen one; then the next undecided one is at hand."""
        chosen = self._line()
        if chosen is None:
            return
        fresh = decided(chosen)
        self._show([fresh if each is chosen else each for each in self.lines])
        left = next((each for each in self.lines if not each.decided), None)
        if fresh.moved is None and left is not None:
            self.table.choose(left.row.booking_id)
        self.edited.emit()

    def _typed(self) -> None:
        """The time under the list is another one."""
        line, day = self._line(), self.day.value()
        self.hours.set_day(day)
        span = self.hours.value()
        if line is None or line.moved is None or day is None or span is None:
            return
        if span == line.moved.content.span or span.end <= span.start:
            return

        def move() -> None:
            fresh = replace(line, moved=moved_to(self._desk, line.row, span))
            self._show([fresh if each is line else each for each in self.lines])

        self._desk.show(move)
        self.edited.emit()

    def _chosen(self) -> None:
        line = self._line()
        self.cancel_button.setEnabled(line is not None)
        # A group that is out cannot be moved to another time, only come in.
        self.move_button.setEnabled(line is not None and line.row.state is not State.IN_USE)
        self._move_row.setVisible(line is not None and line.moved is not None)
        if line is None or line.moved is None:
            return
        span = line.moved.content.span
        for editor in (self.day, self.hours):
            editor.blockSignals(True)
        day = clock.day_of(span.start)
        if self.day.value() != day:
            self.day.set_value(day)
        self.hours.set_day(day)
        self.hours.set_value(span)
        for editor in (self.day, self.hours):
            editor.blockSignals(False)

    def _line(self) -> HitLine | None:
        found = self.table.chosen()
        return found if isinstance(found, HitLine) else None

    def _show(self, lines: Sequence[HitLine]) -> None:
        self.model.set_rows(lines)
        self.table.fit()
        self.all_button.setEnabled(bool(self.undecided))
        said = n_("It hits {number} booking", "It hits {number} bookings", len(lines))
        if self.undecided:
            left = n_("{number} not decided", "{number} not decided", self.undecided)
            said = f"{said}, {left}"
        self.heading.setText(said)

    def _key(self, key: str) -> None:
        button = self.cancel_button if key == "bar-cancel" else self.move_button
        button.click()

    def _lay_out(self) -> None:
        deeds = QWidget()
        line = FlowLayout(deeds, gap=6)
        line.setContentsMargins(0, 0, 0, 0)
        for button, words in (
            (self.cancel_button, _("Cancel the booking")),
            (self.move_button, _("Move the booking")),
            (self.all_button, _("Cancel all that are left")),
        ):
            button.setText(words)
            line.addWidget(button)
        self._move_row = QWidget()
        row = QHBoxLayout(self._move_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        label = labelled(_("Move to"), "field")
        label.setBuddy(self.day)
        self.day.setMaximumWidth(px(160))
        self.day.setAccessibleName(_("Move to: date"))
        self.hours.setAccessibleName(_("Move to"))
        row.addWidget(label)
        row.addWidget(self.day)
        row.addWidget(self.hours, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        column.addWidget(deeds)
        column.addWidget(self._move_row)
        high = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(high * _ROWS)
        self._move_row.hide()


class _Table(RowsView):
    """The list, whose keys decide."""

    wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination())
        key = next((key for key in ("bar-cancel", "bar-move") if pressed in sequences(key)), "")
        if not key:
            super().keyPressEvent(event)
            return
        self.wanted.emit(key)
        event.accept()


def _button(words: str, act: Callable[[], object]) -> QPushButton:
    made = QPushButton()
    made.setAutoDefault(False)
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(lambda _checked=False: act())
    return made


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("When"), lambda line: time_words(line.row.span), strong=True),
        Column(_("What becomes of it"), _decision, tone=_tone),
        Column(_("Booking"), _booking),
    )


def _booking(line: HitLine) -> str:
    people = n_("{number} person", "{number} people", line.row.heads)
    return ", ".join(filter(None, (line.row.purpose, people, line.row.area)))


def _decision(line: HitLine) -> str:
    if not line.decided:
        return "? " + _("cancel or move")
    if line.row.state is State.IN_USE:
        return "\N{MULTIPLICATION X} " + _("comes in when it closes")
    if line.moved is None:
        return "\N{MULTIPLICATION X} " + _("cancelled")
    said = "\N{RIGHTWARDS ARROW} " + time_words(line.moved.content.span)
    if line.moved.officer:
        said += ", " + line.moved.officer
    return said


def _tone(line: HitLine) -> str:
    return "" if line.decided else "warn"
