"""Short ways to ask about the practice block, and to change what practice hangs on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import event

from openblock.features.shadowing.commands import (
    SaveCourse,
    SaveTrainee,
    save_course,
    save_trainee,
)
from openblock.features.shadowing.queries import (
    PracticeGrid,
    ShadowingRow,
    TraineeLine,
    courses,
    practice_grid,
    trainee_card,
    trainees,
)
from openblock.features.staff.commands import ChangeOfficer, change_officer
from openblock.features.staff.queries import officer_card
from openblock.storage.store import Store
from tests.features.shadowing.practising import NOW, PracticeBlock

#: Monday to the second Sunday around the block's today.
MONDAY, SUNDAY = date(2026, 3, 23), date(2026, 4, 5)


def grid(
    block: PracticeBlock,
    first: date = MONDAY,
    last: date = SUNDAY,
    at: datetime = NOW,
    course_id: int | None = None,
) -> PracticeGrid:
    return block.store.read(practice_grid, first, last, at, course_id)


def line(block: PracticeBlock, trainee_id: int, at: datetime = NOW) -> TraineeLine:
    return block.store.read(trainee_card, trainee_id, at).line


def shift(block: PracticeBlock, name: str, at: datetime = NOW) -> ShadowingRow:
    """One of the block's shadowing shifts as the card of its trainee shows it."""
    number = block.shifts[name]
    cards = (block.store.read(trainee_card, each, at) for each in block.trainees.values())
    return next(row for card in cards for row in card.shadowings if row.shadowing_id == number)


def alter_officer(block: PracticeBlock, officer_id: int, **facts: Any) -> None:
    row = block.store.read(officer_card, officer_id)
    content = replace(row.content, **facts)
    block.store.run(change_officer, ChangeOfficer(officer_id, row.version, content))


def alter_trainee(block: PracticeBlock, trainee_id: int, **facts: Any) -> None:
    row = next(each for each in block.store.read(trainees) if each.trainee_id == trainee_id)
    content = replace(row.content, **facts)
    request = SaveTrainee(trainee_id, row.version, content, reason="as the test wants it")
    block.store.run(save_trainee, request)


def alter_course(block: PracticeBlock, course_id: int, **facts: Any) -> None:
    row = next(each for each in block.store.read(courses) if each.course_id == course_id)
    content = replace(row.content, **facts)
    block.store.run(save_course, SaveCourse(course_id, row.version, content))


def statements(store: Store, query: Callable[..., Any], *asked: Any, **options: Any) -> int:
    """How many times the database is asked for rows in one read."""
    return len(_selects(store, query, *asked, **options))


def scanned(store: Store, query: Callable[..., Any], *asked: Any, **options: Any) -> set[str]:
    """The tables of which one read looks at every row, because no index leads to those wanted."""
    found = set()
    for statement, values in _selects(store, query, *asked, **options):
        with store.engine.execution_options(readonly=True).connect() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
        words = [str(row[-1]).split() for row in plan]
        found |= {each[1] for each in words if each[0] == "SCAN" and "INDEX" not in each}
    return found


def _selects(
    store: Store, query: Callable[..., Any], *asked: Any, **options: Any
) -> list[tuple[str, Any]]:
    seen: list[tuple[str, Any]] = []

    def note(*heard: Any) -> None:
        if heard[2].startswith("SELECT"):
            seen.append((heard[2], heard[3]))

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        store.read(query, *asked, **options)
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
    return seen
