"""The veils of dusk and night: darker in every theme, with dots, and without them for words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from openblock.features.grounds.ui.calendar.shading import (
    paint_plain,
    paint_rest,
    paint_shade,
    shade,
)
from openblock.ui.theme import THEMES, apply, token


def painted(act) -> set[str]:
    seen = QImage(24, 24, QImage.Format.Format_RGB32)
    seen.fill(token("surface"))
    painter = QPainter(seen)
    act(painter, QRect(0, 0, 24, 24))
    painter.end()
    return {QColor(seen.pixel(x, y)).name() for x in range(24) for y in range(24)}


@pytest.mark.parametrize("theme", THEMES)
def test_night_is_darker_than_dusk_and_both_have_dots(qapp: QApplication, theme: str) -> None:
    apply(qapp, theme)
    dusk = painted(lambda painter, rect: paint_shade(painter, rect, "dusk"))
    night = painted(lambda painter, rect: paint_shade(painter, rect, "night"))
    assert len(dusk) == len(night) == 2
    assert shade("night").alpha() > shade("dusk").alpha()
    grounds = [min(names - {token("strong").name()}) for names in (dusk, night)]
    assert QColor(grounds[0]).lightness() > QColor(grounds[1]).lightness()


def test_the_nights_rest_and_the_ground_of_words_have_no_dots() -> None:
    assert len(painted(paint_rest)) == len(painted(paint_plain)) == 1


def test_nothing_is_painted_on_an_empty_part() -> None:
    empty = painted(lambda painter, _rect: paint_shade(painter, QRect(), "night"))
    assert empty == {token("surface").name()}
