"""Small parts of the roster's screen that need no window."""

from __future__ import annotations

from datetime import date

import pytest

from openblock import clock
from openblock.errors import Problem, Severity
from openblock.features.roster.queries.problems import Acceptance, RosterProblem
from openblock.features.roster.ui.cycle_form import pattern_text, read_pattern
from openblock.features.roster.ui.period import Period, within
from openblock.features.roster.ui.problems import sentence_of
from openblock.features.roster.ui.ranks import short_rank
from openblock.i18n import set_language


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("24 - - -", ("24", "", "", "")),
        ("24/72:  24 - - -", ("24", "", "", "")),
        ("d n b b", ("D", "N", "", "")),
        ("8 5/2", ("8",) * 5 + ("", "")),
        ("D, D, –", ("D", "D", "")),
        ("", ()),
    ],
)
def test_patterns_are_typed_as_they_are_said(text: str, pattern: tuple[str, ...]) -> None:
    assert read_pattern(text) == pattern


def test_a_pattern_reads_back() -> None:
    assert pattern_text(("D", "", "")) == "D - -"
    assert read_pattern(pattern_text(("D", "", ""))) == ("D", "", "")


def test_a_month_has_its_own_days_and_steps_over_years() -> None:
    month = Period(date(2026, 2, 14))
    assert (month.first, month.last) == (date(2026, 2, 1), date(2026, 2, 28))
    assert Period(date(2026, 12, 5)).step(1).first == date(2027, 1, 1)
    assert Period(date(2026, 1, 31)).step(-1).last == date(2025, 12, 31)
    assert month.holds(date(2026, 2, 28))
    assert not month.holds(date(2026, 3, 1))


def test_a_week_begins_on_monday() -> None:
    week = Period(date(2026, 11, 22), by_week=True)
    assert (week.first, week.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert week.step(1).first == date(2026, 11, 23)
    assert week.title == "16 Nov – 22 Nov 2026"
    set_language("lv")
    assert week.title == "16.11. – 22.11.2026."


@pytest.mark.parametrize(
    ("rank", "short"),
    [
        ("virsseržante", "v. serž."),
        ("kapteinis", "kapt."),
        ("ierindniece", "ier."),
        ("", ""),
        ("uzraugs", "uzraugs"),
        ("neatestēts darbinieks", "neatest."),
    ],
)
def test_ranks_are_shortened_as_is_usual(rank: str, short: str) -> None:
    assert short_rank(rank) == short


@pytest.mark.parametrize("by_week", [False, True])
def test_the_arrows_stop_where_no_roster_can_be(by_week):
    last = Period(date(2100, 12, 31), by_week=by_week)
    assert last.step(1).first == last.first
    first = Period(date(1950, 1, 1), by_week=by_week)
    assert first.step(-1).first == first.first
    assert within(date.max) == date(2100, 12, 31)
    assert within(date.min) == date(1950, 1, 1)


@pytest.mark.parametrize(
    ("reason", "said"), [("saskaņots", "Kept: saskaņots (Anna)"), ("", "Kept (Anna)")]
)
def test_a_kept_problem_says_by_whom_and_the_reason_to_who_may_know_it(
    reason: str, said: str
) -> None:
    day = date(2026, 11, 24)
    facts = {"needed": 35 * 60, "window_days": 7, "since": clock.at(day)}
    problem = Problem("weekly-rest-missing", Severity.WARNING, facts)
    kept = Acceptance(reason, "Anna", clock.at(day))
    found = RosterProblem(problem, 1, "Kalns J.", day, (), kept)
    assert sentence_of(found).splitlines()[-1] == said
