"""Commands of the grounds tried out: each is done, taken back and done again, to a column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.grounds.commands import BookArea, CloseArea, book_area
from openblock.features.grounds.rules.content import (
    BookingContent,
    ClosureContent,
    ClosureReason,
)
from openblock.features.grounds.tables import Area, Booking
from openblock.storage.log import LogFilter, LogRow, log_rows
from openblock.storage.store import Command, Done, Step, Store
from tests.features.grounds.outside import GroundsBlock, on

TABLES = ("areas", "area_days", "area_closures", "booking_series", "bookings", "participants")
Standing = Mapping[str, list[tuple[object, ...]]]
REASON = "as the test wants it"


def standing(store: Store) -> Standing:
    """Every column of every row of the grounds but its version, and the diary but its numbers."""
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

    def __init__(self, block: GroundsBlock) -> None:
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

    def booking(self, number: int) -> Booking:
        """A booking as it is stored."""
        with Session(self.store.engine, expire_on_commit=False) as session:
            return session.get_one(Booking, number)

    def area(self, number: int) -> Area:
        """An area as it is stored."""
        with Session(self.store.engine, expire_on_commit=False) as session:
            return session.get_one(Area, number)

    def seen(self, number: int) -> tuple[int, int]:
        """A booking's number and the version somebody who looks now would see."""
        return number, self.booking(number).version

    def content(self, number: int, **facts: Any) -> BookingContent:
        """What is entered of a stored booking, with other facts."""
        row = self.booking(number)
        content = BookingContent(
            row.area_id,
            row.starts_at,
            row.ends_at,
            tuple(self.coming(number)),
            row.purpose,
            row.equipment,
            row.officer_id,
        )
        return replace(content, **facts)

    def changed(self, number: int, reason: str = "", **facts: Any) -> BookArea:
        """The request that gives a stored booking other facts."""
        return BookArea(self.content(number, **facts), *self.seen(number), reason)

    def coming(self, number: int) -> list[int]:
        """Who is in a booking, without those who were missing."""
        asked = text(
            "SELECT resident_id FROM participants WHERE booking_id = :number AND came ORDER BY id"
        )
        with self.store.engine.connect() as connection:
            return list(connection.execute(asked, {"number": number}).scalars())

    def booked(self, content: BookingContent, reason: str = REASON) -> int:
        """Book without trying it back and forth; the number."""
        return int(self.store.run(book_area, BookArea(content, reason=reason)).value)

    def diary(self, number: int) -> list[tuple[str, str, str]]:
        """Whose time a booking takes: person, from and to."""
        return [
            (person, start[:16], end[:16])
            for person, kind, source, start, end in standing(self.store)["diary"]
            if (kind, source) == ("booking", number)
        ]

    def log(self, operation: str) -> list[LogRow]:
        """The rows of the log of one kind, the newest first."""
        with Session(self.store.engine.execution_options(readonly=True)) as session:
            return list(log_rows(session, LogFilter(operation=operation)))


def closing(
    area: int, start: datetime, end: datetime, *hits: Any, remark: str = "", **facts: Any
) -> CloseArea:
    """The request that closes an area for a repair."""
    return CloseArea(ClosureContent(area, start, end, ClosureReason.REPAIR, remark), hits, **facts)


def utc(day: int, hour: float) -> str:
    """An instant of September as the diary's column begins."""
    return f"{on(day, hour):%Y-%m-%d %H:%M}"


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
