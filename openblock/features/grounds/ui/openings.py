"""Opens what stands beside the deeds of the grounds: fair use, a resident's card, an area's tab."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from openblock.ui.desk import Desk

# Dialogs are loaded when first opened: the window is to stand as soon as may be.


def open_fair_use(desk: Desk, parent: QWidget, month: date | None = None) -> None:
    """Who used the grounds how much in a month, until it is closed."""
