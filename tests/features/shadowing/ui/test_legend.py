"""The line under the practice grid."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.ui.legend import EMPTY, FULL, HATCHED, SOLID, Legend, Swatch
from openblock.ui.theme import THEMES, apply, token


def test_every_letter_of_a_cell_is_explained(qtbot: QtBot, qapp: QApplication) -> None:
    apply(qapp)
    legend = Legend()
    qtbot.addWidget(legend)
    assert [sign.text() for sign, _tone in legend.signs] == ["P", "✓", "?", "✕", "↻", "M", "A"]
    said = {label.text() for label in legend.findChildren(QLabel)}
    assert {"planned", "needs re-planning", "class", "cannot come", "full"} <= said


@pytest.mark.parametrize("theme", THEMES)
def test_letters_and_swatches_take_the_colours_of_the_theme(
    qtbot: QtBot, qapp: QApplication, theme: str
) -> None:
    apply(qapp)
    legend = Legend()
    qtbot.addWidget(legend)
    apply(qapp, theme)
    sign, tone = legend.signs[1]
    assert token(tone).name() in sign.styleSheet()
    drawn = []
    for kind in (SOLID, HATCHED, EMPTY, FULL):
        swatch = Swatch(kind)
        qtbot.addWidget(swatch)
        swatch.resize(swatch.sizeHint())
        drawn.append(swatch.grab().toImage())
    assert all(one != other for n, one in enumerate(drawn) for other in drawn[:n])
    apply(qapp)
