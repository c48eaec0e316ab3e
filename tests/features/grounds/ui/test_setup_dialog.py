"""Areas are set up in the window, and what no longer fits is said before it is saved."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from openblock.features.grounds.queries import areas
from openblock.features.grounds.rules.content import ALWAYS, AreaKind
from openblock.features.grounds.ui import deeds
from openblock.features.grounds.ui.hours_edit import WeekHoursEdit
from openblock.features.grounds.ui.hours_reading import read_hours, shown_hours
from openblock.features.grounds.ui.setup_dialog import SetUpDialog
from openblock.ui.desk import Desk


@pytest.fixture
def dialog(block, desk: Desk, over: QWidget) -> SetUpDialog:
    over.show()
    deeds.set_up(desk, over)
    (found,) = [each for each in over.findChildren(SetUpDialog) if each.isVisible()]
    return found


def named(desk: Desk, name: str):
    return next(row for row in desk.read(areas) if row.content.name == name)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("7-21", ((420, 1260),)),
        ("07:00–21:00", ((420, 1260),)),
        ("13-21:30, 7-12", ((420, 720), (780, 1290))),
        ("730-24", ((450, 1440),)),
        ("18-0", ((1080, 1440),)),
        ("", ()),
        ("–", ()),
        ("7", None),
        ("7-25", None),
        ("no-yes", None),
        ("7-9-11", None),
    ],
)
def test_hours_are_read_as_they_are_typed(typed, hours):
    assert read_hours(typed) == hours
    if hours is not None:
        assert read_hours(shown_hours(hours)) == hours


def test_one_key_gives_the_days_below_the_same_hours(qtbot):
    edit = WeekHoursEdit(ALWAYS)
    qtbot.addWidget(edit)
    edit.days[1].setText("9-12, 13-18")
    QTest.keyClick(
        edit.days[1],
        Qt.Key.Key_D,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert edit.value() == (ALWAYS[0], *[((540, 720), (780, 1080))] * 6)
    edit.days[3].setText("nine")
    assert edit.value() is None
    assert edit.unread().startswith("Thursday")


def test_a_new_area_stands_where_nothing_else_does(block, desk, dialog):
    page = dialog.areas
    QAbstractItemModelTester(page.model)
    page.start_new()
    page.form.fill({"name": "Siltumnīca O'Brien <b>&", "capacity": 6, "indoor": True})
    page.save()
    assert page.trouble.text() == ""
    made = named(desk, "Siltumnīca O'Brien <b>&").content
    others = [row.content for row in desk.read(areas) if row.content.name != made.name]
    assert made.capacity == 6
    assert all((made.x, made.y) != (each.x, each.y) for each in others)
    desk.undo()
    assert all(row.content.name != made.name for row in desk.read(areas))


def test_bookings_that_no_longer_fit_hold_it_up_until_there_is_a_reason(block, desk, dialog):
    page = dialog.areas
    page.table.choose(block.field)
    page.form.fields["capacity"].set_value(3)
    page.save()
    assert page.trouble.text() or page.form.fields["capacity"].problem()
    assert page.form.fields["reason"].isVisibleTo(page)
    assert named(desk, "Sporta laukums").content.capacity == 12
    page.form.fields["reason"].set_value("half of it is mud")
    page.save()
    assert named(desk, "Sporta laukums").content.capacity == 3


def test_a_building_has_neither_places_nor_hours(block, dialog):
    page = dialog.areas
    page.table.choose(block.house)
    assert page.form.fields["kind"].value() == AreaKind.BUILDING
    assert page.form.fields["capacity"].isHidden()
    assert page.form.fields["hours"].isHidden()
    page.table.choose(block.field)
    assert not page.form.fields["hours"].isHidden()


def test_the_order_is_changed_from_the_keyboard(block, desk, dialog):
    page = dialog.areas
    page.table.choose(block.hall)
    page.bring(-1)
    assert [row.area_id for row in desk.read(areas)][:2] == [block.hall, block.field]
    page.bring(-1)
    assert [row.area_id for row in desk.read(areas)][:2] == [block.hall, block.field]


def test_an_area_is_renamed_taken_out_of_use_and_a_used_one_not_removed(block, desk, dialog):
    page = dialog.areas
    page.table.choose(block.field)
    page.remove()
    assert page.trouble.text()
    page.table.choose(block.corner)
    page.form.fields["active"].set_value(False)
    page.save()
    assert not named(desk, "Ciemiņu stūris").content.active
    page.table.choose(block.corner)
    page.remove()
    assert all(row.area_id != block.corner for row in desk.read(areas))


def test_other_hours_on_a_date_are_entered_and_taken_away(block, desk, dialog):
    page = dialog.days
    QAbstractItemModelTester(page.model)
    page.form.fill(
        {"area_id": block.garden, "day": date(2026, 9, 20), "hours": (), "remark": "svētki"}
    )
    page.save()
    (day,) = named(desk, "Dārzs").days
    assert (day.day, day.hours, day.remark) == (date(2026, 9, 20), (), "svētki")
    page.table.choose(day.area_day_id)
    page.remove()
    assert named(desk, "Dārzs").days == ()


def test_what_is_typed_is_not_lost_by_closing_without_a_word(block, dialog):
    dialog.areas.table.choose(block.field)
    dialog.areas.form.fields["remark"].set_value("vārti salauzti")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.areas.trouble.text()
    dialog.reject()
    assert not dialog.isVisible()
