"""How full the house was: the drawing and the table tell the same."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.rooms.ui.history.house_page import HousePage
from openblock.ui.desk import Desk


@pytest.fixture
def page(house, qtbot):
    desk = Desk(house.store)
    made = HousePage(desk)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_thirty_days_up_to_today_are_shown_and_today_is_chosen(page):
    assert len(page.chart.days) == len(page.model.rows) == 30
    assert page.said.text().startswith("22/11/2026: 8 in use, 16 free, 4 shut of 28 beds")


def test_the_figures_of_the_roll_hold_on_every_day(page):
    for row in page.model.rows:
        roll = row.roll
        assert roll.beds_in_use == roll.inside + roll.outside
        assert roll.present == roll.inside + roll.without_bed
        assert roll.free == roll.beds - roll.out_of_service - roll.beds_in_use


def test_a_day_chosen_in_the_table_is_marked_in_the_drawing_and_back(page):
    page.table.selectRow(3)
    assert page.chart.current == 3
    page.chart.choose(7)
    assert page.table.chosen().day == page.chart.days[7].day


def test_another_period_is_read_at_once(page):
    page.first.setText("20.11.2026")
    assert [row.day for row in page.model.rows] == [
        date(2026, 11, 20),
        date(2026, 11, 21),
        date(2026, 11, 22),
    ]


@pytest.mark.parametrize(
    ("first", "said"),
    [("23.11.2026", "before the first"), ("1.1.2020", "At most 366 days"), ("32.1.", "Not a date")],
)
def test_days_that_cannot_be_shown_are_said_and_nothing_changes(page, first, said):
    before = page.model.rows
    page.first.setText(first)
    assert said in page.problem.text()
    assert page.model.rows == before


def test_every_figure_is_defined_on_the_page(page):
    assert "Free: beds in service less beds in use" in page.meanings.text()
