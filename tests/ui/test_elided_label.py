"""What does not fit is cut with a sign, and comes back when there is room."""

from __future__ import annotations

import pytest

from openblock.ui.elided_label import ElidedLabel

SENTENCE = "Dzērvgals Ķ., 25 Nov: cleared & told to <b>everybody</b> · 05:40"


@pytest.fixture
def label(qtbot) -> ElidedLabel:
    made = ElidedLabel()
    qtbot.addWidget(made)
    made.show()
    return made


def test_with_room_the_whole_sentence_stands_there(label):
    label.resize(900, 20)
    label.say(SENTENCE)
    assert label.text() == SENTENCE


def test_without_room_it_ends_with_three_dots_and_is_read_aloud_whole(label):
    label.resize(120, 20)
    label.say(SENTENCE)
    assert label.text().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 120
    assert (label.words, label.accessibleName()) == (SENTENCE, SENTENCE)
    label.resize(900, 20)
    assert label.text() == SENTENCE


def test_larger_letters_need_more_room(label):
    label.resize(label.fontMetrics().horizontalAdvance(SENTENCE) + 4, 20)
    label.say(SENTENCE)
    font = label.font()
    font.setPixelSize(label.fontInfo().pixelSize() * 2)
    label.setFont(font)
    assert label.text().endswith("…")
