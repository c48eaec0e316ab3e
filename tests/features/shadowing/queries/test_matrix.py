"""Who has been with whom, and at what."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import KnownError
from openblock.features.shadowing.queries import matrix
from tests.features.shadowing.practising import NOW
from tests.features.shadowing.queries.asking import alter_officer


def rows(block, course="second"):
    found = block.store.read(matrix, block.courses[course], NOW)
    return {row.trainee_id: row for row in found.rows}


def test_times_with_each_mentor_are_those_that_were_or_will_be(block):
    found = rows(block)
    assert found[block.elina].by_mentor == {block.agnese: 1, block.normunds: 1, block.ilze: 1}
    assert found[block.sintija].by_mentor == {block.normunds: 2}
    assert found[block.arturs].by_mentor == {}
    block.duty(block.normunds, 26, None)
    assert rows(block)[block.sintija].by_mentor == {block.normunds: 1}


def test_times_at_each_situation_are_what_was_seen_and_what_the_rest_offers(block):
    day = block.situation("second", "day")
    assert rows(block)[block.elina].by_situation == {day: 3}
    night = rows(block, "third")[block.gatis].by_situation
    assert night[block.situation("third", "night")] == 1
    assert block.situation("third", "leave_desk") not in night


def test_what_nobody_has_confirmed_yet_is_counted_apart(block):
    day = block.situation("second", "day")
    elina = rows(block)[block.elina]
    ahead = sum(elina.ahead_with.values())
    assert 0 < ahead < sum(elina.by_mentor.values())
    assert elina.ahead_at == {day: ahead}
    assert set(elina.ahead_with) < set(elina.by_mentor)


def test_shown_are_mentors_who_may_still_mentor_and_whoever_has(block):
    def codes():
        return [
            code for _number, code, _name in block.store.read(matrix, block.second, NOW).mentors
        ]

    assert codes() == ["AB", "IK", "NL", "AL", "KV"]
    alter_officer(block, block.andris, last_day=date(2026, 3, 24))
    alter_officer(block, block.ilze, is_mentor=False)
    alter_officer(block, block.agnese, last_day=date(2026, 3, 24))
    # Andris has had nobody; Agnese has, and Ilze's shift of the 31st has to be planned anew.
    assert codes() == ["NL", "AL", "KV"]


def test_a_course_nobody_knows_is_said_to_be_unknown(block):
    with pytest.raises(KnownError) as refused:
        block.store.read(matrix, 99, NOW)
    assert refused.value.code == "course-unknown"
