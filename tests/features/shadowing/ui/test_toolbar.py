"""The practice tab's row of controls."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.ui.period import FORTNIGHT, MONTH
from openblock.features.shadowing.ui.toolbar import ALL_COURSES, PracticeToolbar
from openblock.ui.theme import apply
from tests.features.shadowing.ui.grids import course

COURSES = (course(), replace(course(), course_id=2, content=replace(course().content, name="3.")))


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> PracticeToolbar:
    apply(qapp)
    made = PracticeToolbar()
    qtbot.addWidget(made)
    made.resize(1366, 60)
    made.show()
    return made


def test_filling_in_the_courses_asks_for_none(qtbot: QtBot, bar: PracticeToolbar) -> None:
    with qtbot.assertNotEmitted(bar.course_wanted):
        bar.show_courses(COURSES, 2)
    assert bar.course.currentText() == "3."
    bar.show_courses(COURSES, None)
    assert bar.course.currentText() == "All courses"


def test_a_chosen_course_is_asked_for(qtbot: QtBot, bar: PracticeToolbar) -> None:
    bar.show_courses(COURSES, 1)
    with qtbot.waitSignal(bar.course_wanted) as wanted:
        bar.course.set_value(ALL_COURSES)
    assert wanted.args == [ALL_COURSES]


def test_one_course_alone_is_all_there_is_to_choose(bar: PracticeToolbar) -> None:
    bar.show_courses(COURSES[:1], 1)
    assert bar.course.count() == 1
    bar.show_courses((), None)
    assert bar.course.isHidden()


def test_showing_a_view_does_not_ask_for_it_again(qtbot: QtBot, bar: PracticeToolbar) -> None:
    bar.show_view(MONTH, matrix=False)
    with qtbot.assertNotEmitted(bar.span_wanted), qtbot.assertNotEmitted(bar.matrix_wanted):
        bar.show_view(FORTNIGHT, matrix=False)
        bar.show_view(FORTNIGHT, matrix=True)
    assert bar.matrix.isChecked()
    assert not bar.spans[FORTNIGHT].isChecked()
    assert not bar.later.isEnabled()
    with qtbot.waitSignal(bar.span_wanted) as wanted:
        bar.spans[FORTNIGHT].click()
    assert wanted.args == [FORTNIGHT]


def test_hours_that_wait_are_counted_on_their_button(bar: PracticeToolbar) -> None:
    bar.show_to_confirm(5)
    assert bar.confirm.text() == "Confirm hours 5"
    bar.show_to_confirm(0)
    assert bar.confirm.text() == "Confirm hours"


def test_the_menu_at_the_end_is_there_only_with_something_in_it(bar: PracticeToolbar) -> None:
    bar.offer(())
    assert bar.more.isHidden()
    bar.offer((QAction("New trainee…", bar),))
    assert not bar.more.isHidden()


def test_every_control_says_what_it_is(bar: PracticeToolbar) -> None:
    bar.show_courses(COURSES, 1)
    for button in bar.findChildren(QAbstractButton):
        assert button.toolTip()
        assert button.accessibleName() or button.text()


def test_the_title_is_as_wide_as_the_text_size_wants_it(
    bar: PracticeToolbar, qapp: QApplication
) -> None:
    bar.show_title("16 Nov – 29 Nov 2026")
    before = bar.title.minimumWidth()
    apply(qapp, "light", 200)
    assert bar.title.minimumWidth() > before * 1.8
    apply(qapp)
    assert bar.title.minimumWidth() == before


def test_with_large_text_two_buttons_are_pictures_with_a_name(
    bar: PracticeToolbar, qapp: QApplication
) -> None:
    apply(qapp, "light", 200)
    assert (bar.panel.text(), bar.print.text()) == ("", "")
    assert (bar.panel.accessibleName(), bar.print.accessibleName()) == ("Details", "Print")
    apply(qapp)
    assert (bar.panel.text(), bar.print.text()) == ("Details", "Print…")
