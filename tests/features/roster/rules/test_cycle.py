"""RO-08: a team's cycle counts days from its anchor and minds no month's end."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from openblock.features.roster.rules import CYCLE_PRESETS, cycle_code, pattern_of, pattern_problems
from openblock.features.roster.rules.cycle import range_problems

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(DAYS, DAYS, st.integers(1, 4))
def test_ro_08_team_k_works_when_the_days_from_the_anchor_leave_k(anchor, day, team):
    pattern = CYCLE_PRESETS["24/72"]
    works = cycle_code(pattern, anchor + timedelta(days=team), day) == "24"
    assert works == ((day - anchor).days % 4 == team % 4)


@given(DAYS, DAYS)
def test_ro_08_exactly_one_of_four_teams_works_on_any_day(anchor, day):
    working = [
        team
        for team in range(4)
        if cycle_code(CYCLE_PRESETS["24/72"], anchor + timedelta(days=team), day)
    ]
    assert len(working) == 1


def test_a_pattern_of_n_on_and_m_off_repeats_over_the_leap_day():
    pattern = pattern_of("D", 3, 2)
    anchor = date(2028, 2, 27)
    codes = [cycle_code(pattern, anchor, anchor + timedelta(days=n)) for n in range(7)]
    assert codes == ["D", "D", "D", "", "", "D", "D"]


def test_two_two_is_day_night_and_two_free():
    anchor = date(2026, 12, 30)
    codes = [cycle_code(CYCLE_PRESETS["2/2"], anchor, anchor + timedelta(days=n)) for n in range(5)]
    assert codes == ["D", "N", "", "", "D"]


def test_a_pattern_without_a_duty_or_with_an_unknown_code_is_refused():
    assert [each.code for each in pattern_problems((), {"24"})] == ["cycle-pattern"]
    assert [each.code for each in pattern_problems(("", ""), {"24"})] == ["cycle-pattern"]
    assert [each.code for each in pattern_problems(("24",) * 43, {"24"})] == ["cycle-pattern"]
    assert [each.facts["code"] for each in pattern_problems(("24", "Q", ""), {"24"})] == ["Q"]
    assert pattern_problems(("24",) * 42, {"24"}) == ()


def test_days_that_run_backwards_or_go_on_too_long_are_refused():
    day = date(2026, 11, 1)
    assert range_problems(day, day) == ()
    assert range_problems(day, day + timedelta(days=399)) == ()
    assert [p.code for p in range_problems(day, day - timedelta(days=1))] == ["days-backwards"]
    assert [p.code for p in range_problems(day, day + timedelta(days=400))] == ["days-too-many"]
