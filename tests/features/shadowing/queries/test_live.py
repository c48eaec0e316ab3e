"""What takes a place is found by the index, over midnight and over a whole duty."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.shadowing.commands import PlanShadowing
from openblock.features.shadowing.queries import (
    mentor_offers,
    plan_risks,
    practice_grid,
    to_confirm,
    to_replan,
    trainee_card,
)
from openblock.features.shadowing.queries.live import held_in, live
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.tables import Shadowing
from tests.features.shadowing.practising import NOW, on
from tests.features.shadowing.queries.asking import MONDAY, SUNDAY, scanned

MINUTE = timedelta(minutes=1)


def held(block, start, end):
    with Session(block.store.engine.execution_options(readonly=True)) as session:
        asked = select(Shadowing.id).where(held_in(Span(start, end)), live())
        return set(session.scalars(asked))


@pytest.mark.parametrize(
    ("start", "end", "there"),
    [
        (on(28, 19), on(28, 20), False),
        (on(28, 20), on(28, 20) + MINUTE, True),
        (on(29, 8) - MINUTE, on(29, 8), True),
        (on(29, 8), on(29, 9), False),
        (on(27, 0), on(31, 0), True),
    ],
)
def test_touching_takes_no_place_and_a_minute_of_sharing_does(block, start, end, there):
    assert (block.night in held(block, start, end)) is there


def test_confirmed_hours_take_their_own_time_and_missed_ones_none(block):
    assert held(block, on(4, 20), on(4, 20.5)) == {block.seen}
    assert held(block, on(4, 20.5), on(4, 21)) == set()
    assert held(block, on(7, 9), on(7, 21)) == set()


def test_what_grows_with_the_years_is_looked_up_and_never_searched_through(block):
    small = {"courses", "officers", "practice_items", "settings"}
    night = PlanShadowing(block.gatis, block.agnese, on(1, 21, 4), on(2, 6, 4))
    for asked in (
        (practice_grid, MONDAY, SUNDAY, NOW),
        (plan_risks, night),
        (mentor_offers, block.arturs, date(2026, 3, 28), NOW),
        (to_confirm, NOW),
        (trainee_card, block.elina, NOW),
    ):
        assert scanned(block.store, *asked) <= small
    # Whatever needs planning anew is to be told, from whatever year it is.
    assert scanned(block.store, to_replan, NOW) == {"shadowings"}
