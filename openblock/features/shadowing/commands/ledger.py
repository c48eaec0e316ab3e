"""Writes rows one by one and remembers how to take each back: the undo of all of practice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.attributes import flag_modified

from openblock.errors import KnownError, NotAllowed
from openblock.features.accounts.rights import may
from openblock.features.shadowing.commands.judging import (
    Stood,
    gains,
    judge_back,
    judge_row,
    stands_wrong,
)
from openblock.features.shadowing.commands.keeping import Keeping
from openblock.features.shadowing.commands.mentoring import demand_own
from openblock.features.shadowing.commands.seen import demand_unseen
from openblock.features.shadowing.queries.wishing import Planner
from openblock.features.shadowing.tables import (
    Addendum,
    ClassSession,
    Clearance,
    Course,
    PracticeItem,
    Shadowing,
    Situation,
    Trainee,
    Unavailability,
)
from openblock.storage.acts import plain_values
from openblock.storage.store import Done, Step, Work

_TABLES: Mapping[str, type[Any]] = {
    kind.__tablename__: kind
    for kind in (
        *(Course, Situation, PracticeItem, Trainee, Clearance),
        *(ClassSession, Unavailability, Shadowing, Addendum),
    )
}
# What the log is told a row is about: kind of subject, and the column that names it.
_SUBJECTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "courses": (("course", "id"),),
    "situations": (("course", "course_id"),),
    "practice_items": (("practice-item", "id"),),
    "trainees": (("trainee", "id"), ("course", "course_id")),
    "clearances": (("trainee", "trainee_id"),),
    "classes": (("class", "id"), ("course", "course_id")),
    "unavailabilities": (("trainee", "trainee_id"),),
    "shadowings": (
        ("shadowing", "id"),
        ("trainee", "trainee_id"),
        ("officer", "officer_id"),
    ),
    "addenda": (("shadowing", "shadowing_id"),),
}
# Whoever saves the whole has seen these parts of it: a part that changes makes that a stale one.
_WHOLES: Mapping[str, tuple[type[Any], str, str]] = {
    "situations": (Course, "course_id", "name"),
    "clearances": (Trainee, "trainee_id", "surname"),
}
# What a mentor settles; everything else of a shadowing shift is the coordinators'.
_SETTLING = frozenset(
    {
        "state",
        "actual_starts_at",
        "actual_ends_at",
        "situations",
        "evaluation",
        "remark",
        "settled_by",
        "settled_at",
    }
)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of a table from ``before`` to ``after``; nothing before: added, after: taken out."""

    table: str
    number: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class RestorePractice:
    """Puts rows of practice back as they stood, in this order: undo and redo of coordinators.

    ``stood`` are the rules that were broken already as it stood; they are no reason to refuse.
    """

    changes: tuple[RowChange, ...]
    stood: Stood = frozenset()


@dataclass(frozen=True, slots=True)
class RestoreSettling:
    """Takes back, or gives again, what a mentor has confirmed, missed or added."""

    changes: tuple[RowChange, ...]
    stood: Stood = frozenset()


class Ledger:
    """Adds, changes and takes out rows of this feature, each written before the next.

    The database looks at every row as it comes, so what gives way has to be written before what
    takes its place. The diary is written for all of them together, by :meth:`settle`.
    """

    def __init__(self, work: Work) -> None:
        self.work = work
        self.keeping = Keeping(work)
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
        """Take a stored row out; KnownError ``practice-in-use`` when something hangs on it."""
        before = plain_values(row)
        demand_unseen(self.work, row)
        self._look_at(row)
        self.work.session.delete(row)
        try:
            self.work.session.flush()
        except IntegrityError as refused:
            raise KnownError("practice-in-use") from refused
        self._note(row.__tablename__, row.id, before, None)

    def settle(self) -> None:
        """Write the diary as it has to be by now."""
        self.keeping.settle()

    def done(self, value: object = None, *, settling: bool = False) -> Done:
        """What the command gives back: ``value``, and the step that takes all of it back.

        A mentor's step (``settling``) is taken back by who may settle, everything else by who
        may plan.
        """
        self.settle()
        if not self._changes:
            return Done(value)
        back = tuple(
            RowChange(each.table, each.number, each.after, each.before)
            for each in reversed(self._changes)
        )
        if settling:
            return Done(value, Step(restore_settling, RestoreSettling(back, self._stood)))
        return Done(value, Step(restore_practice, RestorePractice(back, self._stood)))

    def _look_at(self, row: Any) -> None:
        """Remember what is wrong with a shift that going back will find wrong again."""
        if isinstance(row, Shadowing):
            self._stood |= stands_wrong(self.work, row)

    def _note(
        self,
        table: str,
        number: int,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> None:
        self._changes.append(RowChange(table, number, before, after))
        self.keeping.note(table, number, before, after)
        values = after or before or {}
        for kind, column in _SUBJECTS[table]:
            self.work.about(kind, values[column])
        if table in _WHOLES:
            whole, column, name = _WHOLES[table]
            row = self.work.session.get(whole, values[column])
            if row is not None:
                flag_modified(row, name)


def restore_practice(work: Work, request: RestorePractice) -> Done:
    """Puts rows back exactly as they stood.

    KnownError ``practice-changed-meanwhile`` if one has moved on since, ``practice-in-use`` where
    something entered later needs it; RuleBroken where somebody else has the place by now, or the
    trainee is at something else.
    """
    if any(_links_another(each) for each in request.changes):
        _demand(work, "shadowing.link_trainee")
    return _restore(work, request.changes, request.stood, settling=False)


def restore_settling(work: Work, request: RestoreSettling) -> Done:
    """Takes back what was settled; KnownError ``practice-not-yours`` for another mentor's trainee.

    Otherwise as :func:`restore_practice`.
    """
    for each in request.changes:
        if not _only_settles(each):
            _demand(work, "shadowing.restore_practice")
        values = each.after or each.before or {}
        number = values["shadowing_id"] if each.table == Addendum.__tablename__ else each.number
        shadowing = work.session.get(Shadowing, number)
        if shadowing is None:
            raise KnownError("practice-changed-meanwhile")
        demand_own(work, shadowing.officer_id)
    return _restore(work, request.changes, request.stood, settling=True)


def _restore(work: Work, changes: tuple[RowChange, ...], stood: Stood, *, settling: bool) -> Done:
    _demand_unmoved(work, changes)
    ledger, planner = Ledger(work), Planner(work.session)
    first: dict[int, Mapping[str, Any] | None] = {}
    last: dict[int, Mapping[str, Any] | None] = {}
    for each in changes:
        if each.table == Shadowing.__tablename__:
            judge_row(planner, each.number, each.before, each.after)
            first.setdefault(each.number, each.before)
            last[each.number] = each.after
        _restore_row(ledger, each)
    ledger.settle()
    back = {
        number: values
        for number, values in last.items()
        if values is not None and gains(first[number], values)
    }
    judge_back(Planner(work.session), back, stood)
    return ledger.done(settling=settling)


def _demand_unmoved(work: Work, changes: Iterable[RowChange]) -> None:
    """Refuse where a row is not what it was left as; one changed twice is looked at once."""
    seen: set[tuple[str, int]] = set()
    for each in changes:
        if (each.table, each.number) in seen:
            continue
        seen.add((each.table, each.number))
        row = work.session.get(_TABLES[each.table], each.number)
        if (None if row is None else plain_values(row)) != each.before:
            raise KnownError("practice-changed-meanwhile")


def _restore_row(ledger: Ledger, change: RowChange) -> None:
    kind = _TABLES[change.table]
    row = ledger.work.session.get(kind, change.number)
    try:
        if change.after is None:
            ledger.remove(row)
        elif row is None:
            ledger.add(kind(**change.after))
        else:
            ledger.change(row, **change.after)
    except IntegrityError as refused:
        raise KnownError("practice-changed-meanwhile") from refused


def _only_settles(change: RowChange) -> bool:
    if change.table == Addendum.__tablename__:
        return True
    if change.table != Shadowing.__tablename__ or not change.before or not change.after:
        return False
    return all(
        change.before[name] == value
        for name, value in change.after.items()
        if name not in _SETTLING
    )


def _links_another(change: RowChange) -> bool:
    """Whether this gives a trainee another account, which is an administrator's to decide."""
    if change.table != Trainee.__tablename__ or not change.before or not change.after:
        return False
    return bool(change.before["account_id"] != change.after["account_id"])


def _demand(work: Work, operation: str) -> None:
    """The store asked for the right to take back, not for that to do what is taken back."""
    if not may(work.actor.role, operation):
        raise NotAllowed(operation, work.actor.role)
