"""What a person's content is refused and warned for, alone and among others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import Severity
from openblock.features.residents.rules.content import Need, ResidentContent, Sex
from openblock.features.residents.rules.people import (
    Known,
    cleaned,
    content_problems,
    others_problems,
)

TODAY = date(2026, 11, 22)
JANIS = ResidentContent("Bērziņš", "Jānis", "16117519997", date(1975, 11, 16), Sex.MALE)
OTHER = Known(7, "Bērziņš Jānis", same_name=True, birth_date=date(1975, 11, 16), personal_code=None)


def told(**facts) -> list[tuple[str, str]]:
    content = cleaned(replace(JANIS, **facts))
    return [(each.field, each.code) for each in content_problems(content, TODAY)]


def test_a_person_as_they_should_be_has_no_problem():
    assert told() == []
    assert told(needs=tuple(Need), sex="", birth_date=None, personal_code="") == []


def test_what_is_typed_is_tidied_and_the_code_kept_as_digits():
    typed = ResidentContent("  Bērziņš  Ozols", " Jānis ", " 161175-19997", needs=("a", "b", "a"))
    kept = cleaned(typed)
    assert (kept.surname, kept.given_name) == ("Bērziņš Ozols", "Jānis")
    assert (kept.personal_code, kept.needs) == ("16117519997", ("a", "b"))
    assert cleaned(replace(typed, personal_code=" 12 ")).personal_code == "12"


def test_every_problem_is_told_beside_its_field():
    assert told(
        surname="",
        given_name="J1",
        personal_code="12",
        birth_date=date(2026, 11, 23),
        sex="x",
        needs=("wings",),
    ) == [
        ("surname", "text-missing"),
        ("given_name", "name-sign"),
        ("personal_code", "personal-code-shape"),
        ("birth_date", "birth-date-in-future"),
        ("sex", "choice-unknown"),
        ("needs", "choice-unknown"),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1899, 12, 31), [("birth_date", "date-out-of-range")]),
        (date(1900, 1, 1), []),
        (TODAY, []),
        (date(2026, 11, 23), [("birth_date", "birth-date-in-future")]),
    ],
)
def test_a_birth_date_lies_between_1900_and_today(day, expected):
    assert told(birth_date=day, personal_code="") == expected


def test_res_04_a_code_is_one_persons_and_the_other_is_named():
    content = replace(JANIS, surname="Cits", birth_date=None)
    (found,) = others_problems(content, [replace_known(same_name=False, code="16117519997")])
    assert (found.code, found.severity) == ("personal-code-taken", Severity.ERROR)
    assert found.facts == {"resident_id": 7, "name": "Bērziņš Jānis"}
    assert found.field == "personal_code"


def test_res_04_two_people_without_a_code_do_not_share_one():
    content = replace(JANIS, personal_code="", birth_date=None)
    assert others_problems(content, [OTHER]) == ()


def test_res_08_the_same_name_and_birth_date_is_a_warning():
    (found,) = others_problems(JANIS, [OTHER])
    assert (found.code, found.severity) == ("resident-may-exist", Severity.WARNING)
    assert found.facts["resident_id"] == 7
    assert found.field == "surname"


@pytest.mark.parametrize(
    ("same_name", "birth_date", "warned"),
    [
        (True, date(1975, 11, 16), True),
        (True, date(1975, 11, 17), False),
        (True, None, False),
        (False, date(1975, 11, 16), False),
    ],
)
def test_res_08_one_of_the_two_alone_is_no_duplicate(same_name, birth_date, warned):
    other = replace(OTHER, same_name=same_name, birth_date=birth_date)
    assert bool(others_problems(JANIS, [other])) is warned


def test_res_08_two_of_one_name_whose_birth_dates_nobody_knows_are_warned_of():
    content = replace(JANIS, birth_date=None)
    assert len(others_problems(content, [replace(OTHER, birth_date=None)])) == 1


def test_of_everybody_alike_each_is_named_once():
    same = replace_known(same_name=True, code="16117519997")
    found = others_problems(JANIS, [same, OTHER])
    assert [each.code for each in found] == ["personal-code-taken", "resident-may-exist"]


def replace_known(*, same_name: bool, code: str) -> Known:
    return replace(OTHER, same_name=same_name, personal_code=code)
