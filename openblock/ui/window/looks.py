"""Language, theme and text size: put on at once, and kept for the officer or the workstation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from openblock.i18n import LANGUAGES, language, set_language, system_language
from openblock.ui.qt_words import translate_qt
from openblock.ui.theme import THEMES, apply, scale, theme_name
from openblock.ui.window.house import Look

_STEP = 10
_SMALLEST, _LARGEST = 100, 200


class Looks(QObject):
    """What is on now; ``keep`` is told of every change the officer makes."""

    #: The language is another: every word on the screen has to be said anew.
    language_changed = Signal()

    def __init__(self, keep: Callable[[Look], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep = keep

    def now(self) -> Look:
        """The look that is on."""
        return Look(language(), theme_name(), scale())

    def put_on(self, look: Look) -> None:
        """Show ``look``; one unknown here (an older settings file) becomes the usual."""
        known = look.language in LANGUAGES
        set_language(look.language if known else system_language())
        translate_qt(language())
        app = QApplication.instance()
        theme = look.theme if look.theme in THEMES else THEMES[0]
        wanted = (theme, max(_SMALLEST, min(_LARGEST, look.text_size)))
        undressed = isinstance(app, QApplication) and not app.styleSheet()
        if isinstance(app, QApplication) and (undressed or wanted != (theme_name(), scale())):
            apply(app, *wanted)

    def speak(self, chosen: str) -> None:
        """Another language from now on."""
        if chosen != language():
            self._change(Look(chosen, theme_name(), scale()))
            self.language_changed.emit()

    def next_language(self) -> None:
        """The next language of the programme."""
        self.speak(LANGUAGES[(LANGUAGES.index(language()) + 1) % len(LANGUAGES)])

    def paint(self, theme: str) -> None:
        """Another theme: light, dark or night."""
        self._change(Look(language(), theme, scale()))

    def next_theme(self) -> None:
        """The next theme."""
        self.paint(THEMES[(THEMES.index(theme_name()) + 1) % len(THEMES)])

    def zoom(self, percent: int) -> None:
        """Another text size, kept within 100 to 200 per cent."""
        wanted = max(_SMALLEST, min(_LARGEST, percent))
        if wanted != scale():
            self._change(Look(language(), theme_name(), wanted))

    def zoom_in(self) -> None:
        """Text larger by a tenth."""
        self.zoom(scale() + _STEP)

    def zoom_out(self) -> None:
        """Text smaller by a tenth."""
        self.zoom(scale() - _STEP)

    def zoom_reset(self) -> None:
        """The usual text size."""
        self.zoom(_SMALLEST)

    def _change(self, look: Look) -> None:
        self.put_on(look)
        self._keep(look)
