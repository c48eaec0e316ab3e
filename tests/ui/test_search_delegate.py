"""The lines as drawn: a long name is cut last, a detail makes room for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from openblock.ui.search.delegate import LineDelegate
from openblock.ui.search.model import HitsModel, Line, lines_of
from openblock.ui.theme import token
from tests.ui.test_search_model import GROUPS, ROOM


@pytest.fixture
def draw(dressed, qtbot):
    view, model = QListView(), HitsModel()
    qtbot.addWidget(view)
    delegate = LineDelegate(view)

    def drawn(line: Line, width: int, *, selected: bool = False) -> QImage:
        model.set_lines((Line("before", hit=ROOM, drawing="room"), line))
        index = model.index(1)
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, width, delegate.sizeHint(option, index).height())
        if selected:
            option.state |= QStyle.StateFlag.State_Selected
        image = QImage(QSize(width, option.rect.height()), QImage.Format.Format_RGB32)
        image.fill(token("surface"))
        painter = QPainter(image)
        delegate.paint(painter, option, index)
        painter.end()
        return image

    return drawn


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_title_and_detail_are_drawn_where_there_is_room(draw):
    line = lines_of(GROUPS)[1]
    wide = colours(draw(line, 480))
    assert {token("text").name(), token("text2").name()} <= wide
    assert token("accent").name() not in wide


def test_where_there_is_little_room_the_detail_goes_before_the_name(draw):
    plain = Line("Bērziņa-Kalniņa Anna Marija", "", "person", ROOM)
    detailed = Line("Bērziņa-Kalniņa Anna Marija", "room 101", "person", ROOM)
    assert draw(plain, 250) == draw(detailed, 250)
    assert draw(plain, 480) != draw(detailed, 480)


def test_the_chosen_line_has_another_ground_and_a_bar(draw):
    chosen = draw(lines_of(GROUPS)[1], 480, selected=True)
    assert chosen.pixelColor(1, 16) == token("accent")
    assert chosen.pixelColor(478, 2) == token("soft")


def test_a_heading_below_other_lines_has_a_rule_above_it(draw):
    heading = draw(lines_of(GROUPS)[3], 480)
    assert heading.pixelColor(240, 0) == token("grid")
