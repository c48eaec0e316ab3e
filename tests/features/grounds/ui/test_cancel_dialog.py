"""A booking is cancelled with a reason, alone or with the later ones of its series."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.grounds.commands import BookSeries, book_series
from openblock.features.grounds.queries import WeekAsked, booking_card, week
from openblock.features.grounds.rules.content import Repeat, SeriesContent, State
from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.cancel_dialog import CancelDialog
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


def test_cancelling_wants_a_reason_and_keeps_the_booking_in_sight(block, desk, over):
    deeds.cancel(desk, over, row(desk, block.football))
    (dialog,) = opened(over, CancelDialog)
    assert "rest" not in dialog.form.fields
    assert (dialog.save_button.text(), dialog.leave_button.text()) == (
        "Cancel the booking",
        "Keep the booking",
    )
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
    deeds.cancel(desk, over, rows[1])
    (dialog,) = opened(over, CancelDialog)
    dialog.form.fields["reason"].set_value("visi uz darbiem")
    dialog.form.fields["rest"].set_value(True)
    dialog.accept()
    states = [each.state for each in desk.read(week, asked, NOW).bookings]
    assert states == [State.APPROVED, *[State.CANCELLED] * 3]
