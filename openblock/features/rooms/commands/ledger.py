"""Writes rows one by one and remembers how to take each back: the undo of every room command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError

from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.rooms.queries.facts import Around, facts_around
from openblock.features.rooms.queries.stored import assignment_content
from openblock.features.rooms.rules.facts import Sleep
from openblock.features.rooms.rules.placing import placement_problems
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
    """Puts assignments, closures and holds back as they stood, in this order: undo and redo."""

    changes: tuple[RowChange, ...]


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

    def add(self, row: Any) -> int:
        """Store a new row; its number."""
        self.work.session.add(row)
        self.work.session.flush()
        self._note(row.__tablename__, row.id, None, plain_values(row))
        return int(row.id)

    def change(self, row: Any, **values: Any) -> None:
        """Give a stored row other values; nothing is written where they are the same."""
        before = plain_values(row)
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
        after = plain_values(row)
        if after != before:
            self.work.session.flush()
            self._note(row.__tablename__, row.id, before, after)

    def remove(self, row: Any) -> None:
        """Take a stored row out; KnownError ``space-in-use`` when something hangs on it."""
        before = plain_values(row)
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
        return Step(restore_rows, RestoreRows(back))

    def _note(
        self,
        table: str,
        number: int,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        self._changes.append(RowChange(table, number, before, after))


def restore_rows(work: Work, request: RestoreRows) -> Done:
    """Puts rows back exactly as they stood.

    KnownError ``rooms-changed-meanwhile`` if one has moved on since; RuleBroken where somebody
    else has the bed by now, or it was closed meanwhile.
    """
    ledger = Ledger(work)
    for each in request.changes:
        _restore(ledger, each, _LIVED[each.table])
    _judge(work, request)
    return ledger.done()


def restore_house(work: Work, request: RestoreHouse) -> Done:
    """Puts the house back exactly as it stood.

    KnownError ``rooms-changed-meanwhile`` if it has moved on, ``space-in-use`` where somebody has
    slept in what would be taken out.
    """
    ledger = Ledger(work)
    for each in request.changes:
        _restore(ledger, each, _BUILT[each.table])
    return ledger.done()


def _restore(ledger: Ledger, change: RowChange, kind: type[Any]) -> None:
    row = ledger.work.session.get(kind, change.number)
    stored = None if row is None else plain_values(row)
    if stored != (None if change.before is None else dict(change.before)):
        raise KnownError("rooms-changed-meanwhile")
    for subject in _subjects(change):
        ledger.work.about(*subject)
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


def _judge(work: Work, request: RestoreRows) -> None:
    """Refuses assignments that the house as it stands now would refuse."""
    back = [
        row
        for each in request.changes
        if each.table == Assignment.__tablename__ and each.after is not None
        for row in (work.session.get(Assignment, each.number),)
        if row is not None
    ]
    if not back:
        return
    around = Around(
        frozenset(row.resident_id for row in back),
        frozenset(row.bed_id for row in back),
        min(row.starts_at for row in back),
        max(row.ends_at for row in back),
    )
    facts = facts_around(work.session, around, work.now, work.today)
    ours = [Sleep(row.id, assignment_content(row)) for row in back if row.ends_at > work.now]
    errors = [each for each in placement_problems(facts, ours) if each.severity is Severity.ERROR]
    if errors:
        raise RuleBroken(*errors)
