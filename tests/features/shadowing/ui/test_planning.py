"""What is sent to the store, and what is still left of a shift whose duty changed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openblock.errors import RuleBroken
from openblock.features.residents.ui.reason_dialog import ReasonDialog
from openblock.features.shadowing.commands import CancelShadowing, cancel_shadowing
from openblock.features.shadowing.queries import practice_grid, to_replan
from openblock.features.shadowing.queries.rows import PracticeGrid, ShadowingRow
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.ui.planning import Planning
from openblock.ui.desk import Desk
from tests.features.shadowing.practising import NOW, PracticeBlock, on

LAST_OF_MARCH = date(2026, 3, 31)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def planning(desk: Desk, over: QWidget) -> Planning:
    return Planning(desk, over)


def shown(desk: Desk, block: PracticeBlock) -> PracticeGrid:
    return desk.read(practice_grid, date(2026, 3, 23), date(2026, 4, 5), NOW, block.second)


def only(desk: Desk) -> ShadowingRow:
    (row,) = desk.read(to_replan, NOW)
    return row


def test_several_cells_are_one_command_and_one_undo(
    planning: Planning, desk: Desk, block: PracticeBlock
) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    first, second = date(2026, 4, 1), date(2026, 4, 5)
    edits = [(block.elina, first, "AL"), (block.elina, second, "AL")]
    assert planning.change(shown(desk, block), edits)
    assert said == ["2 cells changed"]
    days = {row.day for row in shown(desk, block).shadowings if row.trainee_id == block.elina}
    assert {first, second} <= days
    desk.undo()
    days = {row.day for row in shown(desk, block).shadowings if row.trainee_id == block.elina}
    assert not {first, second} & days


def test_what_is_cut_is_said_to_be_taken_out(
    planning: Planning, desk: Desk, block: PracticeBlock
) -> None:
    day = date(2026, 3, 31)
    planning.change(shown(desk, block), [(block.elina, day, None)])
    assert desk.undo_label == "Zariņa Elīna, 31 Mar: shift taken out"


def test_one_unknown_mentor_among_several_cells_stops_them_all(
    qtbot: QtBot, planning: Planning, desk: Desk, block: PracticeBlock
) -> None:
    day = date(2026, 4, 1)
    with qtbot.waitSignal(planning.refused), qtbot.waitSignal(desk.noticed) as told:
        done = planning.change(
            shown(desk, block), [(block.elina, day, "AL"), (block.arturs, day, "QQ")]
        )
    assert not done
    assert told.args[0].sentence.startswith("“QQ”: No mentor is typed like that.")
    assert all(row.day != day for row in shown(desk, block).shadowings)


def test_the_part_of_a_shift_that_the_changed_duty_holds_is_offered(
    planning: Planning, desk: Desk, block: PracticeBlock
) -> None:
    block.duty(block.ilze, 31, "8")
    row = only(desk)
    part = planning.part_left(row)
    assert part == Span(on(31, 9), on(31, 16))
    assert part is not None
    assert planning.shorten(row, part)
    assert desk.read(to_replan, NOW) == ()


@pytest.mark.parametrize("code", ["N", None])
def test_nothing_is_offered_where_nothing_is_left(
    planning: Planning, desk: Desk, block: PracticeBlock, code: str | None
) -> None:
    block.duty(block.ilze, 31, code)
    assert planning.part_left(only(desk)) is None


def test_a_part_that_is_too_short_is_not_offered(
    planning: Planning, desk: Desk, block: PracticeBlock
) -> None:
    # 8:00 to 16:00 meets 14:30 to 21:00 for an hour and a half; two hours are the least (TR-04).
    block.plan(block.arturs, block.ilze, 27, (14.5, 21))
    block.duty(block.ilze, 27, "8")
    assert planning.part_left(only(desk)) is None


def test_a_warning_asks_for_a_reason_and_an_error_does_not(
    qtbot: QtBot, planning: Planning, over: QWidget, desk: Desk, block: PracticeBlock
) -> None:
    refusals: list[RuleBroken] = []
    desk.refused.connect(refusals.append)
    grid = shown(desk, block)
    assert not planning.change(grid, [(block.elina, date(2026, 4, 2), "AL")])
    assert len(refusals) == 1
    assert over.findChild(ReasonDialog) is None
    code = next(code for code, number in grid.codes.items() if number == block.kristine)
    assert not planning.change(grid, [(block.elina, date(2026, 4, 1), code)])
    dialog = over.findChild(ReasonDialog)
    assert dialog is not None
    assert len(refusals) == 1
    dialog.reject()


def test_a_shift_cut_meanwhile_by_somebody_else_is_refused(
    qtbot: QtBot, planning: Planning, desk: Desk, block: PracticeBlock
) -> None:
    seen = shown(desk, block)
    row = next(each for each in seen.shadowings if each.day == LAST_OF_MARCH)
    desk.run(cancel_shadowing, CancelShadowing(row.shadowing_id, row.version))
    with qtbot.waitSignal(desk.refused):
        assert not planning.change(seen, [(block.elina, LAST_OF_MARCH, None)])
    rows = shown(desk, block).shadowings
    assert not any(row.standing is Standing.PLANNED and row.day == LAST_OF_MARCH for row in rows)
