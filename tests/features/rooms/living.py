"""A small block to try commands on: three rooms, four people, and the clock standing still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from openblock.clock import FOREVER
from openblock.errors import KnownError, RuleBroken
from openblock.features.residents.commands import OpenKeepApart, open_keep_apart
from openblock.features.residents.queries import residents
from openblock.features.rooms.commands import (
    CloseSpace,
    HoldBed,
    PlaceResident,
    SwapResidents,
    Why,
    close_space,
    hold_bed,
    place_resident,
    swap_residents,
)
from openblock.features.rooms.queries import resident_placements, who_slept
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.storage.log import LogFilter, LogRow, log_rows
from openblock.storage.store import Command, Done, Step, Store
from tests.factories import House
from tests.features.rooms.placings import DAY, NOW
from tests.features.rooms.replay import Replay

WHY = Why("request", override="as the test wants it")


@dataclass
class Block:
    """Rooms 101 and 102 of section A, 201 of section B for women.

    ``ann`` (a woman) has no bed; ``bob`` sleeps in 101 A, ``carl`` in 102 A; ``dan`` has no bed.
    """

    store: Store
    home: House
    beds: Mapping[str, int]
    people: Mapping[str, int]
    why: Why = field(default=WHY)

    def __getattr__(self, name: str) -> int:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None

    def run(self, command: Command, request: object) -> Done:
        """Run a command, take it back, do it again; each leaves exactly what it should."""
        replay = Replay(self.store)
        replay.read_on()
        before = replay.standing()
        done = self.store.run(command, request)
        replay.read_on()
        after = replay.standing()
        if done.undo is None:
            assert after == before
            return done
        again = self.back(self.back(done.undo, replay, before), replay, after)
        return Done(done.value, again)

    def back(self, step: Step, replay: Replay | None = None, to: object = None) -> Step:
        """One step back; the step forth again."""
        done = self.store.run(step.command, step.request, undoes=True)
        if replay is not None:
            replay.read_on()
            assert replay.standing() == to
        assert done.undo is not None
        return done.undo

    def place(
        self,
        who: int,
        bed: str,
        at: datetime = NOW,
        until: datetime = FOREVER,
        why: Why | None = None,
    ) -> Done:
        request = PlaceResident(who, self.beds[bed], at, why or self.why, until)
        return self.run(place_resident, request)

    def swap(self, first: int, second: int, at: datetime = NOW, why: Why | None = None) -> Done:
        return self.run(swap_residents, SwapResidents(first, second, at, why or self.why))

    def close(
        self, scope: str, subject: int, start: datetime = NOW, end: datetime = FOREVER, **facts: Any
    ) -> Done:
        given = {"reason": "damp", **facts}
        content = ClosureContent(scope, subject, starts_at=start, ends_at=end, **given)
        return self.run(close_space, CloseSpace(content))

    def hold(
        self, bed: str, who: int | None = None, start: datetime = NOW, end: datetime = NOW + DAY
    ) -> Done:
        content = HoldContent(self.beds[bed], start, end, who, "" if who else "a visit")
        return self.run(hold_bed, HoldBed(content))

    def apart(self, first: int, second: int, level: str = "room") -> Done:
        request = OpenKeepApart(first, second, level, "a quarrel")
        return self.store.run(open_keep_apart, request)

    def sleeping(self, at: datetime = NOW) -> dict[int, str]:
        """Everybody's bed at an instant."""
        return {each.resident_id: each.bed for each in self.store.read(who_slept, at)}

    def spans(self, who: int) -> list[tuple[str, datetime, datetime]]:
        """A person's beds in order of time."""
        rows = self.store.read(resident_placements, who)
        return [(row.bed, row.content.starts_at, row.content.ends_at) for row in reversed(rows)]

    def version(self, who: int, at: datetime = NOW) -> int:
        rows = self.store.read(residents, at)
        return next(row.version for row in rows if row.resident_id == who)

    def log(self, operation: str) -> list[LogRow]:
        """The rows of the log of one kind, the newest first."""
        with Session(self.store.engine.execution_options(readonly=True)) as session:
            return list(log_rows(session, LogFilter(operation=operation)))


def refused(deed: Any, *args: Any, **options: Any) -> list[str]:
    """The codes a deed is refused with."""
    with pytest.raises(KnownError) as caught:
        deed(*args, **options)
    return told(caught.value)


def told(refusal: KnownError) -> list[str]:
    problems: Iterable[Any] = refusal.problems if isinstance(refusal, RuleBroken) else (refusal,)
    return [each.code for each in problems]
