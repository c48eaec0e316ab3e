"""Notices that nobody is at the keyboard, or that the computer slept, and asks for the lock."""

from __future__ import annotations

import time
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from openblock import clock

_TICK_MS = 1000
_JUMP = timedelta(seconds=60)
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleLock(QObject):
    """Emits ``expired`` after ``seconds`` without a key or the mouse, or after a suspension.

    A suspended computer is known by its wall clock being ahead of the clock that only counts
    while the programme runs (SEC-06, trust.md 1.4 figure 11).
    """

    expired = Signal()

    def __init__(self, seconds: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: How long without a sign of life.
        self.seconds = seconds
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._last_sign = self._ran = time.monotonic()
        self._wall = clock.now()

    def start(self) -> None:
        """Watch from now on."""
        self._last_sign = self._ran = time.monotonic()
        self._wall = clock.now()
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._timer.start(min(_TICK_MS, max(20, int(self.seconds * 250))))

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def allow(self, seconds: float) -> None:
        """Another time without a sign of life, after a change in the settings."""
        self.seconds = seconds

    def look(self) -> None:
        """Ask both clocks; emits ``expired`` once and stops when it is time to lock."""
        ran, wall = time.monotonic(), clock.now()
        slept = (wall - self._wall) - timedelta(seconds=ran - self._ran)
        self._ran, self._wall = ran, wall
        if ran - self._last_sign >= self.seconds or slept > _JUMP:
            self.stop()
            self.expired.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._last_sign = time.monotonic()
        return super().eventFilter(watched, event)
