"""What is done when an officer leaves: dialogs close, and what was copied leaves the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from openblock.ui.desk import Desk


def open_windows(besides: QWidget) -> list[QWidget]:
    """Every dialog and menu that is open now."""
    return [
        each
        for each in QApplication.topLevelWidgets()
        if each is not besides and each.isVisible() and isinstance(each, QDialog | QMenu)
    ]


def close_windows(desk: Desk, windows: list[QWidget]) -> None:
    """Close ``windows``, letting each form first keep as a draft what is half typed."""
    for window in windows:
        keep = getattr(window, "keep_draft", None)
        if keep is not None:
            desk.show(keep)
        if isinstance(window, QDialog):
            # A hidden dialog does not close by itself: its waiting exec() has to be ended too.
            window.done(QDialog.DialogCode.Rejected)
        window.close()
        window.deleteLater()


class Clipboard(QObject):
    """Remembers what this programme copied, to take it away again and nothing else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copied = ""
        QGuiApplication.clipboard().dataChanged.connect(self._note)

    def clear(self) -> None:
        """Empty the clipboard if what is on it came from here."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() or (self._copied and clipboard.text() == self._copied):
            clipboard.clear()
        self._copied = ""

    def _note(self) -> None:
        # Only the window with the keyboard can have copied; another programme's text stays.
        if QApplication.activeWindow() is not None:
            self._copied = QGuiApplication.clipboard().text()
