"""The drawn occupancy: solid, outlined, hatched, and framed where beds are too few."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from openblock.features.rooms.queries import DayOfBeds, Roll
from openblock.features.rooms.ui.history.chart import OccupancyChart
from openblock.ui.theme import token
from tests.features.rooms.ui.board.pictures import colours

FIRST = date(2026, 11, 1)


def day(number, used=10, shut=4, beds=28):
    return DayOfBeds(FIRST + timedelta(days=number), Roll(beds, shut, used, used, 0, 0, 0))


@pytest.fixture
def chart(qtbot):
    made = OccupancyChart()
    qtbot.addWidget(made)
    made.resize(600, 240)
    made.show_days([day(0), day(1, used=26), day(2, shut=0)])
    made.show()
    return made


def column(chart, number):
    """The middle of one day's column, from top to foot."""
    image = chart.grab().toImage()
    left = image.width() - 8 - 3 * ((image.width() - 45) // 3)
    wide = (image.width() - left - 8) // 3
    return image, QRect(left + number * wide + 30, 0, wide - 60, image.height() - 30)


def test_beds_in_use_are_solid_at_the_foot_and_shut_ones_hatched_on_top(chart):
    image, area = column(chart, 0)
    low = QRect(area.left(), area.bottom() - 30, area.width(), 10)
    assert colours(image, low) == {token("accent").name()}
    high = QRect(area.left(), 26, area.width(), 12)
    assert len(colours(image, high)) > 2


def test_more_in_use_than_there_are_beds_is_framed(chart):
    image, area = column(chart, 1)
    assert token("bad").name() in colours(image, area)
    assert token("bad").name() not in colours(*column(chart, 0))


def test_the_highest_column_fits_also_where_beds_are_too_few(chart):
    assert chart.most() == 30


def test_arrow_keys_walk_the_days_and_say_them(chart, qtbot):
    with qtbot.waitSignal(chart.chosen) as chosen:
        chart.choose(1)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current == 0
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current == 0
    QTest.keyClick(chart, Qt.Key.Key_PageDown)
    assert chart.current == 2
    assert chosen.args == [1]
    assert chart.accessibleDescription().startswith("03/11/2026: 10 in use, 18 free")


def point_at(chart, x):
    """Off-screen a pointer that stands there already moves nowhere, so the move itself is told."""
    none = Qt.MouseButton.NoButton
    place = QPointF(x, 100)
    QApplication.sendEvent(
        chart,
        QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            chart.mapToGlobal(place),
            none,
            none,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def test_a_day_pointed_at_says_its_figures(chart):
    point_at(chart, 560)
    assert chart.toolTip().startswith("03/11/2026: 10 in use")
    point_at(chart, 3)
    assert chart.toolTip() == ""
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(560, 100))
    assert chart.current == 2


def test_a_chart_without_days_is_empty_and_takes_no_harm(chart):
    chart.show_days([])
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    assert chart.current == -1
    assert colours(chart.grab().toImage(), QRect(100, 50, 300, 50)) == {token("surface").name()}
