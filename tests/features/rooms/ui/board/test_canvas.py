"""The board on screen: what stays chosen, what it scrolls, what it tells a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from openblock.features.rooms.ui.board.pieces import Kind
from openblock.ui.theme import apply
from tests.features.rooms.ui.board.invented import NOW, moment


def test_what_is_chosen_stays_chosen_when_the_board_is_read_again(shown):
    shown.choose("Žukovs")
    shown.view.refresh()
    assert shown.canvas.piece.name == "Žukovs Jānis"


def test_a_bar_that_is_gone_leaves_the_keyboard_on_its_bed(shown):
    piece = shown.choose("Rudzītis")
    line = shown.canvas.sheet.picture.lines[piece.line].name
    shown.view.step(-2)
    shown.view.step(-2)
    assert shown.canvas.sheet.picture.lines[shown.canvas.piece.line].name == line
    assert shown.canvas.piece.kind == Kind.FREE


def test_a_screen_reader_is_told_the_board_and_the_chosen_bar(shown):
    canvas = shown.canvas
    shown.choose("Žukovs")
    assert canvas.accessibleName() == "Beds by day"
    assert "102 B: Žukovs Jānis, now" in canvas.accessibleDescription()
    assert "kept apart" in canvas.accessibleDescription()


def test_the_whole_text_of_a_bar_is_shown_on_hover(shown, qtbot):
    canvas = shown.canvas
    at = QPoint(canvas.sheet.axis.x_of(NOW) + 30, canvas.sheet.row // 2)
    event = QHelpEvent(QEvent.Type.ToolTip, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)
    qtbot.waitUntil(lambda: "Bērziņš Jānis" in QToolTip.text(), timeout=2000)
    QToolTip.hideText()


def test_what_is_pointed_at_is_said_and_forgotten_when_the_pointer_leaves(shown):
    canvas = shown.canvas
    shown.choose("Žukovs")
    at = QPoint(canvas.sheet.axis.x_of(NOW) + 30, canvas.sheet.row // 2)
    QTest.mouseMove(canvas.viewport(), at)
    assert shown.view.footer.line.text().startswith("101 A: Bērziņš")
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert shown.view.footer.line.text().startswith("102 B: Žukovs")


def test_the_board_scrolls_to_what_is_gone_to(shown):
    canvas = shown.canvas
    shown.view.resize(900, 330)
    canvas.go_to(shown.house.beds["107 C"], moment(11, 24))
    rect = canvas.sheet.rect(canvas.piece)
    assert canvas.shown().top() <= rect.top()
    assert rect.bottom() <= canvas.shown().bottom() + 1
    canvas.go_to(shown.house.beds["101 A"], NOW)
    assert canvas.offset().y() == 0


def test_a_bed_that_is_not_shown_is_not_gone_to(shown):
    before = shown.canvas.piece
    shown.canvas.go_to(99_999, NOW)
    assert shown.canvas.piece == before


def test_a_double_click_and_the_menu_key_open_what_is_chosen(shown, qtbot):
    canvas = shown.canvas
    shown.canvas.opened.disconnect(shown.view.open_menu)
    at = QPoint(canvas.sheet.axis.x_of(NOW) + 30, canvas.sheet.row // 2)
    with qtbot.waitSignal(canvas.opened) as opened:
        QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(canvas.opened) as opened:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    reason = QContextMenuEvent.Reason.Mouse
    second = at + QPoint(0, canvas.sheet.row)
    event = QContextMenuEvent(reason, second, canvas.viewport().mapToGlobal(second))
    with qtbot.waitSignal(canvas.opened) as opened:
        QApplication.sendEvent(canvas.viewport(), event)
    assert opened.args[0].name == "Kļaviņš Jānis"


def test_at_twice_the_text_size_days_keep_a_readable_width_and_scroll(shown, qapp):
    canvas = shown.canvas
    before = canvas.sheet.axis.width
    apply(qapp, "light", 200)
    assert canvas.sheet.axis.width > before
    assert canvas.horizontalScrollBar().maximum() > 0
    canvas.reveal_now()
    now = canvas.sheet.axis.x_of(canvas.sheet.picture.now)
    assert canvas.shown().left() < now < canvas.shown().right()
    apply(qapp)


def test_the_frozen_parts_stand_beside_what_scrolls(shown):
    canvas = shown.canvas
    place = canvas.viewport().geometry()
    assert canvas.head.geometry().bottom() + 1 == place.top()
    assert canvas.head.geometry().left() == place.left()
    assert canvas.beds.geometry().right() + 1 == place.left()
    assert canvas.beds.geometry().top() == place.top()
