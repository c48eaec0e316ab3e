"""Why one free bed is better than another, and by how much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.errors import Problem, Severity
from openblock.features.rooms.rules.content import AssignmentContent
from openblock.features.rooms.rules.facts import Kept, Span
from openblock.features.rooms.rules.ranking import WEIGHTS, reasons_for, score_of
from tests.features.rooms.placings import (
    DAY,
    LONG_AGO,
    NOW,
    SECOND,
    bed,
    codes,
    facts,
    person,
    sleep,
)

CONTENT = AssignmentContent(1, 1, NOW, NOW + DAY)


def reasons(of, *sleeps, who=None):
    return reasons_for(facts(*sleeps, beds=(of,)), who or person(1), of, CONTENT)


def test_an_empty_room_is_said_to_be_empty():
    assert codes(reasons(bed(1))) == ["reason-empty-room"]


def test_who_else_sleeps_in_the_room_then_is_named():
    gone = sleep(3, 3, start=LONG_AGO, end=NOW, number=8)
    (found,) = reasons(bed(1), sleep(2, 2, start=LONG_AGO, number=7), gone)
    assert dict(found.facts) == {"people": ("Person 2",), "number": 1}


def test_neither_oneself_nor_who_sleeps_in_another_room_is_company():
    own = sleep(1, 2, start=LONG_AGO, number=7)
    elsewhere = sleep(2, 9, start=LONG_AGO, number=8)
    known = facts(own, elsewhere, beds=(bed(9, room=9),))
    assert codes(reasons_for(known, person(1), bed(1), CONTENT)) == ["reason-empty-room"]


def test_a_need_that_is_met_speaks_for_a_bed():
    room = bed(1, attributes=frozenset({"lower_bed", "own_toilet"}))
    found = reasons(room, who=person(1, needs=("lower_bed",)))
    assert codes(found) == ["reason-meets-needs", "reason-empty-room"]
    assert found[0].facts["needs"] == ("lower_bed",)


def test_an_accessible_bed_is_spared_for_who_needs_one():
    room = bed(1, attributes=frozenset({"accessible"}))
    assert codes(reasons(room)) == ["reason-empty-room", "reason-special-bed"]
    assert codes(reasons(room, who=person(1, needs=("accessible",))))[0] == "reason-meets-needs"


@pytest.mark.parametrize(
    ("holder", "end", "speaks"),
    [(1, NOW + SECOND, True), (1, NOW, False), (2, NOW + DAY, False), (None, NOW + DAY, False)],
)
def test_a_bed_kept_for_the_person_speaks_for_it_while_it_is_kept(holder, end, speaks):
    room = bed(1, kept=(Kept(Span(LONG_AGO, end), holder, "x"),))
    assert ("reason-held-for-person" in codes(reasons(room))) is speaks


def test_a_room_for_the_persons_sex_speaks_for_it():
    assert "reason-designated" in codes(reasons(bed(1, sex="male")))


def test_reasons_come_weightiest_first_and_every_one_has_a_weight():
    room = bed(
        1,
        sex="male",
        attributes=frozenset({"lower_bed", "accessible"}),
        kept=(Kept(Span(LONG_AGO), 1, "x"),),
    )
    found = reasons(room, who=person(1, needs=("lower_bed",)))
    weights = [WEIGHTS[code] for code in codes(found)]
    assert weights == sorted(weights, reverse=True)
    assert set(WEIGHTS) == {*codes(found), "reason-company"}


def test_a_warning_costs_more_than_any_reason_brings_and_a_limit_less():
    best = [Problem(code) for code, weight in WEIGHTS.items() if weight > 0]
    warning = Problem("need-unmet", Severity.WARNING)
    plain = [Problem("reason-empty-room")]
    told = replace(warning, severity=Severity.INFORMATION)
    assert score_of(plain, (), False) > score_of(plain, (), True)
    assert score_of(plain, (), True) > score_of(plain, (warning,), False)
    assert score_of(plain, (told,), False) == score_of(plain, (), False)
    assert max(score_of([each], (warning,), False) for each in best) < 0
