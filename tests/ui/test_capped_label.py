"""Words that have no room are cut between words, told on hover, and whole again where they have."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from openblock.ui import theme
from openblock.ui.capped_label import FEWER_LINES, MOST_LINES, CappedLabel

LONG = "Siltumnīca, 6 residents: O'Brien <b>& is not on duty the whole time. " * 12


@pytest.fixture
def label(dressed, qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    made = CappedLabel()
    column.addWidget(made)
    column.addStretch(1)
    room.resize(400, 600)
    room.show()
    yield made
    room.close()


def lines(label: CappedLabel) -> int:
    return round(label.height() / label.fontMetrics().height())


def test_long_words_take_a_few_lines_and_the_whole_is_told_on_hover_and_read(label, qtbot):
    label.say(LONG)
    qtbot.waitUntil(lambda: label.text().endswith("…") and lines(label) > 1)
    assert lines(label) == MOST_LINES
    assert LONG.startswith(label.text()[:-1])
    assert "O'Brien &lt;b&gt;&amp;" in label.toolTip()
    assert label.accessibleName() == label.words == LONG


def test_they_are_whole_again_where_there_is_room(label, qtbot):
    label.say(LONG)
    qtbot.waitUntil(lambda: label.text().endswith("…"))
    label.window().resize(4000, 600)
    qtbot.waitUntil(lambda: label.text() == LONG)
    assert label.toolTip() == ""


def test_short_words_take_one_line_and_are_not_cut(label, qtbot):
    label.say("Saved.")
    qtbot.waitUntil(lambda: lines(label) == 1)
    assert (label.text(), label.toolTip()) == ("Saved.", "")


def test_large_text_has_fewer_lines(label, qtbot):
    label.say(LONG)
    qtbot.waitUntil(lambda: lines(label) > FEWER_LINES)
    shown = label.text()
    try:
        theme.apply(QApplication.instance(), "light", 200)
        qtbot.waitUntil(lambda: lines(label) == FEWER_LINES)
        assert len(label.text()) < len(shown)
    finally:
        theme.apply(QApplication.instance(), "light", 100)
