"""How a stored shift stands for the commands: as the grid shows it at the same moment."""

from __future__ import annotations

import pytest

from openblock.features.shadowing.commands import CancelShadowing, cancel_shadowing
from openblock.features.shadowing.commands.standings import standing_now
from openblock.features.shadowing.queries import practice_grid
from openblock.features.shadowing.queries.wishing import Planner
from openblock.features.shadowing.tables import Shadowing
from openblock.storage.store import Done
from tests.features.shadowing.practising import FIRST, LAST, NOW, on

MOMENTS = [NOW, on(26, 9), on(26, 21), on(29, 8), on(1, 12, 4)]


def stood(block, at):
    """Every shift's standing, as the commands see it."""

    def ask(work, _request):
        planner = Planner(work.session)
        rows = [work.session.get_one(Shadowing, each) for each in block.shifts.values()]
        return Done({row.id: standing_now(planner, row, at) for row in rows})

    ask.__module__, ask.__name__ = cancel_shadowing.__module__, cancel_shadowing.__name__
    return block.store.run(ask, None).value


@pytest.mark.parametrize("at", MOMENTS)
def test_tr_05_tr_11_a_shift_stands_for_the_commands_as_it_does_in_the_grid(block, at):
    block.duty(block.ilze, 31, None)
    shown = block.store.read(practice_grid, FIRST, LAST, at).shadowings
    assert stood(block, at) == {each.shadowing_id: each.standing for each in shown}
    assert CancelShadowing(1, 1).reason == ""
