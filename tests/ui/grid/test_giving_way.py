"""Where there is no room for all, the totals that matter least give way to the days."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from openblock.ui.grid import GridHead, GridText, PlanGrid
from openblock.ui.grid.paint import cell_size
from tests.ui.grid.pictures import picture


def with_totals() -> object:
    """Thirty days, and three totals: the second gives way first, the first next, the last never."""
    shown = picture(columns=30)
    texts = (GridText("192"), GridText("64"), GridText("+24"))
    return replace(
        shown,
        rows=tuple(replace(row, totals=texts) for row in shown.rows),
        totals=(
            GridHead("Total", "h", "right", yields=1),
            GridHead("Night", "h", "right", yields=2),
            GridHead("Bal.", "h", "right"),
        ),
    )


@pytest.fixture
def grid(qtbot: QtBot) -> PlanGrid:
    made = PlanGrid()
    qtbot.addWidget(made)
    made.resize(1400, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.set_picture(with_totals())
    return made


def test_the_cell_with_the_keyboard_stays_in_sight_when_room_is_taken_from_the_grid(
    qtbot: QtBot, grid: PlanGrid
) -> None:
    last = len(grid.model.picture.rows) - 1
    grid.go_to(last, 29)
    assert grid.cells.sees_current()
    grid.resize(500, 150)
    qtbot.waitUntil(grid.cells.sees_current)
    # Who has looked elsewhere is not pulled back.
    grid.cells.horizontalScrollBar().setValue(0)
    grid.resize(480, 150)
    qtbot.wait(20)
    assert not grid.cells.sees_current()


def shown_totals(grid: PlanGrid) -> list[str]:
    past, view = grid.model.past, grid.totals
    return [
        head.head
        for place, head in enumerate(grid.model.picture.totals)
        if not view.isColumnHidden(past + place)
    ]


def needed(grid: PlanGrid) -> int:
    """The width at which every day has its least room beside all the totals."""
    totals = sum(grid.totals.columnWidth(grid.model.past + n) for n in range(3))
    return grid.leads.width() + 30 * cell_size(two_lines=False).width() + totals


def test_all_totals_are_shown_as_long_as_the_days_have_their_least_room(
    qtbot: QtBot, grid: PlanGrid
) -> None:
    enough = needed(grid)
    grid.resize(enough, 300)
    qtbot.waitUntil(lambda: grid.cells.width() + grid.leads.width() < enough)
    assert shown_totals(grid) == ["Total", "Night", "Bal."]
    grid.resize(enough - 1, 300)
    qtbot.waitUntil(lambda: shown_totals(grid) == ["Total", "Bal."])


def test_the_total_that_never_gives_way_stays_in_a_narrow_window_and_the_rest_comes_back(
    qtbot: QtBot, grid: PlanGrid
) -> None:
    enough = needed(grid)
    grid.resize(500, 300)
    qtbot.waitUntil(lambda: shown_totals(grid) == ["Bal."])
    assert grid.totals.width() == grid.totals.columnWidth(grid.model.past + 2)
    grid.resize(enough + 50, 300)
    qtbot.waitUntil(lambda: len(shown_totals(grid)) == 3)
