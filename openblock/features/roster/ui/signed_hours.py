"""An editor of hours more or fewer: 2, −1:30, +0,5; the value is in minutes."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from openblock.i18n import _, format_hours

_MINUS = {"-", "\N{MINUS SIGN}", "\N{EN DASH}"}
_SIGN = r"(?P<sign>[+\-\u2212\u2013]?)\s*(?P<hours>\d{1,3})"
_CLOCKED = re.compile(_SIGN + r":(?P<rest>[0-5]\d)")
_DECIMAL = re.compile(_SIGN + r"(?:[.,](?P<part>\d{1,2}))?")


def read_signed_hours(text: str) -> int | None:
    """Minutes, or None where the text cannot be read."""
    typed = text.strip()
    if found := _CLOCKED.fullmatch(typed):
        minutes = int(found["hours"]) * 60 + int(found["rest"])
    elif found := _DECIMAL.fullmatch(typed):
        hundredths = int((found["part"] or "0").ljust(2, "0"))
        minutes = int(found["hours"]) * 60 + round(hundredths * 60 / 100)
    else:
        return None
    return -minutes if found["sign"] in _MINUS else minutes


class SignedHoursEdit(QLineEdit):
    """Left empty it is nothing more and nothing less."""

    edited = Signal()

    def __init__(self, value: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_value(value)
        self.textChanged.connect(self.edited)

    def value(self) -> int:
        """The minutes; 0 where nothing, or nothing readable, is typed."""
        return read_signed_hours(self.text()) or 0

    def set_value(self, value: int) -> None:
        """Show minutes as hours."""
        self.setText(format_hours(value) if value else "")

    def unread(self) -> str:
        """Why the text is no number of hours, in words."""
        if not self.text().strip() or read_signed_hours(self.text()) is not None:
            return ""
        return _("Not hours: type 2, 1:30 or \N{MINUS SIGN}0,5")
