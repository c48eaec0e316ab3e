from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from openblock.errors import Severity
from openblock.features.staff.rules import (
    RANKS,
    Bearers,
    MentorStanding,
    OfficerContent,
    account_problems,
    cleaned,
    mentor_standing,
    problems_of,
    seniority,
    serves_on,
)

JANIS = OfficerContent("A-1", "Jānis", "Bērzgrauds", date(2026, 1, 1))


def told(content) -> list[tuple[str, str]]:
    return [(found.field, found.code) for found in problems_of(cleaned(content))]


@pytest.mark.parametrize(
    "name",
    [
        "O'Brien <b>&",
        "Āčēģīķļņšūž-Žūšņļķīģēčā",
        "St. Ērgle",
        "Ø",
        "Š" * 100,
        "Bērziņa (Kalniņa)",
        "x" * 90,
    ],
)
def test_names_print_as_typed_so_every_visible_sign_is_taken(name):
    assert told(replace(JANIS, surname=name, given_name=name)) == []


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\n", "\t", "\x7f", "\u200b", "\u202e", "\ud800"])
def test_what_cannot_be_seen_is_refused_in_every_text(sign):
    content = replace(JANIS, surname=f"Bē{sign}rziņš")
    (found,) = problems_of(cleaned(content))
    assert (found.code, found.field) == ("text-not-printable", "surname")
    assert found.facts == {"place": 3, "sign": f"U+{ord(sign):04X}"}


def test_spaces_are_tidied_and_letters_composed():
    typed = replace(JANIS, surname="  Be\u0304rzin\u0327s\u030c  \N{NO-BREAK SPACE}Ozols ")
    assert cleaned(typed).surname == "Bērziņš Ozols"


def test_all_problems_are_told_and_not_only_the_first():
    empty = OfficerContent(" ", "", "x" * 101, date(2026, 5, 1), last_day=date(2026, 4, 30), team=0)
    assert told(empty) == [
        ("badge", "text-missing"),
        ("given_name", "text-missing"),
        ("surname", "text-too-long"),
        ("team", "officer-team-out-of-range"),
        ("last_day", "officer-leaves-before-start"),
    ]


@pytest.mark.parametrize("year", [1949, 2101])
def test_a_mistyped_year_is_refused(year):
    assert told(replace(JANIS, active_from=date(year, 1, 1))) == [
        ("active_from", "date-out-of-range")
    ]


def test_a_mentor_without_a_certificate_is_only_mentioned():
    (found,) = problems_of(replace(JANIS, is_mentor=True))
    assert found.severity is Severity.INFORMATION


def test_a_badge_of_another_is_an_error_whatever_its_case():
    other = replace(JANIS, badge="a-1 ", surname="Cits")
    found = list(Bearers([(1, JANIS)]).clashes(2, other))
    assert [(each.code, each.severity) for each in found] == [
        ("officer-badge-taken", Severity.ERROR)
    ]


def test_the_same_name_is_a_warning_for_it_may_be_true():
    other = replace(JANIS, badge="A-2", surname="BĒRZGRAUDS")
    (found,) = Bearers([(1, JANIS)]).clashes(2, other)
    assert (found.code, found.severity) == ("officer-same-name", Severity.WARNING)
    assert found.facts == {"name": "Bērzgrauds Jānis", "badge": "A-1"}


def test_nobody_clashes_with_oneself():
    assert list(Bearers([(1, JANIS)]).clashes(1, JANIS)) == []


@pytest.mark.parametrize(
    ("day", "serves"),
    [
        (date(2026, 1, 1), True),
        (date(2025, 12, 31), False),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_the_first_and_the_last_day_are_served(day, serves):
    assert serves_on(date(2026, 1, 1), date(2026, 6, 30), day) is serves


def test_without_a_last_day_service_goes_on():
    assert serves_on(date(2026, 1, 1), None, date(2099, 1, 1))


@pytest.mark.parametrize(
    ("flag", "until", "standing"),
    [
        (False, date(2030, 1, 1), MentorStanding.NOT_A_MENTOR),
        (True, None, MentorStanding.NOT_CERTIFIED),
        (True, date(2026, 11, 21), MentorStanding.EXPIRED),
        (True, date(2026, 11, 22), MentorStanding.CERTIFIED),
    ],
)
def test_a_mentor_needs_a_certificate_on_the_day(flag, until, standing):
    day = date(2026, 11, 22)
    assert mentor_standing(is_mentor=flag, certified_until=until, day=day) is standing


def test_ranks_stand_by_seniority_in_every_spelling():
    assert [seniority(forms[0]) for forms in RANKS] == list(range(len(RANKS)))
    assert seniority("V. SERŽ.") == seniority("virsserzante") == seniority("virsseržants")
    assert seniority("kapteinis") < seniority("leitnante") < seniority("ierindnieks")
    assert seniority("cits") == seniority("") == len(RANKS)


@pytest.mark.parametrize(
    ("role", "bearer", "told"),
    [
        ("duty_officer", "", []),
        ("administrator", "", []),
        ("duty_officer", "Ozols Jānis", ["officer-account-taken"]),
        ("trainee", "", ["officer-account-trainee"]),
    ],
)
def test_an_account_is_one_officers_and_never_a_trainees(role, bearer, told):
    assert [found.code for found in account_problems(role, bearer)] == told
