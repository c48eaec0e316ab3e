"""Limits show their unit, default and source; a changed one says so and finds its way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.features.roster.commands import ChangeLimits, change_limits
from openblock.features.roster.queries import limits
from openblock.features.roster.rules import Limits
from openblock.features.roster.ui.limits_page import LimitsPage
from openblock.ui.desk import Desk


@pytest.fixture
def page(qtbot, qapp, store) -> LimitsPage:
    made = LimitsPage(Desk(store))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_limit_tells_its_default_and_where_that_is_from(page):
    told = {name: field.told.text() for name, field in page.fields.items()}
    assert told["weekly_rest"] == (
        "Default: 35 h · EU Directive 2003/88/EC, Art. 5: 24 h and the 11 h of a day"
    )
    assert told["overtime_limit"] == "Default: 144 h · service law, to be confirmed"
    assert told["block_publish"].endswith("the block's own decision")
    assert all(" · " in each for each in told.values())


def test_every_limit_shown_is_the_one_in_force_and_nothing_is_marked_at_first(page):
    assert {name: field.limit() for name, field in page.fields.items()} == {
        name: getattr(Limits(), name) for name in page.fields
    }
    assert not any(field.is_changed for field in page.fields.values())
    assert page.changed.text() == "All are at their defaults"


def test_a_changed_limit_is_marked_saved_with_enter_and_put_back_to_its_default(qtbot, page, store):
    field = page.fields["weekly_rest"]
    field.set_value(36)
    assert field.mark.isVisible()
    assert page.changed.text() == "◆ 1 is changed"
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert store.read(limits) == Limits(weekly_rest=36 * 60)
    assert not page.unsaved
    field.back_button.click()
    assert (field.limit(), field.mark.isVisible(), page.unsaved) == (35 * 60, False, True)
    page.save()
    assert store.read(limits) == Limits()


def test_all_limits_of_working_time_can_be_changed_at_once(page, store):
    typed = {
        "average_week": 44,
        "reference_months": 6,
        "reference_anchor": 3,
        "overtime_limit": 100,
        "block_publish": True,
        "working_day": 7 * 60 + 30,
        "rest_table": "12→11; 25→24",
    }
    page.form.fill(typed)
    page.save()
    assert store.read(limits) == Limits(
        average_week=44 * 60,
        reference_months=6,
        reference_anchor=3,
        overtime_limit=100 * 60,
        block_publish=True,
        working_day=450,
        rest_table=((720, 660), (1500, 1440)),
    )


def test_what_somebody_else_changed_meanwhile_stays_unless_it_was_typed_anew(page, store):
    store.run(change_limits, ChangeLimits(Limits(average_week=40 * 60)))
    page.form.fill({"weekly_rest": 36})
    page.save()
    assert store.read(limits) == Limits(average_week=40 * 60, weekly_rest=36 * 60)
    store.run(change_limits, ChangeLimits(Limits(average_week=42 * 60)))
    page.form.fill({"average_week": 44})
    page.save()
    assert "meanwhile" in page.fields["average_week"].problem()
    assert page.fields["average_week"].value() == 44
    page.save()
    assert store.read(limits).average_week == 44 * 60


def test_a_limit_of_odd_minutes_is_not_rounded_by_saving_another(page, store):
    store.run(change_limits, ChangeLimits(Limits(weekly_rest=35 * 60 + 30)))
    page.refresh()
    page.form.fill({"average_week": 44})
    page.save()
    assert store.read(limits).weekly_rest == 35 * 60 + 30
