"""Every date between two is there once, whatever year it is in."""

from datetime import date

from openblock.features.roster.queries import calendar_days
from openblock.features.roster.queries.calendar import span
from openblock.features.roster.rules import DayKind


def test_a_span_has_both_its_ends():
    assert list(span(date(2028, 2, 28), date(2028, 3, 1))) == [
        date(2028, 2, 28),
        date(2028, 2, 29),
        date(2028, 3, 1),
    ]


def test_the_turn_of_the_year_is_read_from_both_years(store):
    days = store.read(calendar_days, date(2026, 12, 30), date(2027, 1, 2))
    kinds = [each.kind for each in days]
    assert kinds == [DayKind.WORKDAY, DayKind.HOLIDAY, DayKind.HOLIDAY, DayKind.WEEKEND]
