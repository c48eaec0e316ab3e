"""A time that is somebody's already is told with whose, what and when."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.clock import at
from openblock.errors import KnownError, Problem
from openblock.ui.messages import words

DAY = date(2026, 11, 22)


def told(kind, end=780):
    facts = {"kind": kind, "name": "O'Brien <b>&", "start": at(DAY, 540), "end": at(DAY, end)}
    return words(Problem("commitment-clashes", facts=facts))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("duty", "O'Brien <b>& is on duty 22 Nov 09:00–13:00."),
        ("class", "O'Brien <b>& has a class 22 Nov 09:00–13:00."),
        ("shadowing", "O'Brien <b>& is on a shadowing shift 22 Nov 09:00–13:00."),
        ("unavailable", "O'Brien <b>& cannot come 22 Nov 09:00–13:00."),
        ("booking", "O'Brien <b>& is booked for the grounds 22 Nov 09:00–13:00."),
        ("another", "O'Brien <b>& has something else 22 Nov 09:00–13:00."),
    ],
)
def test_whose_time_it_is_what_for_and_when_is_said_with_a_way_out(kind, said):
    assert told(kind).startswith(said)
    assert "Choose another time" in told(kind)


def test_a_time_over_midnight_names_both_days():
    assert "22 Nov 09:00 – 23 Nov 09:00" in told("duty", 540 + 1440)


def test_a_duty_held_back_says_what_to_do_first():
    assert "Change that duty alone first" in words(KnownError("duty-held-back"))
