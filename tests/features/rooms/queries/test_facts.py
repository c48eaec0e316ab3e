"""What a placement is judged by is loaded whole, and nothing that lies behind it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from openblock.features.residents.commands import SaveAlert, save_alert
from openblock.features.residents.rules.content import AlertContent
from openblock.features.rooms.queries.facts import Around, facts_around, limits_of, people_facts
from openblock.features.rooms.rules.facts import Limits, Span
from tests.factories import ADMITTED
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND

TODAY = NOW.date()


@pytest.fixture
def session(block):
    with Session(block.store.engine.execution_options(readonly=True)) as opened:
        yield opened


def around(block, who, bed, start=NOW, end=NOW + DAY):
    return Around(frozenset({who}), frozenset({block.beds[bed]}), start, end)


def test_only_what_meets_the_time_is_loaded(block, session):
    block.place(block.bob, "102 B")
    block.place(block.dan, "101 A", NOW + DAY)
    known = facts_around(session, around(block, block.ann, "101 A"), NOW, TODAY)
    assert known.sleeps == ()
    before = around(block, block.ann, "101 A", NOW - SECOND, NOW + DAY + SECOND)
    sleepers = {
        each.content.resident_id for each in facts_around(session, before, NOW, TODAY).sleeps
    }
    assert sleepers == {block.bob, block.dan}


def test_whoever_must_be_kept_apart_is_loaded_with_the_bed_they_have(block, session):
    block.apart(block.dan, block.carl)
    known = facts_around(session, around(block, block.dan, "101 B"), NOW, TODAY)
    (there,) = known.sleeps
    assert known.beds[there.content.bed_id].bed == "102 A"
    assert known.name_of(block.carl) == "Carls Jānis"
    assert [pair.other(block.dan) for pair in known.pairs] == [block.carl]


def test_a_bed_knows_what_closes_it_and_whom_it_is_kept_for(block, session):
    block.close("section", 2, NOW, NOW + HOUR)
    block.hold("201 A", block.ann, NOW + HOUR, NOW + DAY)
    known = facts_around(session, around(block, block.ann, "201 A"), NOW, TODAY)
    bed = known.beds[block.beds["201 A"]]
    assert [(each.named, each.span) for each in bed.shut] == [("B", Span(NOW, NOW + HOUR))]
    assert [(each.named, each.resident_id) for each in bed.kept] == [("Anns Jānis", block.ann)]
    assert (bed.sex, bed.bed) == ("female", "201 A")


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        (TODAY, TODAY, True),
        (TODAY - DAY, None, True),
        (TODAY + DAY, None, False),
        (TODAY - DAY, TODAY - DAY, False),
    ],
)
def test_an_alert_holds_from_its_first_day_to_its_last(block, session, first, last, holds):
    content = AlertContent("conflict", "seen", first, last)
    block.store.run(save_alert, SaveAlert(block.bob, None, 0, content))
    (person,) = people_facts(session, [block.bob], TODAY).values()
    assert person.alerts == (("conflict",) if holds else ())
    assert person.stays[0].start == ADMITTED
    assert (person.name, person.sex) == ("Bobs Jānis", "male")


def test_without_settings_of_its_own_a_block_is_judged_by_the_defaults(block, session):
    assert limits_of(session, NOW) == Limits(NOW)


def test_nobody_known_is_left_out(block, session):
    assert people_facts(session, [4711], date(2026, 1, 1)) == {}
