"""Which days are shown, in words of both languages."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.rooms.ui.board.controls import SPANS, Controls, period_words
from openblock.i18n import set_language


@pytest.fixture
def controls(qtbot):
    made = Controls(30)
    qtbot.addWidget(made)
    return made


def test_the_period_reads_as_each_language_writes_days():
    first = date(2026, 11, 14)
    assert period_words(first, 30) == "14 Nov – 13 Dec 2026"
    set_language("lv")
    assert period_words(first, 30) == "14.11. – 13.12.2026."


def test_the_buttons_say_what_is_wanted(controls, qtbot):
    with qtbot.waitSignal(controls.stepped) as stepped:
        controls.earlier.click()
    assert stepped.args == [-1]
    with qtbot.waitSignal(controls.stepped) as stepped:
        controls.later.click()
    assert stepped.args == [1]
    with qtbot.waitSignal(controls.span_wanted) as span:
        controls.spans.button(90).click()
    assert span.args == [90]
    with qtbot.waitSignal(controls.today_wanted):
        controls.today.click()


def test_the_span_on_show_is_pressed(controls):
    controls.show_days(date(2026, 11, 14), 14)
    pressed = [days for days in SPANS if controls.spans.button(days).isChecked()]
    assert pressed == [14]


def test_every_control_has_a_name_a_hint_and_can_be_reached_by_tab(controls):
    for each in (controls.earlier, controls.later, controls.today, *controls.spans.buttons()):
        assert each.toolTip()
        assert each.accessibleName() or each.text()
        assert each.focusPolicy().value & 1
