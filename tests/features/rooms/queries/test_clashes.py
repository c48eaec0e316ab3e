"""What stands in the way of a closure or a hold."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from openblock.clock import FOREVER
from openblock.features.rooms.queries.clashes import closure_clashes, held_twice, hold_clashes
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND, codes


@pytest.fixture
def session(block):
    with Session(block.store.engine.execution_options(readonly=True)) as opened:
        yield opened


def hold(block, bed, start=NOW, end=NOW + DAY):
    return HoldContent(block.beds[bed], start, end, None, "a visit")


def test_a_closure_does_not_clash_with_itself_but_with_the_first_other_one(block, session):
    bed = block.beds["102 B"]
    later = block.close("bed", bed, NOW + 2 * DAY).value
    first = block.close("bed", bed, NOW, NOW + DAY).value
    content = ClosureContent("bed", bed, "damp", NOW, ends_at=FOREVER)
    (found,) = closure_clashes(session, content)
    assert (found.code, found.facts["start"]) == ("closed-already", NOW)
    (other,) = closure_clashes(session, content, first)
    assert other.facts["start"] == NOW + 2 * DAY
    assert codes(closure_clashes(session, content, later)) == ["closed-already"]


def test_one_person_who_comes_twice_is_told_once(block, session):
    block.place(block.dan, "101 B", NOW, NOW + HOUR)
    block.place(block.dan, "101 B", NOW + DAY)
    content = ClosureContent("bed", block.beds["101 B"], "damp", NOW)
    (found,) = closure_clashes(session, content)
    assert found.facts["number"] == 1


def test_a_hold_clashes_with_who_has_the_bed_and_whom_it_is_kept_for(block, session):
    block.hold("101 B", end=NOW + HOUR)
    block.place(block.dan, "101 B", NOW + HOUR)
    found = list(hold_clashes(session, hold(block, "101 B")))
    assert [(each.code, each.facts["name"]) for each in found] == [
        ("hold-bed-taken", "Dans Jānis"),
        ("held-already", "a visit"),
    ]
    assert codes(held_twice(session, hold(block, "101 B"))) == ["held-already"]


def test_a_hold_that_touches_another_or_is_it_itself_does_not_clash(block, session):
    number = block.hold("101 B", end=NOW + HOUR).value
    assert codes(hold_clashes(session, hold(block, "101 B", NOW + HOUR))) == []
    assert codes(hold_clashes(session, hold(block, "101 B", NOW + HOUR - SECOND))) != []
    assert codes(hold_clashes(session, hold(block, "101 B"), number)) == []
