"""The matrix of a course is walked by keyboard, and Enter opens the card."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from openblock.features.shadowing.ui.matrix import MatrixView
from openblock.ui import theme
from tests.factories import with_course


@pytest.fixture
def view(qtbot, desk) -> MatrixView:
    made = MatrixView(desk)
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    return made


def cells(view: MatrixView, row: int) -> list[str]:
    return [view.model.index(row, n).data() for n in range(view.model.columnCount())]


def test_a_course_is_counted_confirmed_and_planned(block, view):
    view.show_course(block.second)
    names = [row.name for row in view.model.rows]
    assert names == ["Balode Sintija", "Kalniņš Artūrs", "Zariņa Elīna"]
    elina = dict(zip([head.title for head in view.model.heads], cells(view, 2), strict=True))
    assert (elina["Day shift"], elina["Night shift"], elina["AL"]) == ("1+P2", "0", "1")
    assert elina["Mentors"] == "3"
    # Who did not come has been with nobody.
    assert cells(view, 1)[0] == "▲ 7"
    assert view.said.text() == "2. kurss: 3 trainees, 3 still lack a situation"


def test_arrows_walk_and_enter_opens_the_card(qtbot, block, view):
    view.show_course(block.second)
    view.focus_first()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert told.args == [block.arturs]


def test_reading_again_keeps_the_trainee_who_was_chosen(block, view):
    view.show_course(block.second)
    view.table.setCurrentIndex(view.model.index(2, 3))
    block.plan(block.elina, block.agnese, date(2026, 4, 9))
    view.refresh()
    assert view.trainee_id() == block.elina
    assert view.table.currentIndex().column() == 3
    assert cells(view, 2)[1] == "1+P3"


def test_without_a_course_or_trainees_it_says_what_to_do(block, view):
    view.show_course(None)
    assert view.said.text() == "Choose one course: the matrix shows its trainees."
    assert view.table.isHidden()
    assert view.trainee_id() is None
    view.show_course(with_course(block.store, "4. kurss <b>"))
    assert view.said.text() == "4. kurss <b>: no trainees yet"
    assert view.hint.text()
    assert view.table.isHidden()


def test_at_twice_the_text_headings_and_names_are_whole(qapp, block, view):
    theme.apply(qapp, "light", 200)
    view.show_course(block.second)
    metrics = view.table.horizontalHeader().fontMetrics()
    for place, head in enumerate(view.model.heads):
        longest = max(map(metrics.horizontalAdvance, head.title.split()))
        assert view.table.columnWidth(place) > longest
    wide = view.table.verticalHeader().width()
    assert wide >= metrics.horizontalAdvance("▲ Balode Sintija")
    theme.apply(qapp, "light", 100)


def test_a_long_heading_breaks_between_its_words_and_is_not_cut(block, view):
    view.show_course(block.second)
    header = view.table.horizontalHeader()
    assert header.textElideMode() == Qt.TextElideMode.ElideNone
    assert header.defaultAlignment() & Qt.TextFlag.TextWordWrap
    room = header.height() - 2
    for place, head in enumerate(view.model.heads):
        width = view.table.columnWidth(place) - 8
        needed = header.fontMetrics().boundingRect(
            0, 0, width, 1000, int(Qt.TextFlag.TextWordWrap), head.title
        )
        assert needed.height() <= room
        assert needed.width() <= width


def test_a_course_that_is_gone_is_told_and_shows_nothing(block, view, desk):
    refused: list[object] = []
    desk.refused.connect(refused.append)
    view.show_course(9999)
    assert len(refused) == 1
    assert view.model.rowCount() == 0
