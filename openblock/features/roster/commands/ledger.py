"""Writes rows of a living roster one by one and remembers how to take each back: its undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from openblock.errors import KnownError
from openblock.features.accounts.rights import may
from openblock.features.diary.commands import Book, refuse_clashes
from openblock.features.diary.rules import Commitment, CommitmentKind, officer
from openblock.features.roster.commands.closed import refuse_frozen
from openblock.features.roster.commands.content import RestoreCells, name_of
from openblock.features.roster.commands.lettering import refuse_taken_letters
from openblock.features.roster.commands.recording import recording, taken_back
from openblock.features.roster.commands.writing import put_cells_back
from openblock.features.roster.queries.absences import absence_letters
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.exchange import ExchangeAct, ExchangeState, state_after
from openblock.features.roster.rules.versions import Cell
from openblock.features.roster.tables import (
    Absence,
    AbsenceCode,
    Addendum,
    CallOut,
    ClosedSheet,
    Exchange,
    Post,
    PostHolder,
    RosterMonth,
)
from openblock.features.staff.queries import officer_of_account
from openblock.storage.ledger import RowChange, RowLedger, Values, demand_unmoved, put_back
from openblock.storage.store import Done, Step, Work

MOVED = "roster-moved"
_LIVING: Mapping[str, type[Any]] = {
    kind.__tablename__: kind
    for kind in (
        *(Absence, AbsenceCode, CallOut, Exchange, RosterMonth, ClosedSheet, Addendum),
        *(Post, PostHolder),
    )
}
_EXCHANGES: Mapping[str, type[Any]] = {Exchange.__tablename__: Exchange}
# Whose time a row takes: how the diary calls it, and which table that is.
_HELD: Mapping[str, tuple[CommitmentKind, type[Absence | CallOut]]] = {
    Absence.__tablename__: (CommitmentKind.ABSENCE, Absence),
    CallOut.__tablename__: (CommitmentKind.CALL_OUT, CallOut),
}
_TIME = ("officer_id", "starts_at", "ends_at")
# Who of an exchange does what, and what of it that changes.
_STEPS: Mapping[ExchangeAct, str] = {
    ExchangeAct.AGREE: "other_id",
    ExchangeAct.DECLINE: "other_id",
    ExchangeAct.WITHDRAW: "officer_id",
}
_STEP = frozenset({"state", "agreed_by", "agreed_at", "decided_by", "decided_at", "refusal"})
# What the log is told a row is about: kind of subject, and the column that names it.
_SUBJECTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "absences": (("officer", "officer_id"),),
    "call_outs": (("officer", "officer_id"),),
    "exchanges": (("officer", "officer_id"), ("officer", "other_id")),
    "roster_addenda": (("officer", "officer_id"), ("month", "month")),
    "roster_months": (("month", "month"),),
    "closed_sheets": (("month", "month"),),
    "post_holders": (("officer", "officer_id"),),
}


@dataclass(frozen=True, slots=True)
class RestoreLiving:
    """Cells and rows as they stood, the rows in this order: undo and redo.

    ``reason`` is why a published month changes by it.
    """

    cells: RestoreCells | None
    rows: tuple[RowChange, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RestoreExchange:
    """What was asked or answered of an exchange, as it stood."""

    rows: tuple[RowChange, ...]


class Ledger(RowLedger):
    """Writes rows of a living roster, and has the diary hold the time they take.

    Rows first, then :meth:`free`, then the cells, then :meth:`done`: what an absence takes away
    is gone by the time the absence holds it. ``reason`` is why a published month changes.
    """

    def __init__(self, work: Work, reason: str = "", *, field: str = "") -> None:
        super().__init__(work, MOVED)
        self._reason = reason
        self._field = field
        self._touched: dict[str, set[int]] = {table: set() for table in _HELD}
        self._book = Book(work)

    def add(self, row: Any) -> int:
        """Store a new row; RuleBroken where a call-out's time is taken (RO-03)."""
        if isinstance(row, CallOut):
            self._refuse_taken(0, {name: getattr(row, name) for name in _TIME})
        return super().add(row)

    def change(self, row: Any, **values: Any) -> None:
        """Give a stored row other values; RuleBroken where a call-out's time is taken (RO-03)."""
        if isinstance(row, CallOut):
            self._refuse_taken(row.id, {name: getattr(row, name) for name in _TIME} | values)
        super().change(row, **values)

    def written(self, change: RowChange) -> None:
        """Note whose time it is, and tell the log."""
        if change.table in _HELD:
            self._touched[change.table].add(change.number)
        values = change.after or change.before or {}
        for kind, column in _SUBJECTS.get(change.table, ()):
            self.work.about(kind, values[column])
        if change.table == PostHolder.__tablename__:
            # Whoever looked at a post has looked at who holds it: it is another version of it.
            post = self.work.session.get(Post, values["post_id"])
            if post is not None:
                flag_modified(post, "name")

    def free(self) -> None:
        """Take the time of what was written out of the diary until :meth:`settle`."""
        for table, (kind, _class) in _HELD.items():
            self._book.free(kind, self._touched[table])

    def settle(self) -> None:
        """Have the diary hold what the rows take; RuleBroken where that is taken (RO-03)."""
        self.free()
        held = [each for table in _HELD for each in self._commitments(table)]
        names = {officer(each): each for each in self._officers(held)}
        refuse_clashes(
            self.work, held, lambda person: name_of(self.work, names[person]), field=self._field
        )
        self._book.put(held)
        self._touched = {table: set() for table in _HELD}

    def done(self, value: object = None, cells: RestoreCells | None = None) -> Done:
        """What the command gives back: ``value``, and the step that takes all of it back."""
        self.settle()
        back = self.back()
        if not back and cells is None:
            return Done(value)
        request = RestoreLiving(cells, back, taken_back(self._reason))
        return Done(value, Step(restore_living, request))

    def _refuse_taken(self, number: int, values: Values) -> None:
        """Before the database sees two call-outs at once, and refuses them without a word."""
        whose = values["officer_id"]
        span = (values["starts_at"], values["ends_at"])
        wanted = Commitment(*span, CommitmentKind.CALL_OUT, number, officer(whose))
        refuse_clashes(
            self.work, [wanted], lambda _person: name_of(self.work, whose), field=self._field
        )

    def _commitments(self, table: str) -> Iterator[Commitment]:
        kind, mapped = _HELD[table]
        for number in sorted(self._touched[table]):
            row: Any = self.work.session.get(mapped, number)
            if row is None:
                continue
            yield Commitment(row.starts_at, row.ends_at, kind, row.id, officer(row.officer_id))

    @staticmethod
    def _officers(held: Iterable[Commitment]) -> set[int]:
        return {int(each.person.partition(":")[2]) for each in held}


def restore_living(work: Work, request: RestoreLiving) -> Done:
    """Put cells and rows back exactly as they stood.

    KnownError ``roster-moved`` and ``cell-changed-meanwhile`` where somebody built upon it,
    ``month-closed``; RuleBroken where the time is taken by now, or a published month would change
    for no reason.
    """
    demand_unmoved(work, request.rows, _LIVING, MOVED)
    refuse_frozen(work, request.rows, MOVED)
    ledger = Ledger(work, request.reason, field="cells")
    back = None
    with recording(work, _touched(request), request.reason):
        for each in request.rows:
            put_back(ledger, each, _LIVING, MOVED)
            if each.table == AbsenceCode.__tablename__:
                _judge_letters(work, each)
        ledger.free()
        if request.cells is not None:
            back = put_cells_back(work, request.cells)
        ledger.settle()
    return ledger.done(cells=back)


def restore_exchange(work: Work, request: RestoreExchange) -> Done:
    """Put an exchange back as it was asked or answered; who does not plan, the own only.

    KnownError ``roster-moved`` where somebody has answered it since, ``exchange-not-yours``.
    """
    demand_unmoved(work, request.rows, _EXCHANGES, MOVED)
    for each in request.rows:
        demand_part(work, *_whose_step(each))
    ledger = Ledger(work)
    for each in request.rows:
        put_back(ledger, each, _EXCHANGES, MOVED)
    return exchange_done(ledger)


def exchange_done(ledger: Ledger, value: object = None) -> Done:
    """As :meth:`Ledger.done`, of a command whose undo everybody may do who may ask and answer."""
    return Done(value, Step(restore_exchange, RestoreExchange(ledger.back())))


def demand_part(work: Work, *officer_ids: int) -> None:
    """KnownError ``exchange-not-yours`` for who neither plans nor is one of the officers."""
    if may(work.actor.role, "roster.restore_living"):
        return
    if officer_of_account(work.session, work.actor.account_id) not in officer_ids:
        raise KnownError("exchange-not-yours")


def _whose_step(change: RowChange) -> tuple[int, ...]:
    """Whose step an exchange is taken back by, or done again: who asked, or the other who answers.

    Nobody's who does not plan where it is no such step: then duties changed hands by it.
    """
    before, after = change.before, change.after
    if before is None or after is None:
        values = before or after or {}
        return (values["officer_id"],) if values["state"] == ExchangeState.ASKED else ()
    if any(before[name] != after[name] for name in before.keys() - _STEP):
        return ()
    for act, column in _STEPS.items():
        for one, other in ((before, after), (after, before)):
            if state_after(one["state"], act) == other["state"]:
                return (int(before[column]),)
    return ()


def days_of(values: Values | None) -> Iterator[Cell]:
    """The cells an absence of these values stands in."""
    if values is None:
        return
    for number in range((values["last_day"] - values["first_day"]).days + 1):
        yield values["officer_id"], values["first_day"] + timedelta(days=number)


def _touched(request: RestoreLiving) -> set[Cell]:
    """Every cell that may change when all of it is put back."""
    found = set() if request.cells is None else {cell for cell, _content in request.cells.before}
    for each in request.rows:
        if each.table == Absence.__tablename__:
            found |= {*days_of(each.before), *days_of(each.after)}
    return found


def _judge_letters(work: Work, change: RowChange) -> None:
    """RuleBroken where a letter that comes back means something else by now."""
    kind = AbsenceKind((change.after or change.before or {})["kind"])
    refuse_taken_letters(work, kind, absence_letters(work.session)[kind])
