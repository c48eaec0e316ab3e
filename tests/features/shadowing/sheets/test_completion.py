"""The completion statement says plainly what is missing, and nothing where all is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.features.shadowing.queries.rows import Hours
from openblock.features.shadowing.rules.content import Mark, Standing
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS
from openblock.features.shadowing.sheets.completion import completion
from tests.features.shadowing.printed_practice import (
    AT,
    CLEARANCE,
    card,
    course,
    settled,
    shadowing,
)

DAY = date(2026, 11, 9)
EVERY = tuple(each.situation_id for each in course().situations)
MARKS = {1: Mark.WATCHED, 2: Mark.HELPED, 3: Mark.ALONE}


def statement(made, limits=DEFAULT_LIMITS):
    return completion(made, limits, AT)


def finished(**facts):
    row = settled(shadowing(1, 1, DAY), situations=EVERY, evaluation=MARKS)
    made = card((row,))
    reached = replace(made.line, hours=Hours(120 * 60, 120 * 60))
    return replace(made, line=reached, **facts)


def test_nothing_is_missing_where_hours_situations_and_marks_are_there():
    assert statement(finished()).missing == ()


@pytest.mark.parametrize(
    ("confirmed", "said"),
    [(120 * 60, ()), (120 * 60 - 1, ("0.02 h of 120 h are not confirmed.",))],
)
def test_a_minute_that_lacks_is_missing(confirmed, said):
    made = finished()
    made = replace(made, line=replace(made.line, hours=Hours(120 * 60, confirmed)))
    assert statement(made).missing == said


def test_planned_hours_do_not_count_and_a_shift_that_waits_is_named():
    waits = shadowing(2, 1, DAY, standing=Standing.DONE)
    made = finished()
    hours = Hours(120 * 60, 60 * 60, planned=60 * 60, done=600)
    made = replace(made, shadowings=(*made.shadowings, waits), line=replace(made.line, hours=hours))
    assert statement(made).missing == (
        "60 h of 120 h are not confirmed.",
        "1 shift waits for its mentor’s confirmation: 10 h.",
    )


def test_unseen_situations_unevaluated_competences_and_items_without_a_day_are_named():
    made = finished(clearance=((CLEARANCE[0][0], None), *CLEARANCE[1:]))
    row = settled(shadowing(1, 1, DAY), situations=EVERY[1:], evaluation={1: Mark.ALONE})
    assert statement(replace(made, shadowings=(row,))).missing == (
        "Not seen: Day shift.",
        "Not evaluated: Dealing with residents, Rules and routine.",
        "No date is entered for: Briefing.",
    )


def test_the_best_mark_and_the_first_day_are_told():
    rows = (
        settled(shadowing(2, 1, date(2026, 11, 12)), situations=(10,), evaluation={1: Mark.HELPED}),
        settled(shadowing(1, 1, DAY), situations=(10,), evaluation={1: Mark.ALONE}),
    )
    sheet = statement(card(rows))
    assert (sheet.situations[0].times, sheet.situations[0].first) == (2, DAY)
    assert (sheet.competences[0].best, sheet.competences[0].times) == ("did it alone", 2)


def test_mentors_have_their_confirmed_shifts_and_breaks_are_deducted_where_the_block_does():
    rows = (
        settled(shadowing(1, 1, DAY, officer=2)),
        settled(shadowing(2, 1, date(2026, 11, 12), officer=5)),
        settled(shadowing(3, 1, date(2026, 11, 15), officer=5)),
        shadowing(4, 1, date(2026, 11, 18), officer=4, standing=Standing.DONE),
    )
    found = statement(card(rows)).mentors
    assert [(each.name, each.shifts, each.minutes) for each in found] == [
        ("Cīrulis Kārlis", 1, 600),
        ("Čudare Ilze", 2, 1200),
    ]
    deducted = statement(card(rows), replace(DEFAULT_LIMITS, deduct_breaks=True)).mentors
    assert [each.minutes for each in deducted] == [570, 1140]
