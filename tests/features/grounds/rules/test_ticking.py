"""What may become of a booking, and when: every state against every deed (GR-11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from openblock.features.grounds.rules import (
    Ticking,
    approve_problems,
    cancel_problems,
    change_problems,
    finish_problems,
    no_show_problems,
    start_problems,
)
from openblock.features.grounds.rules.content import State
from tests.features.grounds.wishes import codes, moment, span

LATER = moment("20:00")
SETTLED = "booking-settled"


def ticking(state=State.APPROVED, now=LATER, **changes):
    return replace(Ticking(state, span("10:00", "11:00"), now), **changes)


OUT = ticking(State.IN_USE, started_at=moment("10:02"))

DEEDS = {
    "approve": approve_problems,
    "change": change_problems,
    "cancel": lambda state: cancel_problems(state, "Slikts laiks"),
    "start": lambda state: start_problems(ticking(state), moment("10:00")),
    "finish": lambda state: finish_problems(replace(OUT, state=state), moment("10:50")),
    "no-show": lambda state: no_show_problems(ticking(state)),
}
TABLE = {
    State.REQUESTED: (
        "",
        "",
        "",
        "booking-not-approved",
        "booking-not-started",
        "booking-not-approved",
    ),
    State.APPROVED: ("booking-not-requested", "", "", "", "booking-not-started", ""),
    State.IN_USE: (SETTLED, SETTLED, SETTLED, SETTLED, "", SETTLED),
    State.FINISHED: (SETTLED,) * 6,
    State.CANCELLED: (SETTLED,) * 6,
    State.NO_SHOW: (SETTLED,) * 6,
}


@pytest.mark.parametrize("state", list(State))
def test_gr_11_every_deed_knows_the_states_it_is_possible_in(state):
    found = {deed: codes(ask(state)) for deed, ask in DEEDS.items()}
    expected = zip(DEEDS, TABLE[state], strict=True)
    assert found == {deed: [code] if code else [] for deed, code in expected}


def test_gr_11_a_settled_booking_says_how_it_stands():
    (problem,) = change_problems(State.FINISHED)
    assert problem.facts == {"state": "finished"}


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("09:44", ["booking-too-early"]),
        ("09:45", []),
        ("10:59", []),
        ("11:00", ["booking-over"]),
    ],
)
def test_gr_11_a_group_goes_out_from_a_quarter_before_until_its_time_is_over(clock, expected):
    assert codes(start_problems(ticking(), moment(clock))) == expected


def test_gr_11_nothing_is_ticked_that_has_not_happened_yet():
    minute = timedelta(minutes=1)
    now = moment("10:30")
    assert start_problems(ticking(now=now), now) == ()
    assert codes(start_problems(ticking(now=now), now + minute)) == ["booking-tick-in-future"]
    out = replace(OUT, now=now)
    assert finish_problems(out, now) == ()
    assert codes(finish_problems(out, now + minute)) == ["booking-tick-in-future"]


def test_gr_11_where_everybody_is_missing_nobody_goes_out():
    assert codes(start_problems(ticking(), moment("10:00"), coming=0)) == ["booking-all-missing"]


def test_gr_11_a_group_is_back_after_it_went_out_and_may_be_late():
    assert codes(finish_problems(OUT, moment("10:01"))) == ["booking-back-before-out"]
    assert finish_problems(OUT, moment("10:02")) == ()
    assert finish_problems(OUT, moment("14:00")) == ()


def test_gr_11_nobody_came_only_once_it_is_time():
    begins = moment("10:00")
    early = begins - timedelta(minutes=1)
    assert codes(no_show_problems(ticking(now=early))) == ["booking-not-begun"]
    assert no_show_problems(ticking(now=begins)) == ()
    assert codes(no_show_problems(ticking(), "v" * 501)) == ["reason-needed"]


def test_gr_11_a_cancelled_booking_has_a_reason_of_five_letters():
    assert cancel_problems(State.APPROVED, "Lietus"[:5]) == ()
    assert codes(cancel_problems(State.APPROVED, "Liet")) == ["reason-needed"]
    assert codes(cancel_problems(State.FINISHED, "")) == ["booking-settled", "reason-needed"]
