"""What the side panel says."""

from __future__ import annotations

from datetime import date

from openblock.features.shadowing.queries.rows import Hours, Learning
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.facts import (
    cell_lines,
    learning_lines,
    line_of,
    mentor_lines,
    replan_heading,
    replan_words,
)
from openblock.features.shadowing.ui.mentors import row_key
from tests.features.shadowing.ui.grids import (
    AGNESE,
    ELINA,
    away,
    grid,
    line,
    mentor,
    shift,
    span,
    warned,
)


def said(lines: object) -> str:
    return "\n".join(words for words, _tone in lines)


def test_what_is_not_yet_experienced_is_listed_with_the_end_of_the_course() -> None:
    shown = grid()
    words = said(learning_lines(shown, shown.lines[0]))
    assert "2. kurss, ends 18/12/2026" in words
    assert "weekend, morning count" in words


def test_who_has_seen_everything_is_told_so() -> None:
    done = line(Hours(60, 60))
    words = said(learning_lines(grid(), type(done)(done.trainee, done.hours, Learning((), (), ()))))
    assert "every situation is seen or planned" in words
    assert "short" not in words


def test_hours_within_reach_are_told_from_those_out_of_it() -> None:
    near = said(learning_lines(grid(), line(within_reach=True)))
    far = said(learning_lines(grid(), line(within_reach=False)))
    assert "24 h are short. The roster still has room for them." in near
    assert "cannot hold them before the course ends" in far


def test_a_shift_is_told_with_mentor_hours_and_standing() -> None:
    words = said(cell_lines(grid(shadowings=(shift(25),)), ELINA, date(2026, 11, 25)))
    assert "AL Liepa Agnese" in words
    assert "09:00–21:00 (12 h) · P planned" in words
    assert "planned by Anna Bērziņa" in words


def test_a_reason_and_a_problem_are_told_with_the_shift() -> None:
    row = shift(25, override="izņēmums")
    shown = grid(shadowings=(row,), problems={row.shadowing_id: (warned(),)})
    words = said(cell_lines(shown, ELINA, date(2026, 11, 25)))
    assert "Kept with a reason: izņēmums" in words
    assert "▲ Liepa Agnese" in words


def test_what_needs_planning_anew_says_what_it_costs() -> None:
    row = shift(25, Standing.REPLAN, changed_by="Anna Bērziņa", changed_at=span(24).start)
    words = said(cell_lines(grid(shadowings=(row,)), ELINA, date(2026, 11, 25)))
    assert "12 h do not count." in words
    assert "changed by Anna Bērziņa" in words
    assert replan_words(row).startswith("Zariņa Elīna: ")
    assert replan_heading(row) == "Zariņa Elīna, 25 Nov"


def test_confirmed_hours_say_who_confirmed_them() -> None:
    row = shift(18, Standing.CONFIRMED)
    words = said(cell_lines(grid(shadowings=(row,)), ELINA, date(2026, 11, 18)))
    assert "✓ confirmed" in words
    assert "Liepa Agnese, 18/11/2026 21:00" in words


def test_an_empty_cell_says_whose_letters_can_be_typed() -> None:
    words = said(cell_lines(grid(), ELINA, date(2026, 11, 17)))
    assert "AL  Liepa Agnese 09:00–09:00, 1/2" in words
    nobody = said(cell_lines(grid(), ELINA, date(2026, 11, 18)))
    assert "No mentor begins a duty on this day." in nobody


def test_of_many_on_duty_only_the_first_are_listed_and_the_rest_counted() -> None:
    many = tuple(
        mentor(17, officer_id=number, name=f"Mentors {number}", code=f"M{number}")
        for number in range(20, 30)
    )
    words = said(cell_lines(grid(mentors=many), ELINA, date(2026, 11, 17)))
    assert "and 4 more" in words


def test_classes_and_absences_are_told() -> None:
    shown = grid(classes={ELINA: (span(18, 9, 16),)}, away={ELINA: (away(18, 18, 20, "zobārsts"),)})
    words = said(cell_lines(shown, ELINA, date(2026, 11, 18)))
    assert "class 09:00–16:00" in words
    assert "cannot come 18:00–20:00: zobārsts" in words


def test_of_a_whole_day_no_hours_are_told() -> None:
    shown = grid(away={ELINA: (away(18, 0, 48),)})
    for day in (18, 19):
        assert said(cell_lines(shown, ELINA, date(2026, 11, day))).startswith("cannot come\n")


def test_a_mentors_row_tells_the_duty_and_what_space_does() -> None:
    words = said(mentor_lines(grid(), row_key(AGNESE), date(2026, 11, 17)))
    assert "trainees: 1 of 2" in words
    assert "Space takes this mentor in hand" in words
    assert "no duty begins" in said(mentor_lines(grid(), row_key(AGNESE), date(2026, 11, 18)))
    assert said(mentor_lines(grid(), "mentors", date(2026, 11, 18))) == ""


def test_the_line_of_somebody_who_is_not_shown_is_none() -> None:
    assert line_of(grid(), ELINA) is not None
    assert line_of(grid(), 99) is None
