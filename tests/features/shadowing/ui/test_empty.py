"""The first steps while there is no course, or nobody on it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.ui.empty import Nothing
from openblock.features.shadowing.ui.tab import PracticeTab
from openblock.storage.store import Store
from openblock.ui.theme import apply
from tests.factories import with_course
from tests.features.opened import open_tab_on


@pytest.fixture
def empty_tab(qtbot: QtBot, qapp: QApplication, store: Store) -> PracticeTab:
    apply(qapp)
    return open_tab_on(store, PracticeTab, qtbot, height=660)


def test_without_a_course_that_is_the_first_step(empty_tab: PracticeTab) -> None:
    nothing = empty_tab.page.nothing
    assert nothing.isVisible()
    assert nothing.title.text() == "No courses yet"
    assert nothing.course.hasFocus()
    assert not nothing.trainee.isVisible()


def test_with_a_course_trainees_come_next(empty_tab: PracticeTab, store: Store) -> None:
    with_course(store)
    nothing = empty_tab.page.nothing
    assert nothing.isVisible()
    assert nothing.title.text() == "No trainees on this course yet"
    assert nothing.trainee.isVisible()
    assert nothing.bring.isVisible()
    assert not nothing.course.isVisible()


def test_each_button_asks_for_its_step(qtbot: QtBot, qapp: QApplication) -> None:
    nothing = Nothing(may_set_up=True)
    qtbot.addWidget(nothing)
    for button, wanted in (
        (nothing.course, nothing.course_wanted),
        (nothing.trainee, nothing.trainee_wanted),
        (nothing.bring, nothing.import_wanted),
    ):
        with qtbot.waitSignal(wanted):
            button.click()


def test_who_may_not_set_up_is_told_and_offered_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    nothing = Nothing(may_set_up=False)
    qtbot.addWidget(nothing)
    nothing.show()
    nothing.show_state(any_course=False)
    assert nothing.words.text()
    assert nothing.first() is nothing
