"""A closed month's time-sheet: stored as JSON, read back the same, frozen whatever comes after."""

import json
from datetime import date

import pytest
from sqlalchemy.orm import Session

from openblock.features.roster.queries.closed import Frozen, lines_read, lines_stored
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.queries.worked import worked_between
from openblock.features.staff.queries import officers
from tests.factories import with_officer, with_templates
from tests.features.roster.working import FEBRUARY, HOUR, JANUARY, call_out, days, lay_24_72, put


@pytest.fixture
def block(store):
    """Who serves all month, who begins in it, who is away for all of it, who worked on the last."""
    with_templates(store)
    first = with_officer(store, "1", "O'Brien <b>& Ķ")
    with_officer(store, "2", "Jaunā", team=2, active_from=date(2026, 1, 14))
    away = with_officer(store, "3", "Prom", team=3)
    gone = with_officer(store, "4", "Gājis", team=None, last_day=date(2025, 12, 31))
    lay_24_72(store, (1, 2, 3), date(2025, 12, 28), date(2026, 2, 28))
    put(store, first, "S", *days(JANUARY, 19, 23))
    put(store, away, "A", *days(JANUARY, 1, 31))
    put(store, gone, "24", date(2025, 12, 31))
    call_out(store, first, date(2026, 1, 31), 23 * HOUR, 26 * HOUR)
    return store


def test_a_time_sheet_read_back_is_the_one_that_was_stored(block):
    sheet = block.read(time_sheet, JANUARY)
    content = json.loads(json.dumps(lines_stored(sheet)))
    assert len(sheet.lines) == 4
    assert lines_read(content) == sheet.lines
    assert (content["norm"], content["working_days"]) == (168 * HOUR, 21)
    assert content["block_months"] == ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"]


def test_a_stored_sheet_gives_the_sums_it_was_counted_from(block):
    sheet = block.read(time_sheet, JANUARY)
    frozen = Frozen(sheet.block_months, sheet.norm, sheet.working_days, sheet.lines).sums()
    with Session(block.engine.execution_options(readonly=True)) as session:
        worked = worked_between(session, JANUARY, FEBRUARY, limits(session))
        counted = {each.officer_id: worked.of_month(each, JANUARY) for each in officers(session)}
    assert frozen == counted
    assert sorted(each.absent_working_days for each in frozen.values()) == [0, 0, 5, 21]


def test_a_month_in_which_nobody_works_has_sums_all_the_same():
    assert Frozen((JANUARY,), 0, 0, ()).sums() == {}
