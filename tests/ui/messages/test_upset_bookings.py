"""A booking whose officer is no longer there is told with what, when, how many and whose."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.clock import at
from openblock.errors import Problem
from openblock.ui.messages import words

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(("heads", "residents"), [(1, "1 resident"), (12, "12 residents")])
def test_a_lost_supervisor_is_told_with_what_was_to_be_watched_and_the_way_out(heads, residents):
    facts = {
        "area": "Sporta laukums",
        "start": at(DAY, 840),
        "end": at(DAY, 930),
        "heads": heads,
        "name": "O'Brien <b>&",
    }
    assert words(Problem("booking-lost-supervisor", facts=facts)) == (
        f"Sporta laukums, 22 Nov 14:00–15:30, {residents}: O'Brien <b>& is not on duty all that "
        "time. Name another officer, or move the booking."
    )
