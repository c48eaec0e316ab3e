"""Puts a backup back: the window locks first, so that nobody has the file open meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from openblock.errors import KnownError
from openblock.i18n import _, format_moment
from openblock.storage.manifest import Backup
from openblock.storage.store import Store
from openblock.ui.messages import words
from openblock.ui.window.house import House


class Restoring(QObject):
    """From the confirmed choice to the door: lock, restore, say how it went."""

    def __init__(self, window: QWidget, house: House, lock: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._house = house
        self._lock = lock
        self.answer: QMessageBox | None = None

    def begin(self, store: Store, backup: Backup) -> None:
        """Lock, then restore ``backup`` over the file of ``store``."""
        restore, actor = self._house.restore, store.actor
        if restore is None or actor is None:
            return
        path, key = store.path, store.dek

        def after_lock() -> None:
            try:
                restore(backup, path, key, actor)
            except KnownError as refusal:
                self._tell(QMessageBox.Icon.Warning, words(refusal))
            else:
                self._tell(QMessageBox.Icon.Information, _restored(backup))

        # The panel that asked must have closed before everything behind it goes.
        QTimer.singleShot(0, lambda: self._after(after_lock))

    def _after(self, restore: Callable[[], None]) -> None:
        self._lock()
        restore()

    def _tell(self, sign: QMessageBox.Icon, sentence: str) -> None:
        self.answer = QMessageBox(self._window)
        self.answer.setIcon(sign)
        self.answer.setWindowTitle(_("Restore"))
        self.answer.setText(sentence)
        self.answer.addButton(_("Sign in"), QMessageBox.ButtonRole.AcceptRole)
        for label in self.answer.findChildren(QLabel):
            label.setWordWrap(True)
        self.answer.open()


def _restored(backup: Backup) -> str:
    return _("The backup of {moment} is in place. Sign in to go on.").format(
        moment=format_moment(backup.taken_at)
    )
