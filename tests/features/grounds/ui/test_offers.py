"""Ctrl+P on the grounds: the week without names first; names are never for the notice board."""

from __future__ import annotations

import pytest

from openblock.errors import NotAllowed
from openblock.features.grounds.ui.offers import sheets
from openblock.i18n import set_language
from tests.factories import with_booking
from tests.features.grounds.outside import TODAY, on
from tests.features.roster.roster_sheets import IMPRINT
from tests.printing.read_back import text

KEYS = ["grounds-week"] * 3 + ["grounds-day", "grounds-fair-use"]


def test_the_week_without_names_is_the_usual_sheet_and_every_sheet_can_be_made(desk, block):
    offers = sheets(desk, TODAY, TODAY)
    assert [each.key for each in offers] == KEYS
    assert len({each.number for each in offers}) == len({each.title for each in offers}) == 5
    assert ["Apsītis" in text(each.make(IMPRINT, "A4")) for each in offers] == [
        *(False, True, True, True, True),
    ]
    assert [each.orientation for each in offers] == ["landscape"] * 3 + ["portrait"] * 2


def test_only_what_may_hang_on_the_wall_is_proposed_for_the_notice_board(desk, block):
    offers = sheets(desk, TODAY, TODAY, block.field)
    own = desk.actor.name
    assert [each.recipient for each in offers] == [None, None, own, own, None, own, own]


def test_the_lists_of_an_area_are_offered_where_it_is_on_show(desk, block):
    lists = [each for each in sheets(desk, TODAY, TODAY, block.hall) if each.key == "grounds-area"]
    assert ["Egle Jānis" in text(each.make(IMPRINT, "A4")) for each in lists] == [False, True]


def test_what_was_booked_after_the_offer_is_on_the_sheet_that_is_made(desk, block):
    plan, *_others = sheets(desk, TODAY, TODAY)
    with_booking(
        block.store,
        block.hall,
        (block.f,),
        on(18, 10),
        on(18, 11),
        purpose="Galda teniss",
        officer_id=block.normunds,
    )
    assert "Galda teniss" in text(plan.make(IMPRINT, "A4"))


def test_each_look_is_logged_as_one_of_its_own_sheet(desk, block):
    offers = sheets(desk, TODAY, TODAY, block.field)
    assert [each.consultation.subject_id for each in offers] == [each.number for each in offers]


def test_a_sheet_speaks_the_language_that_is_asked_for_when_it_is_made(desk, block):
    offer = sheets(desk, TODAY, TODAY)[0]
    set_language("lv")
    assert "trešdiena" in text(offer.make(IMPRINT, "A4"))


def test_a_trainee_is_offered_nothing_of_the_grounds(sign_in, block):
    with pytest.raises(NotAllowed):
        sheets(sign_in("trainee"), TODAY, TODAY)
