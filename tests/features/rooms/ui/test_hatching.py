"""A hatch is lines on a ground, drawn once for a theme and a text size."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from openblock.features.rooms.ui.hatching import hatch
from openblock.ui.theme import apply, token
from tests.features.rooms.ui.board.pictures import colours, painted


def test_a_hatch_has_lines_and_its_ground(qapp: QApplication) -> None:
    apply(qapp)
    area = QRect(0, 0, 40, 40)
    image = painted(40, 40, lambda painter: painter.fillRect(area, hatch("strong", "alt")))
    found = colours(image, area)
    assert token("alt").name() in found
    assert len(found) > 2


def test_another_theme_hatches_in_its_own_colours(qapp: QApplication) -> None:
    area = QRect(0, 0, 40, 40)
    apply(qapp, "night")
    image = painted(40, 40, lambda painter: painter.fillRect(area, hatch("strong", "alt")))
    assert token("alt").name() in colours(image, area)
    apply(qapp)
