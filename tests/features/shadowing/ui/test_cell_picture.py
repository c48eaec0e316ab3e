"""What stands in a cell of the practice grid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock import clock
from openblock.errors import Severity
from openblock.features.shadowing.queries.rows import PracticeGrid
from openblock.features.shadowing.rules.content import Span, Standing, Upset
from openblock.features.shadowing.ui.cell_picture import (
    away_on,
    cells_of,
    classes_on,
    compact,
    shadowings_on,
)
from openblock.ui.grid import GridCell
from tests.features.shadowing.ui.grids import ELINA, at, away, grid, shift, span, warned


def cell(shown: PracticeGrid, day: int = 18, *, narrow: bool = False) -> GridCell:
    return cells_of(shown, narrow=narrow)[ELINA, date(2026, 11, day)]


@pytest.mark.parametrize(
    ("standing", "mark", "tint"),
    [
        (Standing.PLANNED, "P", "24"),
        (Standing.CONFIRMED, "✓", "ok"),
        (Standing.DONE, "?", "warn"),
        (Standing.MISSED, "✕", "gone"),
        (Standing.REPLAN, "↻", "bad"),
    ],
)
def test_every_standing_has_its_letter_and_its_colour(
    standing: Standing, mark: str, tint: str
) -> None:
    shown = cell(grid(shadowings=(shift(18, standing),)))
    assert (shown.code, shown.mark, shown.tint, shown.detail) == ("AL", mark, tint, "09–21")
    assert shown.struck == (standing is Standing.REPLAN)


def test_confirmed_hours_stand_as_they_were() -> None:
    row = shift(18, Standing.CONFIRMED)
    assert row.settled is not None
    really = replace(row, settled=replace(row.settled, span=span(18, 9, 20.5)))
    assert cell(grid(shadowings=(really,))).detail == "09:00–20:30"


def test_what_needs_planning_anew_says_why_on_hover_and_takes_the_same_mentor_again() -> None:
    shown = cell(grid(shadowings=(shift(18, Standing.REPLAN),)))
    assert "the duty is now D (08:00–20:00)" in shown.hint
    assert "the duty is now" in shown.spoken
    assert shown.again


def test_a_class_is_a_letter_with_its_hours_and_not_the_grids_to_cut() -> None:
    shown = cell(grid(classes={ELINA: (span(18, 9, 16),)}))
    assert (shown.code, shown.tint, shown.detail, shown.mark) == ("M", "M", "09–16", "")
    assert shown.fixed


def test_an_absence_is_hatched_on_every_day_it_covers() -> None:
    cells = cells_of(grid(away={ELINA: (away(18, 12, 48 + 10, "exam"),)}), narrow=False)
    found = {day.day: each for (_who, day), each in cells.items()}
    assert {day: each.detail for day, each in found.items()} == {18: "12–00", 19: "", 20: "00–10"}
    assert {each.tint for each in found.values()} == {"away"}
    assert found[19].hint == "cannot come: exam"


def test_an_absence_longer_than_the_days_shown_ends_with_them() -> None:
    cells = cells_of(grid(away={ELINA: (away(1, 0, 24 * 60),)}), narrow=False)
    assert min(day for _who, day in cells) == date(2026, 11, 16)
    assert max(day for _who, day in cells) == date(2026, 11, 29)


def test_a_second_thing_on_a_day_is_counted_and_told() -> None:
    shown = cell(grid(shadowings=(shift(18),), classes={ELINA: (span(18, 22, 23),)}))
    assert (shown.code, shown.more, shown.fixed) == ("AL", 1, False)
    assert "class 22:00–23:00" in shown.hint


def test_what_needs_somebody_stands_before_what_does_not() -> None:
    early = shift(18, Standing.CONFIRMED)
    late = shift(
        18, Standing.REPLAN, shadowing_id=7, mentor_code="NL", span=Span(at(18, 21), at(18, 23))
    )
    shown = grid(shadowings=(early, late))
    assert cell(shown).code == "NL"
    assert [row.mentor_code for row in shadowings_on(shown, ELINA, date(2026, 11, 18))] == [
        "NL",
        "AL",
    ]


def test_a_narrow_cell_has_the_letter_instead_of_the_hours_and_a_plus_for_more() -> None:
    one = cell(grid(shadowings=(shift(18),)), narrow=True)
    assert (one.code, one.detail, one.mark) == ("AL", "P", "")
    two = cell(grid(shadowings=(shift(18),), classes={ELINA: (span(18, 7, 8),)}), narrow=True)
    assert (two.detail, two.more) == ("P+", 0)


@pytest.mark.parametrize(
    ("severity", "problem"), [(Severity.WARNING, "warning"), (Severity.ERROR, "error")]
)
def test_what_has_come_to_speak_against_a_plan_is_marked(severity: Severity, problem: str) -> None:
    row = shift(25)
    shown = cell(
        grid(shadowings=(row,), problems={row.shadowing_id: (warned(severity=severity),)}), 25
    )
    assert shown.problem == problem
    assert "certificate" in shown.hint


def test_a_cell_whose_trainee_cannot_come_says_so() -> None:
    shown = cell(grid(shadowings=(shift(18, Standing.REPLAN, upset=Upset.TRAINEE_AWAY),)))
    assert "cannot come" in shown.hint


def test_the_night_in_which_the_clock_goes_back_keeps_its_wall_times() -> None:
    day = date(2026, 10, 24)
    night = Span(clock.at(day, 21 * 60), clock.at(day, 33 * 60))
    assert night.minutes == 13 * 60
    assert compact(night) == "21–09"


def test_parts_of_a_day_are_cut_at_its_midnights() -> None:
    shown = grid(classes={ELINA: (span(17, 22, 26),)}, away={ELINA: (away(18, 20, 30, "exam"),)})
    day = date(2026, 11, 18)
    assert classes_on(shown, ELINA, day) == (span(18, 0, 2),)
    assert away_on(shown, ELINA, day) == {span(18, 20, 24): "exam"}
    assert shadowings_on(shown, ELINA, day) == ()
