"""The days above and the beds on the left, which stay while the board scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from openblock.features.rooms.ui.board.frozen import columns_of, state_words
from openblock.features.rooms.ui.board.pieces import Kind
from openblock.ui.theme import token
from tests.features.rooms.ui.board.pictures import colours


def test_the_column_is_as_wide_as_its_longest_word_within_reason(read, qapp):
    columns = columns_of(read.picture().lines)
    assert columns.whole == columns.room + columns.bed + columns.state
    assert columns_of(()).whole > 0


def test_the_state_of_a_bed_now_is_said_in_words_and_letters(qapp):
    assert state_words()[Kind.CLOSED][0] == "S shut"
    assert state_words()[Kind.HELD][0] == "R reserved"
    assert state_words()[Kind.FREE][0] == "free"


def test_today_is_filled_in_the_head(shown):
    canvas = shown.canvas
    image = canvas.head.grab().toImage()
    today = canvas.sheet.axis.x_of_day(canvas.sheet.today)
    assert image.pixelColor(today + 2, 2).name() == token("todayline").name()
    assert image.pixelColor(today - 3, 2).name() != token("todayline").name()


def test_narrow_days_show_weeks_and_still_mark_today(shown):
    shown.view.show_span(90)
    canvas = shown.canvas
    image = canvas.head.grab().toImage()
    x = canvas.sheet.axis.x_of_day(canvas.sheet.today) + 2
    assert image.pixelColor(x, canvas.head.height() - 3).name() == token("todayline").name()
    assert image.pixelColor(x, 2).name() != token("todayline").name()


def test_a_click_on_a_bed_stands_on_it_as_it_is_now(shown):
    canvas = shown.canvas
    place = QPoint(canvas.beds.width() - 10, canvas.sheet.row + 5)
    QTest.mouseClick(canvas.beds, Qt.MouseButton.LeftButton, pos=place)
    assert canvas.piece.name == "Kļaviņš Jānis"


def test_a_bed_says_on_hover_what_its_room_offers(shown):
    canvas = shown.canvas
    line = next(n for n, each in enumerate(canvas.sheet.picture.lines) if each.name == "103 A")
    place = QPoint(10, line * canvas.sheet.row + 5 - canvas.offset().y())
    QTest.mouseMove(canvas.beds, place)
    assert canvas.beds.toolTip() == "<qt>103 A, accessible room</qt>"


def test_the_code_of_a_room_stays_while_any_of_its_beds_is_in_sight(shown):
    canvas = shown.canvas
    shown.view.resize(900, 300)
    canvas.verticalScrollBar().setValue(canvas.sheet.row * 2)
    image = canvas.beds.grab().toImage()
    code = colours(image, canvas.beds.rect().adjusted(8, 0, -canvas.beds.width() + 40, 0))
    assert token("text").name() in code
