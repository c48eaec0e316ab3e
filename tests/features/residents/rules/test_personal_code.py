"""RES-02, RES-03, RES-05 by the vectors of the domain's facts, and by ten thousand codes."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.errors import Severity
from openblock.features.residents.rules.personal_code import (
    birth_date_of,
    check_digit,
    code_problems,
    has_date,
    masked_code,
    parsed_code,
    shown_code,
)

VALID = ("161175-19997", "328673-00679", "010190-15267", "120785-10181", "290296-10830")
GENERATED = 10_000
WEIGHTS = (1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def told(text: str, birth_date: date | None = None, check: str = "warn") -> list[tuple[str, str]]:
    return [(each.code, str(each.severity)) for each in code_problems(text, birth_date, check)]


def remainder(digits: str) -> int:
    return (1101 - sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=False))) % 11


def old_codes(chance: random.Random):
    """Codes of the old form, one century after the other, each with its date."""
    while True:
        day = date(1850, 1, 1) + timedelta(days=chance.randrange(365 * 175))
        century = {18: "0", 19: "1", 20: "2"}[day.year // 100]
        ten = f"{day:%d%m%y}{century}{chance.randrange(1000):03d}"
        yield ten + check_digit(ten), day


def new_codes(chance: random.Random):
    while True:
        ten = f"32{chance.randrange(10**8):08d}"
        yield ten + check_digit(ten), None


def generated():
    chance = random.Random(3)
    for source in (old_codes(chance), new_codes(chance)):
        for _ in range(GENERATED // 2):
            yield next(source)


@pytest.mark.parametrize("code", VALID)
def test_res_02_the_valid_vectors_pass(code):
    assert told(code) == []
    assert check_digit(code.replace("-", "")) == code[-1]


@pytest.mark.parametrize("code", ["328673-00677", "161175-19996"])
def test_res_03_a_wrong_check_digit_is_a_warning_with_old_and_new_codes(code):
    assert told(code) == [("personal-code-check-digit", "warning")]


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("off", []),
        ("warn", [("personal-code-check-digit", "warning")]),
        ("error", [("personal-code-check-digit", "error")]),
    ],
)
def test_res_03_the_setting_says_how_much_a_wrong_check_digit_stops(check, expected):
    assert told("161175-19996", None, check) == expected


@pytest.mark.parametrize("code", ["161375-19997", "290295-10000", "000190-10000", "010190-35267"])
def test_res_02_a_date_or_century_that_does_not_exist_is_an_error(code):
    assert told(code, None, "off") == [("personal-code-date", "error")]


def test_res_02_the_leap_day_exists_in_leap_years_only():
    assert birth_date_of("29029610830") == date(1996, 2, 29)
    assert birth_date_of("29020010000") is None
    assert birth_date_of("29020020000") == date(2000, 2, 29)


@pytest.mark.parametrize(
    "typed",
    [
        "1611751999",
        "161175-199970",
        "16117519997x",
        "16-1175-19997",
        "abc",
        "١٦١١٧٥-١٩٩٩٧",
        "161175_19997",
        "-",
        "161175-1999\N{SUPERSCRIPT SEVEN}",
    ],
)
def test_res_02_other_lengths_and_signs_are_an_error(typed):
    assert parsed_code(typed) is None
    assert told(typed) == [("personal-code-shape", "error")]


@pytest.mark.parametrize(
    "typed",
    [
        "16117519997",
        "161175-19997",
        " 161175 - 19997 ",
        "161175 19997",
        "161175–19997",
        "1 6 1 1 7 5 1 9 9 9 7",
        "161175\N{NON-BREAKING HYPHEN}19997",
    ],
)
def test_res_02_hyphen_and_spaces_are_taken_or_left(typed):
    assert parsed_code(typed) == "16117519997"
    assert told(typed) == []


@pytest.mark.parametrize("typed", ["", "  "])
def test_res_02_a_person_without_a_code_is_no_problem(typed):
    assert told(typed) == []


def test_res_05_another_birth_date_is_a_warning_naming_both():
    (found,) = code_problems("161175-19997", date(1975, 11, 17))
    assert (found.code, found.severity) == ("personal-code-other-date", Severity.WARNING)
    assert found.facts == {"in_code": date(1975, 11, 16), "birth_date": date(1975, 11, 17)}
    assert found.field == "personal_code"
    assert told("161175-19997", date(1975, 11, 16)) == []


def test_res_05_a_new_code_says_nothing_of_a_birth_date():
    assert told("328673-00679", date(1975, 11, 17)) == []
    assert birth_date_of("32867300679") is None
    assert not has_date("32867300679")
    assert has_date("16117519997")


def test_all_that_is_wrong_is_told_at_once():
    assert [code for code, _severity in told("161175-19996", date(2000, 1, 1))] == [
        *("personal-code-other-date", "personal-code-check-digit"),
    ]


@pytest.mark.parametrize(("century", "year"), [("0", 1890), ("1", 1990), ("2", 2090)])
def test_the_seventh_digit_is_the_century(century, year):
    assert birth_date_of(f"010190{century}0000") == date(year, 1, 1)


def test_the_remainder_of_ten_is_written_as_nought():
    assert remainder("0101901001") == 10
    assert check_digit("0101901001") == "0"
    assert told("010190-10010") == []


def test_ten_thousand_valid_codes_pass_and_come_back_as_typed():
    for digits, day in generated():
        assert parsed_code(shown_code(digits)) == digits
        assert birth_date_of(digits) == day
        assert told(digits, day, "error") == []


def mistyped(digits: str):
    """Every code that differs in one digit, and the remainder its first ten digits leave."""
    before = remainder(digits)
    for place, right in enumerate(digits):
        weight = WEIGHTS[place] if place < 10 else 0
        for wrong in "0123456789":
            if wrong != right:
                after = (before - weight * (int(wrong) - int(right))) % 11
                yield digits[:place] + wrong + digits[place + 1 :], after


def test_every_mistyped_digit_is_seen_but_those_that_mod_11_mod_10_cannot_tell():
    """A digit changes the remainder always, for no weight is divisible by 11; 10 is written as 0.

    So nothing passes but a first digit to tenth whose remainder goes from 0 to 10, or back.
    """
    seen = hidden = 0
    for digits, _day in generated():
        before = remainder(digits)
        for typed, after in mistyped(digits):
            found = check_digit(typed) != typed[10]
            assert found is ({before, after} != {0, 10}), typed
            seen += found
            hidden += not found
    assert seen + hidden == GENERATED * 11 * 9
    # Two of eleven codes end in the ambiguous 0, and a tenth of their mistyped digits hides there.
    assert 0 < hidden < GENERATED * 11 * 9 * 0.02


def test_no_mistyped_digit_passes_in_silence_where_date_or_check_digit_can_see_it():
    chance = random.Random(7)
    for digits, _day in generated():
        typed, after = chance.choice(tuple(mistyped(digits)))
        found = [code for code, _severity in told(typed)]
        expected = [] if {remainder(digits), after} == {0, 10} else ["personal-code-check-digit"]
        if has_date(typed) and birth_date_of(typed) is None:
            expected.insert(0, "personal-code-date")
        assert found == expected, (digits, typed)


@given(st.text(max_size=20), st.none() | st.dates())
def test_nothing_typed_crashes_the_check(text, birth_date):
    found = code_problems(text, birth_date)
    assert all(each.field == "personal_code" for each in found)
    assert (parsed_code(text) is None) == (
        [each.code for each in found] == ["personal-code-shape"] or not text.strip()
    )


def test_a_code_is_shown_whole_or_masked():
    assert shown_code("16117512345") == "161175-12345"
    assert masked_code("16117512345") == "******-*2345"
    assert shown_code("") == masked_code("") == ""
