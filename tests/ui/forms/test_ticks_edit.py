"""Things that hold or not are ticked, and come back in the order they are offered."""

from __future__ import annotations

import pytest

from openblock.ui.forms.ticks_edit import TicksEdit

OFFERED = ((7, "Night shift"), (2, "Weekend"), (4, "Evening count"))


@pytest.fixture
def ticks(qtbot) -> TicksEdit:
    made = TicksEdit(OFFERED)
    qtbot.addWidget(made)
    return made


def test_the_value_is_in_the_order_offered_and_knows_nothing_else(ticks):
    ticks.set_value((4, 7, 99))
    assert ticks.value() == (7, 4)


def test_a_tick_is_told_and_named_after_its_field(qtbot, ticks):
    ticks.setAccessibleName("Saw")
    assert ticks.boxes[2].accessibleName() == "Saw: Weekend"
    with qtbot.waitSignal(ticks.edited):
        ticks.boxes[2].click()
    assert ticks.value() == (2,)


def test_other_things_offered_begin_unticked(ticks):
    ticks.set_value((7,))
    ticks.offer(((1, "Day shift"),))
    assert ticks.value() == ()
    assert list(ticks.boxes) == [1]
