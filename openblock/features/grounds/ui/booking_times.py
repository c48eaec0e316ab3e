"""An editor of a booking's time on one day, which the arrow keys step by quarters of an hour."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.clock import MINUTES_OF_DAY
from openblock.features.grounds.rules.content import SLOT, Span
from openblock.features.shadowing.ui.hours_edit import HoursEdit
from openblock.i18n import _
from openblock.ui.forms import TimeEdit

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class QuartersEdit(HoursEdit):
    """The end stays on the day of the beginning, and goes along when that is set to another hour.

    An area is never used overnight: an end before the beginning is a slip, not the next morning.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._settled: int | None = None
        super().__init__(parent=parent)
        for editor in (self.start, self.end):
            editor.installEventFilter(self)
            editor.setToolTip(_("Type 14, 1430 or 14:30; Up and Down: a quarter of an hour"))
        self.start.editingFinished.connect(self._carry_end)

    def set_value(self, value: Span | None) -> None:
        super().set_value(value)
        self._settled = self.start.value()

    def set_length(self, minutes: int) -> None:
        """Let it last so long from where it begins."""
        start = self.start.value()
        if start is not None:
            self.end.set_value(min(start + minutes, MINUTES_OF_DAY))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys step the end of the time that has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _STEPS.get(Qt.Key(event.key()), 0)
            if by and isinstance(watched, TimeEdit):
                self._step(watched, by)
                return True
        return super().eventFilter(watched, event)

    # Inside

    def _step(self, editor: TimeEdit, by: int) -> None:
        """To the next quarter up or down, from whatever minute it is."""
        minute = editor.value()
        if minute is None:
            return
        quarters = minute // SLOT + 1 if by > 0 else -(-minute // SLOT) - 1
        editor.set_value(max(0, min(quarters * SLOT, MINUTES_OF_DAY)))
        if editor is self.start:
            self._carry_end()

    def _carry_end(self) -> None:
        start, end, was = self.start.value(), self.end.value(), self._settled
        self._settled = start
        if start is None or end is None or was is None or start == was:
            return
        carried = end + start - was
        if start < carried <= MINUTES_OF_DAY:
            self.end.set_value(carried)

    def _finish(self, start: datetime, minute: int) -> datetime:
        end = super()._finish(start, minute)
        given = self._given
        left_alone = given is not None and end == given.end
        return end if left_alone else clock.at(clock.day_of(start), minute)

    def _say(self) -> None:
        super()._say()
        span = self.value()
        if span is not None and span.minutes <= 0:
            self.length.clear()
