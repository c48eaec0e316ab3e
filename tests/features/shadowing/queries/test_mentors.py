"""Who may mentor when, under which letters, and with how many places left."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.shadowing.queries.mentors import may_mentor, most_at_once
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS
from openblock.features.shadowing.rules.wish import Mentor
from tests.factories import with_mentor
from tests.features.shadowing.practising import on
from tests.features.shadowing.queries.asking import alter_officer, grid

FIRST, LAST = date(2026, 3, 10), date(2026, 3, 20)


def mentor(**facts):
    usual = {"certified_until": date(2026, 12, 31), "active_from": date(2020, 1, 1)}
    return Mentor(1, "Liepa Agnese", **{"is_mentor": True, **usual, **facts})


@pytest.mark.parametrize(
    ("facts", "may"),
    [
        ({}, True),
        ({"is_mentor": False}, False),
        ({"certified_until": None}, False),
        # 29 days after the certificate ended somebody may still be planned, with a reason.
        ({"certified_until": date(2026, 2, 9)}, True),
        ({"certified_until": date(2026, 2, 8)}, False),
        ({"last_day": date(2026, 3, 10)}, True),
        ({"last_day": date(2026, 3, 9)}, False),
        ({"active_from": date(2026, 3, 20)}, True),
        ({"active_from": date(2026, 3, 21)}, False),
        ({"active_from": date(2026, 3, 15), "certified_until": date(2026, 2, 13)}, False),
    ],
)
def test_tr_03_an_officer_is_shown_who_may_mentor_on_a_day_at_least(facts, may):
    assert may_mentor(mentor(**facts), FIRST, LAST, DEFAULT_LIMITS) is may


def test_tr_06_places_are_counted_at_the_instant_at_which_most_are_there():
    duty = Span(on(28, 9), on(29, 9))
    morning, noon, evening = (Span(on(28, a), on(28, b)) for a, b in ((9, 13), (12, 18), (18, 21)))
    assert most_at_once(duty, ()) == 0
    assert most_at_once(duty, (morning, evening)) == 1
    assert most_at_once(duty, (noon, evening)) == 1
    assert most_at_once(duty, (morning, noon, evening)) == 2
    assert most_at_once(Span(on(28, 13), on(28, 18)), (morning, noon, evening)) == 1


def test_whoever_was_a_mentor_keeps_the_letters_and_others_get_longer_ones(block):
    alter_officer(block, block.agnese, is_mentor=False)
    with_mentor(block.store, "77", "Lazdiņa", given_name="Anna")
    found = grid(block)
    letters = {row.mentor_code for row in found.shadowings if row.officer_id == block.agnese}
    typed = [code for code, number in found.codes.items() if code.startswith("AL")]
    assert len(letters) == len(typed) == 1
    assert letters.isdisjoint(typed)
    assert letters != {"AL"}
