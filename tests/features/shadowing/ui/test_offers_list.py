"""Digits pick a mentor, arrows walk over the heading, letters find a code."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.features.shadowing.ui.offers_list import OffersList
from tests.features.shadowing.ui.test_offers_model import NO_MENTOR, offer, offers


@pytest.fixture
def listed(qtbot) -> OffersList:
    made = OffersList()
    qtbot.addWidget(made)
    made.resize(340, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.show_offers(offers((offer(5), offer(6)), (offer(7, NO_MENTOR),)))
    made.setFocus()
    return made


def chosen(listed: OffersList) -> int | None:
    found = listed.offer()
    return found.officer_id if found is not None else None


def test_the_best_is_chosen_at_once(listed):
    assert chosen(listed) == 5


def test_a_digit_picks_and_one_that_is_nobodys_does_nothing(qtbot, listed):
    with qtbot.waitSignal(listed.picked):
        qtbot.keyClick(listed, Qt.Key.Key_2)
    assert chosen(listed) == 6
    qtbot.keyClick(listed, Qt.Key.Key_3)
    assert chosen(listed) == 6
    qtbot.keyClick(listed, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert chosen(listed) == 5


def test_arrows_walk_over_the_heading_to_the_unfit_and_back(qtbot, listed):
    for wanted in (6, 7, 7):
        qtbot.keyClick(listed, Qt.Key.Key_Down)
        assert chosen(listed) == wanted
    for wanted in (6, 5, 5):
        qtbot.keyClick(listed, Qt.Key.Key_Up)
        assert chosen(listed) == wanted


def test_a_code_that_is_typed_finds_its_mentor(qtbot, listed):
    qtbot.keyClicks(listed, "m6")
    assert chosen(listed) == 6


def test_the_chosen_one_stays_while_fit_and_else_the_best_is(qtbot, listed):
    with qtbot.assertNotEmitted(listed.picked):
        listed.show_offers(offers((offer(6), offer(5))), keep=5)
    assert chosen(listed) == 5
    listed.show_offers(offers((offer(6),), (offer(5, NO_MENTOR),)), keep=5)
    assert chosen(listed) == 6
    listed.show_offers(offers((), (offer(5, NO_MENTOR),)), keep=5)
    assert chosen(listed) == 5
    listed.show_offers(offers(()), keep=5)
    assert chosen(listed) is None


def test_an_entry_is_as_high_as_its_words(listed):
    first = listed.visualRect(listed.offers.index(0)).height()
    heading = listed.visualRect(listed.offers.index(2)).height()
    assert first > heading
    wide = first
    listed.resize(200, 300)
    listed.doItemsLayout()
    assert listed.visualRect(listed.offers.index(0)).height() > wide


def test_a_name_of_ninety_letters_makes_the_list_no_wider(listed):
    long = offers((offer(1), offer(2)))
    listed.show_offers(long)
    assert listed.sizeHintForColumn(0) <= listed.width()
    assert listed.horizontalScrollBar().maximum() == 0
