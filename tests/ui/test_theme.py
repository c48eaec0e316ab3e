"""Themes: every pair of text and ground is readable, and a theme reaches the application."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from openblock.ui.theme import THEMES, TOKENS, apply, font, px, scale, theme_name, token

GROUNDS = ("window", "chrome", "surface", "alt")
PAIRS = [
    *((text, ground) for ground in GROUNDS for text in ("text", "text2", "bad", "warn", "ok")),
    *(("text3", ground) for ground in ("surface", "alt", "chrome")),
    ("text", "soft"),
    ("text2", "soft"),
    ("text", "today"),
    ("accent", "surface"),
    ("onaccent", "accent"),
    ("ontoday", "todayline"),
    ("bad", "badsoft"),
    ("warn", "warnsoft"),
    ("ok", "oksoft"),
    ("vio", "viosoft"),
    *((f"onchip.{tint}", f"chip.{tint}") for tint in ("24", "D", "N", "A", "S", "M", "other")),
]


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_readable_on_its_ground(
    qapp: QApplication, theme: str, text: str, ground: str
) -> None:
    apply(qapp, theme)
    assert contrast(token(text), token(ground)) >= 4.5


def test_a_theme_reaches_palette_font_and_sheet(qapp: QApplication) -> None:
    apply(qapp, "night", 150)
    assert theme_name() == "night"
    assert scale() == 150
    assert qapp.palette().color(QPalette.ColorRole.Window) == token("window")
    assert token("accent").name() in qapp.styleSheet()
    assert "font-size: 20px" in qapp.styleSheet()
    assert QFontInfo(font("strong")).family() == "Inter"
    assert qapp.font().pixelSize() == px(13) == 20
    apply(qapp)


@pytest.mark.parametrize(("asked", "given"), [(50, 100), (100, 100), (200, 200), (400, 200)])
def test_text_sizes_stay_between_100_and_200_per_cent(
    qapp: QApplication, asked: int, given: int
) -> None:
    apply(qapp, "light", asked)
    assert scale() == given
    apply(qapp)


def test_an_unknown_theme_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="dusk"):
        apply(qapp, "dusk")


def test_the_sheet_has_no_unfilled_colour_left(qapp: QApplication) -> None:
    apply(qapp)
    for name in TOKENS:
        assert f"{{{name}}}" not in qapp.styleSheet()
    assert "{icon:" not in qapp.styleSheet()


def test_a_choice_opens_on_all_it_offers_and_cuts_none(qtbot: QtBot, qapp: QApplication) -> None:
    apply(qapp)
    choice = QComboBox()
    qtbot.addWidget(choice)
    choice.addItems(["2026/2", "2026/3", "Visi kursi"])
    with qtbot.waitExposed(choice):
        choice.show()
    choice.showPopup()
    view = choice.view()
    last = view.visualRect(view.model().index(2, 0))
    assert view.viewport().rect().contains(last)
    choice.hidePopup()
