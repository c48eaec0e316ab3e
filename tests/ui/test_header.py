"""The header: which block, what time, who is signed in; it gives way instead of being cut."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from openblock import clock
from openblock.ui.block import Block
from openblock.ui.header import Header

MOMENT = datetime(2026, 11, 22, 2, 52, tzinfo=UTC)


@pytest.fixture
def header(dressed, qtbot):
    made = Header(Block("Paraugkorpuss", "atklātā nodaļa"), "Bērziņa Anna")
    qtbot.addWidget(made)
    made.resize(1366, 44)
    made.show()
    return made


def words(header) -> list[str]:
    return [each.text() for each in header.findChildren(QLabel) if each.isVisible()]


def test_it_names_the_block_and_the_officer(header):
    assert {"Paraugkorpuss", "atklātā nodaļa", "Bērziņa Anna"} <= set(words(header))
    header.show_block(Block("Korpuss B"))
    assert "Korpuss B" in words(header)
    assert "atklātā nodaļa" not in words(header)


def test_date_and_clock_go_on(header):
    with clock.standing_at(MOMENT):
        header.tick()
        assert {"Sunday, 22 November 2026", "04:52"} <= set(words(header))
    with clock.standing_at(MOMENT + timedelta(hours=20)):
        header.tick()
        assert {"Monday, 23 November 2026", "00:52"} <= set(words(header))


def test_its_buttons_ask_for_what_they_say(header, qtbot):
    for button, wanted in (
        (header.lock_button, header.lock_wanted),
        (header.change_button, header.change_wanted),
        (header.menu_button, header.menu_wanted),
        (header.search_field, header.search_wanted),
    ):
        with qtbot.waitSignal(wanted):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [1000, 760, 560, 480])
def test_a_narrow_window_drops_words_and_keeps_names(header, width):
    header.resize(width, 44)
    assert header.width() == width
    assert "Bērziņa Anna" in words(header)
    assert header.layout().sizeHint().width() <= width
    assert header.lock_button.accessibleName() == "Lock"
    assert header.search_field.isVisible()
    assert header.search_field.width() >= 32


def test_a_name_is_never_read_as_markup(dressed, qtbot):
    header = Header(Block("<b>A</b>"), "O'Brien <i>")
    qtbot.addWidget(header)
    header.show()
    assert {"<b>A</b>", "O'Brien <i>"} <= set(words(header))
