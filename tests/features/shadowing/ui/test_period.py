"""The days the practice grid shows."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.shadowing.ui.period import FORTNIGHT, MONTH, SPANS, WEEK, Period, within
from openblock.i18n import set_language

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (FORTNIGHT, date(2026, 11, 16), date(2026, 11, 29)),
        (MONTH, date(2026, 11, 1), date(2026, 11, 30)),
    ],
)
def test_weeks_begin_on_monday_and_months_on_the_first(span: str, first: date, last: date) -> None:
    period = Period(SUNDAY, span)
    assert (period.first, period.last) == (first, last)
    assert period.holds(first)
    assert period.holds(last)
    assert not period.holds(date.fromordinal(last.toordinal() + 1))


@pytest.mark.parametrize("span", SPANS)
def test_a_step_leads_to_the_day_after_the_last_and_back(span: str) -> None:
    period = Period(SUNDAY, span)
    later = period.step(1)
    assert later.first.toordinal() == period.last.toordinal() + 1
    assert later.step(-1).first == period.first


def test_two_weeks_are_what_is_shown_at_first() -> None:
    assert Period(SUNDAY).span == FORTNIGHT


def test_titles_are_said_in_both_languages() -> None:
    assert Period(SUNDAY).title == "16 Nov – 29 Nov 2026"
    assert Period(SUNDAY, MONTH).title == "November 2026"
    set_language("lv")
    assert Period(SUNDAY).title == "16.11. – 29.11.2026."


def test_a_day_that_is_shown_leaves_the_days_as_they_are() -> None:
    period = Period(SUNDAY)
    assert period.around(date(2026, 11, 29)) is period
    assert period.around(date(2026, 11, 30)).first == date(2026, 11, 30)


@pytest.mark.parametrize("span", SPANS)
def test_the_arrows_stop_where_the_calendar_does(span: str) -> None:
    last = Period(date(2100, 12, 31), span)
    assert last.step(1).step(1).last >= last.last
    assert Period(date(1950, 1, 1), span).step(-1).first <= date(1950, 1, 1)
    assert within(date.min) == date(1950, 1, 1)
