"""Puts the programme together and opens its window; the only place that knows every part."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from openblock.app.programme import Programme
from openblock.entry import default_file
from openblock.i18n import set_language, system_language
from openblock.ui.crash import Crashes
from openblock.ui.preferences import WORKSTATION, Preferences, default_path
from openblock.ui.theme import apply
from openblock.ui.window.house import LANGUAGE
from openblock.ui.window.main import MainWindow

__all__ = ["open_window", "run"]


def run(database: Path | None, *, demonstration: bool, language: str) -> int:
    """Open the window and stay until it is closed; the exit code of the process."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication(sys.argv[:1])
    application.setApplicationName("OpenBlock")
    crashes = Crashes(application)
    crashes.install()
    programme, window = open_window(database, demonstration=demonstration, language=language)
    crashes.close_wanted.connect(window.close)
    window.show()
    try:
        return application.exec()
    finally:
        programme.close()


def open_window(
    database: Path | None, *, demonstration: bool, language: str = ""
) -> tuple[Programme, MainWindow]:
    """The programme and its window, at the door, or signed in to the demonstration block."""
    # The demonstration leaves no trace on the workstation, arrangements of the window included.
    preferences = Preferences(None if demonstration else default_path(), WORKSTATION)
    if language:
        preferences.remember(LANGUAGE, language)
    set_language(str(preferences.prefer(LANGUAGE, system_language())))
    application = QApplication.instance()
    if isinstance(application, QApplication):
        apply(application)
    programme = Programme(database or default_file(), preferences)
    window = MainWindow(programme.house())
    programme.serve(window)
    if demonstration:
        programme.open_demonstration()
    else:
        window.show_door()
    return programme, window
