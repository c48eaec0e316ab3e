"""Writes rows one by one and remembers how to take each back: the undo of every room command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from openblock.errors import KnownError
from openblock.features.residents.commands.stored import demand_unerased
from openblock.features.rooms.commands.judging import (
    Stood,
    judge_assignments,
    judge_spaces,
    stands_wrong,
)
from openblock.features.rooms.tables import (
    Assignment,
    Bed,
    Building,
    Closure,
    Floor,
    Hold,
    Room,
    Section,
)
from openblock.storage.acts import plain_values
from openblock.storage.store import Done, Step, Work

_BUILT: Mapping[str, type[Any]] = {
    kind.__tablename__: kind for kind in (Building, Floor, Section, Room, Bed)
}
_LIVED: Mapping[str, type[Any]] = {kind.__tablename__: kind for kind in (Closure, Hold, Assignment)}


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of a table from ``before`` to ``after``; nothing before: added, after: taken out."""

    table: str
    number: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class RestoreRows:
    """Puts assignments, closures and holds back as they stood, in this order: undo and redo.

    ``stood`` are the rules that were broken already as it stood; they are no reason to refuse.
    """

    changes: tuple[RowChange, ...]
    stood: Stood = frozenset()


@dataclass(frozen=True, slots=True)
class RestoreHouse:
    """Puts buildings, floors, sections, rooms and beds back as they stood, in this order."""

    changes: tuple[RowChange, ...]


class Ledger:
    """Adds, changes and takes out rows of this feature, each written before the next.

    The database looks at every row as it comes, so an end has to be written before what begins
    there; a session left to itself writes what is new first.
    """

    def __init__(self, work: Work) -> None:
        self.work = work
        self._changes: list[RowChange] = []
        self._stood: Stood = frozenset()

    def add(self, row: Any) -> int:
        """Store a new row; its number."""
        self.work.session.add(row)
        self.work.session.flush()
        self._note(row.__tablename__, row.id, None, plain_values(row))
        return int(row.id)

    def change(self, row: Any, **values: Any) -> None:
        """Give a stored row other values; nothing is written where they are the same."""
        before = plain_values(row)
        if all(before[name] == value for name, value in values.items()):
            return
        self._look_at(row)
        for name, value in values.items():
            if before[name] != value:
                setattr(row, name, value)
        self.work.session.flush()
        self._note(row.__tablename__, row.id, before, plain_values(row))

    def remove(self, row: Any) -> None:
        """Take a stored row out; KnownError ``space-in-use`` when something hangs on it."""
        before = plain_values(row)
        self._look_at(row)
        if _closures_of(self.work, row):
            raise KnownError("space-in-use")
        self.work.session.delete(row)
        try:
            self.work.session.flush()
        except IntegrityError as refused:
            raise KnownError("space-in-use") from refused
        self._note(row.__tablename__, row.id, before, None)

    def done(self, value: object = None) -> Done:
        """What the command gives back: ``value``, and the step that takes all of it back."""
        if not self._changes:
            return Done(value)
        return Done(value, self.undo())

    def undo(self) -> Step:
        """The step that takes back what was written so far."""
        back = tuple(
            RowChange(each.table, each.number, each.after, each.before)
            for each in reversed(self._changes)
        )
        if any(each.table in _BUILT for each in back):
            return Step(restore_house, RestoreHouse(back))
        return Step(restore_rows, RestoreRows(back, self._stood))

    def _look_at(self, row: Any) -> None:
        """Remember what is wrong with an assignment that going back will find wrong again."""
        if isinstance(row, Assignment):
            self._stood |= stands_wrong(self.work, row)

    def _note(
        self,
        table: str,
        number: int,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        self._changes.append(RowChange(table, number, before, after))


def _closures_of(work: Work, row: Any) -> int:
    """How many closures name this part of the house; no key of the database says so."""
    kind = row.__tablename__
    if kind not in _BUILT:
        return 0
    asked = select(func.count()).where(
        Closure.scope == kind.removesuffix("s"), Closure.subject_id == row.id
    )
    return work.session.scalar(asked) or 0


def restore_rows(work: Work, request: RestoreRows) -> Done:
    """Puts rows back exactly as they stood.

    KnownError ``rooms-changed-meanwhile`` if one has moved on since; RuleBroken where somebody
    else has the bed by now, or it was closed meanwhile.
    """
    _demand_unmoved(work, request.changes, _LIVED)
    judge_assignments(
        work,
        [
            (each.number, each.before, each.after)
            for each in request.changes
            if each.table == Assignment.__tablename__
        ],
        request.stood,
    )
    ledger = Ledger(work)
    for each in request.changes:
        _restore(ledger, each, _LIVED[each.table])
    back = {(each.table, each.number) for each in request.changes if each.after is not None}
    judge_spaces(
        work,
        closures={number for table, number in back if table == Closure.__tablename__},
        holds={number for table, number in back if table == Hold.__tablename__},
    )
    return ledger.done()


def restore_house(work: Work, request: RestoreHouse) -> Done:
    """Puts the house back exactly as it stood.

    KnownError ``rooms-changed-meanwhile`` if it has moved on, ``space-in-use`` where somebody has
    slept in what would be taken out.
    """
    _demand_unmoved(work, request.changes, _BUILT)
    ledger = Ledger(work)
    for each in request.changes:
        _restore(ledger, each, _BUILT[each.table])
    return ledger.done()


def _demand_unmoved(
    work: Work, changes: Iterable[RowChange], kinds: Mapping[str, type[Any]]
) -> None:
    """Refuse where a row is not what it was left as; one changed twice is looked at once."""
    seen: set[tuple[str, int]] = set()
    for each in changes:
        if (each.table, each.number) in seen:
            continue
        seen.add((each.table, each.number))
        row = work.session.get(kinds[each.table], each.number)
        if (None if row is None else plain_values(row)) != each.before:
            raise KnownError("rooms-changed-meanwhile")


def _restore(ledger: Ledger, change: RowChange, kind: type[Any]) -> None:
    row = ledger.work.session.get(kind, change.number)
    for subject_type, number in _subjects(change):
        ledger.work.about(subject_type, number)
        if subject_type == "resident":
            demand_unerased(ledger.work, number)
    try:
        if change.after is None:
            ledger.remove(row)
        elif row is None:
            ledger.add(kind(**change.after))
        else:
            ledger.change(row, **change.after)
    except IntegrityError as refused:
        raise KnownError("rooms-changed-meanwhile") from refused


def _subjects(change: RowChange) -> tuple[tuple[str, int], ...]:
    values = change.after or change.before or {}
    resident = values.get("resident_id")
    found: tuple[tuple[str, int], ...] = ((change.table.removesuffix("s"), change.number),)
    return (*found, ("resident", resident)) if resident is not None else found
