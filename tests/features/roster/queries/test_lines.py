"""Everybody's duties are read as they are stored, and worked out anew only where they changed."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from openblock.features.roster.queries.duties import duties_between
from openblock.features.roster.queries.lines import lines_between
from tests.factories import with_duty, with_officer, with_templates
from tests.features.roster.days import DAY, NEXT


@pytest.fixture
def people(store):
    with_templates(store)
    found = [with_officer(store, str(number), "O'Brien <b>&", post="vārti") for number in (1, 2)]
    for each in found:
        with_duty(store, each, DAY, "24")
        with_duty(store, each, NEXT + timedelta(days=1), "D")
    return found


def lines(store, first=DAY, last=NEXT + timedelta(days=1)):
    with Session(store.engine.execution_options(readonly=True)) as session:
        found = lines_between(session, first, last)
        plain = duties_between(session, first, last)
    assert sorted(each.starts_at for each in plain) == [each.starts_at for each in plain]
    for officer_id, line in found.items():
        assert line.duties == tuple(each for each in plain if each.officer_id == officer_id)
        assert line.shifts == tuple(each.shift for each in line.duties)
    return found


def test_a_line_holds_all_that_is_known_of_an_officers_duties(store, people):
    found = lines(store)
    assert list(found) == people
    assert [len(each.duties) for each in found.values()] == [2, 2]
    assert lines(store, NEXT, NEXT) == {}


def test_after_an_edit_only_the_edited_line_is_another(store, people):
    before = lines(store)
    with_duty(store, people[0], DAY, "D")
    after = lines(store)
    assert after[people[0]] is not before[people[0]]
    assert after[people[1]] is before[people[1]]
