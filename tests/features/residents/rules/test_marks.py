"""What alert marks, notes, photographs and prisons are refused for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.features.residents.rules.content import AlertContent, PrisonContent
from openblock.features.residents.rules.marks import (
    LARGEST_PHOTO,
    alert_problems,
    note_problems,
    photo_problems,
    prison_problems,
    tidy_alert,
    tidy_note,
)

ALERT = AlertContent("health", "Cukura diabēts", date(2026, 11, 1), date(2026, 11, 30))
JPEG = b"\xff\xd8\xff\xe0"


def told(problems) -> list[tuple[str, str]]:
    return [(each.field, each.code) for each in problems]


def test_an_alert_as_it_should_be_has_no_problem():
    assert told(alert_problems(ALERT)) == []
    assert told(alert_problems(replace(ALERT, last_day=None))) == []
    assert told(alert_problems(replace(ALERT, last_day=ALERT.first_day))) == []


def test_every_problem_of_an_alert_is_told():
    wrong = AlertContent("x", "", date(1926, 1, 1), date(1925, 1, 1))
    assert told(alert_problems(wrong)) == [
        ("kind", "choice-unknown"),
        ("text", "text-missing"),
        ("first_day", "date-out-of-range"),
        ("last_day", "date-out-of-range"),
        ("last_day", "alert-ends-before-start"),
    ]


@pytest.mark.parametrize(("length", "expected"), [(200, []), (201, [("text", "text-too-long")])])
def test_an_alert_has_two_hundred_characters_at_the_most(length, expected):
    assert told(alert_problems(replace(ALERT, text="x" * length))) == expected


def test_the_text_of_an_alert_stands_in_one_line():
    assert tidy_alert(replace(ALERT, text=" a \n b ")).text == "a b"


@pytest.mark.parametrize(
    ("length", "expected"),
    [(0, ["text-missing"]), (1, []), (4000, []), (4001, ["text-too-long"])],
)
def test_a_note_has_one_to_four_thousand_characters(length, expected):
    assert [each.code for each in note_problems("fact", "x" * length)] == expected


def test_a_note_says_whether_it_is_fact_or_assessment():
    assert told(note_problems("assessment", "x")) == []
    assert told(note_problems("opinion", "x")) == [("kind", "choice-unknown")]


def test_a_note_keeps_its_lines_and_nothing_that_cannot_be_seen():
    assert tidy_note("  a\r\nb\rc \n\n") == "a\nb\nc"
    assert told(note_problems("fact", "a\n\tb")) == []
    assert told(note_problems("fact", "a\x00b")) == [("text", "text-not-printable")]


@pytest.mark.parametrize(
    ("jpeg", "expected"),
    [
        (JPEG, []),
        (JPEG.ljust(LARGEST_PHOTO, b"."), []),
        (JPEG.ljust(LARGEST_PHOTO + 1, b"."), ["photo-too-large"]),
        (b"", ["photo-not-jpeg"]),
        (b"\x89PNG".ljust(LARGEST_PHOTO + 1, b"."), ["photo-not-jpeg", "photo-too-large"]),
    ],
)
def test_a_photograph_is_a_jpeg_of_three_hundred_kilobytes_at_the_most(jpeg, expected):
    assert [each.code for each in photo_problems(jpeg)] == expected


def test_every_problem_of_a_prison_is_told():
    wrong = PrisonContent("", date(2026, 1, 2), date(2026, 1, 1))
    assert told(prison_problems(wrong, taken=True)) == [
        ("name", "text-missing"),
        ("name", "prison-name-taken"),
        ("active_to", "prison-closes-before-open"),
    ]
    assert told(prison_problems(PrisonContent("x", date(1, 1, 1), date(9999, 1, 1)), taken=False))


def test_a_prison_may_open_and_close_on_one_day():
    day = date(2026, 1, 1)
    assert told(prison_problems(PrisonContent("x", day, day), taken=False)) == []
    assert told(prison_problems(PrisonContent("x" * 100), taken=False)) == []
