"""A booking dragged to another time is moved at once, and asks only where a reason is wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.grounds.commands import BookSeries, book_series
from openblock.features.grounds.queries import WeekAsked, booking_card, week
from openblock.features.grounds.rules.content import Repeat, SeriesContent, Span, State
from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.cancel_dialog import CancelDialog
from openblock.features.residents.ui.reason_dialog import ReasonDialog
from openblock.ui.desk import Desk
from tests.features.grounds.outside import NOW, on


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


def test_cancelling_wants_a_reason_and_keeps_the_booking_in_sight(block, desk, over):
    deeds.cancel(desk, over, row(desk, block.football))
    (dialog,) = opened(over, CancelDialog)
    assert "rest" not in dialog.form.fields
    dialog.accept()
    assert dialog.form.fields["reason"].problem()
    dialog.form.fields["reason"].set_value("lietus visu dienu")
    dialog.accept()
    cancelled = row(desk, block.football)
    assert (cancelled.state, cancelled.cause) == (State.CANCELLED, "lietus visu dienu")


def test_the_later_ones_of_a_series_go_with_it(block, desk, over):
    first = block.wish("garden", "a", 17, (10, 11))
    content = SeriesContent(first, Repeat.DAILY, on(20, 12).date())
    desk.attempt(book_series, BookSeries(content))
    asked = WeekAsked(on(17, 12).date(), on(20, 12).date(), block.garden)
    rows = desk.read(week, asked, NOW).bookings
    deeds.cancel(desk, over, replace(rows[1]))
    (dialog,) = opened(over, CancelDialog)
    dialog.form.fields["reason"].set_value("visi uz darbiem")
    dialog.form.fields["rest"].set_value(True)
    dialog.accept()
    states = [each.state for each in desk.read(week, asked, NOW).bookings]
    assert states == [State.APPROVED, *[State.CANCELLED] * 3]
