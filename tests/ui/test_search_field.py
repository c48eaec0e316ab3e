"""The field in the header: it says what and with which keys, and gives way to an icon."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from openblock.ui import theme
from openblock.ui.search import SearchField
from openblock.ui.search.line import SearchLine
from openblock.ui.theme import font, token


@pytest.fixture
def window(dressed, qtbot):
    """A window with something else to type into."""
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit())
    return made


@pytest.fixture
def field(window, qtbot):
    made = SearchField()
    window.layout().addWidget(made)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return made


def colours(field) -> set[str]:
    image = field.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_it_names_itself_and_its_keys(field):
    assert field.accessibleName() == "Search"
    assert field.text() == "Find a person, room, officer…"
    assert "(Ctrl+K)" in field.toolTip()


def test_wide_it_has_room_for_its_words_and_narrow_it_is_smaller(field):
    words = QFontMetrics(font()).horizontalAdvance(field.text())
    wide = field.sizeHint().width()
    assert wide > words
    field.give_way("narrow")
    narrow = field.sizeHint().width()
    field.give_way("icon")
    assert wide > narrow > field.sizeHint().width()
    assert field.maximumWidth() == field.sizeHint().width()


def test_where_its_words_do_not_fit_one_word_stands_for_them(field):
    words = QFontMetrics(font()).horizontalAdvance(field.text())
    assert field.words_for(words) == field.text()
    assert field.words_for(words - 1) == "Search"


def test_the_words_go_when_only_the_icon_has_room(field):
    field.resize(field.sizeHint())
    assert token("text3").name() in colours(field)
    field.give_way("icon")
    field.resize(field.sizeHint())
    assert token("text3").name() not in colours(field)
    assert len(colours(field)) > 3


def test_a_ring_shows_that_it_has_the_keyboard(field, qtbot):
    assert token("accent").name() not in colours(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert token("accent").name() in colours(field)


def test_a_click_leaves_the_keyboard_where_it_is(field, qtbot):
    with qtbot.waitSignal(field.clicked):
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_the_glass_of_the_line_grows_with_the_text(dressed, qtbot):
    line = SearchLine()
    qtbot.addWidget(line)
    small = line.textMargins().left()
    theme.apply(dressed, "light", 200)
    assert line.textMargins().left() == 2 * small
    line.resize(300, 56)
    image = line.grab().toImage()
    drawn = [
        x
        for x in range(8, small * 2 + 8)
        for y in range(image.height())
        if image.pixelColor(x, y) == token("text2")
    ]
    assert max(drawn) - min(drawn) > 20
