"""What a call-out may be, on both sides of each bound."""

from datetime import UTC, datetime, timedelta

import pytest

from openblock.features.roster.rules import call_out_problems

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("start", "end", "reason", "expected"),
    [
        (NOW - 2 * HOUR, NOW - HOUR, "alarm", []),
        (NOW, NOW + HOUR, "alarm", []),
        (NOW + MINUTE, NOW + HOUR, "alarm", [("call-out-in-future", "starts_at")]),
        (NOW - HOUR, NOW - HOUR + MINUTE, "alarm", []),
        (NOW - HOUR, NOW - HOUR, "alarm", [("call-out-backwards", "ends_at")]),
        (NOW - 25 * HOUR, NOW, "alarm", []),
        (NOW - 25 * HOUR - MINUTE, NOW, "alarm", [("call-out-too-long", "ends_at")]),
        (NOW - HOUR, NOW, "  alr  ", [("call-out-reason", "reason")]),
        (NOW - HOUR, NOW, "x" * 200, []),
        (NOW - HOUR, NOW, "x" * 201, [("call-out-reason", "reason")]),
        (NOW - HOUR, NOW, "alarm\u202e", [("text-not-printable", "reason")]),
    ],
)
def test_a_call_out_has_begun_lasts_a_day_at_most_and_says_why(start, end, reason, expected):
    problems = call_out_problems(start, end, reason, NOW)
    assert [(each.code, each.field) for each in problems] == expected
