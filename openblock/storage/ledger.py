"""Writes rows one by one and remembers how to take each back: what a feature's undo is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError

from openblock.errors import KnownError
from openblock.storage.acts import Work, plain_values

Values = Mapping[str, Any]
Tables = Mapping[str, type[Any]]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of a table from ``before`` to ``after``; nothing before: added, after: taken out."""

    table: str
    number: int
    before: Values | None
    after: Values | None


class RowLedger:
    """Adds, changes and takes out rows, each written before the next.

    The database looks at every row as it comes, so what gives way has to be written before what
    takes its place; a session left to itself writes what is new first. ``in_use`` is the refusal
    where something hangs on a row that is taken out.
    """

    def __init__(self, work: Work, in_use: str) -> None:
        self.work = work
        self._in_use = in_use
        self._changes: list[RowChange] = []

    def add(self, row: Any) -> int:
        """Store a new row; its number."""
        self.work.session.add(row)
        self.work.session.flush()
        self._note(RowChange(row.__tablename__, row.id, None, plain_values(row)))
        return int(row.id)

    def change(self, row: Any, **values: Any) -> None:
        """Give a stored row other values; nothing is written where they are the same."""
        before = plain_values(row)
        if all(before[name] == value for name, value in values.items()):
            return
        self.look_at(row)
        for name, value in values.items():
            if before[name] != value:
                setattr(row, name, value)
        self.work.session.flush()
        self._note(RowChange(row.__tablename__, row.id, before, plain_values(row)))

    def remove(self, row: Any) -> None:
        """Take a stored row out; KnownError when something hangs on it."""
        before = plain_values(row)
        self.look_at(row)
        self.work.session.delete(row)
        try:
            self.work.session.flush()
        except IntegrityError as refused:
            raise KnownError(self._in_use) from refused
        self._note(RowChange(row.__tablename__, row.id, before, None))

    def back(self) -> tuple[RowChange, ...]:
        """What takes back all that was written, in the order it has to be done."""
        return tuple(
            RowChange(each.table, each.number, each.after, each.before)
            for each in reversed(self._changes)
        )

    def look_at(self, row: Any) -> None:
        """What a feature remembers of a row before it is changed or taken out."""

    def written(self, change: RowChange) -> None:
        """What a feature does about a row that was written."""

    def _note(self, change: RowChange) -> None:
        self._changes.append(change)
        self.written(change)


def demand_unmoved(work: Work, changes: Iterable[RowChange], tables: Tables, moved: str) -> None:
    """KnownError ``moved`` where a row is not as it was left; one changed twice is looked at once.

    A table that is not among ``tables`` is nobody's to put back: KeyError.
    """
    seen: set[tuple[str, int]] = set()
    for each in changes:
        if (each.table, each.number) in seen:
            continue
        seen.add((each.table, each.number))
        row = work.session.get(tables[each.table], each.number)
        if (None if row is None else plain_values(row)) != each.before:
            raise KnownError(moved)


def put_back(ledger: RowLedger, change: RowChange, tables: Tables, moved: str) -> None:
    """Write a row as it is to stand again; KnownError ``moved`` where the database will not."""
    kind = tables[change.table]
    row = ledger.work.session.get(kind, change.number)
    try:
        if change.after is None:
            ledger.remove(row)
        elif row is None:
            ledger.add(kind(**change.after))
        else:
            ledger.change(row, **change.after)
    except IntegrityError as refused:
        raise KnownError(moved) from refused
