"""The bar over the calendar for bookings that have to be put right."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.grounds.ui.mend_bar import MendBar
from openblock.ui.theme import apply
from tests.features.grounds.ui.test_mend_list import APART, broken

ROWS = tuple(broken(number) for number in (1, 2, 3))


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> MendBar:
    apply(qapp)
    made = MendBar()
    qtbot.addWidget(made)
    made.resize(900, 40)
    return made


def test_it_says_how_many_have_no_supervisor_and_names_the_first(bar: MendBar) -> None:
    bar.show_rows(ROWS)
    assert not bar.isHidden()
    assert bar.word.text() == "3 bookings have no supervisor"
    assert bar.sentence.words.startswith("Game 1, Field, Th 17 Sep 15:00–16:00")


def test_what_is_wrong_otherwise_is_counted_as_such(bar: MendBar) -> None:
    bar.show_rows((broken(1, lost=None, warnings=(APART,)),))
    assert bar.word.text() == "1 booking to put right"
    bar.show_rows((*ROWS, broken(4, lost=None, warnings=(APART,))))
    assert bar.word.text() == "4 bookings to put right"


def test_without_any_it_is_not_there(bar: MendBar) -> None:
    bar.show_rows(ROWS)
    bar.show_rows(())
    assert bar.isHidden()


def test_the_keys_go_through_all_and_around_the_end(bar: MendBar) -> None:
    bar.show_rows(ROWS)
    seen: list[int] = []
    bar.chosen.connect(lambda row: seen.append(row.booking_id))
    for by in (1, 1, 1, 1, -1):
        bar.step(by)
    assert seen == [1, 2, 3, 1, 3]
    assert bar.sentence.words.startswith("Game 3")


def test_the_one_gone_to_stays_when_another_is_settled(bar: MendBar) -> None:
    bar.show_rows(ROWS)
    bar.step(1)
    bar.step(1)
    bar.show_rows(ROWS[1:])
    current = bar.current()
    assert current is not None
    assert current.booking_id == 2


def test_nothing_to_go_to_does_nothing(qtbot: QtBot, bar: MendBar) -> None:
    with qtbot.assertNotEmitted(bar.chosen):
        bar.step(1)
        bar.toggle_list()
    assert bar.isHidden()


def test_closed_it_stays_so_until_another_one_is_lost(bar: MendBar) -> None:
    bar.show_rows(ROWS[:1])
    bar.close_button.click()
    bar.show_rows(ROWS[:1])
    assert bar.isHidden()
    bar.show_rows(ROWS[:2])
    assert not bar.isHidden()


def test_the_list_comes_and_goes_by_its_key_even_while_the_bar_is_closed(bar: MendBar) -> None:
    bar.show_rows(ROWS)
    bar.close_button.click()
    bar.toggle_list()
    assert not bar.isHidden()
    assert not bar.list.isHidden()
    bar.toggle_list()
    assert bar.list.isHidden()
