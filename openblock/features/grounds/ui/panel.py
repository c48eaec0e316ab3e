"""The right of the grounds: one booking, what is wrong with it, and all that can be done to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from openblock.features.grounds.queries.rows import BookingCard
from openblock.ui.desk import Desk


class BookingPanel(QFrame):
    """Reads its booking itself (a look that is logged), and runs what is done to it."""

    #: The panel is to give way: its cross, or the booking is gone.
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown: BookingCard | None = None

    @property
    def booking_id(self) -> int | None:
        """The booking on show."""
        return None

    def open_booking(self, booking_id: int) -> bool:
        """Read a booking and show it, which goes into the log; False where there is none."""
        return False

    def show_card(self, card: BookingCard | None) -> None:
        """Show what was read, or nothing."""

    def refresh(self) -> None:
        """Read the booking on show again."""

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What keys do while the keyboard is anywhere on the tab, by names of ui.shortcuts.

        For ``bind_keys(page, panel.acts())``; a key whose button is not there does nothing.
        """
        return {}

    def focus_first(self) -> None:
        """Put the keyboard on the first button."""
