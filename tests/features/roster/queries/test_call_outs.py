"""Call-outs of some days are those that touch them; the midnight at an end does not."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.roster.commands.call_outs import save_call_out
from openblock.features.roster.commands.requests import SaveCallOut
from openblock.features.roster.queries.call_outs import call_outs
from tests.factories import with_officer

DAY = date(2026, 1, 10)
NEXT = DAY + timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("start", "hours", "days"),
    [
        (at(DAY, 23 * 60), 1, [DAY]),
        (at(DAY, 23 * 60), 2, [DAY, NEXT]),
        (at(NEXT), 1, [NEXT]),
    ],
)
def test_a_call_out_is_found_on_every_day_it_touches(store, start, hours, days):
    officer = with_officer(store, surname="O'Brien <b>&")
    store.run(save_call_out, SaveCallOut(officer, start, start + hours * HOUR, "trauksme"))
    found = [day for day in (DAY, NEXT) if store.read(call_outs, day, day)]
    assert found == days
    (row,) = store.read(call_outs, DAY, NEXT)
    assert (row.name, row.entered_by) == ("O'Brien <b>& Jānis", "Anna Bērziņa")
