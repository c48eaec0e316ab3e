"""Writes rows one by one and puts them back: the undo and the redo of everything done here.

The database refuses overlapping stays row by row, and a session writes what is new before what
is changed. So each row is written by itself, in the order of the command; going back is the same
way backwards and meets only states that have stood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError

from openblock.errors import KnownError, NotAllowed
from openblock.features.accounts.rights import may
from openblock.features.residents.commands.stored import demand_unerased
from openblock.features.residents.tables import (
    Alert,
    KeepApart,
    Note,
    Photo,
    Prison,
    Resident,
    Stay,
)
from openblock.storage.acts import plain_values
from openblock.storage.store import Done, Step, Work, operation_of

Mapped = Alert | KeepApart | Note | Photo | Prison | Resident | Stay

_TABLES: Mapping[str, type[Any]] = {
    each.__tablename__: each for each in (Alert, KeepApart, Note, Photo, Prison, Resident, Stay)
}
# Whoever takes something back needs the right to have done it.
_RIGHTS = {"keep_apart": "residents.open_keep_apart", "prisons": "residents.save_prison"}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row from ``before`` to ``after``; nothing before: added, nothing after: taken out."""

    table: str
    key: int
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class RestoreRows:
    """Puts rows back as they stood, in order, between what other features put back.

    A release ends what joined features hold before the stay, so its undo runs them ``then``.
    """

    changes: tuple[RowChange, ...]
    first: tuple[Step, ...] = ()
    then: tuple[Step, ...] = ()


def restore_rows(work: Work, request: RestoreRows) -> Done:
    """Puts rows back exactly as they stood.

    KnownError ``residents-changed-meanwhile`` if one moved on, ``resident-built-upon`` if
    something that was entered later needs it as it is.
    """
    first = run_steps(work, request.first)
    rows = Rows(work)
    for each in request.changes:
        rows.restore(each)
    then = run_steps(work, request.then)
    return Done(undo=rows.undo(first=then, then=first))


def run_steps(work: Work, steps: Sequence[Step]) -> tuple[Step, ...]:
    """Runs the steps of other features in this transaction; the way back, in its own order."""
    undone = []
    for step in steps:
        _demand_right(work, operation_of(step.command))
        undone.append(step.command(work, step.request).undo)
    return tuple(undo for undo in reversed(undone) if undo is not None)


def _demand_right(work: Work, operation: str) -> None:
    """The store asked for the right to take back, not for that to do what is taken back."""
    if not may(work.actor.role, operation):
        raise NotAllowed(operation, work.actor.role)


class Rows:
    """The rows one command writes, and the way back."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._changes: list[RowChange] = []

    def add(self, row: Mapped) -> None:
        """Write a new row; it has its number afterwards."""
        self._work.session.add(row)
        self._flush()
        self._note(row, None, plain_values(row))

    def change(self, row: Mapped, **values: object) -> None:
        """Write other values into a row; values that are the same are no change."""
        before = plain_values(row)
        for name, value in values.items():
            setattr(row, name, value)
        after = plain_values(row)
        if before != after:
            self._flush()
            self._note(row, before, after)

    def remove(self, row: Mapped) -> None:
        """Take a row out."""
        before = plain_values(row)
        self._work.session.delete(row)
        self._flush()
        self._note(row, before, None)

    def restore(self, change: RowChange) -> None:
        """Write one change, if the row still is as it says."""
        needed = _RIGHTS.get(change.table)
        if needed is not None:
            _demand_right(self._work, needed)
        _about(self._work, change)
        row: Mapped | None = self._work.session.get(_TABLES[change.table], change.key)
        if (None if row is None else plain_values(row)) != change.before:
            raise KnownError("residents-changed-meanwhile")
        if row is None:
            self.add(_TABLES[change.table](**(change.after or {})))
        elif change.after is None:
            self.remove(row)
        else:
            self.change(row, **change.after)

    def undo(self, *, first: tuple[Step, ...] = (), then: tuple[Step, ...] = ()) -> Step | None:
        """The step that goes back, with those of other features before and after; or none."""
        back = tuple(
            RowChange(each.table, each.key, each.after, each.before)
            for each in reversed(self._changes)
        )
        return Step(restore_rows, RestoreRows(back, first, then)) if back or first or then else None

    def _note(
        self, row: Mapped, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        key = row.resident_id if isinstance(row, Photo) else row.id
        self._changes.append(RowChange(row.__tablename__, key, before, after))

    def _flush(self) -> None:
        try:
            self._work.session.flush()
        except IntegrityError as refused:
            raise KnownError("resident-built-upon") from refused


def _about(work: Work, change: RowChange) -> None:
    """Tell the log whose row it is; nothing comes back about somebody who was erased since."""
    if change.table == "prisons":
        work.about("prison", change.key)
        return
    values = change.before or change.after or {}
    own = "id" if change.table == "residents" else "resident_id"
    for column in ("first_id", "second_id") if change.table == "keep_apart" else (own,):
        work.about("resident", values[column])
        demand_unerased(work, values[column])
