"""What stands in cells is read as versions keep it: duties, days kept free, kinds of absence."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from openblock.clock import at
from openblock.features.roster.queries.contents import cell_contents, month_contents
from openblock.features.roster.rules.versions import NOTHING, CellContent
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence
from tests.features.roster.days import DAY, NEXT


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def asked(store, read, *what):
    with Session(store.engine.execution_options(readonly=True)) as session:
        return read(session, *what)


def test_every_cell_that_was_asked_for_is_told_and_no_other(store, officer):
    other = with_officer(store, "2", "Kalniņa")
    with_duty(store, officer, DAY, "24")
    with_duty(store, other, NEXT, "B")
    with_duty(store, other, DAY, "D")
    cells = [(officer, DAY), (other, NEXT), (officer, NEXT)]
    assert asked(store, cell_contents, cells) == {
        (officer, DAY): CellContent("24", at(DAY, 540), at(NEXT, 540)),
        (other, NEXT): CellContent(free=True),
        (officer, NEXT): NOTHING,
    }
    assert asked(store, cell_contents, []) == {}


def test_a_duty_cut_by_an_absence_of_the_same_day_keeps_its_cell(store, officer):
    with_duty(store, officer, DAY, "24")
    with_absence(store, officer, DAY, NEXT, from_minute=1200)
    found = asked(store, month_contents, DAY)
    assert found == {
        (officer, DAY): CellContent("24", at(DAY, 540), at(DAY, 1200), absence="sick"),
        (officer, NEXT): CellContent(absence="sick"),
    }


def test_a_month_ends_with_its_last_day(store, officer):
    with_absence(store, officer, DAY, DAY + timedelta(days=30))
    days = [day.month for _officer_id, day in asked(store, month_contents, DAY)]
    assert days == [11] * 9
