"""Ctrl+P on practice: the week first, on a card the trainee's own sheets, nothing of others."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError, NotAllowed
from openblock.features.accounts.ui.practice_words import practice_kinds
from openblock.features.shadowing.ui.offers import own_offers, practice_offers
from openblock.i18n import set_language
from tests.features.roster.roster_sheets import IMPRINT
from tests.features.shadowing.practising import AGNESE, ELINA, TODAY
from tests.printing.read_back import text

ON_WALLS = ["practice-week", "practice-month"]
OF_ONE = ["practice-schedule", "practice-diary", "practice-completion"]


def test_on_a_card_its_trainees_sheets_come_first_and_every_sheet_can_be_made(desk, block):
    offers = practice_offers(desk, week=TODAY, month=TODAY, trainee_id=block.elina)
    assert [each.key for each in offers] == [*OF_ONE, *ON_WALLS]
    assert offers[3].papers == ("A4",)
    assert offers[4].papers == ("A4", "A3")
    assert [each.orientation for each in offers] == ["portrait"] * 3 + ["landscape"] * 2
    for offer in offers:
        for paper in offer.papers:
            read = text(offer.make(IMPRINT, paper))
            assert "Zariņa E" in read


def test_without_a_card_the_week_is_the_usual_sheet_and_only_the_walls_are_offered(desk, block):
    offers = practice_offers(desk, week=TODAY, month=TODAY)
    assert [each.key for each in offers] == ON_WALLS


def test_each_paper_of_a_month_says_which_it_is_and_speaks_the_language_asked_for(desk, block):
    month = practice_offers(desk, week=TODAY, month=TODAY)[1]
    assert "PM-2026-03-A3" in text(month.make(IMPRINT, "A3"))
    set_language("lv")
    read = text(month.make(IMPRINT, "A4"))
    assert "PM-2026-03-A4" in read
    assert "2026. gada marts" in read


def test_looking_at_one_trainee_s_sheet_is_a_consultation_of_that_trainee(desk, block):
    offers = practice_offers(desk, week=TODAY, month=TODAY, trainee_id=block.arturs)
    looks = {(each.consultation.subject_type, each.consultation.subject_id) for each in offers[:3]}
    assert looks == {("trainee", str(block.arturs))}
    assert all(each.subjects == (f"trainee:{block.arturs}",) for each in offers[:3])
    assert all(each.consultation is not None for each in offers)


def test_the_log_has_words_for_what_is_looked_at(desk, block):
    offers = practice_offers(desk, week=TODAY, month=TODAY, trainee_id=block.arturs)
    assert {each.consultation.subject_type for each in offers} <= set(practice_kinds())


def test_a_mentor_may_print_what_a_coordinator_may(sign_in, block):
    desk = sign_in(AGNESE, "duty_officer")
    assert len(practice_offers(desk, week=TODAY, month=TODAY, trainee_id=block.gatis)) == 5


def test_tr_15_a_trainee_is_offered_the_own_sheets_and_no_others(sign_in, block):
    desk = sign_in(ELINA, "trainee")
    offers = own_offers(desk)
    assert [each.key for each in offers] == OF_ONE
    assert {each.subjects for each in offers} == {(f"trainee:{block.elina}",)}
    assert "Zariņa Elīna" in text(offers[0].make(IMPRINT, "A4"))
    with pytest.raises(NotAllowed):
        practice_offers(desk, week=TODAY, month=TODAY)


def test_tr_15_an_account_without_a_trainee_is_offered_nothing(sign_in, block):
    with pytest.raises(KnownError, match="trainee-unknown"):
        own_offers(sign_in(99, "trainee"))
