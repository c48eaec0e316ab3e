"""A shadowing shift in words: planned, what happened, what was judged, what was added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock import clock
from openblock.features.shadowing.queries import confirming
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.ui.settled_words import (
    fact_lines,
    has_begun,
    heading_of,
    is_settled,
    judgement_lines,
    planned_words,
    span_words,
)
from tests.features.shadowing.practising import on


@pytest.fixture
def seen(block, store):
    return lambda number: store.read(confirming, number, clock.now())


def test_hours_are_counted_over_the_night_that_is_an_hour_short(seen, block):
    assert span_words(Span(on(28, 20), on(29, 8))) == "20:00–08:00 = 11 h"


def test_what_was_planned_names_day_hours_mentor_and_duty(seen, block):
    assert planned_words(seen(block.done)) == (
        "Wednesday, 18 March 2026, planned 09:00–21:00 = 12 h, with Lācis Normunds. "
        "Duty 09:00 to 19/03/2026 09:00."
    )
    assert heading_of(seen(block.done).row) == "Balode Sintija, 18/03/2026"


def test_without_a_duty_nothing_is_said_of_one(seen, block):
    assert "Duty" not in planned_words(replace(seen(block.done), duty=None))


def test_what_waits_has_no_judgement_and_no_settling_yet(seen, block):
    waiting = seen(block.done)
    assert [what for what, _said in fact_lines(waiting)] == ["Planned", "Standing"]
    assert list(judgement_lines(waiting)) == []
    assert not is_settled(waiting.row)


def test_what_was_missed_has_its_reason_and_no_hours(seen, block):
    facts = dict(fact_lines(seen(block.missed)))
    assert facts["Reason"] == "saslimis"
    assert "Was there" not in facts
    assert list(judgement_lines(seen(block.missed))) == []
    assert is_settled(seen(block.missed).row)


def test_a_situation_that_was_not_seen_leaves_a_dash(seen, block):
    confirmed = seen(block.seen)
    nothing = replace(
        confirmed, row=replace(confirmed.row, settled=replace(confirmed.row.settled, situations=()))
    )
    assert dict(fact_lines(confirmed))["Saw"] == "Day shift"
    assert dict(fact_lines(nothing))["Saw"] == "–"


def test_a_shift_has_begun_with_its_first_minute(seen, block):
    row = seen(block.next).row
    with clock.standing_at(clock.at(date(2026, 3, 26), 539)):
        assert not has_begun(row)
    with clock.standing_at(clock.at(date(2026, 3, 26), 540)):
        assert has_begun(row)
