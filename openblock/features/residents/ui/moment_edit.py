"""An editor of one instant: a day and a time of the block's wall clock."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from openblock import clock
from openblock.i18n import _
from openblock.ui.forms import DayEdit, TimeEdit
from openblock.ui.theme import px


class MomentEdit(QWidget):
    """Day and time side by side; the value is aware, nothing while one of them is missing."""

    edited = Signal()

    def __init__(self, value: datetime | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DayEdit()
        self.time = TimeEdit()
        self.time.setMaximumWidth(px(80))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(6))
        line.addWidget(self.day, 1)
        line.addWidget(self.time)
        self.setFocusProxy(self.day)
        self.set_value(value)
        self.day.edited.connect(self.edited)
        self.time.edited.connect(self.edited)

    def value(self) -> datetime | None:
        day, minute = self.day.value(), self.time.value()
        if day is None or minute is None:
            return None
        # Left as it was filled in, it keeps its seconds, and which of October's two hours it was.
        if self._given is not None and (day, minute) == _parts(self._given):
            return self._given
        return clock.at(day, minute)

    def set_value(self, value: datetime | None) -> None:
        self._given = value
        day, minute = _parts(value) if value is not None else (None, None)
        self.day.set_value(day)
        self.time.set_value(minute)

    def unread(self) -> str:
        """Why what is typed is no instant, in words."""
        said = self.day.unread() or self.time.unread()
        if said or self.day.value() is None or self.time.value() is not None:
            return said
        return _("Type the time as well: 08:30")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.day.setAccessibleName(_("{field}: date").format(field=name))
        self.time.setAccessibleName(_("{field}: time").format(field=name))

    def setAccessibleDescription(self, said: str) -> None:
        super().setAccessibleDescription(said)
        for part in (self.day, self.time):
            part.setAccessibleDescription(said)


def _parts(moment: datetime) -> tuple[date, int]:
    wall = clock.local(moment)
    return wall.date(), wall.hour * 60 + wall.minute
