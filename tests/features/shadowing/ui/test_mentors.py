"""The officers' duties under the practice grid."""

from __future__ import annotations

from datetime import date

from openblock import clock
from openblock.features.shadowing.rules.content import Standing, Upset
from openblock.features.shadowing.ui.mentors import (
    codes_of_day,
    mentor_rows,
    officer_of,
    on_duty,
    place_of,
    row_key,
)
from openblock.ui.grid import BARS, TITLE, GridRow
from tests.features.shadowing.ui.grids import (
    AGNESE,
    FIRST,
    NORMUNDS,
    grid,
    mentor,
    shift,
    span,
)


def rows(**facts: object) -> tuple[GridRow, ...]:
    return mentor_rows(grid(**facts))


def test_a_title_parts_mentors_from_trainees() -> None:
    title, agnese = rows()
    assert title.kind == TITLE
    assert agnese.kind == BARS
    assert (agnese.label, agnese.leads[0].text) == ("AL", "Liepa Agnese")


def test_a_duty_of_a_day_is_a_bar_over_two_columns_with_its_places() -> None:
    bar = rows()[1].bars[0]
    assert (bar.start, bar.end) == (1.375, 2.375)
    assert (bar.text, bar.kind, bar.carries, bar.column) == ("1/2", "", "AL", date(2026, 11, 17))
    assert "trainees: 1 of 2" in bar.hint


def test_a_full_duty_is_dark_and_says_so() -> None:
    bar = rows(mentors=(mentor(17, taken=2),))[1].bars[0]
    assert (bar.kind, bar.text) == ("full", "2/2")
    assert bar.hint.endswith("full")


def test_a_duty_that_began_before_the_days_shown_can_be_seen_and_not_carried() -> None:
    bar = rows(mentors=(mentor(15),))[1].bars[0]
    assert (bar.start, bar.end) == (-0.625, 0.375)
    assert (bar.column, bar.carries) == (None, "")


def test_a_changed_duty_is_said_beside_the_name_and_marked() -> None:
    row = shift(25, Standing.REPLAN, duty_now=(("24", span(25, 9, 33)),))
    agnese = rows(to_replan=(row,))[1]
    assert agnese.leads[1].text == "25 Nov duty changed"
    assert agnese.leads[1].tone == "bad"
    assert [bar.kind for bar in agnese.bars] == ["", "changed"]
    assert agnese.bars[1].text == "24"


def test_a_duty_that_is_gone_is_said_though_there_is_no_bar() -> None:
    row = shift(25, Standing.REPLAN, upset=Upset.DUTY_GONE, duty_now=())
    assert rows(to_replan=(row,))[1].leads[1].text == "25 Nov duty gone"


def test_what_only_upsets_the_trainee_is_not_said_of_the_officer() -> None:
    row = shift(25, Standing.REPLAN, upset=Upset.CLASS)
    assert rows(to_replan=(row,))[1].leads[1].text == ""


def test_certificates_are_said_where_they_end() -> None:
    found = rows(
        mentors=(
            mentor(until=date(2026, 11, 15)),
            mentor(until=date(2026, 11, 20), officer_id=NORMUNDS),
            mentor(until=date(2026, 11, 29), officer_id=13),
            mentor(until=None, officer_id=14),
        )
    )
    said = [(row.leads[1].text, row.leads[1].tone) for row in found[1:]]
    assert said == [
        ("certificate ended 15 Nov", "bad"),
        ("certificate to 20 Nov", "warn"),
        ("", ""),
        ("no certificate", "bad"),
    ]


def test_without_mentors_the_title_says_so() -> None:
    (title,) = rows(mentors=())
    assert title.leads[1].text == "nobody on these days"


def test_keys_of_mentors_are_told_from_numbers_of_trainees() -> None:
    assert officer_of(row_key(AGNESE)) == AGNESE
    assert officer_of(AGNESE) is None
    assert officer_of("mentors") is None


def test_a_place_goes_by_the_wall_clock_also_when_the_clock_changes() -> None:
    sunday = date(2026, 10, 25)
    assert place_of(clock.at(sunday, 12 * 60), sunday) == 0.5
    assert place_of(clock.at(FIRST), FIRST) == 0


def test_who_has_a_free_place_is_offered_before_who_has_none() -> None:
    full = mentor(17, taken=2)
    free = mentor(17, 18, officer_id=NORMUNDS, name="Lācis Normunds", code="NL", taken=0)
    shown = grid(mentors=(full, free))
    assert [each.code for each, _duty in on_duty(shown, date(2026, 11, 17))] == ["NL", "AL"]
    assert [each.code for each in codes_of_day(shown, date(2026, 11, 18))] == ["NL"]
    assert "0/2" in codes_of_day(shown, date(2026, 11, 18))[0].name
