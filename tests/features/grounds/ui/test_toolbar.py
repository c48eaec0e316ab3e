"""The grounds' toolbar: what is pressed is said, and nothing is said by showing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.grounds.ui.modes import AREA, DAY, MODES, TABLE
from openblock.features.grounds.ui.toolbar import GroundsToolbar
from openblock.ui.theme import apply

AREAS = ((1, "Sports field"), (2, "Garden"))


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> GroundsToolbar:
    apply(qapp)
    made = GroundsToolbar(may_book=True, may_close=True)
    qtbot.addWidget(made)
    made.resize(1366, 44)
    made.show_title("16 Nov – 22 Nov 2026, week 47")
    made.show_areas(AREAS, 2)
    made.show()
    return made


def test_every_button_says_what_it_does_with_its_key(qtbot: QtBot, bar: GroundsToolbar) -> None:
    for button, signal in (
        (bar.today, bar.today_wanted),
        (bar.find_time, bar.find_wanted),
        (bar.close_area, bar.close_wanted),
        (bar.book, bar.book_wanted),
        (bar.print, bar.print_wanted),
        (bar.earlier, bar.stepped),
        (bar.modes[DAY], bar.mode_wanted),
    ):
        with qtbot.waitSignal(signal):
            button.click()
        assert button.toolTip().endswith(")")
        assert button.accessibleName() or button.text()


def test_showing_is_not_asking(qtbot: QtBot, bar: GroundsToolbar) -> None:
    with qtbot.assertNotEmitted(bar.area_wanted), qtbot.assertNotEmitted(bar.mode_wanted):
        bar.show_areas(AREAS[::-1], 1)
        bar.show_mode(TABLE)
    with qtbot.waitSignal(bar.area_wanted) as wanted:
        bar.area.setCurrentIndex(0)
        bar.area.activated.emit(0)
    assert wanted.args == [2]


def test_only_the_week_of_one_area_offers_the_choice_of_it(bar: GroundsToolbar) -> None:
    offered = {}
    for mode in MODES:
        bar.show_mode(mode)
        offered[mode] = not bar.area.isHidden()
        assert bar.modes[mode].isChecked()
    assert offered == {AREA: True, DAY: False, TABLE: False}


def test_the_facts_are_short_where_there_is_little_room_and_whole_on_hover(
    bar: GroundsToolbar,
) -> None:
    whole = "12 places · one officer for 12 · by daylight"
    bar.facts.tell(whole, "12 places · 1:12")
    bar.facts.resize(2000, 20)
    assert bar.facts.words == whole
    bar.facts.resize(120, 20)
    assert bar.facts.words == "12 places · 1:12"
    assert bar.facts.toolTip() == whole


def test_who_may_not_book_or_close_has_no_buttons_for_it(qtbot: QtBot) -> None:
    bar = GroundsToolbar(may_book=False, may_close=False)
    qtbot.addWidget(bar)
    assert bar.book.isHidden()
    assert bar.close_area.isHidden()


def test_at_twice_the_text_size_words_give_way_to_pictures(
    qapp: QApplication, bar: GroundsToolbar
) -> None:
    apply(qapp, "light", 200)
    assert bar.find_time.text() == ""
    assert bar.find_time.accessibleName() == "Find time"
    apply(qapp)
    assert bar.find_time.text() == "Find time…"
