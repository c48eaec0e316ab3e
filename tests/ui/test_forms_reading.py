"""Dates, times and degrees as officers type them."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.ui.forms import read_day, read_degrees, read_minute

NEAR = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    ["22.11.", "22.11", "22.11.2026", "22.11.2026.", "22/11/26", "2026-11-22", "2211", " 22 11 "],
)
def test_many_ways_to_type_one_day(text: str) -> None:
    assert read_day(text, NEAR) == NEAR


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    assert read_day("05.01.", date(2026, 12, 20)) == date(2027, 1, 5)
    assert read_day("30.12.", date(2027, 1, 4)) == date(2026, 12, 30)
    assert read_day("29.02.", date(2027, 12, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        *("", "31.02.", "32.01.2026", "soon", "1.13.", "22.11.202"),
        *("0001-01-01", "31.12.9999", "9999-12-30"),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_day(text, NEAR) is None


@pytest.mark.parametrize(
    ("text", "minute"),
    [("08:30", 510), ("8.30", 510), ("830", 510), ("8", 480), ("24:00", 1440), ("0000", 0)],
)
def test_many_ways_to_type_one_time(text: str, minute: int) -> None:
    assert read_minute(text) == minute


@pytest.mark.parametrize("text", ["", "25", "8:60", "24:01", "half past"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_minute(text) is None


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [
        ("56.79", 5679),
        ("56,79\N{DEGREE SIGN}", 5679),
        (" 56 ", 5600),
        ("56.7951", 5680),
        ("-0.5", -50),
        ("\N{MINUS SIGN}90.00", -9000),
        ("999", 99900),
    ],
)
def test_many_ways_to_type_degrees(text: str, hundredths: int) -> None:
    assert read_degrees(text) == hundredths


@pytest.mark.parametrize("text", ["", "N 56", "56.", "56.7.9", "1000", "--5", "56 47"])
def test_what_is_no_degrees_is_none(text: str) -> None:
    assert read_degrees(text) is None
