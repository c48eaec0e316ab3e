"""Courses, timetables and lists are one dialog, which is not closed over something typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from openblock.features.shadowing.ui.set_up_dialog import SetUpDialog


@pytest.fixture
def dialog(qtbot, block, desk) -> SetUpDialog:
    made = SetUpDialog(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_nothing_typed_leaves_at_once_whatever_page_was_looked_at(qtbot, block, dialog):
    for place in range(dialog.pages.count()):
        dialog.pages.setCurrentIndex(place)
    dialog.courses.table.choose(block.second)
    dialog.courses.form.fields["situations"].editor.table.choose(3)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_typed_and_not_saved_is_said_once_and_shown(qtbot, dialog):
    dialog.competences.form.fields["name"].set_value("Ziņošana")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.pages.currentWidget() is dialog.competences
    assert "not saved" in dialog.competences.trouble.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_typing_on_makes_it_said_again(qtbot, dialog):
    name = dialog.clearance.form.fields["name"]
    name.set_value("A")
    dialog.reject()
    name.set_value("AB")
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_course_entered_a_moment_ago_has_a_timetable(dialog):
    dialog.courses.start_new()
    dialog.courses.form.fill({"name": "4. kurss", "last_day": date(2026, 6, 30)})
    dialog.courses.save()
    dialog.pages.setCurrentIndex(1)
    offered = [dialog.classes.course.itemText(n) for n in range(dialog.classes.course.count())]
    assert "4. kurss" in offered


def test_enter_in_a_field_saves_and_never_closes(qtbot, dialog):
    dialog.pages.setCurrentIndex(3)
    editor = dialog.competences.form.fields["name"].editor
    editor.setFocus()
    qtbot.keyClicks(editor, "Zinosana")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.competences.model.rowCount() == 6
