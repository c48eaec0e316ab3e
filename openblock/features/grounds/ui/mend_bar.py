"""The bar over the calendar while bookings have no supervisor or cannot be as booked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from openblock.features.grounds.queries.rows import BookingRow


class MendBar(QFrame):
    """Names the first of them and opens the list of all; closed, it comes back for a new one."""

    #: A BookingRow is to be gone to.
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[BookingRow, ...] = ()

    def show_rows(self, rows: Sequence[BookingRow]) -> None:
        """Show these (``Week.to_mend``); hidden without any."""

    def step(self, by: int) -> None:
        """Go to the next one or the one before (F8, Shift+F8), around the end."""
