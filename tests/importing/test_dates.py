from __future__ import annotations

from datetime import date, datetime

import pytest

from openblock.importing import dates
from openblock.importing.cells import Unreadable

DAY = date(2026, 11, 22)
TIMED = datetime(2026, 11, 22, 14, 30)  # noqa: DTZ001 - the wall clock's, as a spreadsheet has it


def refused(reader, cell) -> str:
    with pytest.raises(Unreadable) as reason:
        reader(cell)
    return reason.value.code


@pytest.mark.parametrize(
    "cell",
    [
        "2026.11.22",
        "2026/11/22",
        "2026.11.22.",
        "22-11-2026",
        "2026. gada 22. novembris",
        "2026.gada 22.novembrī",
        "2026. g. 22. nov.",
        "22. novembris 2026",
        "22 November 2026",
        "22-Nov-2026",
    ],
)
def test_a_date_is_read_with_its_month_in_words_or_its_year_first(cell):
    assert dates.day(cell) == DAY


@pytest.mark.parametrize("month", ["janvāris", "marts", "maijs", "jūnijs", "jūlijs", "oktobris"])
def test_every_latvian_month_is_told_from_the_others(month):
    number = {"janvāris": 1, "marts": 3, "maijs": 5, "jūnijs": 6, "jūlijs": 7, "oktobris": 10}
    assert dates.day(f"2. {month} 2026").month == number[month]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2026.13.1", "cell-no-such-date"),
        ("2026-02-30", "cell-no-such-date"),
        ("22.11.26", "cell-short-year"),
        ("22/11/26.", "cell-short-year"),
        ("03/04/2026", "cell-date-two-ways"),
        ("3-4-2026", "cell-date-two-ways"),
        ("22. brīvembris 2026", "cell-not-a-date"),
        ("22.11.2026 14:30", "cell-date-with-time"),
        (TIMED, "cell-date-with-time"),
        ("46348", "cell-number-for-date"),
    ],
)
def test_what_may_be_another_date_than_it_seems_is_refused(cell, code):
    assert refused(dates.day, cell) == code


def test_day_and_month_that_are_the_same_cannot_be_taken_for_each_other():
    assert dates.day("04/04/2026") == date(2026, 4, 4)


@pytest.mark.parametrize(
    "cell",
    [
        TIMED,
        "22.11.2026 14:30",
        "22.11.2026. 14.30",
        "22.11.2026. plkst. 14.30",
        "22.11.2026, 14:30:15",
        "2026-11-22T14:30:00.000",
        "2026. gada 22. novembris 14:30",
    ],
)
def test_a_moment_is_a_day_with_its_time(cell):
    assert dates.moment(cell) == TIMED


@pytest.mark.parametrize("cell", ["22.11.2026", "22.11.2026 00:00", "22. 11. 2026", DAY])
def test_a_moment_without_a_time_or_at_midnight_is_a_day_alone(cell):
    found = dates.moment(cell)
    assert found == DAY
    assert not isinstance(found, datetime)


@pytest.mark.parametrize("cell", ["22.11.2026 24:10", "22.11.2026 9:60"])
def test_a_time_that_no_clock_shows_is_refused(cell):
    assert refused(dates.moment, cell) == "cell-no-such-time"


def test_a_time_without_a_date_is_no_moment():
    assert refused(dates.moment, "plkst. 14.30") == "cell-not-a-date"
