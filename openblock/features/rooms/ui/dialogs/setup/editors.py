"""Editors of the set-up: labels of several beds in one line, and an area in square metres."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from openblock.features.rooms.ui.dialogs.setup.spread import gathered, spread
from openblock.i18n import _, language

_AREA = re.compile(r"^\d{1,4}([.,]\d{1,2})?$")


class SpreadEdit(QLineEdit):
    """Codes or labels: 101–112, A–D, or one after another; the value is all of them."""

    edited = Signal()

    def __init__(self, value: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_value(value)
        self.textChanged.connect(self.edited)

    def value(self) -> tuple[str, ...]:
        try:
            return spread(self.text())
        except ValueError:
            return ()

    def set_value(self, value: tuple[str, ...]) -> None:
        self.setText(gathered(tuple(value)))

    def unread(self) -> str:
        """Why the text is no list, in words."""
        try:
            spread(self.text())
        except ValueError:
            return _("Type them as A–D, or one after another with commas")
        return ""


class AreaEdit(QLineEdit):
    """Square metres as typed, hundredths of one as the value; nothing typed is nought."""

    edited = Signal()

    def __init__(self, value: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_value(value)
        self.textChanged.connect(self.edited)

    def value(self) -> int:
        typed = self._typed()
        if not _AREA.match(typed):
            return 0
        whole, _point, part = typed.replace(",", ".").partition(".")
        return int(whole) * 100 + int(part.ljust(2, "0") or 0)

    def set_value(self, value: int) -> None:
        said = f"{value / 100:.2f}" if value else ""
        self.setText(said.replace(".", ",") if language() == "lv" else said)

    def unread(self) -> str:
        """Why the text is no area, in words."""
        if not self._typed() or _AREA.match(self._typed()):
            return ""
        return _("Not an area: type 17.40")

    def _typed(self) -> str:
        return self.text().replace("m²", "").strip()
