"""Whoever is entered for a day serves on it; the first and the last day both count."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.errors import KnownError, RuleBroken
from openblock.features.roster.commands.call_outs import save_call_out
from openblock.features.roster.commands.requests import SaveCallOut
from tests.factories import with_officer

COMES, LEAVES = date(2026, 1, 5), date(2026, 1, 22)


def called_out(store, officer, day):
    start = at(day, 600)
    request = SaveCallOut(officer, start, start + timedelta(hours=2), "ugunsgrēka trauksme")
    return store.run(save_call_out, request)


@pytest.mark.parametrize(("day", "outside"), [(COMES, -1), (LEAVES, 1)])
def test_the_first_and_the_last_day_are_served_and_the_next_one_out_is_not(store, day, outside):
    officer = with_officer(store, active_from=COMES, last_day=LEAVES)
    assert called_out(store, officer, day).value
    missed = day + timedelta(days=outside)
    with pytest.raises(RuleBroken) as refused:
        called_out(store, officer, missed)
    (found,) = refused.value.problems
    assert (found.code, found.field, found.facts["day"]) == (
        "officer-not-active",
        "starts_at",
        missed,
    )


def test_an_officer_nobody_knows_is_said_to_be_unknown(store):
    with pytest.raises(KnownError, match="officer-unknown"):
        called_out(store, 99, COMES)
