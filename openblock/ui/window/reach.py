"""Has some of the window's keys heard over an open dialog, where its own shortcuts do not work."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from openblock.ui import shortcuts

Act = Callable[[], object]
_HEARD = "heardOverDialogs"


class OverDialogs(QObject):
    """Binds the keys of ``acts`` (as in ``shortcuts``) in every dialog that comes up.

    Whoever steps away from a half-typed form locks at once, and does not save or throw away first.
    """

    def __init__(self, acts: Mapping[str, Act], parent: QObject) -> None:
        super().__init__(parent)
        self._acts = dict(acts)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._reach)

    def _reach(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog.property(_HEARD):
            return
        dialog.setProperty(_HEARD, True)
        for key, act in self._acts.items():
            for shortcut in shortcuts.bind(key, dialog):
                # The act takes the dialog away, which is in the middle of hearing this key.
                shortcut.activated.connect(act, Qt.ConnectionType.QueuedConnection)
