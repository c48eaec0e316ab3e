"""A booking dragged to another time is moved at once, and asks only where a reason is wanted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.grounds.queries import booking_card
from openblock.features.grounds.rules.content import Span
from openblock.features.grounds.ui import deeds
from openblock.features.residents.ui.reason_dialog import ReasonDialog
from openblock.ui.desk import Desk
from tests.features.grounds.outside import on


@pytest.fixture(autouse=True)
def _shown(over: QWidget) -> None:
    over.show()


def row(desk: Desk, booking_id: int):
    found = desk.read(booking_card, booking_id, clock.now())
    assert found is not None
    return found.booking


def opened(over: QWidget, kind: type):
    return [each for each in over.findChildren(kind) if each.isVisible()]


def test_moved_to_a_day_the_officer_is_off_another_one_watches(block, desk, over):
    said = []
    desk.said.connect(said.append)
    deeds.move(desk, over, row(desk, block.football), Span(on(18, 15), on(18, 16.5)))
    moved = row(desk, block.football)
    assert moved.span.start == on(18, 15)
    assert moved.officer_id in (block.normunds, block.kristine)
    assert moved.officer in said[-1]
    desk.undo()
    assert row(desk, block.football).officer_id == block.agnese


def test_what_cannot_be_stands_in_the_message_bar_and_nothing_moved(qtbot, block, desk, over):
    with qtbot.waitSignal(desk.refused):
        deeds.move(desk, over, row(desk, block.football), Span(on(16, 19), on(16, 20)))
    assert row(desk, block.football).span.start == on(16, 15)


def test_what_is_only_warned_of_is_moved_with_a_reason(block, desk, over):
    # Just before the evening count; who plays there is not counted there.
    block.set("count_evening", 20 * 60)
    garden = row(desk, block.weeding)
    deeds.move(desk, over, garden, Span(on(16, 19), on(16, 20)))
    found = opened(over, ReasonDialog)
    assert len(found) == 1
    found[0].form.fields["reason"].set_value("the hose has to be put away")
    found[0].accept()
    assert row(desk, block.weeding).span.start == on(16, 19)
