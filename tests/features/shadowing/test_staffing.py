"""TR-10: trainees never count as officers, whatever practice is planned."""

from __future__ import annotations

from datetime import date

from openblock.clock import at, standing_at
from openblock.features.roster.commands import SaveMinimum, save_minimum
from openblock.features.roster.queries import roster
from openblock.features.roster.queries.duties import on_duty
from openblock.features.roster.rules import Minimum
from openblock.storage.store import Store
from tests.factories import (
    with_course,
    with_duty,
    with_mentor,
    with_shadowing,
    with_templates,
    with_trainee,
)

DAY = date(2026, 11, 26)
MINIMUM = Minimum("Diena", 540, 1260, 3)


def counted(store: Store) -> tuple[object, ...]:
    """What the roster makes of the day: how many are there, the gaps, the officers' hours."""
    shown = store.read(roster, DAY, DAY)
    (line,) = shown.staffing
    there = tuple(each.officer_id for each in store.read(on_duty, at(DAY, 720)))
    return line.counts, line.gaps, shown.officers, there


def test_tr_10_a_trainee_beside_an_officer_fills_no_gap_of_the_minimum_staffing(store: Store):
    with standing_at(at(DAY, 8 * 60)):
        with_templates(store)
        mentor, course = with_mentor(store), with_course(store)
        with_duty(store, mentor, DAY)
        store.run(save_minimum, SaveMinimum(MINIMUM))
        before = counted(store)
        for surname in ("Zariņa", "Balode"):
            with_shadowing(store, with_trainee(store, course, surname), mentor, DAY)
        assert counted(store) == before
    counts, gaps, _officers, there = before
    assert counts == (1,)
    assert [(each.present, each.needed) for each in gaps] == [(1, 3)]
    assert there == (mentor,)
