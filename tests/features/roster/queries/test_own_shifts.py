"""One officer's own month: what stands on each day, and who may know why somebody is away."""

from datetime import date

import pytest

from openblock.errors import KnownError
from openblock.features.roster.queries.own_shifts import own_shifts
from openblock.features.roster.rules.absence import HIDDEN
from openblock.features.roster.rules.versions import MonthStanding
from tests.factories import with_officer, with_templates
from tests.features.roster.working import FEBRUARY, HOUR, JANUARY, days, lay_24_72, put


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def test_a_month_has_all_of_its_days_and_the_sums_of_its_period(store, officer):
    lay_24_72(store, (1,), JANUARY, date(2026, 2, 28))
    found = store.read(own_shifts, officer, date(2026, 2, 14))
    assert (found.month, len(found.days), found.name) == (FEBRUARY, 28, "Bērziņš Jānis")
    there = [day.day for day, content, _changed in found.days if content.code == "24"]
    assert there == [2, 6, 10, 14, 18, 22, 26]
    assert (found.sum.worked, found.sum.norm) == (168 * HOUR, 160 * HOUR)
    assert found.period_overtime == 32 * HOUR
    assert found.state.standing is MonthStanding.DRAFT
    assert not any(changed for _day, _content, changed in found.days)


@pytest.mark.parametrize(
    ("role", "letter", "shown"),
    [
        ("administrator", "S", "sick"),
        ("duty_officer", "S", HIDDEN),
        ("duty_officer", "A", "leave"),
        ("duty_officer", "C", HIDDEN),
    ],
)
def test_why_somebody_is_away_is_told_to_whoever_may_know(
    store, store_as, officer, role, letter, shown
):
    put(store, officer, letter, *days(JANUARY, 12, 13))
    found = store_as(role).read(own_shifts, officer, JANUARY)
    absent = {day.day: content.absence for day, content, _changed in found.days if content.absence}
    assert absent == {12: shown, 13: shown}


def test_nobodys_month_is_refused(store):
    with pytest.raises(KnownError) as refused:
        store.read(own_shifts, 99, JANUARY)
    assert refused.value.code == "officer-unknown"
