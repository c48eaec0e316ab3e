"""The words of the official form."""

from datetime import date

from openblock.features.roster.rules.limits import Limits
from openblock.features.roster.sheets.form_words import approval_words, columns_of, row_words


def test_the_night_of_the_head_is_the_one_that_is_counted():
    block = tuple(date(2026, month, 1) for month in range(1, 5))
    (_title, hours), _over, _days = columns_of(block, Limits(night_from=23 * 60, night_to=5 * 60))
    assert hours[2].head == "of them at night 23.00–05.00"


def test_only_hours_are_hours_and_days_are_counted():
    block = tuple(date(2026, month, 1) for month in range(1, 5))
    groups = columns_of(block, Limits())
    assert [len(columns) for _title, columns in groups] == [4, 5, 5]
    assert [any(each.in_hours for each in columns) for _title, columns in groups] == [
        True,
        True,
        False,
    ]


def test_the_rows_and_who_approves_are_named():
    assert row_words() == ("hours", "at night", "call-outs")
    assert approval_words(date(2026, 4, 1))[-1] == "2026"
