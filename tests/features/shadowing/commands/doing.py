"""Commands of practice tried out: each is done, taken back and done again, to the last column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from openblock.clock import standing_at
from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.shadowing.commands import (
    ConfirmShadowing,
    PlanShadowing,
    confirm_shadowing,
)
from openblock.features.shadowing.rules.content import (
    ClassContent,
    Confirmation,
    UnavailabilityContent,
)
from openblock.features.shadowing.tables import Shadowing
from openblock.storage.log import LogFilter, LogRow, log_rows
from openblock.storage.store import Command, Done, Step, Store
from tests.features.shadowing.practising import PracticeBlock, on

TABLES = (
    "courses",
    "situations",
    "practice_items",
    "trainees",
    "clearances",
    "classes",
    "unavailabilities",
    "shadowings",
    "addenda",
)
Standing = Mapping[str, list[tuple[object, ...]]]


def standing(store: Store) -> Standing:
    """Every column of every row of practice but its version, and the diary but its numbers."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with store.engine.connect() as connection:
        for table in TABLES:
            rows = connection.execute(text(f"SELECT * FROM {table} ORDER BY id")).mappings()  # noqa: S608
            found[table] = [
                tuple(value for name, value in row.items() if name != "version") for row in rows
            ]
        asked = "SELECT person, kind, source_id, starts_at, ends_at FROM commitments"
        found["diary"] = sorted(tuple(row) for row in connection.execute(text(asked)))
    return found


class Deeds:
    """The block of the tests, and every way to do something in it."""

    def __init__(self, block: PracticeBlock) -> None:
        self.block = block
        self.store = block.store

    def run(self, command: Command, request: object) -> Done:
        """Run a command, take it back, do it again; each leaves exactly what it should."""
        before = standing(self.store)
        done = self.store.run(command, request)
        after = standing(self.store)
        if done.undo is None:
            assert after == before
            return done
        assert after != before
        again = self.back(done.undo)
        assert standing(self.store) == before
        undo = self.back(again)
        assert standing(self.store) == after
        return Done(done.value, undo)

    def back(self, step: Step | None) -> Step:
        """One step back; the step forth again."""
        assert step is not None
        done = self.store.run(step.command, step.request, undoes=True)
        assert done.undo is not None
        return done.undo

    def row(self, number: int) -> Shadowing | None:
        """A shadowing shift as it is stored."""
        with Session(self.store.engine, expire_on_commit=False) as session:
            return session.get(Shadowing, number)

    def version(self, number: int) -> int:
        """The version somebody who looks now would see."""
        row = self.row(number)
        assert row is not None
        return row.version

    def moved(self, number: int, officer: int, day: int | date, hours: Any = (9, 21)) -> Any:
        """The request that moves a planned shift."""
        row = self.row(number)
        assert row is not None
        start, end = (on(day, hour) for hour in hours)
        return PlanShadowing(row.trainee_id, officer, start, end, number, row.version)

    def diary(self, kind: str = "") -> list[tuple[str, str, int]]:
        """Who is at what, of trainees only: person, kind and number of the source."""
        rows = [row[:3] for row in standing(self.store)["diary"]]
        return [row for row in rows if row[0].startswith("trainee:") and kind in {"", row[1]}]

    def at_class(self, number: int) -> set[int]:
        """The trainees whose time a class takes."""
        return {
            int(person[8:]) for person, _kind, source in self.diary("class") if source == number
        }

    def confirm(self, number: int, **facts: Any) -> None:
        """Confirm a planned shift when it is over, whole, with these facts of the confirmation."""
        row = self.row(number)
        assert row is not None
        given = Confirmation(row.starts_at, row.ends_at, **facts)
        with standing_at(row.ends_at):
            self.store.run(confirm_shadowing, ConfirmShadowing(number, row.version, given))

    def set(self, key: str, value: Any) -> None:
        """Change one of the block's settings."""
        with Session(self.store.engine) as session:
            asked = text("SELECT version FROM settings WHERE key = :key")
            version = session.scalar(asked, {"key": key}) or 0
        self.store.run(change_setting, ChangeSetting(key, value, version))

    def log(self, operation: str) -> list[LogRow]:
        """The rows of the log of one kind, the newest first."""
        with Session(self.store.engine.execution_options(readonly=True)) as session:
            return list(log_rows(session, LogFilter(operation=operation)))


def wish(
    trainee: int, officer: int, day: int | date, hours: Any = (9, 21), reason: str = ""
) -> PlanShadowing:
    """A trainee beside an officer from hour to hour of a day of March 2026."""
    start, end = (on(day, hour) for hour in hours)
    return PlanShadowing(trainee, officer, start, end, reason=reason)


def lesson(course: int, day: int | date, hours: Any = (9, 16), **facts: Any) -> ClassContent:
    """A class from hour to hour of a day of March 2026."""
    start, end = (on(day, hour) for hour in hours)
    return ClassContent(course, start, end, **facts)


def away(trainee: int, day: int | date, hours: Any = (0, 24), remark: str = "") -> Any:
    """A time a trainee cannot come, from hour to hour of a day of March 2026."""
    start, end = (on(day, hour) for hour in hours)
    return UnavailabilityContent(trainee, start, end, remark)


def refusal(deed: Callable[..., object], *args: Any) -> KnownError:
    """What a deed is refused with."""
    with pytest.raises(KnownError) as caught:
        deed(*args)
    return caught.value


def refused(deed: Callable[..., object], *args: Any) -> list[str]:
    """The codes a deed is refused with."""
    return [each.code for each in problems(refusal(deed, *args))]


def problems(error: KnownError) -> Iterable[Problem | KnownError]:
    return error.problems if isinstance(error, RuleBroken) else (error,)
