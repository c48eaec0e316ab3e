"""The panel of a booking, on a desk: what it shows, and what its buttons do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from openblock.clock import standing_at
from openblock.features.accounts.queries import log_rows
from openblock.features.grounds.queries import booking_card
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.panel import BookingPanel
from openblock.features.grounds.ui.panel_deeds import BACK, EXTEND, MISSING, OUT, WATCH
from openblock.storage.log import LogFilter
from openblock.ui.desk import Desk
from openblock.ui.theme import apply
from tests.features.grounds.outside import GroundsBlock, on
from tests.features.grounds.ui.panels import card, panel_of


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> Iterator[BookingPanel]:
    """At a quarter to three: the footballers may go out from now on."""
    with standing_at(on(16, 14.75)):
        yield panel_of(qtbot, desk)


def test_it_is_ticked_out_by_one_key_without_who_is_missing(
    panel: BookingPanel, desk: Desk, block: GroundsBlock
) -> None:
    assert panel.open_booking(block.football)
    panel.people.setData(
        panel.people.index(1), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
    )
    panel.acts()["group-out"]()
    assert card(panel).booking.state is State.IN_USE
    assert [each.came for each in card(panel).participants] == [True, False, True, True]
    assert panel.bar.can(BACK)
    assert desk.undo()
    assert card(panel).booking.state is State.APPROVED


def test_before_its_hour_there_is_no_way_out_and_then_it_comes_by_itself(
    panel: BookingPanel, block: GroundsBlock
) -> None:
    with standing_at(on(16, 14)):
        panel.open_booking(block.football)
        assert not panel.bar.can(OUT)
        assert not panel.people.tickable
    panel.pass_a_while()
    assert panel.bar.can(OUT)
    assert panel.people.tickable


def test_a_key_whose_button_is_not_there_does_nothing(
    panel: BookingPanel, block: GroundsBlock
) -> None:
    panel.open_booking(block.football)
    assert not panel.bar.can(MISSING)
    panel.acts()["group-missing"]()
    assert card(panel).booking.state is State.APPROVED


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


def test_the_keyboard_stays_where_it_was_when_the_button_that_was_pressed_goes(
    panel: BookingPanel, desk: Desk, block: GroundsBlock, qtbot: QtBot
) -> None:
    block.duty("kristine", 17, None)
    panel.open_booking(block.gym)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.people_list.setFocus()
    qtbot.mouseClick(panel.lost.buttons[0], Qt.MouseButton.LeftButton)
    assert panel.people_list.hasFocus()
    assert desk.undo()
    qtbot.waitUntil(lambda: bool(panel.lost.buttons[0].isVisible()))
    panel.focus_first()
    assert panel.lost.buttons[0].hasFocus()
    panel.lost.buttons[0].click()
    assert next(iter(panel.bar.buttons.values())).hasFocus()


def test_the_keyboard_stays_on_the_panel_when_the_group_goes_out(
    panel: BookingPanel, block: GroundsBlock, qtbot: QtBot
) -> None:
    panel.open_booking(block.football)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    qtbot.waitUntil(lambda: bool(panel.bar.buttons[OUT].isVisible()))
    panel.focus_first()
    panel.bar.buttons[OUT].click()
    qtbot.waitUntil(lambda: bool(panel.bar.buttons[BACK].hasFocus()))


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


def test_looking_at_it_stands_in_the_log(panel: BookingPanel, block: GroundsBlock) -> None:
    panel.open_booking(block.football)
    looks = block.store.read(log_rows, LogFilter(subject=("booking", str(block.football))))
    assert "consult" in {row.operation for row in looks}


def test_what_is_not_there_is_not_opened(panel: BookingPanel, block: GroundsBlock) -> None:
    assert not panel.open_booking(4711)
    assert panel.bar.deeds == ()


def test_a_booking_that_is_gone_closes_the_panel(
    qtbot: QtBot, panel: BookingPanel, block: GroundsBlock
) -> None:
    panel.open_booking(block.football)
    panel.show_card(None)
    with qtbot.assertNotEmitted(panel.closed):
        panel.refresh()
    with qtbot.waitSignal(panel.closed):
        panel.head.leave.click()


def test_a_participant_leads_to_the_card(
    qtbot: QtBot, panel: BookingPanel, desk: Desk, block: GroundsBlock
) -> None:
    panel.open_booking(block.football)
    with qtbot.waitSignal(desk.tab_wanted) as wanted:
        panel.people_list.activated.emit(panel.people.index(0))
    assert wanted.args == ["residents", {"resident_id": block.a}]


def test_who_only_looks_is_offered_nothing_to_do(
    qtbot: QtBot, sign_in, block: GroundsBlock
) -> None:
    block.duty("kristine", 17, None)
    panel = BookingPanel(sign_in("auditor"))
    qtbot.addWidget(panel)
    panel.open_booking(block.gym)
    assert (panel.bar.deeds, panel.lost.buttons) == ((), [])


def test_at_twice_the_text_more_is_in_the_menu(
    qapp, panel: BookingPanel, block: GroundsBlock
) -> None:
    panel.open_booking(block.football)
    apply(qapp, "night", 200)
    assert list(panel.bar.buttons) == [OUT, "more"]
    assert panel.bar.can(EXTEND)
    apply(qapp)


def test_a_settled_booking_is_refused_in_words(
    panel: BookingPanel, desk: Desk, block: GroundsBlock, qtbot: QtBot
) -> None:
    panel.open_booking(block.football)
    stale = block.store.read(booking_card, block.football, on(16, 14.75))
    panel.acts()["group-out"]()
    assert stale is not None
    with qtbot.waitSignal(desk.refused):
        panel.deeds.out(stale)
