"""The codes of mentors: short, all different, none the beginning of another, always the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from openblock.features.shadowing.rules.codes import codes_of, mentor_codes, plain_code

NAMES = st.text("abcdeēļŠß-'< ", min_size=1, max_size=6)
PEOPLE = st.lists(st.tuples(NAMES, NAMES), max_size=30).map(
    lambda names: [(number, *name) for number, name in enumerate(names, start=1)]
)


def codes(*names):
    """Codes in the order the people are given in, as surname and given name."""
    found = mentor_codes((number, *name.split()) for number, name in enumerate(names))
    return [found[number] for number in range(len(names))]


def test_a_code_is_the_initials_given_name_first():
    assert codes("Liepa Agnese", "Čakste Gunārs", "Ņikitina Vera") == ["AL", "GČ", "VŅ"]


def test_where_two_would_be_equal_both_get_a_letter_that_tells_them_apart():
    assert codes("Liepa Agnese", "Lācis Andris") == ["ALI", "ALĀ"]
    assert codes("Bērziņš Andris", "Bērziņa Anna") == ["ABŠ", "ABA"]
    assert codes("Bērziņš Andris", "Bērziņa Anna", "Bite Aija") == ["ABŠ", "ABA", "ABI"]


def test_initials_that_differ_by_a_diacritic_only_are_told_apart_too():
    first, second = codes("Cepurītis Ģirts", "Čakste Gunārs")
    assert (first[:2], second[:2]) == ("ĢC", "GČ")
    assert plain_code(first) != plain_code(second)


def test_people_of_one_name_get_figures_in_order():
    assert codes("Liepa Anna", "Liepa Anna", "Ozola Ilze") == ["ALI", "ALE", "IO"]
    assert codes(*["Li Anna"] * 3) == ["ALI", "AL1", "AL2"]
    many = codes(*["L Anna"] * 12)
    assert (many[0], many[11]) == ("AL01", "AL12")


def test_a_name_without_letters_has_a_code_all_the_same():
    assert codes("<b>& <i>") == ["IB"]
    assert mentor_codes([(1, "-", ".")]) == {1: "XX"}


@given(PEOPLE)
def test_no_code_is_the_beginning_of_another_even_without_diacritics(people):
    found = mentor_codes(people)
    assert set(found) == {number for number, _surname, _given in people}
    plain = [plain_code(each) for each in found.values()]
    assert len(set(plain)) == len(plain)
    assert not [
        (one, other) for one in plain for other in plain if one != other and other.startswith(one)
    ]


@given(PEOPLE, st.randoms())
def test_the_codes_do_not_depend_on_the_order_people_are_read_in(people, chance):
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert mentor_codes(shuffled) == mentor_codes(people)


def test_what_is_typed_finds_codes_by_their_beginning_without_case_and_diacritics():
    known = {"AL": 1, "GČ": 2, "GB": 3}
    assert sorted(codes_of("g", known)) == [2, 3]
    assert list(codes_of(" gc ", known)) == [2]
    assert list(codes_of("x", known)) == []
