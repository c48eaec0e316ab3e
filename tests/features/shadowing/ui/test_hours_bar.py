"""The frozen columns of a trainee's row."""

from __future__ import annotations

from datetime import date

from openblock.errors import Problem, Severity
from openblock.features.shadowing.queries.rows import Hours
from openblock.features.shadowing.ui.hours_bar import hours_sentence, hours_text, name_text
from openblock.i18n import set_language
from openblock.ui.grid import GridText
from tests.features.shadowing.ui.grids import line, trainee

HOUR = 60


def said(text: GridText) -> str:
    return "".join(piece for piece, _tone in text.under)


def test_what_is_short_is_said_under_the_bar() -> None:
    text = hours_text(line())
    assert said(text) == "72 + 24 h short 24 h"
    assert text.under[-1][1] == "bad"
    assert text.meter is not None
    assert (text.meter.solid, text.meter.hatched) == (0.6, 0.2)


def test_hours_that_wait_are_drawn_with_the_planned_ones() -> None:
    text = hours_text(line(Hours(120 * HOUR, 60 * HOUR, 24 * HOUR, 12 * HOUR)))
    assert said(text) == "60 + 36 h short 24 h"
    assert text.meter is not None
    assert text.meter.hatched == 0.3
    assert "to be confirmed 12 h" in text.hint


def test_enough_is_said_with_a_tick() -> None:
    text = hours_text(line(Hours(120 * HOUR, 96 * HOUR, 24 * HOUR)))
    assert said(text) == "96 + 24 h ✓ enough"
    assert text.under[-1][1] == "ok"


def test_a_course_that_asks_for_no_hours_has_enough() -> None:
    text = hours_text(line(Hours(0)))
    assert said(text) == "0 + 0 h ✓ enough"
    assert text.meter is not None
    assert text.meter.solid == 0


def test_who_is_not_cleared_is_told_so_instead() -> None:
    facts = {"trainee": "Zariņa Elīna", "items": ("Briefing",), "day": date(2026, 11, 22)}
    problem = Problem("practice-not-cleared", Severity.WARNING, facts)
    text = hours_text(line(warnings=(problem,)))
    assert said(text) == "▲ not cleared yet"
    assert "Briefing" in text.hint


def test_hours_that_run_out_of_time_carry_a_sign() -> None:
    facts = {"minutes": 24 * HOUR, "last_day": date(2026, 12, 1), "days": 9}
    problem = Problem("practice-hours-short", Severity.WARNING, facts)
    assert said(hours_text(line(warnings=(problem,)))).endswith("▲ short 24 h")


def test_missed_hours_are_told_on_hover_and_halves_as_latvian_writes_them() -> None:
    assert hours_sentence(Hours(60, missed=90)).endswith("missed 1.5 h")
    set_language("lv")
    assert "1,5" in hours_sentence(Hours(60, missed=90))


def test_the_course_is_named_only_where_several_are_shown() -> None:
    assert said(name_text(line(), course_shown=False)) == "A"
    assert said(name_text(line(), course_shown=True)) == "A · 2. kurss"


def test_who_has_left_is_marked() -> None:
    gone = line(row=trainee(left_on=date(2026, 11, 20)))
    assert said(name_text(gone, course_shown=False)) == "A gave up 20 Nov"
