"""Entries are as high as their words, whatever the width and the text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QStringListModel
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from openblock.ui.tall_list import TallList, height_of, paint_frame, paint_ground
from openblock.ui.theme import apply, px, token

WORDS = "Atgriezās laikā un nodeva atslēgas dežurantam, kurš to ierakstīja žurnālā."


class Wrapping(QStyledItemDelegate):
    def sizeHint(self, option, index):
        size = super().sizeHint(option, index)
        size.setHeight(height_of(index.data(), self.parent().viewport().width()))
        return size


@pytest.fixture
def view(qapp, qtbot):
    apply(qapp)
    made = TallList(QStringListModel([WORDS, WORDS]), "Notes")
    made.setItemDelegate(Wrapping(made))
    qtbot.addWidget(made)
    made.resize(600, 300)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    apply(qapp)


def second_begins(view) -> int:
    return view.visualRect(view.model().index(1)).y()


def test_a_narrower_list_is_laid_out_anew(view, qtbot):
    wide = second_begins(view)
    view.resize(150, 300)
    qtbot.waitUntil(lambda: second_begins(view) > wide)


def test_larger_text_is_laid_out_anew(view, qtbot, qapp):
    small = second_begins(view)
    apply(qapp, "light", 200)
    qtbot.waitUntil(lambda: second_begins(view) > small)


def test_a_list_is_named_and_its_entries_are_not_typed_into(view):
    assert view.accessibleName() == "Notes"
    assert not view.edit(view.model().index(0), TallList.EditTrigger.EditKeyPressed, None)


def test_more_lines_are_higher(qapp):
    assert height_of(WORDS, 80) > height_of(WORDS, 10_000) > 0
    assert height_of("a\nb", 500, "small") == 2 * height_of("a", 500, "small")


@pytest.fixture
def picture(qapp):
    apply(qapp)
    made = QImage(60, 20, QImage.Format.Format_ARGB32)
    made.fill(token("bad"))
    return made


def test_the_ground_is_coloured_with_a_line_beneath_and_a_bar_at_the_left(picture):
    painter = QPainter(picture)
    paint_ground(painter, QRect(0, 0, 60, 20), "soft", line="line", bar=True)
    painter.end()
    assert picture.pixelColor(30, 5) == token("soft")
    assert picture.pixelColor(30, 19) == token("line")
    assert picture.pixelColor(px(3) - 1, 5) == token("accent")


def test_an_entry_without_a_colour_leaves_the_list_to_be_seen(picture):
    painter = QPainter(picture)
    paint_ground(painter, QRect(0, 0, 60, 20), "")
    painter.end()
    assert {picture.pixelColor(*at).name() for at in ((0, 5), (30, 5), (30, 19))} == {
        token("bad").name()
    }


@pytest.mark.parametrize(
    ("state", "framed"),
    [
        (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus, True),
        (QStyle.StateFlag.State_Selected, False),
        (QStyle.StateFlag.State_HasFocus, False),
    ],
)
def test_the_frame_is_for_a_chosen_entry_with_the_keyboard(picture, state, framed):
    option = QStyleOptionViewItem()
    option.state = state
    painter = QPainter(picture)
    paint_frame(painter, QRect(0, 0, 60, 20), option)
    painter.end()
    assert (picture.pixelColor(30, 0) == token("accent")) == framed
