"""Of every booking a closure hits somebody says what becomes of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from openblock import clock
from openblock.features.grounds.commands import StartBooking, start_booking
from openblock.features.grounds.queries import booking_card, closure_hits
from openblock.features.grounds.rules.content import ClosureContent, ClosureReason, Span
from openblock.features.grounds.ui.closure_hits_panel import HitsPanel
from tests.features.grounds.outside import on

CLOSED = Span(on(16, 14), on(16, 18))


@pytest.fixture
def panel(qtbot, block, desk) -> HitsPanel:
    made = HitsPanel(desk)
    qtbot.addWidget(made)
    content = ClosureContent(block.field, CLOSED.start, CLOSED.end, ClosureReason.WEATHER)
    made.show_hits(desk.read(closure_hits, content), {block.field: CLOSED})
    return made


def test_undecided_bookings_are_not_among_what_is_sent(block, panel):
    assert (panel.undecided, panel.hits(block.field)) == (1, ())
    panel.cancel_all()
    (hit,) = panel.hits(block.field)
    assert (panel.undecided, hit.booking_id, hit.content) == (0, block.football, None)


def test_after_all_are_cancelled_the_keyboard_is_on_the_list(qtbot, panel):
    panel.show()
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.all_button.setFocus()
    panel.all_button.click()
    assert panel.table.hasFocus()


def test_what_was_decided_stays_when_the_list_is_read_again(block, panel):
    panel.move_chosen()
    (before,) = panel.hits(block.field)
    panel.show_hits([line.row for line in panel.lines], {block.field: CLOSED})
    assert panel.hits(block.field) == (before,)
    assert before.content is not None
    assert before.content.starts_at >= clock.now()
    panel.show_hits((), {})
    assert panel.isHidden()


def test_a_group_that_is_out_comes_in_and_is_not_moved(qtbot, block, desk):
    row = desk.read(booking_card, block.football, clock.now()).booking
    with clock.standing_at(on(16, 15)):
        desk.run(start_booking, StartBooking(row.booking_id, row.version))
        panel = HitsPanel(desk)
        qtbot.addWidget(panel)
        content = ClosureContent(block.field, on(16, 16), on(16, 18), ClosureReason.SAFETY)
        panel.show_hits(
            desk.read(closure_hits, content), {block.field: Span(on(16, 16), on(16, 18))}
        )
        assert not panel.move_button.isEnabled()
        QTest.keyClick(panel.table, "m")
        assert panel.undecided == 1
        QTest.keyClick(panel.table, Qt.Key.Key_Delete)
        assert panel.undecided == 0
        assert panel.model.columns[1].show(panel.lines[0]) == "✕ comes in when it closes"
