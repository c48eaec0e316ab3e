"""Areas are set up in the window, and what no longer fits is said before it is saved."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.grounds.queries import areas
from openblock.features.grounds.rules.content import AreaKind
from openblock.features.grounds.ui.setup_areas import AreasPage
from openblock.ui.desk import Desk


@pytest.fixture
def page(qtbot, block, desk: Desk) -> AreasPage:
    made = AreasPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def named(desk: Desk, name: str):
    return next(row for row in desk.read(areas) if row.content.name == name)


def test_a_new_area_stands_where_nothing_else_does(block, desk, page):
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


def test_bookings_that_no_longer_fit_hold_it_up_until_there_is_a_reason(block, desk, page):
    page.table.choose(block.field)
    page.form.fields["capacity"].set_value(3)
    page.save()
    assert page.trouble.text() or page.form.fields["capacity"].problem()
    assert page.form.fields["reason"].isVisibleTo(page)
    assert named(desk, "Sporta laukums").content.capacity == 12
    page.form.fields["reason"].set_value("half of it is mud")
    page.save()
    assert named(desk, "Sporta laukums").content.capacity == 3


def test_a_building_has_neither_places_nor_hours(block, page):
    page.table.choose(block.house)
    assert page.form.fields["kind"].value() == AreaKind.BUILDING
    assert page.form.fields["capacity"].isHidden()
    assert page.form.fields["hours"].isHidden()
    page.table.choose(block.field)
    assert not page.form.fields["hours"].isHidden()


def test_the_order_is_changed_from_the_keyboard(block, desk, page):
    page.table.choose(block.hall)
    page.bring(-1)
    assert [row.area_id for row in desk.read(areas)][:2] == [block.hall, block.field]
    page.bring(-1)
    assert [row.area_id for row in desk.read(areas)][:2] == [block.hall, block.field]


def test_an_area_is_taken_out_of_use_and_a_used_one_not_removed(block, desk, page):
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
