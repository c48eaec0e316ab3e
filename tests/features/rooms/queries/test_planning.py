"""What a placement or swap would change is planned without anything being written."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from openblock.clock import FOREVER
from openblock.features.residents.commands import ReadmitResident, readmit_resident
from openblock.features.residents.rules.content import StayContent
from openblock.features.rooms.queries.planning import (
    Moment,
    bound_to_stay,
    held_at,
    next_start,
    plan_placing,
    stay_end,
)
from openblock.features.rooms.rules.content import PlaceResident
from tests.factories import with_resident
from tests.features.rooms.living import WHY
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND

BEGUN = NOW - 10 * DAY


@pytest.fixture
def session(block):
    with Session(block.store.engine.execution_options(readonly=True)) as opened:
        yield opened


def test_a_plan_tells_what_ends_and_what_begins_and_writes_neither(block, session):
    request = PlaceResident(block.bob, block.beds["101 B"], NOW, WHY)
    plan = plan_placing(session, request, Moment(NOW, NOW.date(), "Anna"))
    ((_number, old),) = plan.changes
    (new,) = plan.new
    assert (old.ends_at, new.starts_at, new.ends_at, new.decided_by) == (NOW, NOW, FOREVER, "Anna")
    assert plan.problems == ()
    assert block.spans(block.bob) == [("101 A", BEGUN, FOREVER)]


def test_somebody_has_a_bed_from_its_first_instant_until_its_last(block, session):
    block.place(block.bob, "101 B", NOW + DAY)
    assert held_at(session, block.bob, BEGUN - SECOND) is None
    assert held_at(session, block.bob, NOW + DAY - SECOND).ends_at == NOW + DAY
    assert held_at(session, block.bob, NOW + DAY).starts_at == NOW + DAY


def test_the_next_start_is_the_next_plan_or_the_end_of_the_stay(block, session):
    leaving = with_resident(block.store, "Leaving", discharged=NOW + 2 * DAY)
    block.place(leaving, "101 B", NOW + DAY)
    assert next_start(session, leaving, NOW) == NOW + DAY
    assert next_start(session, leaving, NOW + DAY) == NOW + 2 * DAY
    assert next_start(session, block.dan, NOW) == FOREVER


def test_a_stay_holds_until_its_end_and_what_is_outside_hangs_on_none(block, session):
    leaving = with_resident(block.store, "Leaving", admitted=NOW, discharged=NOW + DAY)
    again = ReadmitResident(
        leaving, block.version(leaving), StayContent(NOW + 2 * DAY), "back again"
    )
    block.store.run(readmit_resident, again)
    moments = [NOW - SECOND, NOW, NOW + DAY - SECOND, NOW + DAY, NOW + 2 * DAY]
    assert [stay_end(session, leaving, at) for at in moments] == [
        FOREVER,
        NOW + DAY,
        NOW + DAY,
        FOREVER,
        FOREVER,
    ]
    assert bound_to_stay(session, leaving, NOW + DAY + HOUR) == NOW + DAY + HOUR
    assert bound_to_stay(session, leaving, NOW + 2 * DAY) == FOREVER
