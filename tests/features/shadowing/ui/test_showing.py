"""What the practice tab shows, and what it remembers of how it was arranged."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock import clock
from openblock.features.shadowing.ui.period import FORTNIGHT, MONTH, WEEK
from openblock.features.shadowing.ui.tab import PracticeTab
from openblock.features.shadowing.ui.toolbar import ALL_COURSES
from openblock.i18n import set_language
from tests.features.shadowing.practising import TODAY, PracticeBlock, on
from tests.features.shadowing.ui.grids import open_practice

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tab(qtbot: QtBot, qapp: QApplication, block: PracticeBlock) -> PracticeTab:
    return open_practice(qtbot, qapp, block)


def shown_trainees(tab: PracticeTab) -> set[object]:
    return {row.key for row in tab.grid.model.picture.rows if not row.kind}


def test_days_are_a_key_away_and_today_is_one_as_well(qtbot: QtBot, tab: PracticeTab) -> None:
    qtbot.keyClick(tab.grid.cells, Key.Key_PageDown, ALT)
    assert tab.period.first == date(2026, 4, 6)
    qtbot.keyClick(tab.grid.cells, Key.Key_PageUp, ALT)
    qtbot.keyClick(tab.grid.cells, Key.Key_PageUp, ALT)
    assert tab.period.first == date(2026, 3, 9)
    qtbot.keyClick(tab.grid.cells, Key.Key_Home, ALT)
    current = tab.grid.current()
    assert current is not None
    assert current[1] == TODAY


def test_the_length_goes_round_with_one_key_keeps_the_day_and_is_remembered(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    tab.grid.go_to(block.elina, date(2026, 4, 3))
    for span, columns in ((MONTH, 30), (WEEK, 7), (FORTNIGHT, 14)):
        qtbot.keyClick(tab.grid.cells, Key.Key_W, ALT)
        assert tab.period.span == span
        assert len(tab.grid.model.picture.columns) == columns
        assert tab.grid.current() == (block.elina, date(2026, 4, 3))
        assert tab.desk.prefer("shadowing/span") == span


def test_another_course_or_all_of_them_are_shown_and_remembered(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    assert shown_trainees(tab) == {block.elina, block.arturs, block.sintija}
    tab.toolbar.course.set_value(block.third)
    assert shown_trainees(tab) == {block.gatis, block.marta}
    assert tab.desk.prefer("shadowing/course") == block.third
    tab.toolbar.course.set_value(ALL_COURSES)
    assert len(shown_trainees(tab)) == 5
    assert tab.course_id is None


def test_a_course_that_is_gone_gives_way_to_the_one_under_way(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    tab.show_course(99)
    assert tab.course_id == block.second


def test_what_is_planned_comes_to_be_confirmed_while_nobody_does_anything(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    place = (block.elina, date(2026, 3, 26))
    assert tab.grid.model.picture.cells[place].mark == "P"
    with clock.standing_at(on(26, 21.5)):
        tab.pass_a_minute()
        assert tab.grid.model.picture.cells[place].mark == "?"
        assert tab.toolbar.confirm.text() == "Confirm hours 3"


def test_the_figure_of_hours_is_that_of_the_list_whichever_course_is_on_show(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    with clock.standing_at(on(29, 12)):
        for course_id in (block.second, block.third):
            tab.show_course(course_id)
            assert tab.toolbar.confirm.text() == "Confirm hours 4"
        tab.confirm_hours()
        assert len(tab.page.waiting.model.lines) == 4


def test_a_mentor_is_told_how_many_wait_for_the_mentor_alone(
    qtbot: QtBot, qapp: QApplication, block: PracticeBlock
) -> None:
    with clock.standing_at(on(29, 12)):
        tab = open_practice(qtbot, qapp, block, "duty_officer", 3)
        assert tab.toolbar.confirm.text() == "Confirm hours 1"
        tab.confirm_hours()
        assert len(tab.page.waiting.model.lines) == 1


def test_half_typed_letters_are_not_lost_as_time_goes_on(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    qtbot.keyClicks(tab.grid.cells, "a")
    tab.pass_a_minute()
    assert tab.grid.editing.pending
    place = tab.grid.model.place_of(block.sintija, TODAY)
    assert place is not None
    assert tab.grid.model.index(*place).data() == "a"


def test_a_duty_changed_elsewhere_is_seen_at_once(tab: PracticeTab, block: PracticeBlock) -> None:
    assert not tab.page.bar.isVisible()
    block.duty(block.ilze, 31, None)
    assert tab.page.bar.isVisible()
    assert tab.grid.model.picture.cells[block.elina, date(2026, 3, 31)].mark == "↻"
    assert [row.trainee_id for row in tab.side.replan.model.rows] == [block.elina]


def test_the_facts_follow_the_current_cell(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    tab.grid.go_to(block.elina, date(2026, 3, 26))
    assert "Zariņa Elīna" in tab.side.learning.heading.text()
    assert tab.side.cell.lines[0] == "NL Lācis Normunds"
    qtbot.keyClick(tab.grid.cells, Key.Key_Right)
    assert "Friday" in tab.side.cell.heading.text()


def test_everything_is_said_in_latvian_after_a_change_of_language(tab: PracticeTab) -> None:
    set_language("lv")
    tab.refresh()
    heads = [column.subhead for column in tab.grid.model.picture.columns[:7]]
    assert heads == ["P", "O", "T", "C", "Pk", "S", "Sv"]
    assert tab.toolbar.title.text() == "23.03. – 05.04.2026."
