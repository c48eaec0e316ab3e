"""RO-14: who is on duty at an instant."""

from datetime import timedelta

import pytest
from sqlalchemy import insert

from openblock.clock import at
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import on_duty
from openblock.features.roster.tables import Absence
from tests.factories import with_officer, with_templates
from tests.features.roster.days import DAY, NEXT


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def set_cells(store, officer, cells):
    edits = tuple(CellEdit(officer, day, code) for day, code in cells.items())
    store.run(change_cells, ChangeCells(edits))


def test_ro_14_on_duty_from_the_first_minute_to_before_the_last(store, officer):
    set_cells(store, officer, {DAY: "24"})
    for moment, expected in (
        (at(DAY, 540) - timedelta(seconds=1), 0),
        (at(DAY, 540), 1),
        (at(NEXT, 540) - timedelta(seconds=1), 1),
        (at(NEXT, 540), 0),
    ):
        assert len(store.read(on_duty, moment)) == expected
    (found,) = store.read(on_duty, at(DAY, 600))
    assert (found.name, found.starts_at) == ("Bērziņš Jānis", at(DAY, 540))


def test_ro_14_who_is_away_is_not_on_duty_from_that_minute_on(store, officer):
    set_cells(store, officer, {DAY: "24"})
    # Past the command, which would cut the duty: the rule does not lean on that.
    with store.engine.begin() as connection:
        row = {
            "officer_id": officer,
            "kind": "sick",
            "first_day": DAY,
            "last_day": DAY,
            "starts_at": at(DAY, 720),
            "ends_at": at(DAY, 900),
            "remark": "",
            "entered_by": "",
            "entered_at": at(DAY),
            "version": 1,
        }
        connection.execute(insert(Absence), [row])
    for minute, expected in ((719, 1), (720, 0), (899, 0), (900, 1)):
        assert len(store.read(on_duty, at(DAY, minute))) == expected
