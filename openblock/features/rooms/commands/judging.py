"""Judges what an undo would bring back by the house and the people as they are by now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from openblock.errors import Problem, RuleBroken, Severity
from openblock.features.rooms.queries.clashes import closure_clashes, held_twice
from openblock.features.rooms.queries.facts import Around, facts_around
from openblock.features.rooms.queries.planning import judged
from openblock.features.rooms.queries.stored import (
    assignment_content,
    closure_content,
    hold_content,
)
from openblock.features.rooms.rules.content import AssignmentContent
from openblock.features.rooms.rules.facts import Sleep
from openblock.features.rooms.rules.placing import added_time, kind_of
from openblock.features.rooms.tables import Assignment, Closure, Hold
from openblock.storage.store import Work

Values = Mapping[str, Any]
Stood = frozenset[tuple[str, ...]]


def stands_wrong(work: Work, row: Assignment) -> Stood:
    """The errors an assignment stands in before it is changed, by rule, bed and people.

    Two people may share a room when it is entered that they must not (KAP-05); who takes back
    a mistaken release is not to be refused for it.
    """
    if row.ends_at <= work.now:
        return frozenset()
    content = assignment_content(row)
    around = Around(
        frozenset({row.resident_id}), frozenset({row.bed_id}), row.starts_at, row.ends_at
    )
    facts = facts_around(work.session, around, work.now, work.today)
    return frozenset(map(kind_of, _errors(judged(facts, (), (Sleep(row.id, content),)))))


def judge_assignments(
    work: Work, changes: Iterable[tuple[int, Values | None, Values | None]], stood: Stood
) -> None:
    """Raise RuleBroken where what is brought back breaks a rule that it did not break before.

    ``changes`` are number, values now, values to be, in the order they are written.
    """
    now: dict[int, AssignmentContent | None] = {}
    then: dict[int, AssignmentContent | None] = {}
    for number, before, after in changes:
        now.setdefault(number, _content(before))
        then[number] = _content(after)
    gained = tuple(
        Sleep(number, part)
        for number, content in then.items()
        if content is not None and content.ends_at > work.now
        for part in added_time(now[number], content)
    )
    if not gained:
        return
    around = Around(
        frozenset(each.content.resident_id for each in gained),
        frozenset(each.content.bed_id for each in gained),
        min(each.content.starts_at for each in gained),
        max(each.content.ends_at for each in gained),
    )
    facts = facts_around(work.session, around, work.now, work.today)
    found = _errors(judged(facts, tuple(then.items()), gained))
    _refuse(each for each in found if kind_of(each) not in stood)


def judge_spaces(work: Work, *, closures: AbstractSet[int], holds: AbstractSet[int]) -> None:
    """Raise RuleBroken where a closure or hold that was brought back is in somebody's way."""
    found: list[Problem] = []
    for number in sorted(closures):
        shut = work.session.get_one(Closure, number)
        found.extend(closure_clashes(work.session, closure_content(shut), number))
    for number in sorted(holds):
        kept = work.session.get_one(Hold, number)
        found.extend(held_twice(work.session, hold_content(kept), number))
    _refuse(found)


def _content(values: Values | None) -> AssignmentContent | None:
    if values is None:
        return None
    return AssignmentContent(**{name: value for name, value in values.items() if name != "id"})


def _errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(each for each in problems if each.severity is Severity.ERROR)


def _refuse(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise RuleBroken(*found)
