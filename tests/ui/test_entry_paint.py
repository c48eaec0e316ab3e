"""Entries of the tall lists are drawn: the digit, the words beneath, one below the other."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from openblock.features.shadowing.ui.offers_list import OffersList
from openblock.ui import theme
from openblock.ui.theme import token
from tests.features.shadowing.ui.test_offers_model import NO_MENTOR, offer, offers


@pytest.fixture
def listed(qtbot, qapp) -> OffersList:
    theme.apply(qapp, "light", 100)
    made = OffersList()
    qtbot.addWidget(made)
    made.resize(340, 320)
    with qtbot.waitExposed(made):
        made.show()
    made.show_offers(offers((offer(5), offer(6)), (offer(7, NO_MENTOR),)))
    return made


def drawn(listed: OffersList, place: int) -> QImage:
    return listed.viewport().grab(listed.visualRect(listed.offers.index(place))).toImage()


def share(image: QImage, colour: QColor) -> float:
    spots = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    return sum(image.pixelColor(x, y) == colour for x, y in spots) / len(spots)


def test_the_chosen_one_stands_out_and_is_not_painted_over(listed):
    assert share(drawn(listed, 0), token("soft")) > 0.5
    assert share(drawn(listed, 1), token("surface")) > 0.5
    assert share(drawn(listed, 0), token("accent")) < 0.1


def test_the_unfit_step_back_under_a_low_heading(listed):
    assert share(drawn(listed, 3), token("alt")) > 0.5
    assert drawn(listed, 2).height() < drawn(listed, 0).height()


def test_larger_text_makes_higher_entries(listed, qapp):
    before = drawn(listed, 0).height()
    theme.apply(qapp, "light", 200)
    listed.doItemsLayout()
    assert drawn(listed, 0).height() > before * 1.5
    theme.apply(qapp, "light", 100)
