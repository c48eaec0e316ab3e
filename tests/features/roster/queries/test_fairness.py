"""Everybody's part of nights, weekends and holidays: duties counted once, days away left out."""

from datetime import date

import pytest

from openblock.features.roster.queries.fairness import fairness
from tests.factories import with_officer, with_templates
from tests.features.roster.working import HOUR, JANUARY, call_out, days, lay_24_72, put

LAST = date(2026, 1, 31)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def share(store, officer, first=JANUARY, last=LAST):
    (found,) = [
        each for each in store.read(fairness, first, last).shares if each.officer_id == officer
    ]
    return found


def test_a_month_on_24_72_is_shared_out_by_what_each_duty_holds(store, officer):
    """Duties of 1, 5, 9, 13, 17, 21, 25, 29: 9 reaches into Saturday, 17 works but ends on
    Sunday, 25 is Sunday; 1 is New Year, and reaches into the day off decreed for the 17th."""
    lay_24_72(store, (1,), JANUARY, LAST)
    found = share(store, officer)
    assert (found.duties, found.nights, found.weekends, found.holidays) == (8, 8, 4, 1)
    assert (found.minutes, found.served_days, found.team) == (192 * HOUR, 31, 1)


def test_a_duty_over_the_end_of_the_period_counts_once_and_gives_each_its_minutes(store, officer):
    put(store, officer, "24", LAST)
    here, after = share(store, officer), share(store, officer, date(2026, 2, 1), date(2026, 2, 28))
    assert (here.duties, here.weekends, here.minutes) == (1, 1, 15 * HOUR)
    assert (after.duties, after.weekends, after.minutes) == (0, 0, 9 * HOUR)


def test_days_away_are_left_out_and_a_call_out_at_night_counts(store, officer):
    put(store, officer, "A", *days(JANUARY, 12, 25))
    call_out(store, officer, date(2026, 1, 6), 22 * HOUR, 25 * HOUR)
    found = share(store, officer)
    assert (found.served_days, found.duties, found.nights, found.minutes) == (17, 1, 1, 3 * HOUR)


def test_who_serves_not_in_the_period_has_no_part_in_it(store, officer):
    with_officer(store, "2", "Kalniņa", active_from=date(2026, 2, 1))
    with_officer(store, "3", "Liepa", last_day=date(2025, 12, 31))
    found = store.read(fairness, JANUARY, LAST)
    assert [each.officer_id for each in found.shares] == [officer]
    assert (found.first, found.last) == (JANUARY, LAST)


def test_an_empty_block_has_nothing_to_share(store):
    assert store.read(fairness, JANUARY, LAST).shares == ()
