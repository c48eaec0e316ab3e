"""Every figure of working time is said with what it is made of, and each limit with how near."""

from dataclasses import replace
from datetime import date

import pytest

from openblock.clock import at
from openblock.features.roster.queries.figures import (
    MonthSum,
    RestLine,
    WorkedDuty,
    WorkingTime,
)
from openblock.features.roster.rules import AbsenceKind, Limits, Shift
from openblock.features.roster.rules.working_time import limit_problems
from openblock.features.roster.ui.explain_lines import hours, lines_of, signed

HOUR = 60
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
LIMITS = Limits()


def duty(day: date, start: int = 540, length: int = 1440, *, called: bool = False) -> WorkedDuty:
    shift = Shift(at(day, start), at(day, start + length), day)
    return WorkedDuty(day, "" if called else "24", shift.start, shift.end, length, 0, called)


ACCOUNT = WorkingTime(
    officer_id=1,
    name="Bērziņš Jānis",
    month=NOVEMBER,
    duties=(
        duty(date(2026, 10, 31)),
        duty(date(2026, 11, 4)),
        duty(date(2026, 11, 30)),
        duty(date(2026, 11, 9), 600, 60, called=True),
    ),
    absences=((date(2026, 11, 16), date(2026, 11, 19), None, 3),),
    months=(
        MonthSum(OCTOBER, 160 * HOUR, 48 * HOUR, 176 * HOUR, 176 * HOUR, 0, 0),
        MonthSum(NOVEMBER, 49 * HOUR, 18 * HOUR, 160 * HOUR, 136 * HOUR, 4, 3, corrected=90),
    ),
    rests=(RestLine(date(2026, 11, 4), 24 * HOUR, 24 * HOUR), RestLine(NOVEMBER, 659, 660)),
    longest_frees=((at(NOVEMBER), at(date(2026, 11, 4), 540)),),
    period_first=OCTOBER,
    period_last=date(2026, 11, 30),
    counted_days=57,
    average=1541,
    average_limit=48 * HOUR,
    overtime=-101 * HOUR + 90,
    overtime_limit=144 * HOUR,
    problems=(),
)


def said(account: WorkingTime = ACCOUNT) -> list[str]:
    return [plain(each.spoken) for each in lines_of(account, LIMITS)]


def plain(words: str) -> str:
    """With ordinary spaces where none may break the line."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_a_month_s_duties_count_with_the_hours_they_have_in_it():
    lines = said()
    assert "31 Oct: 24 (09:00–09:00), part of 24 h, 9 / 6" in lines
    assert "4 Nov: 24 (09:00–09:00), 24 / 8" in lines
    assert "30 Nov: 24 (09:00–09:00), part of 24 h, 15 / 2" in lines
    assert "9 Nov: call-out (10:00–11:00), 1 / 0" in lines
    assert "worked, 50.5 / 18" in lines


def test_the_norm_is_days_times_hours_less_the_days_absent():
    lines = said()
    at_norm = lines.index("20 working days × 8 h, 160 h")
    assert lines[at_norm : at_norm + 5] == [
        "20 working days × 8 h, 160 h",
        "16 Nov–19 Nov away",
        "3 working days absent, −24 h",
        "norm, 136 h",
        "worked less the norm, −85.5 h",
    ]


def test_an_absence_of_an_earlier_month_of_the_period_stands_not_in_this_one_s_norm():
    earlier = ((date(2026, 10, 5), date(2026, 10, 6), AbsenceKind.LEAVE, 2),)
    assert not any("leave" in each for each in said(replace(ACCOUNT, absences=earlier)))


def test_the_average_is_written_out_as_the_division_it_is():
    lines = said()
    assert "worked in the period, 210.5 h" in lines
    assert "days served, 61 days" in lines
    assert "of them absent, not counted, −4 days" in lines
    assert "210.5 h ÷ 57 days × 7, 25.68 h" in lines


def test_the_overtime_of_the_period_is_that_of_its_months_together():
    lines = said()
    assert "October 2026: 160 h worked, norm 176 h, −16 h" in lines
    assert "November 2026: 50.5 h worked, norm 136 h, −85.5 h" in lines
    assert "together, −99.5 h" in lines


def test_a_short_rest_has_its_sign_and_enough_has_another():
    lines = said()
    assert "✓, 4 Nov, 24 h, needed 24 h" in lines
    assert "▲, 1 Nov, 10.98 h, needed 11 h" in lines


@pytest.mark.parametrize(
    ("average", "sign", "words"),
    [
        (43 * HOUR, "✓", "Average week"),
        (44 * HOUR, "●", "Average week: 4 h left"),
        (48 * HOUR, "●", "Average week: 0 h left"),
        (48 * HOUR + 1, "▲", "Average week: 0.02 h over the limit"),
    ],
)
def test_how_near_a_limit_is_stands_at_the_top_and_exactly_48_hours_are_not_over(
    average, sign, words
):
    line = lines_of(replace(ACCOUNT, average=average), LIMITS)[1]
    assert (line.kind, line.sign, plain(line.text)) == ("gauge", sign, words)


def test_what_is_wrong_stands_above_all_that_explains_it():
    problems = limit_problems(10_000 * HOUR, 57, 145 * HOUR, LIMITS)
    lines = lines_of(replace(ACCOUNT, problems=problems), LIMITS)
    assert [each.kind for each in lines[:6]] == [*["gauge"] * 3, *["warning"] * 2, "heading"]


def test_an_officer_without_a_day_of_service_has_an_account_too():
    empty = replace(
        ACCOUNT,
        duties=(),
        absences=(),
        months=(MonthSum(NOVEMBER, 0, 0, 0, 0, 0, 0),),
        rests=(),
        longest_frees=(),
        counted_days=0,
        average=0,
        overtime=0,
    )
    assert "worked, 0 / 0" in said(empty)
    assert not any("÷" in each for each in said(empty))


@pytest.mark.parametrize(
    ("minutes", "said", "with_sign"),
    [
        (0, "0 h", "0 h"),
        (90, "1.5 h", "+1.5 h"),
        (-60, "−1 h", "−1 h"),
        (-1, "−0.02 h", "−0.02 h"),
    ],
)
def test_hours_are_said_as_everywhere_and_with_a_plus_where_there_are_more(
    minutes, said, with_sign
):
    assert (plain(hours(minutes)), plain(signed(minutes))) == (said, with_sign)
