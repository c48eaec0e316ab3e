"""An editor of the days of the week: a box for each, ticked by its number as well."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from openblock.features.roster.rules.staffing import EVERY_WEEKDAY
from openblock.i18n import _, weekday_letters, weekday_name
from openblock.ui.forms.ticks_edit import TicksEdit

_MONDAY = date(2024, 1, 1)


class WeekdaysEdit(TicksEdit):
    """The value is the numbers of the days, Monday is 1: "1234567", "67"; 1 to 7 tick one."""

    def __init__(self, value: str = EVERY_WEEKDAY, parent: QWidget | None = None) -> None:
        super().__init__([(int(each), weekday_letters(_day(each))) for each in EVERY_WEEKDAY])
        self.setParent(parent)
        for number, box in self.boxes.items():
            box.setToolTip(f"{weekday_name(_day(str(number)))} ({number})")
        self.set_value(value)

    def value(self) -> str:  # type: ignore[override]
        return "".join(map(str, super().value()))

    def set_value(self, value: str) -> None:  # type: ignore[override]
        super().set_value(map(int, value))

    def unread(self) -> str:
        """No day at all is no minimum: remove it instead."""
        return "" if self.value() else _("Tick at least one day.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure ticks its day, or takes the tick away, whichever box the keyboard is on."""
        box = self.boxes.get(int(event.text())) if event.text() in set(EVERY_WEEKDAY) else None
        if box is None:
            super().keyPressEvent(event)
            return
        box.toggle()
        box.setFocus()


def weekdays_words(weekdays: str) -> str:
    """Days of the week in few signs: every day, Mo–Fr, Sa Su."""
    if weekdays == EVERY_WEEKDAY:
        return _("every day")
    letters = [weekday_letters(_day(each)) for each in weekdays]
    if len(weekdays) > 2 and weekdays in EVERY_WEEKDAY:
        return f"{letters[0]}\N{EN DASH}{letters[-1]}"
    return " ".join(letters)


def _day(number: str) -> date:
    return _MONDAY + timedelta(days=int(number) - 1)
