"""A month says where it stands, and which of its cells differ from what hangs on the wall."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from openblock.clock import at, standing_at
from openblock.features.roster.queries import month_roster, month_state, roster
from openblock.features.roster.queries.months import (
    alterations,
    months_between,
    next_month,
    postings,
    standings,
)
from openblock.features.roster.rules.versions import MonthStanding
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_absence, with_closed, with_published
from tests.features.roster.days import DAY, NEXT
from tests.features.roster.living import taken_back, typed

MONTH, AFTER = date(2026, 11, 1), date(2026, 12, 1)
REASON = "as the test wants it"


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def asked(store, read, *what):
    with Session(store.engine.execution_options(readonly=True)) as session:
        return read(session, *what)


def marks(store):
    return sorted(day for _officer_id, day in store.read(month_roster, 2026, 11).changed)


def test_months_follow_each_other_over_the_end_of_a_year():
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
    found = list(months_between(date(2026, 11, 30), date(2027, 1, 1)))
    assert found == [MONTH, AFTER, date(2027, 1, 1)]


def test_a_month_nobody_posted_is_a_draft_without_a_number(store, officer):
    state = store.read(month_state, DAY)
    assert (state.month, state.standing, state.number) == (MONTH, MonthStanding.DRAFT, 0)
    assert (state.posted, state.changed, state.posted_at) == (0, 0, None)


def test_ro_10_what_differs_from_the_wall_is_marked_and_what_is_put_back_is_not(store, officer):
    with_duty(store, officer, DAY, "24")
    with_published(store, MONTH)
    assert marks(store) == []
    done = typed(store, officer, (DAY, "D"), reason=REASON)
    assert marks(store) == [DAY]
    state = store.read(month_state, MONTH)
    assert (state.number, state.posted, state.changed) == (2, 1, 1)
    assert (state.posted_by, state.standing) == ("Anna Bērziņa", MonthStanding.PUBLISHED)
    typed(store, officer, (NEXT, "D"), reason=REASON)
    taken_back(store, done)
    assert marks(store) == [NEXT]
    assert store.read(month_state, MONTH).number == 4


def test_a_mark_says_what_stood_there_and_the_last_change_that_made_it_so(store, officer):
    with_duty(store, officer, DAY, "24")
    with_published(store, MONTH)
    typed(store, officer, (DAY, None), reason="the first reason")
    typed(store, officer, (DAY, "D"), reason="the second reason")
    found = store.read(month_roster, 2026, 11).changed[officer, DAY]
    assert (found.before.code, found.after.code) == ("24", "D")
    assert (found.number, found.reason, found.name) == (3, "the second reason", "Bērziņš Jānis")


def test_posting_anew_takes_the_marks_away_and_taking_that_back_brings_them_again(store, officer):
    with_published(store, MONTH)
    typed(store, officer, (DAY, "D"), reason=REASON)
    seen = asked(store, postings, (MONTH,))
    assert [each.kind for each in seen] == ["published", "changed"]
    with_published(store, MONTH)
    assert marks(store) == []


def test_drafts_carry_no_marks_and_a_week_only_those_of_its_days(store, officer):
    with_duty(store, officer, DAY, "D")
    with_published(store, MONTH)
    typed(store, officer, (DAY, None), (date(2026, 12, 1), "D"), reason=REASON)
    shown = store.read(roster, DAY - timedelta(days=6), DAY)
    assert list(shown.changed) == [(officer, DAY)]
    assert store.read(roster, NEXT, NEXT + timedelta(days=6)).changed == {}
    over_the_end = store.read(roster, date(2026, 11, 29), date(2026, 12, 5))
    standing = [each.standing.value for each in over_the_end.states]
    assert (standing, dict(over_the_end.changed)) == (["published", "draft"], {})


def test_each_month_of_an_absence_has_its_own_version(store, officer):
    with_published(store, MONTH)
    with_published(store, AFTER)
    with_absence(store, officer, date(2026, 11, 29), date(2026, 12, 2))
    found = asked(store, standings, (MONTH, AFTER))
    assert [(each.state.number, each.state.changed) for each in found] == [(2, 2), (2, 2)]
    assert [each.cell[1].day for each in asked(store, alterations, AFTER, 1)] == [1, 2]
    assert asked(store, alterations, AFTER, 0, 1) == ()


def test_a_closed_month_says_who_closed_it_and_when(store, officer):
    with standing_at(at(AFTER, 60)):
        with_published(store, MONTH)
        with_closed(store, MONTH)
    state = store.read(month_state, MONTH)
    assert (state.standing, state.closed_by) == (MonthStanding.CLOSED, "Anna Bērziņa")
    assert state.closed_at == at(AFTER, 60)


def test_ten_years_of_versions_are_read_with_the_same_few_questions(store, officer):
    sent = []
    with_published(store, MONTH)
    for number in range(3):
        typed(store, officer, (DAY, "D" if number % 2 else "24"), reason=REASON)
    with Session(store.engine.execution_options(readonly=True)) as session:
        plain = session.execute

        def execute(*what, **more):
            sent.append(what)
            return plain(*what, **more)

        session.execute = execute
        standings(session, (MONTH,))
    assert len(sent) == 3
