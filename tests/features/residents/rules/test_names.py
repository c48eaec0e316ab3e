"""RES-01 with its boundaries on both sides."""

from __future__ import annotations

import pytest

from openblock.features.residents.rules.names import LINES, name_problems, tidy, unseen_problems


def told(name: str) -> list[str]:
    return [each.code for each in name_problems("surname", tidy(name))]


@pytest.mark.parametrize(
    "name",
    [
        "Bērziņš",
        "A",
        "O'Brien",
        "O’Brien",
        "Kalniņa-Ozola",
        "St. Ērgle",
        "de la Cruz",
        "Іваненко",
        "محمد",
        "Nguyễn",
        "x\N{COMBINING CIRCUMFLEX ACCENT BELOW}",
        "नरेन्द्र",
    ],
)
def test_res_01_letters_of_all_alphabets_and_four_signs_are_taken(name):
    assert told(name) == []


@pytest.mark.parametrize(
    ("name", "sign", "place"),
    [
        ("Bērziņš2", "2", 8),
        ("Bēr,ziņš", ",", 4),
        ("(Kalniņa)", "(", 1),
        ("Ber<b>", "<", 4),
        ("O`Brien", "`", 2),
        ("A/B", "/", 2),
        ("Ozols_", "_", 6),
        ("A😀", "😀", 2),
    ],
)
def test_res_01_another_sign_is_refused_by_itself_and_its_place(name, sign, place):
    (found,) = name_problems("given_name", tidy(name))
    assert (found.code, found.field) == ("name-sign", "given_name")
    assert found.facts == {"sign": sign, "place": place}


@pytest.mark.parametrize("sign", ["\x00", "\n", "\t", "\u200b", "\u202e", "\ud800"])
def test_res_01_what_cannot_be_seen_is_refused_by_its_number(sign):
    (found,) = name_problems("surname", tidy(f"Bē{sign}rziņš"))
    assert found.code == "text-not-printable"
    assert found.facts == {"place": 3, "sign": f"U+{ord(sign):04X}"}


@pytest.mark.parametrize(
    "sign",
    ["\u034f", "\u115f", "\u1160", "\u17b4", "\u180b", "\u3164", "\ufe0f", "\uffa0", "\U000e0101"],
)
def test_res_01_a_letter_that_shows_nothing_makes_no_second_name_that_looks_the_same(sign):
    assert told(sign) == ["text-not-printable"]
    (found,) = name_problems("surname", tidy(f"Bē{sign}rziņš"))
    assert found.facts == {"place": 3, "sign": f"U+{ord(sign):04X}"}


@pytest.mark.parametrize("sign", ["\x00", "\u200b", "\u202e", "\ud800", "\n"])
def test_the_first_sign_of_a_text_that_cannot_be_seen_is_told_by_its_place(sign):
    (found,) = unseen_problems("remark", f"va{sign}i{sign}")
    assert (found.code, found.field) == ("text-not-printable", "remark")
    assert found.facts == {"place": 3, "sign": f"U+{ord(sign):04X}"}
    assert list(unseen_problems("remark", "divas\nrindas\t…", LINES)) == []


@pytest.mark.parametrize(
    ("length", "expected"), [(0, ["text-missing"]), (1, []), (100, []), (101, ["text-too-long"])]
)
def test_res_01_a_name_has_one_to_a_hundred_characters(length, expected):
    assert told("Š" * length) == expected


def test_res_01_doubled_spaces_do_not_count():
    assert told("  " + "a" * 50 + "     " + "b" * 49 + " ") == []
    assert told("   ") == ["text-missing"]


@pytest.mark.parametrize("name", ["-", ".", "'", "- -"])
def test_res_01_signs_alone_are_no_name(name):
    assert told(name) == ["name-without-letter"]


def test_res_01_all_that_is_wrong_is_told():
    assert told("1" * 101) == ["text-too-long", "name-sign"]


def test_spaces_become_one_and_letters_are_composed():
    typed = "  Be\u0304rzin\u0327s\u030c  \N{NO-BREAK SPACE}Ozols "
    assert tidy(typed) == "Bērziņš Ozols"
