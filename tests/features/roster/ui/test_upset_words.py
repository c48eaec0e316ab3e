"""What a change has upset is told shortly, with whose hours are lost, over midnight and clocks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock.clock import at, minutes_between
from openblock.errors import Problem, Severity
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import Roster, RosterProblem, roster
from openblock.features.roster.ui.comparing import Upset
from openblock.features.roster.ui.upset_words import upset_notice, way_words
from openblock.i18n import set_language
from openblock.ui.desk import Action
from tests.features.roster.ui.conftest import Block

ACT = Action("Plan anew", lambda: None)
LONG_NIGHT = date(2026, 10, 24)
SHORT_NIGHT = date(2026, 3, 28)


def told(block: Block, day: date, *codes: str | None, counts: bool = True) -> str:
    rosters = [plan(block, day, code) for code in codes]
    problem = Problem("practice-needs-replanning", Severity.WARNING, _facts(day))
    cell = (block.berzins, day)
    lost = minutes_between(problem.facts["start"], problem.facts["end"]) if counts else 0
    mark = RosterProblem(
        problem, block.berzins, "Bērziņš J.", day, (cell,), tab="shadowing", lost=lost
    )
    return upset_notice([Upset(mark, *rosters)], (), (ACT,), "key").sentence


def _facts(day: date) -> dict[str, object]:
    night = at(day, 1260), at(day + timedelta(days=1), 540)
    return {"trainee": "Zariņa Elīna", "mentor": "Bērziņš", "start": night[0], "end": night[1]}


def plan(block: Block, day: date, code: str | None) -> Roster:
    block.store.run(change_cells, ChangeCells((CellEdit(block.berzins, day, code),)))
    return block.store.read(roster, day, day)


@pytest.mark.parametrize(("day", "hours"), [(LONG_NIGHT, 13), (SHORT_NIGHT, 11)])
def test_hours_of_a_night_the_clock_changes_are_those_that_pass(
    block: Block, day: date, hours: int
) -> None:
    said = told(block, day, "N", None)
    assert said.endswith(f"{hours}\N{NO-BREAK SPACE}h do not count until then.")


def test_a_day_kept_free_and_no_duty_are_told_apart(block: Block) -> None:
    assert ": N, now B." in told(block, LONG_NIGHT, "N", "B")
    assert ": N, now no duty." in told(block, LONG_NIGHT, "N", None)


def test_what_counts_for_nobody_says_nothing_of_hours(block: Block) -> None:
    said = told(block, LONG_NIGHT, "N", None, counts=False)
    assert "count" not in said


def test_a_booking_of_the_next_morning_is_told_with_the_duty_that_held_it(block: Block) -> None:
    rosters = [plan(block, LONG_NIGHT, code) for code in ("24", "D")]
    morning = LONG_NIGHT + timedelta(days=1)
    facts = {
        "area": "Sporta laukums",
        "start": at(morning, 450),
        "end": at(morning, 510),
        "heads": 8,
        "name": "Bērziņš Jānis",
    }
    problem = Problem("booking-lost-supervisor", Severity.WARNING, facts)
    mark = RosterProblem(problem, block.berzins, "Bērziņš J.", morning, (), tab="grounds")
    said = upset_notice([Upset(mark, *rosters)], (), (ACT,), "key").sentence
    assert said.startswith("Bērziņš J., 24 Oct: 24, now D. Sporta laukums, 25 Oct 07:30–08:30")
    assert way_words(mark) == "Name an officer"


def test_the_notice_speaks_the_language_spoken_now(block: Block) -> None:
    set_language("lv")
    assert "24.10." in told(block, LONG_NIGHT, "N", None)
