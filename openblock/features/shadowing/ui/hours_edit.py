"""An editor of a time from-to within a day and a night, which says how many hours that is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from openblock import clock
from openblock.errors import RuleBroken
from openblock.features.shadowing.rules.content import Span
from openblock.i18n import _, format_hours
from openblock.ui.forms import TimeEdit, labelled
from openblock.ui.theme import px

#: Under this name the editor stands in a form; what is refused of either end is said there.
HOURS = "hours"
_ENDS = ("starts_at", "ends_at")
_DAY_ON = timedelta(days=1)
_AROUND = (-1, 0, 1)


class HoursEdit(QWidget):
    """The value is a :class:`Span`; an end at or before the beginning is on the next day.

    The beginning lies on ``day`` where one is set, else as near as can be to what was filled in:
    half past midnight beside a shift planned from 23:00 is the night after, not the one before.
    """

    edited = Signal()

    def __init__(self, *, labels: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._given: Span | None = None
        self.start = TimeEdit()
        self.end = TimeEdit()
        self.length = labelled("", "strong")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(6))
        grid.setVerticalSpacing(px(2))
        for column, editor, name in ((0, self.start, _("From")), (2, self.end, _("To"))):
            editor.setMaximumWidth(px(72))
            editor.edited.connect(self._typed)
            editor.setAccessibleName(name)
            grid.addWidget(editor, 1, column)
            if labels:
                label = labelled(name, "field")
                label.setBuddy(editor)
                grid.addWidget(label, 0, column)
        if not labels:
            grid.addWidget(QLabel("\N{EN DASH}"), 1, 1)
        grid.addWidget(self.length, 1, 3)
        grid.setColumnStretch(4, 1)
        self.setFocusProxy(self.start)

    @property
    def day(self) -> date | None:
        """The day the time begins on, where one was set."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Begin on ``day`` from now on."""
        self._day = day
        self._say()

    def value(self) -> Span | None:
        """The time; None while a part of it is missing or cannot be read."""
        first, last = self.start.value(), self.end.value()
        if first is None or last is None:
            return None
        start = self._begin(first)
        if start is None:
            return None
        return Span(start, self._finish(start, last))

    def set_value(self, value: Span | None) -> None:
        """Fill both ends in."""
        self._given = value
        for editor, moment in (
            (self.start, value.start if value else None),
            (self.end, value.end if value else None),
        ):
            editor.blockSignals(True)
            editor.set_value(None if moment is None else _minute(moment))
            editor.blockSignals(False)
        self._say()

    def unread(self) -> str:
        """Why what is typed is no time, in words."""
        return self.start.unread() or self.end.unread()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.start.setAccessibleName(_("{field}: from").format(field=name))
        self.end.setAccessibleName(_("{field}: to").format(field=name))

    def setAccessibleDescription(self, said: str) -> None:
        super().setAccessibleDescription(said)
        for editor in (self.start, self.end):
            editor.setAccessibleDescription(said)

    # Inside

    def _begin(self, minute: int) -> datetime | None:
        given = self._given.start if self._given else None
        if given is not None and minute == _minute(given) and self._day in (None, _day(given)):
            # Left as it was filled in, it stays the one of October's two hours that it was.
            return given
        if self._day is not None:
            return clock.at(self._day, minute)
        if given is None:
            return None
        near = [clock.at(_day(given) + each * _DAY_ON, minute) for each in _AROUND]
        return min(near, key=lambda moment: abs(moment - given))

    def _finish(self, start: datetime, minute: int) -> datetime:
        given = self._given
        if given is not None and start == given.start and minute == _minute(given.end):
            return given.end
        end = clock.at(_day(start), minute)
        return end if end > start else clock.at(_day(start) + _DAY_ON, minute)

    def _typed(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        span = self.value()
        hours = format_hours(span.minutes) if span else ""
        self.length.setText(_("= {hours} h").format(hours=hours) if span else "")


def _day(moment: datetime) -> date:
    return clock.day_of(moment)


def _minute(moment: datetime) -> int:
    wall = clock.local(moment)
    return wall.hour * 60 + wall.minute


@contextmanager
def saying_at_hours() -> Iterator[None]:
    """Have what a command refuses of the beginning or the end said beside the hours."""
    try:
        yield
    except RuleBroken as refusal:
        raise RuleBroken(
            *(
                replace(each, field=HOURS) if each.field in _ENDS else each
                for each in refusal.problems
            )
        ) from refusal
