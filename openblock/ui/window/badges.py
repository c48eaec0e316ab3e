"""Keeps the numbers on the tabs true: soon after every change, and as time goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from openblock.ui.desk import Desk
from openblock.ui.tab import Badge, TabSpec
from openblock.ui.window.tabs import TabLine

_MINUTE_MS = 60_000
_SOON_MS = 60


class Badges(QObject):
    """Reads each number once, when a table it hangs on changed, and every minute.

    The page on show comes first: a number may follow a moment later, several changes at once.
    """

    def __init__(
        self, desk: Desk, specs: tuple[TabSpec, ...], line: TabLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._line = line
        self._badges = tuple((spec.key, spec.badge) for spec in specs if spec.badge is not None)
        self._due: dict[str, Badge] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._read_due)
        if not self._badges:
            return
        desk.changed.connect(self._heed)
        timer = QTimer(self)
        timer.timeout.connect(self.read)
        timer.start(_MINUTE_MS)
        # The window stands first; the numbers follow at once.
        QTimer.singleShot(0, self, self.read)

    def read(self) -> None:
        """Read and show every number; a refusal goes to the message bar."""
        for key, badge in self._badges:
            self._read(key, badge)

    def _read(self, key: str, badge: Badge) -> None:
        self._desk.show(lambda: self._line.show_count(key, *badge.read(self._desk)))

    def _heed(self, tables: frozenset[str]) -> None:
        for key, badge in self._badges:
            if "*" in tables or tables & badge.tables:
                self._due[key] = badge
                self._soon.start()

    def _read_due(self) -> None:
        due, self._due = self._due, {}
        for key, badge in due.items():
            self._read(key, badge)
