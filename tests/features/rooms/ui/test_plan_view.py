"""The plan under the keyboard and the mouse: beds chosen, opened, dropped on; walls edited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.rooms.commands import (
    CloseSpace,
    HoldBed,
    VacateBed,
    Why,
    close_space,
    hold_bed,
    vacate_bed,
)
from openblock.features.rooms.queries import house, occupancy
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.features.rooms.ui.plan.dragging import packed, unpacked
from openblock.features.rooms.ui.plan.legend import PlanLegend
from openblock.features.rooms.ui.plan.picture import pictures_of
from openblock.features.rooms.ui.plan.view import PlanView
from openblock.ui.theme import apply
from tests.features.rooms.ui.conftest import HOUR, NOON, Block

Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot, block: Block) -> PlanView:
    made = PlanView(may_place=True)
    qtbot.addWidget(made)
    made.resize(860, 560)
    show(made, block)
    made.show()
    made.setFocus()
    return made


def show(view: PlanView, block: Block) -> None:
    seen = block.store.read(occupancy, NOON)
    floor = seen.buildings[0].floors[0]
    view.show_floor(floor, pictures_of(seen, floor))


def point_of(view: PlanView, block: Block, name: str) -> QPoint:
    return view.mapFromScene(view.plan.beds[block.beds[name]].centre())


def test_arrows_walk_from_bed_to_bed_and_say_each(view: PlanView, block: Block) -> None:
    QTest.keyClick(view, Key.Key_Down)
    assert view.current() is not None
    assert view.current().named == "101 A"
    QTest.keyClick(view, Key.Key_Down)
    assert view.current().named == "101 B"
    assert view.accessibleDescription() == "101 B: free"
    QTest.keyClick(view, Key.Key_Right)
    assert view.current().named == "102 B"
    QTest.keyClick(view, Key.Key_Up)
    assert view.current().named == "102 A"
    QTest.keyClick(view, Key.Key_Up)
    assert view.current().named == "102 A"


def test_enter_opens_the_bed_and_letters_ask_for_its_deeds(
    qtbot: QtBot, view: PlanView, block: Block
) -> None:
    view.choose(block.beds["101 B"])
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Key.Key_Return)
    assert opened.args == [block.beds["101 B"]]
    for letter, key in (("r", "hold-bed"), ("c", "close-bed"), ("v", "vacate-bed")):
        with qtbot.waitSignal(view.asked) as asked:
            QTest.keyClick(view, letter)
        assert asked.args == [key, block.beds["101 B"]]


def test_a_click_chooses_a_bed_and_one_beside_it_the_room(
    qtbot: QtBot, view: PlanView, block: Block
) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, block, "102 B"))
    assert view.current().named == "102 B"
    corner = view.plan.rooms[block.house.rooms["101"]].rect.bottomRight() - QPointF(5, 5)
    with qtbot.waitSignal(view.room_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(corner))
    assert chosen.args == [block.house.rooms["101"]]


def test_a_bed_pressed_is_told_of_when_it_is_let_go(
    qtbot: QtBot, view: PlanView, block: Block
) -> None:
    """The facts beside the plan would move its beds away under somebody being dragged."""
    told: list[int] = []
    view.bed_chosen.connect(told.append)
    place = point_of(view, block, "102 B")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (view.current().named, told) == ("102 B", [])
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [block.beds["102 B"]]


def test_a_double_click_opens_the_bed_of_the_first_click(
    qtbot: QtBot, view: PlanView, block: Block
) -> None:
    first, second = point_of(view, block, "102 B"), point_of(view, block, "101 B")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert opened.args == [block.beds["102 B"]]


def test_a_person_dropped_on_a_bed_is_told_after_the_drag(
    qtbot: QtBot, view: PlanView, block: Block
) -> None:
    carried = packed(block.zalitis)
    event = QDropEvent(
        QPointF(point_of(view, block, "101 B")),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(view.dropped) as dropped:
        view.dropEvent(event)
    assert dropped.args == [block.zalitis, block.beds["101 B"]]


def test_what_is_dragged_in_from_elsewhere_is_nobody(view: PlanView) -> None:
    foreign = QMimeData()
    foreign.setText("7")
    assert unpacked(foreign) is None
    odd = QMimeData()
    odd.setData("application/x-openblock-resident", "٣".encode())
    assert unpacked(odd) is None
    assert unpacked(packed(7)) == 7


def test_the_chosen_bed_stays_chosen_when_the_house_is_read_again(
    view: PlanView, block: Block
) -> None:
    view.choose(block.beds["102 A"])
    view.mark_room(block.house.rooms["102"])
    block.store.run(vacate_bed, VacateBed(block.vanags, NOON, Why("request")))
    show(view, block)
    assert view.current().named == "102 A"
    assert view.plan.rooms[block.house.rooms["102"]].chosen


def test_a_bed_that_is_gone_cannot_be_chosen(view: PlanView) -> None:
    view.choose(9999)
    assert view.current() is None


def test_rooms_move_by_arrows_on_the_grid_and_beds_wait(view: PlanView, block: Block) -> None:
    room_id = block.house.rooms["101"]
    editing = view.edit_walls(room_id)
    QTest.keyClick(view, Key.Key_Right)
    QTest.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    walls = dict(editing.changes)[room_id]
    assert (walls.x, walls.height) == (10, 250)
    assert not view.plan.beds[block.beds["101 A"]].isVisible()
    QTest.keyClick(view, Key.Key_PageDown)
    assert editing.room_id == block.house.rooms["102"]
    view.stop_editing()
    assert view.plan.beds[block.beds["101 A"]].isVisible()
    assert view.plan.rooms[room_id].walls.x == 0


def test_rooms_are_dragged_and_resized_by_their_corner(view: PlanView, block: Block) -> None:
    room_id = block.house.rooms["101"]
    editing = view.edit_walls(room_id)
    item = view.plan.rooms[room_id]
    start = item.rect.topLeft() + QPointF(20, 20)
    editing.press(start)
    editing.drag(start + QPointF(0, 101) * view.plan.factor)
    editing.release()
    assert dict(editing.changes)[room_id].y == 100
    corner = item.grip().center()
    editing.press(corner)
    editing.drag(corner + QPointF(43, 0) * view.plan.factor)
    editing.release()
    editing.drag(corner)
    assert dict(editing.changes)[room_id].width == 200


def test_the_plan_is_redrawn_larger_for_larger_text(
    qapp: QApplication, view: PlanView, block: Block
) -> None:
    once = view.plan.factor
    apply(qapp, "night", 200)
    assert view.plan.factor >= once
    assert not view.grab().isNull()


def test_every_state_is_drawn_without_a_fault(qtbot: QtBot, view: PlanView, block: Block) -> None:
    block.keep_apart()
    closed = ClosureContent("bed", block.beds["101 B"], "pests", NOON)
    block.store.run(close_space, CloseSpace(closed))
    show(view, block)
    view.choose(block.beds["102 A"])
    before = view.grab().toImage()
    legend = PlanLegend()
    qtbot.addWidget(legend)
    assert not legend.grab().isNull()
    view.choose(block.beds["101 B"])
    assert view.grab().toImage() != before


def test_a_floor_without_rooms_is_an_empty_plan(qtbot: QtBot, view: PlanView, block: Block) -> None:
    floor = block.store.read(house)[0].floors[0]
    view.show_floor(floor, ())
    QTest.keyClick(view, Key.Key_Down)
    assert view.current() is None
    view.clear()
    assert not view.plan.beds


def test_a_remark_that_looks_like_markup_is_shown_as_typed(view: PlanView, block: Block) -> None:
    content = HoldContent(block.beds["101 B"], NOON, NOON + HOUR, None, "O'Brien <b>&")
    block.store.run(hold_bed, HoldBed(content))
    show(view, block)
    item = view.plan.beds[block.beds["101 B"]]
    assert "O'Brien <b>&" in item.bed.spoken
    assert "&lt;b&gt;&amp;" in item.toolTip()
