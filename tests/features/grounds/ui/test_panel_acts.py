"""What is done from the panel of a booking: who watches, how long, and refusals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from openblock.clock import standing_at
from openblock.features.grounds.commands import BookArea, book_area
from openblock.features.grounds.queries import booking_card
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.panel import BookingPanel
from openblock.features.grounds.ui.panel_deeds import EXTEND, WATCH
from openblock.ui.desk import Desk
from tests.features.grounds.outside import GroundsBlock, on
from tests.features.grounds.ui.panels import card, panel_of
from tests.rig import meet


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> Iterator[BookingPanel]:
    """At a quarter to three: the footballers may go out from now on."""
    with standing_at(on(16, 14.75)):
        yield panel_of(qtbot, desk)


def test_a_lost_supervisor_is_replaced_by_a_button(
    panel: BookingPanel, desk: Desk, block: GroundsBlock
) -> None:
    block.duty("kristine", 17, None)
    panel.open_booking(block.gym)
    assert not panel.lost.isHidden()
    assert "Kristineska" in panel.lost.why.text()
    panel.focus_first()
    panel.lost.buttons[0].click()
    assert card(panel).booking.lost is None
    assert card(panel).booking.officer == "Ilzeska Jana"
    assert panel.lost.isHidden()
    assert desk.undo()
    assert not panel.lost.isHidden()


def test_who_could_watch_stands_in_a_menu_with_the_reasons(
    panel: BookingPanel, block: GroundsBlock
) -> None:
    panel.open_booking(block.football)
    menu = panel.deeds.officers(card(panel))
    said = {action.text(): action.isEnabled() for action in menu.actions()}
    assert not said["Agneseska Jana"]
    assert said["Kristineska Jana"]


def test_later_ends_are_offered_and_what_cannot_be_says_why(
    panel: BookingPanel, block: GroundsBlock
) -> None:
    panel.open_booking(block.football)
    menu = panel.deeds.later_ends(card(panel))
    first, _second, third = menu.actions()[:3]
    assert (first.text(), first.isEnabled()) == ("until 16:45 (+15 min)", True)
    assert not third.isEnabled()
    assert "too long" in third.toolTip()
    first.trigger()
    assert card(panel).booking.span.end == on(16, 16.75)


@pytest.mark.parametrize("name", [EXTEND, WATCH])
def test_a_menu_opens_by_its_key(panel: BookingPanel, block: GroundsBlock, name: str) -> None:
    panel.open_booking(block.football)
    panel.press(name)
    (menu,) = [each for each in panel.findChildren(QMenu) if each.isVisible()]
    assert menu.activeAction() is not None
    menu.hide()


def test_a_settled_booking_is_refused_in_words(
    panel: BookingPanel, desk: Desk, block: GroundsBlock, qtbot: QtBot
) -> None:
    panel.open_booking(block.football)
    stale = block.store.read(booking_card, block.football, on(16, 14.75))
    panel.acts()["group-out"]()
    assert stale is not None
    with qtbot.waitSignal(desk.refused):
        panel.deeds.out(stale)


def test_an_officer_who_is_not_on_duty_then_is_refused_in_words(
    qtbot: QtBot, panel: BookingPanel, desk: Desk, block: GroundsBlock
) -> None:
    panel.open_booking(block.football)
    with qtbot.waitSignal(desk.refused) as refused:
        panel.deeds.name(card(panel), block.oskars, "Oskarska Jana")
    assert [each.code for each in refused.args[0].problems] == ["supervisor-off-duty"]
    assert card(panel).booking.officer == "Agneseska Jana"


def test_what_was_asked_for_is_approved_with_one_key(
    panel: BookingPanel, desk: Desk, block: GroundsBlock
) -> None:
    block.set("grounds_approval", True)
    block.sign_in("duty_officer")
    wish = block.wish("garden", "ab", 18)
    number = int(desk.attempt(book_area, BookArea(wish)).value)
    block.sign_in("senior_officer")
    panel.open_booking(number)
    assert card(panel).booking.state is State.REQUESTED
    panel.acts()["booking-approve"]()
    assert card(panel).booking.state is State.APPROVED


def test_nobody_came_is_one_key_and_can_be_taken_back(
    panel: BookingPanel, desk: Desk, block: GroundsBlock
) -> None:
    with standing_at(on(16, 15.25)):
        panel.open_booking(block.football)
        panel.acts()["group-missing"]()
        assert card(panel).booking.state is State.NO_SHOW
        assert desk.undo()
        assert card(panel).booking.state is State.APPROVED


@pytest.mark.parametrize(
    ("key", "dialog"),
    [("change-entry", "BookingDialog"), ("bar-cancel", "CancelDialog")],
)
def test_what_asks_for_more_opens_its_form(
    panel: BookingPanel, block: GroundsBlock, key: str, dialog: str
) -> None:
    panel.open_booking(block.football)
    met: list[str] = []
    meet(panel.acts()[key], lambda opened: met.append(type(opened).__name__))
    assert met == [dialog]
