"""Latvian words are ordered, searched, dated and counted as a Latvian reader expects."""

from datetime import date

import pytest
from babel.dates import get_day_names, get_month_names

from openblock import i18n
from openblock.clock import at

SUNDAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    i18n.set_language("en")


def test_the_alphabet_orders_letters_with_marks_as_letters_of_their_own():
    ordered = ["Cīrulis", "Čakste", "Dūmiņa", "Ģērmane", "Ivo", "Yvo", "Jānis", "Krūms"]
    ordered += ["Ķirsis", "Lācis", "Ļaudāns", "Nora", "Ņina", "Sala", "Šķēle", "Zīle", "Žagars"]
    mixed = [*ordered[1::2], *ordered[::2]]
    assert sorted(mixed, key=i18n.sort_key) == ordered


def test_a_long_vowel_decides_only_between_words_that_are_otherwise_the_same():
    assert sorted(["Ābele", "Abele", "Abols"], key=i18n.sort_key) == ["Abele", "Ābele", "Abols"]


def test_the_order_ignores_case_and_how_a_letter_is_encoded():
    decomposed = "A\u0304bols"
    assert i18n.sort_key(decomposed)[:2] == i18n.sort_key("ĀBOLS")[:2]


@pytest.mark.parametrize(
    ("typed", "name"), [("berzins", "Bērziņš"), ("KENGIS", "Ķeņģis"), ("o'brien", "O'Brien")]
)
def test_a_search_ignores_case_and_diacritics(typed, name):
    assert i18n.search_key(typed) == i18n.search_key(name)


def test_dates_are_written_as_each_language_writes_them():
    i18n.set_language("lv")
    assert i18n.format_day(SUNDAY) == "22.11.2026."
    assert i18n.format_short_day(SUNDAY) == "22.11."
    assert i18n.format_long_day(SUNDAY) == "svētdiena, 22.11.2026."
    assert i18n.format_month(SUNDAY) == "2026. gada novembris"
    assert i18n.weekday_letters(SUNDAY) == "Sv"
    i18n.set_language("en")
    assert i18n.format_day(SUNDAY) == "22/11/2026"
    assert i18n.format_short_day(SUNDAY) == "22 Nov"
    assert i18n.format_long_day(SUNDAY) == "Sunday, 22 November 2026"
    assert i18n.format_month(SUNDAY) == "November 2026"
    assert i18n.weekday_letters(SUNDAY) == "Su"


def test_times_are_those_of_the_wall_clock_with_a_leading_zero():
    assert i18n.format_time(at(SUNDAY, 8 * 60 + 30)) == "08:30"
    assert i18n.format_moment(at(SUNDAY, 540)) == "22/11/2026 09:00"
    assert i18n.format_minute(1500) == "01:00"


@pytest.mark.parametrize(
    ("minutes", "lv", "en"),
    [(11520, "192", "192"), (450, "7,5", "7.5"), (-60, "\u22121", "\u22121"), (0, "0", "0")],
)
def test_hours_have_no_needless_decimals_and_a_true_minus(minutes, lv, en):
    i18n.set_language("lv")
    assert i18n.format_hours(minutes) == lv
    i18n.set_language("en")
    assert i18n.format_hours(minutes) == en


@pytest.mark.parametrize(
    ("hundredths", "lv", "en"),
    [(5679, "56,79", "56.79"), (-50, "\u22120,50", "\u22120.50"), (0, "0,00", "0.00")],
)
def test_degrees_have_two_decimals_and_a_true_minus(hundredths, lv, en):
    i18n.set_language("lv")
    assert i18n.format_degrees(hundredths) == lv
    i18n.set_language("en")
    assert i18n.format_degrees(hundredths) == en


def test_thousands_are_set_apart_by_a_space_that_does_not_break():
    assert i18n.format_number(-12345) == "\u221212\u00a0345"


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="de"):
        i18n.set_language("de")


def test_words_for_numbers_have_their_latvian_forms():
    i18n.set_language("lv")
    forms = {n: i18n.n_("{number} row", "{number} rows", n) for n in (0, 1, 2, 11, 21)}
    assert forms[1].partition(" ")[2] == forms[21].partition(" ")[2]
    assert forms[2].partition(" ")[2] != forms[1].partition(" ")[2]
    assert all(text.startswith(str(n)) for n, text in forms.items())


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "lv_LV.UTF-8"}, "lv"),
        ({"LANG": "lv_LV.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LC_MESSAGES": "lv"}, "lv"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_system_decides_until_somebody_chooses(
    monkeypatch, environment, language
):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert i18n.system_language() == language


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_months_and_weekdays_are_named_as_the_locale_data_names_them(language):
    i18n.set_language(language)
    months, days = (
        get_month_names("wide", "stand-alone", language),
        get_day_names("wide", "format", language),
    )
    for number in range(1, 13):
        assert months[number] in i18n.format_month(date(2026, number, 1))
    for number in range(7):
        assert i18n.weekday_name(date(2026, 11, 16 + number)) == days[number]


def test_english_short_months_are_those_of_the_locale_data():
    i18n.set_language("en")
    short = get_month_names("abbreviated", "stand-alone", "en")
    shown = [i18n.format_short_day(date(2026, number, 1)) for number in range(1, 13)]
    assert shown == [f"1 {short[number]}" for number in range(1, 13)]
