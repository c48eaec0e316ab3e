"""A course is entered with its days, hours and situations, changed, and taken out while empty."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from openblock.features.shadowing.queries import courses
from openblock.features.shadowing.queries.rows import CourseRow
from openblock.features.shadowing.rules.content import USUAL_SITUATIONS
from openblock.features.shadowing.ui.course_fields import HoursNumber
from openblock.features.shadowing.ui.courses_page import courses_page
from openblock.features.shadowing.ui.listed_page import ListedPage
from openblock.ui.desk import Desk


@pytest.fixture
def page(qtbot, desk: Desk) -> ListedPage:
    made = courses_page(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def named(desk: Desk, name: str) -> CourseRow:
    return next(each for each in desk.read(courses) if each.content.name == name)


def test_a_new_course_has_the_usual_situations_and_hours(qtbot, block, desk, page):
    page.new_button.click()
    page.form.fill({"name": "4. kurss", "last_day": date(2026, 6, 30)})
    qtbot.keyClick(page.form.fields["name"].editor, Qt.Key.Key_Return)
    made = named(desk, "4. kurss").content
    assert (made.first_day, made.last_day) == (date(2026, 3, 25), date(2026, 6, 30))
    assert made.required_minutes == 120 * 60
    assert made.situations == USUAL_SITUATIONS
    assert not made.night_allowed
    assert page.form.fields["name"].editor.hasFocus()


def test_the_last_day_is_asked_for_and_must_not_be_the_first(block, desk, page):
    page.start_new()
    page.form.fields["name"].set_value("4. kurss")
    page.save()
    assert page.form.fields["last_day"].problem() == "Needed"
    page.form.fields["last_day"].set_value(date(2026, 3, 1))
    page.save()
    assert page.form.fields["last_day"].problem()
    assert all(each.content.name != "4. kurss" for each in desk.read(courses))


def test_a_name_of_another_course_is_refused_beside_it(block, page):
    page.start_new()
    page.form.fill({"name": "2. KURSS", "last_day": date(2026, 6, 30)})
    page.save()
    assert page.form.fields["name"].problem()
    assert page.form.fields["name"].value() == "2. KURSS"


def test_a_course_is_changed_and_the_change_taken_back(block, desk, page):
    page.table.choose(block.second)
    page.form.fill({"required_minutes": 100 * 60, "night_allowed": True})
    page.form.fields["situations"].editor.table.choose(6)
    page.form.fields["situations"].editor.remove()
    page.save()
    changed = named(desk, "2. kurss").content
    assert (changed.required_minutes, changed.night_allowed) == (6000, True)
    assert changed.situations == USUAL_SITUATIONS[:6]
    desk.undo()
    assert named(desk, "2. kurss").content.situations == USUAL_SITUATIONS


def test_a_situation_somebody_was_at_is_not_taken_out_in_silence(block, desk, page):
    page.table.choose(block.second)
    page.form.fields["situations"].editor.table.choose(0)
    page.form.fields["situations"].editor.remove()
    page.save()
    assert page.form.fields["situations"].problem()
    assert named(desk, "2. kurss").content.situations == USUAL_SITUATIONS


def test_an_unnamed_situation_is_said_beside_the_list(block, page):
    page.table.choose(block.second)
    page.form.fields["situations"].editor.add()
    page.save()
    assert page.form.fields["situations"].problem()


def test_only_a_course_nobody_is_on_can_be_removed(block, desk, page):
    page.table.choose(block.second)
    assert not page.remove_button.isEnabled()
    page.start_new()
    page.form.fill({"name": "4. kurss", "last_day": date(2026, 6, 30)})
    page.save()
    page.table.choose(named(desk, "4. kurss").course_id)
    assert page.remove_button.isEnabled()
    page.remove()
    assert all(each.content.name != "4. kurss" for each in desk.read(courses))


def test_odd_minutes_stay_until_the_hours_are_typed_over(qtbot):
    number = HoursNumber()
    qtbot.addWidget(number)
    number.set_value(7_230)
    assert number.value() == 7_230
    number.setValue(121)
    assert number.value() == 121 * 60
