"""Keeps the unit's figures in the status bar true: after every change, and as time goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from openblock.ui.desk import Desk
from openblock.ui.status import StatusBar

_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Counts:
    """Which figures stand in the status bar, and where they come from.

    ``read(desk)`` gives the figures and what they mean, both empty where there are none;
    ``tables`` are those they hang on; ``tab`` is where a click leads.
    """

    operation: str
    tables: frozenset[str]
    tab: str
    read: Callable[[Desk], tuple[str, str]]


class CountsLine(QObject):
    """Reads the figures once, when a table changed, and every minute: plans come true by then."""

    def __init__(self, desk: Desk, counts: Counts, status: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counts = counts
        self._status = status
        desk.changed.connect(self._heed)
        status.counts_wanted.connect(self._open)
        timer = QTimer(self)
        timer.timeout.connect(self.read)
        timer.start(_MINUTE_MS)
        # The window stands first; the figures follow at once.
        QTimer.singleShot(0, self, self.read)

    def read(self) -> None:
        """Read and show the figures; a refusal goes to the message bar."""
        self._desk.show(lambda: self._status.show_counts(*self._counts.read(self._desk)))

    def _heed(self, tables: frozenset[str]) -> None:
        if "*" in tables or tables & self._counts.tables:
            self.read()

    def _open(self) -> None:
        self._desk.open_tab(self._counts.tab)
