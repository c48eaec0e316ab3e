"""Puts a theme on the application: fonts, palette and style sheet, at a text size in per cent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from openblock.resources import resource
from openblock.ui.theme import tokens
from openblock.ui.theme.style import style_sheet

FAMILY = "Inter"
_SIZES = {
    "body": (13, QFont.Weight.Normal),
    "strong": (13, QFont.Weight.DemiBold),
    "small": (12, QFont.Weight.Normal),
    "code": (12, QFont.Weight.DemiBold),
    "hint": (11, QFont.Weight.Normal),
    "title": (15, QFont.Weight.DemiBold),
    "name": (19, QFont.Weight.DemiBold),
    "figure": (34, QFont.Weight.DemiBold),
}
_scale = [100]
_loaded: list[int] = []


class _Announcer(QObject):
    dressed = Signal()


_announcers: list[_Announcer] = []


def _announcer() -> _Announcer:
    # Made on first use: a QObject at import time would outlive the application it belongs to.
    if not _announcers:
        _announcers.append(_Announcer())
    return _announcers[0]


def scale() -> int:
    """The text size that is on, in per cent, 100 to 200."""
    return _scale[0]


def theme_name() -> str:
    """The theme that is on: light, dark or night."""
    return tokens.chosen()


def px(length: int) -> int:
    """A length drawn at 100 %, in pixels at the text size that is on."""
    return round(length * _scale[0] / 100)


def font(kind: str = "body") -> QFont:
    """The font for ``kind`` of text: body strong small code hint title name figure."""
    size, weight = _SIZES[kind]
    made = QFont(FAMILY)
    made.setPixelSize(px(size))
    made.setWeight(weight)
    # Figures of one width: columns of hours and days stand under one another.
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def on_screen(width: int, height: int) -> QSize:
    """A dialog's size drawn at 100 %, at the text size that is on but never past the screen."""
    screen = QGuiApplication.primaryScreen().availableSize()
    return QSize(px(width), px(height)).boundedTo(screen - QSize(24, 48))


def watch(heard: Callable[[], None]) -> None:
    """Call the bound method ``heard`` each time a theme or a text size is put on."""
    _announcer().dressed.connect(heard)


def apply(app: QApplication, name: str = "light", percent: int = 100) -> None:
    """Dress ``app`` in theme ``name`` at ``percent`` text size (kept within 100 to 200).

    What is on already is not put on again: that would polish and measure every widget anew.
    """
    percent = max(100, min(200, percent))
    if app.styleSheet() and (name, percent) == (theme_name(), scale()):
        return
    tokens.choose(name)
    _scale[0] = percent
    _load_fonts()
    _put_on(app, style_sheet(px))
    _announcer().dressed.emit()


def _put_on(app: QApplication, sheet: str) -> None:
    if not app.styleSheet():
        # Under a style sheet the style has no name of its own any more to tell it by.
        app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(_palette())
    app.setStyleSheet(sheet)


def _load_fonts() -> None:
    if _loaded:
        return
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        path = resource("fonts", f"Inter-{weight}.otf")
        _loaded.append(QFontDatabase.addApplicationFont(str(path)))


def _palette() -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "alt",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "text3",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "onaccent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "alt",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "strong",
        QPalette.ColorRole.Shadow: "strong",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, tokens.token(name))
    faded = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(faded, role, tokens.token("strong"))
    return palette
