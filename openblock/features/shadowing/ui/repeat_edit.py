"""An editor of how a class repeats, on which weekdays and until when, and the dates of that."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openblock.i18n import _, weekday_letters
from openblock.ui.forms import DayEdit, labelled
from openblock.ui.forms.ticks_edit import TicksEdit
from openblock.ui.theme import px

_WEEK = 7
#: Any Monday: its week has a day of every name.
_MONDAY = date(2026, 1, 5)
#: More dates than any course has, and few enough to be looked at.
MOST_DATES = 400


@dataclass(frozen=True, slots=True)
class Repeat:
    """Weekly on ``weekdays`` (0 is Monday) until ``until``; no weekday, no repetition."""

    weekdays: tuple[int, ...] = ()
    until: date | None = None


def dates_of(first: date, repeat: Repeat, but: Collection[date] = ()) -> tuple[date, ...]:
    """The days from ``first`` on, which is one of them; later ones that are in ``but`` are not."""
    if not repeat.weekdays or repeat.until is None:
        return (first,)
    span = range(1, min((repeat.until - first).days, MOST_DATES) + 1)
    later = (first + timedelta(days=each) for each in span)
    return (first, *(day for day in later if day.weekday() in repeat.weekdays and day not in but))


class RepeatEdit(QWidget):
    """The value is a :class:`Repeat`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weekdays = TicksEdit(_weekdays())
        self.until = DayEdit()
        self.until.setMaximumWidth(px(160))
        line = QHBoxLayout()
        line.setSpacing(px(6))
        label = labelled(_("until"), "field")
        label.setBuddy(self.until)
        line.addWidget(label)
        line.addWidget(self.until)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.weekdays)
        column.addLayout(line)
        self.weekdays.edited.connect(self.edited)
        self.until.edited.connect(self.edited)
        self.setFocusProxy(self.weekdays)

    def value(self) -> Repeat:
        return Repeat(self.weekdays.value(), self.until.value())

    def set_value(self, value: Repeat) -> None:
        self.weekdays.set_value(value.weekdays)
        self.until.set_value(value.until)

    def unread(self) -> str:
        """Why what is typed is no repetition: an end is needed, and only with weekdays."""
        said = self.until.unread()
        if said or not self.weekdays.value() or self.until.value() is not None:
            return said
        return _("Until which day?")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.weekdays.setAccessibleName(name)
        self.until.setAccessibleName(_("{field}: until").format(field=name))


def _weekdays() -> Sequence[tuple[int, str]]:
    return [(each, weekday_letters(_MONDAY + timedelta(days=each))) for each in range(_WEEK)]
