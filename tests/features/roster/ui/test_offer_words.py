"""Every reason an offer can have is a sentence; one of a newer programme says nothing."""

from __future__ import annotations

import pytest

from openblock import clock
from openblock.features.roster.queries.rows import Reason
from openblock.features.roster.rules import Candidate, Judged, Limits, Load, Shift
from openblock.features.roster.rules.substitutes import reasons_of
from openblock.features.roster.ui.offer_words import reason_words
from tests.features.roster.ui.living import on


@pytest.mark.parametrize(
    ("code", "facts", "said"),
    [
        ("least-overtime", {}, "Least overtime of all."),
        ("overtime", {"minutes": 90}, "1.5 h of overtime."),
        ("overtime", {"minutes": -120}, "2 h below the norm."),
        ("overtime", {"minutes": 0}, "0 h of overtime."),
        ("free-that-day", {}, "No duty that day."),
        ("rest-before", {"minutes": 1440}, "Rest before: 24 h."),
        ("rest-after", {"minutes": 660}, "Rest after: 11 h."),
        ("holds-post", {"post": "A"}, "Knows the post."),
        ("same-team", {"team": 2}, "Same team."),
        ("nights", {"number": 1}, "1 night in the month."),
        ("of-next-year", {}, ""),
    ],
)
def test_a_reason_is_one_sentence(code, facts, said):
    assert reason_words(Reason(code, facts)) == said


def test_whatever_the_rules_can_say_has_words():
    shift = Shift(clock.at(on(24), 540), clock.at(on(25), 540), on(24), "A")
    load = Load(worked=600, overtime=60, counted_days=22, month_end=on(30))
    who = Candidate(1, "Kalns", team=1, holds_post=True, nights=2, load=load)
    found = reasons_of(Judged(who, (), 1440, 660), shift, 1, 60)
    assert len(found) == 8
    assert all(reason_words(Reason(code, facts)) for code, facts in found)
    assert Limits().rest_severity
