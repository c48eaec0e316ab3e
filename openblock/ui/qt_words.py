"""The words Qt brings itself (file dialogs, menus of fields) in the language of the programme."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_worn: list[QTranslator] = []


def translate_qt(language: str) -> None:
    """Qt's own words in ``language`` from now on; what Qt has no words for stays English."""
    app = QCoreApplication.instance()
    if app is None:
        return
    while _worn:
        app.removeTranslator(_worn.pop())
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    words = QTranslator(app)
    if language != "en" and words.load(f"qtbase_{language}", folder):
        app.installTranslator(words)
        _worn.append(words)
