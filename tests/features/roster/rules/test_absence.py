"""RO-13 and RO-03: kinds of absence and their letters, their days, and what becomes of duties."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.roster.rules import (
    DEFAULT_LETTERS,
    HIDDEN,
    AbsenceContent,
    AbsenceKind,
    Letters,
    Limits,
    Shift,
    absence_problems,
    absence_span,
    effect_on,
    letters_problems,
)

DAY = date(2026, 11, 22)
NEXT = DAY + timedelta(days=1)
HOUR = 60
LIMITS = Limits()
WHOLE = AbsenceContent(1, AbsenceKind.LEAVE, DAY, DAY)


def found(content: AbsenceContent) -> list[tuple[str, str]]:
    return [(each.code, each.field) for each in absence_problems(content)]


def test_ro_13_there_are_the_six_kinds_of_the_time_sheet_and_two_of_them_are_nobody_s_business():
    assert len(AbsenceKind) == 6 == len(DEFAULT_LETTERS)
    assert {kind for kind in AbsenceKind if not kind.is_posted} == {
        AbsenceKind.SICK,
        AbsenceKind.OTHER,
    }


def test_ro_13_the_usual_letters_are_letters_and_none_is_taken_twice():
    for kind, letters in DEFAULT_LETTERS.items():
        others = [each for other, each in DEFAULT_LETTERS.items() if other is not kind]
        assert letters_problems(letters, {"24", "D", "N"}, others) == ()


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        (Letters("ABC", "ABC"), []),
        (Letters("Š", "Š"), []),
        (Letters("ABCD", "ABCD"), [("absence-letter", "code"), ("absence-letter", "sheet_code")]),
        (Letters("", ""), [("absence-letter", "code"), ("absence-letter", "sheet_code")]),
        (Letters("a", "Z"), [("absence-letter", "code")]),
        (Letters("Z", "8"), [("absence-letter", "sheet_code")]),
        (Letters("D", "D"), [("absence-letter-taken", "code")]),
        (Letters("B", "B"), [("absence-letter-taken", "code")]),
        (Letters(HIDDEN, "Z"), [("absence-letter-taken", "code")]),
        (Letters("M", "Z"), [("absence-letter-taken", "code")]),
        (Letters("Z", "MM"), [("absence-letter-taken", "sheet_code")]),
    ],
)
def test_ro_13_a_letter_is_short_and_can_mean_nothing_else_in_its_cell(letters, expected):
    problems = letters_problems(letters, {"D", "24"}, [Letters("M", "MM")])
    assert [(each.code, each.field) for each in problems] == expected


def test_an_absence_of_whole_days_runs_from_the_first_midnight_to_the_last():
    assert absence_span(replace(WHOLE, last_day=NEXT)) == (at(DAY), at(NEXT + timedelta(days=1)))


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_of_absence_is_as_long_as_the_day(day, hours):
    start, end = absence_span(replace(WHOLE, first_day=day, last_day=day))
    assert end - start == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"last_day": DAY - timedelta(days=1)}, [("absence-backwards", "last_day")]),
        ({"last_day": date.max}, [("date-out-of-range", "last_day")]),
        (
            {"first_day": date.min, "last_day": date.min},
            [("date-out-of-range", "first_day"), ("date-out-of-range", "last_day")],
        ),
        ({"last_day": DAY + timedelta(days=365)}, []),
        ({"last_day": DAY + timedelta(days=366)}, [("absence-too-long", "last_day")]),
        ({"from_minute": 539, "to_minute": 540}, []),
        ({"from_minute": 540, "to_minute": 540}, [("absence-time", "to_minute")]),
        ({"last_day": NEXT, "from_minute": 1439, "to_minute": 1}, []),
        ({"from_minute": 1440}, [("absence-time", "from_minute")]),
        ({"from_minute": -1}, [("absence-time", "from_minute")]),
        ({"to_minute": 0}, [("absence-time", "to_minute")]),
        ({"to_minute": 1441}, [("absence-time", "to_minute")]),
        ({"remark": "x" * 200}, []),
        ({"remark": "x" * 201}, [("absence-remark-long", "remark")]),
        ({"remark": "x\u202e"}, [("text-not-printable", "remark")]),
    ],
)
def test_an_absence_is_entered_forwards_within_a_year_and_within_its_days(change, expected):
    assert found(replace(WHOLE, **change)) == expected


def test_an_absence_within_the_hour_that_march_skips_is_no_absence():
    march = date(2026, 3, 29)
    skipped = replace(WHOLE, first_day=march, last_day=march, from_minute=180, to_minute=240)
    assert found(skipped) == [("absence-time", "to_minute")]


def shift(start: int, end: int) -> Shift:
    return Shift(at(DAY, start), at(DAY, end), DAY, "vārti")


DUTY = shift(9 * HOUR, 33 * HOUR)


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        # Touching: nothing of the duty is theirs.
        (0, 9 * HOUR, DUTY),
        (33 * HOUR, 40 * HOUR, DUTY),
        # It begins within the absence, if only in its last minute: it falls away whole.
        (0, 9 * HOUR + 1, None),
        (9 * HOUR, 10 * HOUR, None),
        # It runs already: it ends there, in its last minute too.
        (9 * HOUR + 60, 40 * HOUR, shift(9 * HOUR, 10 * HOUR)),
        (33 * HOUR - 1, 33 * HOUR, shift(9 * HOUR, 33 * HOUR - 1)),
        # What is left is not even an hour.
        (9 * HOUR + 59, 40 * HOUR, None),
    ],
)
def test_ro_03_an_absence_takes_the_duty_that_begins_in_it_and_cuts_the_one_that_runs(
    start, end, kept
):
    assert effect_on(DUTY, at(DAY, start), at(DAY, end), LIMITS) == kept
