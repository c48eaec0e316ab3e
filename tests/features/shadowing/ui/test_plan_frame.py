"""The keys of the frame the mentors stand in: Tab goes round, Esc leaves, Enter plans."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.ui.plan_frame import PlanFrame
from openblock.ui.theme import apply

Key = Qt.Key


@pytest.fixture
def frame(qtbot: QtBot, qapp: QApplication) -> Iterator[PlanFrame]:
    """The frame, before and after fields of the window that are none of its business."""
    apply(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = PlanFrame()
    for each in (QLineEdit(), made, QLineEdit()):
        column.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.footer.plan_button.setEnabled(True)
    yield made
    window.hide()


def tabbed(qtbot: QtBot, key: Qt.Key, times: int) -> list[QWidget]:
    met = []
    for _time in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key)
        met.append(QApplication.focusWidget())
    return met


def test_tab_leads_from_the_hours_to_the_mentors_and_only_then_back_to_the_usual_hours(
    qtbot: QtBot, frame: PlanFrame
) -> None:
    frame.hours.start.setFocus()
    met = tabbed(qtbot, Key.Key_Tab, 5)
    assert met == [
        frame.hours.end,
        frame.list,
        frame.footer.cancel_button,
        frame.footer.plan_button,
        frame.usual_button,
    ]


def test_tab_goes_round_and_never_into_the_window_behind(qtbot: QtBot, frame: PlanFrame) -> None:
    frame.list.setFocus()
    met = tabbed(qtbot, Key.Key_Tab, 12)
    assert all(frame.isAncestorOf(each) for each in met)
    assert frame.day in met
    assert frame.list in met


def test_backwards_it_goes_round_as_well(qtbot: QtBot, frame: PlanFrame) -> None:
    frame.list.setFocus()
    met = tabbed(qtbot, Key.Key_Backtab, 12)
    assert all(frame.isAncestorOf(each) for each in met)
    assert frame.footer.plan_button in met


def test_a_button_that_cannot_be_pressed_is_passed_over(qtbot: QtBot, frame: PlanFrame) -> None:
    frame.footer.plan_button.setEnabled(False)
    frame.list.setFocus()
    met = tabbed(qtbot, Key.Key_Backtab, 12)
    assert all(frame.isAncestorOf(each) for each in met)
    assert frame.footer.cancel_button in met


def test_from_the_fields_esc_leaves_and_enter_plans(qtbot: QtBot, frame: PlanFrame) -> None:
    frame.hours.end.setFocus()
    with qtbot.waitSignal(frame.left):
        qtbot.keyClick(frame.hours.end, Key.Key_Escape)
    with qtbot.waitSignal(frame.entered):
        qtbot.keyClick(frame.hours.end, Key.Key_Return)


def test_with_little_room_the_mentors_and_the_buttons_are_in_sight(
    qtbot: QtBot, frame: PlanFrame
) -> None:
    frame.setFixedSize(356, 180)
    frame.focus_list()
    qtbot.waitUntil(lambda: frame.area.verticalScrollBar().value() > 0)
    assert frame.footer.plan_button.visibleRegion().boundingRect().height() > 10
    assert frame.list.visibleRegion().boundingRect().height() > 40
