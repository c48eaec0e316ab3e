"""Who watches is proposed, the best first, each with the reason in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.errors import Problem
from openblock.features.grounds.queries import SupervisorOffer
from openblock.features.grounds.rules.content import Span
from openblock.features.grounds.ui.booking_officer import OfficerChoice, offer_words
from tests.features.grounds.outside import on

DUTY = Span(on(17, 9), on(18, 9))
FIT = SupervisorOffer(1, "Egle Inese", "A", True, (), 0, 3, DUTY)
BUSY = replace(FIT, officer_id=2, name="Lācis Normunds", watching=4)
OFF = SupervisorOffer(
    3,
    "O'Brien <b>&",
    "",
    False,
    (
        Problem(
            "supervisor-off-duty",
            facts={"name": "O'Brien <b>&", "start": DUTY.start, "end": DUTY.end},
        ),
    ),
    0,
    0,
)


@pytest.fixture
def choice(qtbot, qapp) -> OfficerChoice:
    made = OfficerChoice()
    qtbot.addWidget(made)
    return made


def test_the_reason_is_said_in_words():
    assert offer_words(FIT) == "on duty 09:00–09:00, free then, 3 h in four weeks"
    assert "watches over 4 then" in offer_words(BUSY)
    assert "O'Brien <b>&" in offer_words(OFF)


def test_the_best_that_fits_is_chosen_and_the_others_keep_their_cross(choice):
    choice.show_offers((OFF, FIT, BUSY), needed=True)
    assert choice.value() == 1
    assert choice.itemText(0).startswith("✕ ")
    choice.show_offers((BUSY, FIT), needed=True)
    assert choice.value() == 2


def test_who_watches_already_stays_though_nobody_offers_them(choice):
    choice.keep(9, "Vītola Kristīne")
    choice.show_offers((OFF,), needed=True)
    assert choice.value() == 9
    assert choice.currentText() == "Vītola Kristīne"
    choice.keep(2, "Lācis Normunds")
    choice.show_offers((FIT, BUSY), needed=True)
    assert choice.value() == 2


def test_who_can_watch_takes_over_from_who_cannot(choice):
    choice.keep(3, "O'Brien <b>&")
    choice.show_offers((BUSY, OFF), needed=True)
    assert choice.value() == 2


def test_chosen_by_hand_it_stays_until_that_officer_is_not_on_duty(choice):
    choice.show_offers((FIT, BUSY), needed=True)
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    choice.show_offers((FIT, BUSY), needed=True)
    assert choice.value() == 2
    choice.show_offers((FIT,), needed=True)
    assert choice.value() == 1


def test_where_nobody_has_to_watch_nobody_is_proposed(choice):
    choice.show_offers((FIT,), needed=False)
    assert choice.value() is None
    choice.show_offers((OFF,), needed=True)
    assert choice.value() is None
