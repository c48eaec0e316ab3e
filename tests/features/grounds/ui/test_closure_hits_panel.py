"""Of every booking a closure hits somebody says what becomes of it."""

from __future__ import annotations

import pytest

from openblock import clock
from openblock.features.grounds.queries import closure_hits
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


def test_what_was_decided_stays_when_the_list_is_read_again(block, panel):
    panel.move_chosen()
    (before,) = panel.hits(block.field)
    panel.show_hits([line.row for line in panel.lines], {block.field: CLOSED})
    assert panel.hits(block.field) == (before,)
    assert before.content is not None
    assert before.content.starts_at >= clock.now()
    panel.show_hits((), {})
    assert panel.isHidden()
