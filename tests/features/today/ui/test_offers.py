"""The list of a shift is offered to staff, of the day that was on show."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from openblock.features.accounts.rights import may
from openblock.features.accounts.ui.practice_words import practice_kinds
from openblock.features.today.ui.offers import shift_offers
from openblock.ui.desk import Desk
from tests.features.roster.roster_sheets import IMPRINT
from tests.features.shadowing.practising import ELINA
from tests.features.today.test_queries import DAY
from tests.printing.read_back import text


@pytest.fixture
def desk(qapp: QApplication, block) -> Iterator[Desk]:
    made = Desk(block.store, may=may)
    yield made
    made.worker.close()
    made.close()


def test_the_list_of_the_day_can_be_made_and_looking_at_it_is_logged(desk, block):
    (offer,) = shift_offers(desk, DAY)
    assert offer.key == "shift-list"
    assert offer.orientation == "portrait"
    assert offer.consultation.subject_type in practice_kinds()
    assert f"trainee:{block.elina}" in offer.subjects
    assert "Lācis Normunds" in text(offer.make(IMPRINT, "A4"))


def test_tr_15_a_trainee_is_not_offered_it(desk, block):
    block.sign_in(ELINA, "trainee")
    assert shift_offers(desk, DAY) == ()
