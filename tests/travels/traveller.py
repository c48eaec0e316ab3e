"""How a random journey is made: a file of its own, a clock, and every step back kept."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from openblock.clock import at, day_of, standing_at
from openblock.errors import KnownError
from openblock.features.accounts.rights import may
from openblock.migrations.upgrade import newest
from openblock.storage.store import Actor, Command, Done, Step, Store, open_store
from openblock.ui.messages import words
from tests.features.rooms.conftest import copied
from tests.travels.retold import Held, Retold, Row, minute_of, planned

REASON = "as the journey wants it"
ANNA = Actor(1, "Anna Bērziņa", "administrator", "en")
NUMBERS = count()
AROUND = ("duties", "days_kept_free", "team_patterns", "officers", "commitments")
#: Rows that come back under another number: nothing names them by it but the diary.
NUMBERED_ANEW = frozenset({"duties", "days_kept_free", "team_patterns", "commitments"})
NOT_COMPARED = frozenset({"version", "changed_by", "changed_at"})

Table = list[Mapping[str, Any]]


class Traveller(RuleBasedStateMachine):
    """Does one thing after another in a file of its own, and keeps what would take each back."""

    #: What the journey is about; every row of it has to come back with an undo.
    tables: tuple[str, ...] = ()
    store: Store

    def __init__(self, files: Mapping[date, Path], dek: bytes, told: Counter[str]) -> None:
        super().__init__()
        self.files, self.dek, self.told = files, dek, told
        self.path: Path | None = None
        self.backs: list[Step] = []
        self.dice = random.Random(7)
        self.seen: tuple[datetime, int] | None = None

    @initialize(late=st.booleans())
    def begins(self, late: bool) -> None:
        """Two days before the night of 23 hours, or the one of 25, at noon."""
        night = sorted(self.files)[late]
        file = self.files[night]
        path = file.with_name(f"journey-{next(NUMBERS)}.openblock")
        copied(file, path)
        self.store = open_store(path, self.dek, may=may, newest=newest(), workstation="test")
        self.path = path
        self.store.sign_in(ANNA)
        self.now = at(night - timedelta(days=2), 12 * 60)
        self.first = night - timedelta(days=40)
        self.replay = Retold(self.store)
        self.replay.read_on()

    def teardown(self) -> None:
        if self.path is not None:
            self.store.close()
            for each in self.path.parent.glob(self.path.name + "*"):
                each.unlink()

    # what is done, and what it leaves

    def attempt(self, command: Command, request: object) -> Done | None:
        """Done, or refused in words; and what is done can be taken back and done again."""
        before = plain(self.stored())
        done = self.run(command, request)
        if done is None or done.undo is None:
            return done
        after = plain(self.stored())
        back = self.run(done.undo.command, done.undo.request, undoes=True, must=True)
        assert plain(self.stored()) == before
        again = self.run(back.undo.command, back.undo.request, undoes=True, must=True)
        assert plain(self.stored()) == after
        self.backs.append(again.undo)
        return done

    def run(
        self, command: Command, request: object, *, undoes: bool = False, must: bool = False
    ) -> Done | None:
        """A refusal has words, and leaves every row, every version and the log as they were."""
        name, before = command.__name__, self.stored()
        try:
            with standing_at(self.now):
                done = self.store.run(command, request, undoes=undoes)
        except KnownError as refusal:
            if must:
                raise
            said = words(refusal)
            assert said.strip()
            assert "{" not in said
            assert self.stored() == before
            self.told[f"{name} refused"] += 1
            return None
        self.told[name] += 1
        self.replay.read_on()
        return done

    def stored(self) -> Mapping[str, Table]:
        """Every row the journey is about, and how long the log is."""
        found: dict[str, Table] = {}
        with self.store.engine.execution_options(readonly=True).connect() as connection:
            for table in (*self.tables, *AROUND):
                rows = connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608
                found[table] = [dict(row) for row in rows.mappings()]
            log = connection.exec_driver_sql("SELECT count(*) AS rows FROM audit_row")
            found["log"] = [dict(row) for row in log.mappings()]
        return found

    def diary(self) -> list[Held]:
        """The table of commitments as the log's rows are compared with it."""
        return [
            (
                row["person"],
                row["kind"],
                row["source_id"],
                minute_of(row["starts_at"]),
                minute_of(row["ends_at"]),
            )
            for row in self.stored()["commitments"]
        ]

    @precondition(lambda self: self.backs)
    @rule(number=st.integers(0, 9999))
    def take_back(self, number: int) -> None:
        """Any of what was done, mostly the last, also what was built upon since."""
        step = self.backs.pop(-1 if number % 2 else -1 - number % len(self.backs))
        done = self.run(step.command, step.request, undoes=True)
        if done is not None and done.undo is not None:
            self.backs.append(done.undo)

    # what there is to choose from

    def day(self, offset: int) -> date:
        return day_of(self.now) + timedelta(days=offset)

    def one(self, table: str, number: int, **facts: object) -> tuple[int, Row] | None:
        """A row of those with these facts, by number; or nothing where there is none."""
        rows = [
            (key, row)
            for key, row in sorted(self.replay.rows(table).items())
            if all(row[name] == value for name, value in facts.items())
        ]
        return rows[number % len(rows)] if rows else None

    def any_of(self, table: str, number: int, **facts: object) -> int:
        found = self.one(table, number, **facts)
        assert found is not None
        return found[0]

    def near(self, table: str, number: int) -> Row:
        """One of the rows from three days ago to six days on, of all where there is none."""
        first, last = (at(self.day(each)).timestamp() / 60 for each in (-3, 7))
        rows = self.replay.rows(table)
        found = [key for key in sorted(rows) if first <= planned(rows[key]).start < last]
        keys = found or sorted(rows)
        return rows[keys[number % len(keys)]]

    def editing(self, table: str, number: int | None) -> tuple[int | None, int]:
        """The number and version of a row to be changed, or those of a new one."""
        found = None if number is None else self.one(table, number)
        return (None, 0) if found is None else (found[0], self.version(table, found[0]))

    def version(self, table: str, number: int) -> int:
        with self.store.engine.execution_options(readonly=True).connect() as connection:
            asked = f"SELECT version FROM {table} WHERE id = {number}"  # noqa: S608
            return int(connection.exec_driver_sql(asked).scalar_one())


def moment(stored: str) -> datetime:
    """An instant as it is stored."""
    found = datetime.fromisoformat(stored)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def plain(stored: Mapping[str, Table]) -> Mapping[str, list[str]]:
    """The rows as they have to come back: without versions, and numbers that nothing names."""
    return {
        table: sorted(str(_plain(table, row)) for row in rows)
        for table, rows in stored.items()
        if table != "log"
    }


def _plain(table: str, row: Mapping[str, Any]) -> list[tuple[str, object]]:
    left_out = set(NOT_COMPARED)
    if table in NUMBERED_ANEW:
        left_out.add("id")
    if table == "commitments" and row["kind"] == "duty":
        left_out.add("source_id")
    return sorted((name, value) for name, value in row.items() if name not in left_out)
