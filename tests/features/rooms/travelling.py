"""How a journey through the rooms is made: a file of its own, a clock, and every step back kept."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from hypothesis.stateful import (
    RuleBasedStateMachine,
)

from openblock.clock import FOREVER, standing_at
from openblock.errors import KnownError
from openblock.features.accounts.rights import may
from openblock.features.rooms.commands import (
    Why,
)
from openblock.features.rooms.queries import house
from openblock.migrations.upgrade import newest
from openblock.storage.slots import key_file_of
from openblock.storage.store import Actor, Command, Done, Step, open_store
from openblock.ui.messages import words
from tests.features.rooms.replay import Replay

# Two days before the night of 25 hours.
BEGIN = datetime(2026, 10, 23, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)
REASON = Why("request", override="as the journey wants it")
ANNA = Actor(1, "Anna Bērziņa", "administrator", "en")
NUMBERS = count()


def copied(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    shutil.copyfile(key_file_of(source), key_file_of(target))


class Traveller(RuleBasedStateMachine):
    """Does one thing after another in a file of its own, and keeps what would take each back."""

    def __init__(self, file: Path, dek: bytes, told: Counter[str]) -> None:
        super().__init__()
        self.told = told
        self.path = file.with_name(f"journey-{next(NUMBERS)}.openblock")
        copied(file, self.path)
        self.store = open_store(self.path, dek, may=may, newest=newest(), workstation="test")
        self.store.sign_in(ANNA)
        self.now = BEGIN
        self.people: list[int] = [1, 2, 3, 4, 5]
        self.backs: list[Step] = []
        self.replay = Replay(self.store)
        self.replay.read_on()
        self.names = {
            bed.bed_id: f"{room.code} {bed.label}"
            for building in self.store.read(house)
            for floor in building.floors
            for room in floor.rooms
            for bed in room.beds
        }
        self.dice = random.Random(7)
        self.seen: tuple[datetime, int] | None = None

    def teardown(self) -> None:
        self.store.close()
        for each in self.path.parent.glob(self.path.name + "*"):
            each.unlink()

    # what is done, how often, and what it leaves

    def attempt(self, command: Command, request: object) -> Done | None:
        """Done, or refused in words; and what is done can be taken back and done again."""
        before = self.replay.standing()
        done = self.run(command, request)
        if done is None or done.undo is None:
            return done
        after = self.replay.standing()
        back = self.run(done.undo.command, done.undo.request, must=True)
        assert self.replay.standing() == before
        again = self.run(back.undo.command, back.undo.request, must=True)
        assert self.replay.standing() == after
        self.backs.append(again.undo)
        return done

    def run(self, command: Command, request: object, *, must: bool = False) -> Done | None:
        name = command.__name__
        try:
            with standing_at(self.now):
                done = self.store.run(command, request)
        except KnownError as refusal:
            if must:
                raise
            said = words(refusal)
            assert said.strip()
            assert "{" not in said
            self.told[f"{name} refused"] += 1
            return None
        self.told[name] += 1
        self.replay.read_on()
        return done

    def moment(self, hour: int) -> datetime:
        return self.now + timedelta(hours=hour)

    def end(self, start: datetime, length: int | None) -> datetime:
        return FOREVER if length is None else start + timedelta(hours=length)

    def person(self, number: int) -> int:
        return self.people[number % len(self.people)]

    def one(self, table: str, number: int) -> tuple[int, int] | None:
        """A row's number and version, mostly of those that have not begun yet; or nothing."""
        starts = "admitted" if table == "stays" else "starts_at"
        rows = self.replay.rows(table)
        planned = [key for key in rows if datetime.fromisoformat(rows[key][starts]) > self.now]
        numbers = sorted(rows if number % 4 == 3 else planned)
        if not numbers:
            return None
        chosen = numbers[number % len(numbers)]
        with self.store.engine.execution_options(readonly=True).connect() as connection:
            found = connection.exec_driver_sql(f"SELECT version FROM {table} WHERE id = {chosen}")  # noqa: S608
            return chosen, found.scalar_one()

    def version(self, resident_id: int) -> int:
        with self.store.engine.execution_options(readonly=True).connect() as connection:
            asked = f"SELECT version FROM residents WHERE id = {resident_id}"  # noqa: S608
            return connection.exec_driver_sql(asked).scalar_one()

    def bed(self, number: int) -> int:
        beds = sorted(self.replay.rows("beds"))
        return beds[number % len(beds)]
