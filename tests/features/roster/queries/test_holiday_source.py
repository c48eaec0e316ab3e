"""What the holidays library says of Latvia, with names in both languages."""

from datetime import date

import pytest

from openblock.features.roster.queries.holiday_source import library_days, source_version
from openblock.features.roster.rules import DayKind


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 6, 22), DayKind.MOVED_OFF),
        (date(2026, 6, 27), DayKind.MOVED_ON),
        (date(2025, 5, 2), DayKind.MOVED_OFF),
        (date(2025, 5, 10), DayKind.MOVED_ON),
        (date(2026, 6, 24), DayKind.HOLIDAY),
    ],
)
def test_holidays_and_decreed_swaps_are_told_apart(day, kind):
    assert {each: found for each, found, _lv, _en in library_days(day.year)}[day] is kind


def test_every_day_has_a_name_in_both_languages():
    for day, _kind, lv, en in library_days(2026):
        assert day.year == 2026
        assert lv
        assert en
        assert lv != en


def test_the_librarys_version_is_known():
    assert source_version()[0].isdigit()
