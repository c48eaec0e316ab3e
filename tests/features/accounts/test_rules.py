"""Names, passwords, administrators and settings, rule by rule."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.features.accounts import rules
from openblock.features.accounts.rules import Strength, settings


def codes(problems):
    return [problem.code for problem in problems]


def test_a_name_is_tidied_and_composed():
    typed = "  " + unicodedata.normalize("NFD", "Bērziņš") + "   Andris\t"
    assert rules.tidy_name(typed) == "Bērziņš Andris"


@pytest.mark.parametrize("name", ["O'Brien <b>&", "Ž" * 90, "Ērika Ķēniņa-Šļūka"])
def test_a_name_that_somebody_has_is_accepted(name):
    assert rules.name_problems(name) == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name-missing"),
        ("Ž" * 121, "name-too-long"),
        ("Anna\x00", "name-unreadable"),
        ("Anna\u202e", "name-unreadable"),
        ("ANNA BĒRZIŅA", "name-taken"),
    ],
)
def test_a_name_that_cannot_stand_is_refused_at_its_field(name, code):
    (problem,) = rules.name_problems(name, {rules.name_key("Anna Bērziņa")})
    assert (problem.code, problem.field) == (code, "name")


def test_a_password_needs_only_length_and_the_same_twice():
    assert rules.password_problems("aaaaaaaaaa", "aaaaaaaaaa") == ()


def test_every_problem_of_a_password_is_told_at_once():
    found = rules.password_problems("short", "other")
    assert codes(found) == ["password-too-short", "passwords-differ"]
    assert [problem.field for problem in found] == ["password", "again"]


def test_a_very_long_password_is_refused_and_not_cut():
    assert codes(rules.password_problems("x" * 513, "x" * 513)) == ["password-too-long"]
    assert rules.password_problems("x" * 512, "x" * 512) == ()


def test_the_own_name_is_no_password():
    assert codes(rules.password_problems("anna bērziņa", "anna bērziņa", "Anna Bērziņa")) == [
        "password-is-name"
    ]


def test_a_password_typed_on_another_keyboard_is_the_same_password():
    composed, apart = "ģimenes ķīlis", unicodedata.normalize("NFD", "ģimenes ķīlis")
    assert composed != apart
    assert rules.password_problems(composed, apart) == ()
    assert rules.plain_password(apart) == composed


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("īsa", Strength.SHORT),
        ("aaaaaaaaaaaa", Strength.GUESSABLE),
        ("abcdefghijkl", Strength.GUESSABLE),
        ("12345678901", Strength.GUESSABLE),
        ("manaparole22", Strength.GUESSABLE),
        ("andris-1234x", Strength.GUESSABLE),
        ("zaļš kaķis", Strength.FAIR),
        ("trīs zaļi kaķi uz jumta", Strength.STRONG),
    ],
)
def test_advice_on_a_password_follows_how_it_would_be_guessed(password, expected):
    assert rules.strength(password, "Bērziņš Andris") == expected


@given(st.text(), st.text(), st.text())
def test_no_text_at_all_breaks_the_rules_of_names_and_passwords(name, password, again):
    rules.name_problems(rules.tidy_name(name))
    rules.password_problems(password, again, name)
    rules.strength(password, name)


def test_one_administrator_must_stay():
    assert codes(rules.administrator_problems(0)) == ["last-administrator"]
    assert rules.administrator_problems(1) == ()


def test_every_default_but_the_block_name_is_a_good_value():
    bad = [key for key, value in settings.DEFAULTS.items() if settings.setting_problems(key, value)]
    assert bad == ["block_name"]


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("idle_minutes", 0, "setting-out-of-range"),
        ("idle_minutes", 16, "setting-out-of-range"),
        ("idle_minutes", "5", "setting-kind"),
        ("idle_minutes", True, "setting-kind"),
        ("shift_start", 1440, "setting-out-of-range"),
        ("shift_start", None, "setting-kind"),
        ("list_names", 1, "setting-kind"),
        ("block_name", "", "setting-missing"),
        ("block_name", "x" * 81, "setting-too-long"),
        ("block_name", "a\x07b", "name-unreadable"),
        ("latitude", 9001, "setting-out-of-range"),
        ("longitude", -18001, "setting-out-of-range"),
        ("daylight_mode", "moonlight", "setting-kind"),
        ("colour", "red", "setting-unknown"),
    ],
)
def test_a_setting_out_of_its_kind_or_range_is_refused_at_its_field(key, value, code):
    (problem,) = settings.setting_problems(key, value)
    assert (problem.code, problem.field) == (code, key)


def test_a_folder_keeps_its_inner_spaces_and_a_name_does_not():
    assert settings.tidy_value("backup_folder", " /a  b ") == "/a  b"
    assert settings.tidy_value("block_name", " The   block ") == "The block"
    assert settings.tidy_value("idle_minutes", 5) == 5
    assert settings.tidy_value("colour", " x ") == " x "
