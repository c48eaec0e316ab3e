"""The plan with its list, on a desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from openblock.features.grounds.queries import areas, grounds_now
from openblock.features.grounds.ui.side import PlanSide
from openblock.ui.desk import Desk
from tests.features.grounds.outside import NOW, GroundsBlock


def side_of(qtbot: QtBot, desk: Desk) -> PlanSide:
    made = PlanSide(desk)
    qtbot.addWidget(made)
    made.resize(286, 640)
    made.show_areas(desk.read(grounds_now, NOW), NOW)
    made.show()
    return made


@pytest.fixture
def side(qtbot: QtBot, desk: Desk) -> PlanSide:
    return side_of(qtbot, desk)


def test_plan_and_list_choose_together(side: PlanSide, block: GroundsBlock) -> None:
    chosen: list[int] = []
    side.area_chosen.connect(chosen.append)
    side.list.setCurrentIndex(side.model.index(side.model.row_of(block.hall)))
    assert (side.plan.area_id, chosen) == (block.hall, [block.hall])
    side.plan.setFocus()
    side.plan.area_chosen.emit(block.garden)
    assert side.list.currentIndex().data() == "Dārzs"
    assert chosen == [block.hall, block.garden]


def test_what_is_chosen_elsewhere_or_read_again_is_not_told(
    qtbot: QtBot, side: PlanSide, desk: Desk, block: GroundsBlock
) -> None:
    with qtbot.assertNotEmitted(side.area_chosen):
        side.choose(block.hall)
        side.show_areas(desk.read(grounds_now, NOW), NOW)
    assert side.area_id == block.hall
    assert side.list.currentIndex().row() == side.model.row_of(block.hall)


def test_the_list_leaves_out_the_building(side: PlanSide) -> None:
    assert [each.name for each in side.model.areas] == [
        "Sporta laukums",
        "Sporta zāle",
        "Dārzs",
        "Ciemiņu stūris",
    ]


def test_enter_in_the_list_books_the_area(
    qtbot: QtBot, side: PlanSide, block: GroundsBlock
) -> None:
    side.choose(block.garden)
    side.focus_first()
    with qtbot.waitSignal(side.book_wanted) as wanted:
        QTest.keyClick(side.list, Qt.Key.Key_Return)
    assert wanted.args == [block.garden]


def test_a_move_on_the_plan_is_stored_and_taken_back(
    side: PlanSide, desk: Desk, block: GroundsBlock
) -> None:
    side.edit_plan(on=True)
    side.plan.choose(block.field)
    before = stored(desk, block)
    QTest.keyClick(side.plan, Qt.Key.Key_Down)
    side.edit_plan(on=False)
    assert stored(desk, block) == (before[0], before[1] + 10)
    assert desk.undo()
    assert stored(desk, block) == before


def test_who_sets_nothing_up_cannot_edit_the_plan(qtbot: QtBot, sign_in) -> None:
    assert side_of(qtbot, sign_in("duty_officer")).edit_button.isHidden()


def stored(desk: Desk, block: GroundsBlock) -> tuple[int, int]:
    field = next(each for each in desk.read(areas) if each.area_id == block.field)
    return field.content.x, field.content.y
