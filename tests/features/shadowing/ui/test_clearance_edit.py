"""An item is had today at one keystroke, or on the day that is typed (TR-02)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from openblock import clock
from openblock.features.shadowing.ui.clearance_edit import ClearanceEdit

TODAY = date(2026, 11, 22)


@pytest.fixture
def clearance(qtbot) -> Iterator[ClearanceEdit]:
    with clock.standing_at(clock.at(TODAY, 300)):
        made = ClearanceEdit(((1, "Briefing"), (2, "Work safety")))
        qtbot.addWidget(made)
        yield made


def test_a_tick_is_today_and_taken_back_it_is_nothing(qtbot, clearance):
    with qtbot.waitSignal(clearance.edited):
        clearance.ticks[1].click()
    assert clearance.value() == {1: TODAY}
    clearance.ticks[1].click()
    assert clearance.value() == {}
    assert clearance.days[1].text() == ""


def test_a_day_that_is_typed_ticks_the_item(clearance):
    clearance.days[2].setText("16.11.")
    assert clearance.ticks[2].isChecked()
    assert clearance.value() == {2: date(2026, 11, 16)}


def test_a_day_half_typed_is_said_and_not_taken(clearance):
    clearance.days[2].setText("16.1")
    clearance.days[2].setText("16.13.")
    assert clearance.unread()
    assert clearance.value() == {}
    assert clearance.ticks[2].isChecked()


def test_items_that_are_not_shown_stay_as_they_were(clearance):
    had = {1: date(2026, 11, 1), 9: date(2026, 10, 1)}
    clearance.set_value(had)
    assert clearance.value() == had
    assert clearance.ticks[1].isChecked()
    assert not clearance.ticks[2].isChecked()
