"""Assignments, closures and holds as values, with the names a screen shows beside them."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from openblock.features.rooms.commands import CloseSpace, close_space
from openblock.features.rooms.queries.stored import (
    closures_between,
    first_of_each_bed,
    holds_between,
    names_of,
)
from openblock.features.rooms.rules.content import ClosureContent
from tests.factories import with_house
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND


@pytest.fixture
def session(block):
    with Session(block.store.engine.execution_options(readonly=True)) as opened:
        yield opened


def test_names_are_told_whole_and_with_an_initial(block, session):
    assert names_of(session, [block.bob, 4711]) == {block.bob: ("Bobs Jānis", "Bobs J.")}


def test_each_bed_has_its_first_and_its_second_that_has_not_ended(block, session):
    block.place(block.bob, "101 B", NOW + DAY)
    block.place(block.dan, "101 A", NOW + DAY)

    def people(at, place=0):
        return {(row.bed_id, row.resident_id) for row in first_of_each_bed(session, at, place)}

    first, second = block.beds["101 A"], block.beds["101 B"]
    carl = (block.beds["102 A"], block.carl)
    assert people(NOW + DAY - SECOND) == {(first, block.bob), (second, block.bob), carl}
    assert people(NOW + DAY - SECOND, 1) == {(first, block.dan)}
    assert people(NOW + DAY) == {(first, block.dan), (second, block.bob), carl}
    assert people(NOW + DAY, 1) == set()


@pytest.mark.parametrize(
    ("scope", "subject", "named"),
    [("bed", 5, "201 A"), ("room", 3, "201"), ("section", 2, "B")],
)
def test_what_is_closed_is_named_by_what_it_is(block, session, scope, subject, named):
    block.close(scope, subject, NOW, NOW + DAY)
    assert [each.named for each in closures_between(session, NOW, NOW + DAY)] == [named]


def test_a_closed_building_is_named_too(store):
    with_house(store)
    store.run(close_space, CloseSpace(ClosureContent("building", 1, "pests", NOW)))
    with Session(store.engine.execution_options(readonly=True)) as session:
        assert [each.named for each in closures_between(session, NOW, NOW + DAY)] == ["Korpuss"]


def test_only_what_meets_the_time_is_told_by_its_beginning(block, session):
    block.hold("102 B", None, NOW + HOUR, NOW + DAY)
    block.hold("101 B", block.dan, NOW, NOW + HOUR)
    told = [(each.name, each.content.remark) for each in holds_between(session, NOW, NOW + DAY)]
    assert told == [("Dans Jānis", ""), ("", "a visit")]
    assert len(holds_between(session, NOW + HOUR, NOW + DAY)) == 1
    assert holds_between(session, NOW - DAY, NOW) == ()
