"""An area is open again before its closure was to end, or never closed at all."""

from __future__ import annotations

import pytest

from openblock.clock import standing_at
from openblock.features.grounds.commands import CloseArea, close_area
from openblock.features.grounds.queries import WeekAsked, week
from openblock.features.grounds.rules.content import ClosureContent, ClosureReason
from openblock.features.grounds.ui.closure_opening import open_again
from tests.features.grounds.outside import NOW, TODAY, on


@pytest.mark.parametrize(("hour", "left", "said"), [(13, 0, "Stays open"), (19, 1, "Open again")])
def test_a_closure_that_has_begun_ends_now_and_another_is_taken_back(block, desk, hour, left, said):
    content = ClosureContent(block.hall, on(16, 18), on(16, 20), ClosureReason.EVENT)
    desk.run(close_area, CloseArea(content))
    sentences = []
    desk.said.connect(sentences.append)
    with standing_at(on(16, hour)):
        (closure,) = desk.read(week, WeekAsked(TODAY, TODAY, None), NOW).closures
        open_again(desk, closure)
    found = desk.read(week, WeekAsked(TODAY, TODAY, None), NOW).closures
    assert [each.content.ends_at for each in found] == [on(16, 19)] * left
    assert sentences == [f"{said}: Sporta zāle"]
    desk.undo()
    (again,) = desk.read(week, WeekAsked(TODAY, TODAY, None), NOW).closures
    assert again.content.ends_at == on(16, 20)
