"""An editor for an instant that stands at now, and goes on with the clock, until somebody types."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.residents.ui.moment_edit import MomentEdit


class NowEdit(MomentEdit):
    """A dialog left open for an hour must not enter its deed an hour late."""

    def __init__(self, value: datetime | None = None, parent: QWidget | None = None) -> None:
        self._now_shown: tuple[str, str] | None = None
        super().__init__(value, parent)
        if value is None:
            self.set_now()

    @property
    def stands_at_now(self) -> bool:
        """Whether the value goes with the clock: nobody has typed another."""
        return self._now_shown == (self.day.text(), self.time.text())

    def value(self) -> datetime | None:
        return clock.now() if self.stands_at_now else super().value()

    def set_value(self, value: datetime | None) -> None:
        self._now_shown = None
        super().set_value(value)

    def set_now(self) -> None:
        """Stand at the present instant from now on."""
        self.set_value(clock.now())
        self._now_shown = (self.day.text(), self.time.text())
        self.edited.emit()
