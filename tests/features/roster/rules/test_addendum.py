"""A correction of a closed month is of one of its days, of some minutes, and says why."""

from datetime import date

import pytest

from openblock.features.roster.rules.addendum import addendum_problems

MONTH = date(2026, 1, 1)
DAY = date(2026, 1, 31)
WHY = "Dežūra beidzās vēlāk"


@pytest.mark.parametrize(
    ("day", "minutes", "night", "reason", "fields"),
    [
        (DAY, 1500, -1500, WHY, []),
        (DAY, 0, 60, "12345", []),
        (date(2026, 2, 1), 60, 0, WHY, ["day"]),
        (date(2025, 1, 31), 60, 0, WHY, ["day"]),
        (DAY, 0, 0, WHY, ["minutes"]),
        (DAY, -1501, 0, WHY, ["minutes"]),
        (DAY, 60, 1501, WHY, ["night_minutes"]),
        (DAY, 60, 0, " 1234 ", ["reason"]),
        (DAY, 60, 0, "x" * 501, ["reason"]),
        (DAY, 60, 0, f"{WHY}\u202e", ["reason"]),
    ],
)
def test_a_correction_is_refused_by_field_just_past_each_bound(day, minutes, night, reason, fields):
    found = addendum_problems(MONTH, day, minutes, night, reason)
    assert [each.field for each in found] == fields
