"""An area opens at other hours on a date, until somebody takes that away."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.grounds.queries import areas
from openblock.features.grounds.ui.setup_days import DaysPage
from openblock.ui.desk import Desk


@pytest.fixture
def page(qtbot, block, desk: Desk) -> DaysPage:
    made = DaysPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def named(desk: Desk, name: str):
    return next(row for row in desk.read(areas) if row.content.name == name)


def test_other_hours_on_a_date_are_entered_and_taken_away(block, desk, page):
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
