"""What speaks against a duty in other hands, and what a reason answers (RO-04 to RO-07, RO-11)."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.errors import RuleBroken, Severity
from openblock.features.roster.commands import (
    PutInSubstitute,
    SavePost,
    SwapDuties,
    put_in_substitute,
    save_post,
    swap_duties,
)
from openblock.features.roster.queries import month_roster
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence
from tests.features.roster.living import refusals, rows

DAY = date(2026, 11, 10)
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def pair(store):
    with_templates(store)
    return with_officer(store, post="vārti"), with_officer(store, "2", "Kalniņa")


def substitute(pair, code="D", reason="", post="vārti", first=540, last=1260):
    times = (at(DAY, first), at(DAY, last))
    return PutInSubstitute(pair[0], DAY, code, *times, post, pair[1], reason)


def test_ro_11_a_post_that_is_not_held_takes_a_reason_that_stays_with_the_rule(store, pair):
    store.run(save_post, SavePost("vārti"))
    with_duty(store, pair[0], DAY, "D")
    with pytest.raises(RuleBroken) as refused:
        store.run(put_in_substitute, substitute(pair))
    (problem,) = refused.value.problems
    assert (problem.code, problem.severity, problem.field, problem.facts["name"]) == (
        "post-not-held",
        Severity.WARNING,
        "reason",
        "Kalniņa Jānis",
    )
    store.run(put_in_substitute, substitute(pair, reason="nobody else"))
    assert store.read(month_roster, 2026, 11).duties[pair[1], DAY].post == "vārti"


def test_everything_is_said_at_once_the_reason_too_long_with_it(store, pair):
    with_duty(store, pair[0], DAY, "D")
    with_absence(store, pair[1], DAY)
    assert refusals(store, put_in_substitute, substitute(pair, reason="x" * 501)) == [
        "roster-reason-long"
    ]
    assert refusals(store, put_in_substitute, substitute(pair, reason="x" * 500)) == [
        "officer-absent"
    ]


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [("N", 540, 1260), ("D", 541, 1260), ("D", 540, 1259), ("Q", 540, 1260)],
)
def test_a_duty_that_is_another_by_now_is_not_taken_over(store, pair, code, first, last):
    with_duty(store, pair[0], DAY, "D")
    request = substitute(pair, code, first=first, last=last)
    assert refusals(store, put_in_substitute, request) == ["exchange-moved"]


def test_a_lost_duty_is_one_that_its_officer_is_away_for(store, pair):
    with_absence(store, pair[0], NEXT)
    assert refusals(store, put_in_substitute, substitute(pair)) == ["exchange-moved"]
    with_absence(store, pair[0], DAY)
    store.run(put_in_substitute, substitute(pair))


@pytest.mark.parametrize(("minute", "refused"), [(1200, []), (1201, ["duty-length"])])
def test_ro_01_the_rest_of_a_cut_duty_is_a_duty_from_an_hour_on(store, pair, minute, refused):
    with_duty(store, pair[0], DAY, "D")
    with_absence(store, pair[0], DAY, from_minute=minute)
    rest = substitute(pair, first=minute)
    if refused:
        assert refusals(store, put_in_substitute, rest) == refused
    else:
        store.run(put_in_substitute, rest)
        duties = store.read(month_roster, 2026, 11).duties
        assert (duties[pair[0], DAY].ends_at, duties[pair[1], DAY].starts_at) == (
            at(DAY, minute),
            at(DAY, minute),
        )


def test_nobody_swaps_or_substitutes_for_whom_there_is_not(store, pair):
    with_duty(store, pair[0], DAY, "D")
    before = rows(store)
    request = PutInSubstitute(pair[0], DAY, "D", at(DAY, 540), at(DAY, 1260), "", 99)
    assert refusals(store, put_in_substitute, request) == ["officer-unknown"]
    assert refusals(store, swap_duties, SwapDuties(pair[0], DAY, 99, DAY)) == ["exchange-moved"]
    assert rows(store) == before
