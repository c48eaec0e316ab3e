"""What a roster in force refuses is said in whole sentences, and never why somebody is away."""

from datetime import date

import pytest

from openblock.clock import at
from openblock.errors import KnownError, Problem
from openblock.ui.messages import words
from openblock.ui.messages.living import WORDS, spell

DAY = date(2026, 11, 22)
FACTS = {
    "name": "O'Brien <b>&",
    "start": at(DAY, 540),
    "end": at(DAY, 1260),
    "day": DAY,
    "post": "vārti",
    "code": "S",
    "state": "done",
    "month": date(2026, 11, 1),
    "number": 3,
    "most": 366,
    "least": 5,
    "starts": at(DAY, 540),
    "ends": at(DAY, 1980),
    "average": 48 * 60 + 30,
    "overtime": 145 * 60,
    "limit": 48 * 60,
}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_each_is_a_whole_sentence_with_its_facts(code):
    said = words(Problem(code, facts=FACTS))
    assert said.endswith(".")
    assert said[0].isupper() or said[0].isdigit()
    assert "{" not in said
    assert code not in said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (at(DAY), at(DAY, 1440), "22 Nov"),
        (at(DAY), at(DAY, 3 * 1440), "22 Nov – 24 Nov"),
        (at(DAY, 540), at(DAY, 1440), "22 Nov 09:00 – 23 Nov 00:00"),
        (at(DAY), at(DAY, 600), "22 Nov 00:00–10:00"),
    ],
)
def test_whole_days_of_absence_are_said_as_days_and_parts_with_their_times(first, last, said):
    assert spell({"start": first, "end": last}) == said


def test_a_refusal_names_whose_duty_it_is_about():
    said = words(Problem("duty-that-day", facts=FACTS))
    assert said == (
        "O'Brien <b>&: Has a duty of the same day already, 22 Nov 09:00–21:00: one duty a day."
    )


def test_an_absence_in_the_way_is_told_without_its_kind():
    facts = {"kind": "absence", "name": "Ozols J.", "start": at(DAY), "end": at(DAY, 1440)}
    said = words(Problem("commitment-clashes", facts=facts))
    assert said.startswith("Ozols J. is away 22 Nov.")


def test_a_call_out_in_the_way_is_told_with_its_time():
    facts = {"kind": "call-out", "name": "Ozols J.", "start": at(DAY), "end": at(DAY, 60)}
    said = words(Problem("commitment-clashes", facts=facts))
    assert said.startswith("Ozols J. was called out 22 Nov 00:00–01:00.")


@pytest.mark.parametrize("state", ["asked", "agreed", "done", "declined", "withdrawn"])
def test_what_has_become_of_an_exchange_is_said_for_each_state(state):
    assert "refused" not in words(KnownError("exchange-settled", state=state))


def test_a_published_month_says_which_version_is_on_the_wall():
    said = words(Problem("roster-reason-needed", facts=FACTS))
    assert said.startswith("November 2026 is published (version 3).")
