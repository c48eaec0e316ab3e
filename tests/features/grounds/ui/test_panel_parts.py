"""The blocks of the panel: who it is, who could watch, what else there is to mind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.errors import Problem, Severity
from openblock.features.grounds.queries import booking_card
from openblock.features.grounds.queries.rows import BookingCard, SupervisorOffer
from openblock.features.grounds.ui.panel_parts import Head, LostBlock, WarningBlock
from openblock.ui.theme import apply, token
from tests.features.grounds.outside import NOW, GroundsBlock

OPEN = Problem("supervisor-open", Severity.WARNING)
MISSING = Problem("supervisor-missing")


@pytest.fixture
def card(block: GroundsBlock, qapp: QApplication) -> BookingCard:
    apply(qapp)
    found = block.store.read(booking_card, block.football, NOW)
    assert found is not None
    return found


def lost(card: BookingCard, problem: Problem | None, *names: str) -> BookingCard:
    offers = [
        SupervisorOffer(number, name, "", fits=True, problems=(), watching=0, hours=2)
        for number, name in enumerate(names, 1)
    ]
    offers.append(
        SupervisorOffer(9, "Busy", "", fits=False, problems=(MISSING,), watching=0, hours=0)
    )
    return replace(card, booking=replace(card.booking, lost=problem), offers=tuple(offers))


def block_of(qtbot: QtBot, *, may_name: bool = True) -> LostBlock:
    made = LostBlock(may_name=may_name)
    qtbot.addWidget(made)
    return made


def test_the_best_three_are_buttons_and_the_rest_one_more(qtbot: QtBot, card: BookingCard) -> None:
    shown = block_of(qtbot)
    shown.show_card(lost(card, MISSING, "A & B", "Two", "Three", "Four"))
    assert [each.accessibleName() for each in shown.buttons] == ["A & B", "Two", "Three", "More…"]
    assert shown.buttons[0].text() == "A && B"
    with qtbot.waitSignal(shown.named) as named:
        shown.buttons[1].click()
    assert named.args == [2, "Two"]
    with qtbot.waitSignal(shown.more_wanted):
        shown.buttons[3].click()


def test_where_nobody_can_it_says_so_and_still_names_who_cannot(
    qtbot: QtBot, card: BookingCard
) -> None:
    shown = block_of(qtbot)
    shown.show_card(lost(card, MISSING))
    assert shown.offer.text() == "Nobody on duty then is free to watch."
    assert [each.accessibleName() for each in shown.buttons] == ["More…"]


def test_a_roster_not_laid_yet_is_amber_and_a_lost_one_red(qtbot: QtBot, card: BookingCard) -> None:
    shown = block_of(qtbot)
    shown.show_card(lost(card, OPEN, "One"))
    assert token("warnsoft").name() in shown.styleSheet()
    shown.show_card(lost(card, MISSING, "One"))
    assert token("badsoft").name() in shown.styleSheet()
    shown.show_card(card)
    assert shown.isHidden()


def test_who_may_not_name_anybody_gets_no_buttons(qtbot: QtBot, card: BookingCard) -> None:
    shown = block_of(qtbot, may_name=False)
    shown.show_card(lost(card, MISSING, "One"))
    assert shown.buttons == []


def test_a_long_name_does_not_widen_the_panel(qtbot: QtBot, card: BookingCard) -> None:
    shown = block_of(qtbot)
    shown.show_card(lost(card, MISSING, "W" * 90))
    assert shown.buttons[0].sizeHint().width() < 260
    assert shown.buttons[0].accessibleName() == "W" * 90


def test_names_are_no_markup_and_the_state_is_said_in_words(
    qtbot: QtBot, card: BookingCard
) -> None:
    head = Head()
    qtbot.addWidget(head)
    head.show_row(replace(card.booking, purpose="O'Brien <b>&"))
    assert head.title.text() == "O'Brien <b>&"
    assert (head.time.text(), head.state.text()) == ("We 16 Sep 15:00–16:30", "approved")


def test_warnings_are_sentences_and_hidden_without_any(qtbot: QtBot, card: BookingCard) -> None:
    shown = WarningBlock()
    qtbot.addWidget(shown)
    shown.show_row(card.booking)
    assert shown.isHidden()
    facts = {"one": "Egle", "other": "Freimanis", "start": NOW, "end": NOW}
    apart = Problem("guests-apart", Severity.WARNING, facts)
    shown.show_row(replace(card.booking, warnings=(apart,)))
    assert "Egle" in shown.said.text()
