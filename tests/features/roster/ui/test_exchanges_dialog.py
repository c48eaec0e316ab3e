"""What was asked for is agreed to, approved, declined and withdrawn by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.roster.commands import AskExchange, ask_exchange
from openblock.features.roster.queries import versions
from openblock.features.roster.queries.exchanges import exchanges
from openblock.features.roster.ui.exchanges_dialog import ExchangesDialog
from tests.features.roster.ui.conftest import Block
from tests.features.roster.ui.living import (
    NOVEMBER,
    code_of,
    desk_as,
    desk_of,
    lay,
    on,
    plan_again,
)
from tests.features.roster.ui.posting import post


@pytest.fixture
def asked(block: Block) -> Block:
    """Bērziņš has asked Ozols to swap the 24th for the 26th."""
    lay(block.store, (block.berzins, 24), (block.ozols, 26))
    block.store.run(ask_exchange, AskExchange(block.berzins, on(24), block.ozols, on(26)))
    return block


def shown(qtbot, over, desk) -> ExchangesDialog:
    made = ExchangesDialog(desk, over)
    with qtbot.waitExposed(made):
        made.open()
    return made


def state(desk) -> str:
    (row,) = desk.read(exchanges, NOVEMBER, on(30))
    return str(row.state)


def test_the_other_agrees_and_who_plans_approves_each_by_enter(qtbot, over, asked):
    desk = desk_as(asked.store, asked.ozols)
    dialog = shown(qtbot, over, desk)
    QAbstractItemModelTester(dialog.list.entries)
    assert "Waits for your answer." in dialog.list.line().warning
    assert not dialog.approve_button.isVisible()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert state(desk) == "agreed"
    assert dialog.isVisible()
    dialog.reject()
    planner = plan_again(asked.store)
    dialog = shown(qtbot, over, planner)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert state(planner) == "done"
    assert dialog.done_something
    assert code_of(planner, asked.berzins, 26) == "24"


def test_in_a_posted_month_the_exchange_itself_is_why_until_somebody_knows_better(
    qtbot, over, asked
):
    post(asked.store)
    desk = desk_of(asked.store)
    dialog = shown(qtbot, over, desk)
    # A planner notes that the other officer agreed, then approves it.
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.why.value() == "Swap asked for by Bērziņš J."
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert state(desk) == "done"
    assert desk.read(versions, NOVEMBER)[0].reason == "Swap asked for by Bērziņš J."


def test_delete_says_no_and_keeps_why(qtbot, over, asked):
    desk = desk_as(asked.store, asked.ozols)
    dialog = shown(qtbot, over, desk)
    dialog.why.set_value("away that day")
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    (row,) = desk.read(exchanges, NOVEMBER, on(30))
    assert (row.state, row.refusal) == ("declined", "away that day")
    assert not dialog.decline_button.isVisible()


def test_who_asked_withdraws_and_cannot_agree(qtbot, over, asked):
    desk = desk_as(asked.store, asked.berzins)
    dialog = shown(qtbot, over, desk)
    assert not dialog.agree_button.isVisible()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert state(desk) == "asked"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert state(desk) == "withdrawn"


def test_duties_that_are_others_by_now_can_only_be_declined(qtbot, over, asked):
    lay(asked.store, (asked.ozols, 26), code="D")
    dialog = shown(qtbot, over, desk_as(asked.store, asked.ozols))
    assert "others by now" in dialog.list.line().warning
    assert not dialog.agree_button.isVisible()
    assert dialog.decline_button.isVisible()


def test_what_somebody_settled_meanwhile_is_said_and_shown(qtbot, over, asked):
    desk = desk_as(asked.store, asked.ozols)
    dialog = shown(qtbot, over, desk)
    other = shown(qtbot, over, desk)
    other.decline()
    dialog.agree()
    assert dialog.trouble.isVisible()
    assert "declined" in dialog.list.line().aside


def test_an_empty_list_says_so_and_an_own_duty_can_be_asked_about(qtbot, over, block):
    lay(block.store, (block.berzins, 24))
    desk = desk_as(block.store, block.berzins)
    dialog = shown(qtbot, over, desk)
    assert dialog.nothing.isVisible()
    with qtbot.waitSignal(dialog.asked) as heard:
        dialog.asking.swap_button.click()
    assert heard.args == ["swap", block.berzins, on(24)]
    assert not dialog.isVisible()


def test_who_is_no_officer_is_not_offered_to_ask(qtbot, over, block):
    dialog = shown(qtbot, over, desk_of(block.store))
    assert not dialog.asking.isVisible()
