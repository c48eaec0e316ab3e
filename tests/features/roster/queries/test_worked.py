"""What working time is counted from: read once, of the months asked for, and of nobody else."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from openblock.clock import at
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.queries.worked import spans_read, worked_between
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.working_time import Spell
from openblock.features.staff.queries import officers
from tests.factories import with_officer, with_templates
from tests.features.roster.working import FEBRUARY, HOUR, JANUARY, MARCH, call_out, days, put


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def read(store, first, last, officer_ids=None):
    with Session(store.engine.execution_options(readonly=True)) as session:
        return worked_between(session, first, last, limits(session), officer_ids)


def test_duties_are_read_as_the_instants_they_were_stored_with(store, officer):
    put(store, officer, "24", date(2026, 1, 5), date(2026, 1, 9))
    texts = read(store, JANUARY, JANUARY).spans
    assert spans_read(texts[officer]) == tuple(
        (at(date(2026, 1, day), 9 * HOUR), at(date(2026, 1, day + 1), 9 * HOUR)) for day in (5, 9)
    )


def test_an_instant_is_read_to_the_microsecond_and_nothing_from_nothing():
    text = "2026-01-05 07:00:00.0000012026-01-05 08:00:00.000000"
    start = datetime(2026, 1, 5, 7, microsecond=1, tzinfo=UTC)
    assert spans_read(text) == ((start, datetime(2026, 1, 5, 8, tzinfo=UTC)),)
    assert spans_read("") == ()


def test_whole_months_are_read_with_what_reaches_into_them(store, officer):
    put(store, officer, "24", date(2025, 12, 31), date(2026, 3, 31), date(2026, 4, 1))
    call_out(store, officer, date(2026, 4, 3), 0, HOUR)
    found = read(store, date(2026, 1, 20), date(2026, 3, 2))
    assert sorted(found.months) == [JANUARY, FEBRUARY, MARCH]
    starts = [start for start, _end in spans_read(found.spans[officer])]
    assert starts == [at(date(2025, 12, 31), 9 * HOUR), at(date(2026, 3, 31), 9 * HOUR)]
    assert found.called == {}


@pytest.mark.parametrize(
    ("day", "start", "end", "is_read"),
    [
        (date(2025, 12, 31), 22 * HOUR, 24 * HOUR, False),
        (date(2025, 12, 31), 22 * HOUR, 24 * HOUR + 1, True),
        (date(2026, 1, 31), 24 * HOUR - 1, 48 * HOUR, True),
        (date(2026, 2, 1), 0, HOUR, False),
    ],
)
def test_a_call_out_is_read_where_a_minute_of_it_lies_in_the_months(
    store, officer, day, start, end, is_read
):
    call_out(store, officer, day, start, end)
    worked = read(store, JANUARY, JANUARY)
    minutes = {
        each.officer_id: worked.over(each, worked.months[JANUARY]) for each in store.read(officers)
    }
    assert (minutes[officer].worked > 0) is is_read


def test_absences_are_read_by_officer_in_order_of_start(store, officer):
    other = with_officer(store, "2", "Kalniņa")
    put(store, officer, "A", *days(JANUARY, 12, 13))
    put(store, officer, "S", *days(JANUARY, 5, 6))
    put(store, other, "A", date(2026, 2, 1))
    assert read(store, JANUARY, JANUARY).spells == {
        officer: (
            Spell(date(2026, 1, 5), date(2026, 1, 6), AbsenceKind.SICK),
            Spell(date(2026, 1, 12), date(2026, 1, 13), AbsenceKind.LEAVE),
        )
    }


def test_of_some_officers_nothing_of_others_is_read(store, officer):
    other = with_officer(store, "2", "Kalniņa")
    for each in (officer, other):
        put(store, each, "24", date(2026, 1, 5))
        put(store, each, "A", date(2026, 1, 12))
        call_out(store, each, date(2026, 1, 20), 14 * HOUR, 17 * HOUR)
    found = read(store, JANUARY, JANUARY, (other,))
    assert list(found.spans) == list(found.called) == list(found.spells) == [other]
