"""A closed month is corrected by what is added to it; an open one is changed itself."""

from datetime import date

import pytest
from sqlalchemy import select

from openblock.errors import KnownError, RuleBroken
from openblock.features.roster.commands.addenda import add_addendum
from openblock.features.roster.commands.requests import AddAddendum
from openblock.features.roster.tables import Addendum
from tests.factories import with_officer
from tests.features.roster.closing import close

MONTH, DAY = date(2026, 1, 1), date(2026, 1, 10)
WHY = "Dežūra beidzās vēlāk"


def stored(store):
    """Every correction as the file has it."""
    asked = select(
        Addendum.month,
        Addendum.officer_id,
        Addendum.day,
        Addendum.minutes,
        Addendum.night_minutes,
        Addendum.reason,
        Addendum.entered_by,
    )
    with store.engine.connect() as connection:
        return [tuple(each) for each in connection.execute(asked)]


def test_a_closed_month_is_corrected_and_the_correction_taken_back(store):
    officer = with_officer(store)
    close(store, DAY)
    done = store.run(add_addendum, AddAddendum(DAY, officer, DAY, 90, 30, f" {WHY} "))
    (row,) = stored(store)
    assert row == (MONTH, officer, DAY, 90, 30, WHY, "Anna Bērziņa")
    undone = store.run(done.undo.command, done.undo.request, undoes=True)
    assert stored(store) == []
    store.run(undone.undo.command, undone.undo.request, undoes=True)
    assert stored(store) == [row]


def test_a_month_that_is_open_is_not_corrected(store):
    with pytest.raises(KnownError, match="month-not-closed"):
        store.run(add_addendum, AddAddendum(MONTH, with_officer(store), DAY, 90, 30, WHY))


def test_a_day_of_another_month_and_one_nobody_serves_on_are_refused(store):
    officer = with_officer(store, active_from=date(2026, 1, 11))
    close(store, DAY)
    for day, code in ((date(2026, 2, 1), "addendum-day"), (DAY, "officer-not-active")):
        with pytest.raises(RuleBroken) as refused:
            store.run(add_addendum, AddAddendum(MONTH, officer, day, 90, 0, WHY))
        assert [(each.code, each.field) for each in refused.value.problems] == [(code, "day")]
