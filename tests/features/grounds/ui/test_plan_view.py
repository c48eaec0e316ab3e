"""The plan of the grounds under the mouse and the keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.grounds.rules.content import AreaKind, AreaState
from openblock.features.grounds.ui.plan.picture import pictures_of
from openblock.features.grounds.ui.plan.view import PlanView
from openblock.ui.theme import THEMES, apply
from tests.features.grounds.ui.plans import AT, five, now

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[PlanView]:
    apply(qapp)
    made = PlanView()
    qtbot.addWidget(made)
    made.resize(286, 260)
    made.show_pictures(five())
    made.show()
    yield made
    apply(qapp)


def middle(view: PlanView, number: int) -> QPoint:
    area = next(each for each in view.pictures if each.area_id == number)
    return view.rect_of(area).center().toPoint()


def drag(view: PlanView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)


def test_a_click_chooses_and_a_double_click_books(qtbot: QtBot, view: PlanView) -> None:
    with qtbot.waitSignal(view.area_chosen) as chosen:
        QTest.mouseClick(view, LEFT, pos=middle(view, 2))
    assert chosen.args == [2]
    with qtbot.waitSignal(view.book_wanted) as wanted:
        QTest.mouseDClick(view, LEFT, pos=middle(view, 3))
    assert wanted.args == [3]


def test_arrows_walk_to_the_neighbour_and_enter_books_it(qtbot: QtBot, view: PlanView) -> None:
    seen: list[int] = []
    view.area_chosen.connect(seen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    assert seen == [1, 2, 4, 3]
    assert view.accessibleDescription().startswith("Area 3, in use")
    with qtbot.waitSignal(view.book_wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == [3]


def test_a_building_is_neither_chosen_nor_walked_to(qtbot: QtBot, view: PlanView) -> None:
    house = now(1, kind=AreaKind.BUILDING)
    view.show_pictures(pictures_of((house,), AT))
    with qtbot.assertNotEmitted(view.area_chosen):
        QTest.mouseClick(view, LEFT, pos=middle(view, 1))
        QTest.keyClick(view, Qt.Key.Key_Right)


def test_an_area_is_dragged_only_while_the_plan_is_edited(qtbot: QtBot, view: PlanView) -> None:
    start = middle(view, 4)
    with qtbot.assertNotEmitted(view.put):
        drag(view, start, start + QPoint(0, 40))
    view.edit(on=True)
    with qtbot.waitSignal(view.put) as put:
        drag(view, start, start + QPoint(0, 40))
    area, content = put.args
    assert (area.area_id, content.x, content.width) == (4, 500, 460)
    assert content.y > area.content.y
    assert content.y % 10 == 0


def test_the_corner_of_the_chosen_area_resizes_it(qtbot: QtBot, view: PlanView) -> None:
    view.edit(on=True)
    view.choose(4)
    area = view.current()
    assert area is not None
    corner = view.rect_of(area).topLeft().toPoint()
    with qtbot.waitSignal(view.put) as put:
        drag(view, corner, corner + QPoint(20, 0))
    content = put.args[1]
    assert content.x > 500
    assert content.x + content.width == 960
    assert (content.y, content.height) == (300, 260)


def test_arrows_move_the_area_and_are_told_as_one_change(qtbot: QtBot, view: PlanView) -> None:
    view.edit(on=True)
    view.choose(1)
    with qtbot.waitSignal(view.put) as put:
        for _step in range(3):
            QTest.keyClick(view, Qt.Key.Key_Right)
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    content = put.args[1]
    assert (content.x, content.y, content.height) == (30, 0, 270)
    with qtbot.assertNotEmitted(view.put):
        view.edit(on=False)


def test_leaving_the_plan_tells_what_was_moved_at_once(view: PlanView) -> None:
    told: list[int] = []
    view.put.connect(lambda area, _content: told.append(area.area_id))
    view.edit(on=True)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert told == [1]
    assert view.area_id == 2


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_every_state_is_drawn_apart_in_every_theme(
    qapp: QApplication, qtbot: QtBot, theme: str, percent: int
) -> None:
    apply(qapp, theme, percent)
    view = PlanView()
    qtbot.addWidget(view)
    view.resize(286, 260)
    seen = []
    for state in AreaState:
        view.show_pictures(pictures_of((now(1, state, name="Sports field"),), AT))
        seen.append(bytes(view.grab().toImage().constBits()))
    assert len(set(seen)) == len(AreaState)
    apply(qapp)
