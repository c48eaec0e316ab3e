"""Writes rows of the grounds one by one and remembers how to take each back: every undo of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.attributes import flag_modified

from openblock.errors import KnownError, NotAllowed
from openblock.features.accounts.rights import may
from openblock.features.grounds.commands.judging import (
    Stood,
    asks_anew,
    gains,
    judge_back,
    judge_place,
    stands_wrong,
)
from openblock.features.grounds.commands.keeping import Keeping
from openblock.features.grounds.commands.stored import participants
from openblock.features.grounds.rules.content import BookingContent
from openblock.features.grounds.tables import (
    Area,
    AreaClosure,
    AreaDay,
    Booking,
    Participant,
    Series,
)
from openblock.features.residents.commands.stored import demand_unerased
from openblock.storage.ledger import RowChange, RowLedger, demand_unmoved, put_back
from openblock.storage.store import Done, Step, Work

_MOVED = "grounds-changed-meanwhile"
_AREAS: Mapping[str, type[Any]] = {kind.__tablename__: kind for kind in (Area, AreaDay)}
_BOOKINGS: Mapping[str, type[Any]] = {
    kind.__tablename__: kind for kind in (AreaClosure, Series, Booking, Participant)
}
# What the log is told a row is about: kind of subject, and the column that names it.
_SUBJECTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "areas": (("area", "id"),),
    "area_days": (("area", "area_id"),),
    "area_closures": (("closure", "id"), ("area", "area_id")),
    "booking_series": (("series", "id"), ("area", "area_id")),
    "bookings": (("booking", "id"), ("area", "area_id"), ("officer", "officer_id")),
    "participants": (("booking", "booking_id"), ("resident", "resident_id")),
}


@dataclass(frozen=True, slots=True)
class RestoreBookings:
    """Puts bookings, series and closures back as they stood, in this order: undo and redo.

    ``right`` is the operation that is taken back or done again: who may not do it may not undo
    it. ``stood`` are the rules that were broken already as it stood; they are no reason to refuse.
    """

    changes: tuple[RowChange, ...]
    right: str = ""
    stood: Stood = frozenset()


@dataclass(frozen=True, slots=True)
class RestoreAreas:
    """Puts areas and their hours back as they stood, in this order; ``right`` as above."""

    changes: tuple[RowChange, ...]
    right: str = ""


class Ledger(RowLedger):
    """Writes rows of the grounds for ``right``, the operation that is run.

    The diary is written for all of them together, by :meth:`settle`; :meth:`done` does it too.
    An undo knows what ``stood`` wrong, everything else looks before it changes anything.
    """

    def __init__(self, work: Work, right: str = "", *, stood: Stood | None = None) -> None:
        super().__init__(work, "area-in-use")
        self.keeping = Keeping(work)
        self._right = right
        self._looks = stood is None
        self._stood: Stood = stood or frozenset()
        self._bumped: set[int] = set()

    def settle(self) -> None:
        """Write the diary as it has to be by now."""
        self.keeping.settle()

    def done(self, value: object = None) -> Done:
        """What the command gives back: ``value``, and the step that takes all of it back."""
        self.settle()
        back = self.back()
        if not back:
            return Done(value)
        if any(each.table in _AREAS for each in back):
            return Done(value, Step(restore_areas, RestoreAreas(back, self._right)))
        request = RestoreBookings(back, self._right, self._stood)
        return Done(value, Step(restore_bookings, request))

    def look_at(self, row: Any) -> None:
        """Remember what is wrong with a booking that going back will find wrong again."""
        if self._looks and isinstance(row, Booking):
            self._stood |= stands_wrong(self.work, row)

    def written(self, change: RowChange) -> None:
        """Tell the diary and the log; whoever saw a booking has seen who takes part in it."""
        self.keeping.note(change)
        values = change.after or change.before or {}
        for kind, column in _SUBJECTS[change.table]:
            if values[column] is not None:
                self.work.about(kind, values[column])
        if change.table == Booking.__tablename__:
            self._bumped.add(change.number)
            for each in participants(self.work, change.number):
                self.work.about("resident", each.resident_id)
        elif change.table == Participant.__tablename__:
            self._bump(values["booking_id"])

    def _bump(self, booking_id: int) -> None:
        if booking_id in self._bumped:
            return
        self._bumped.add(booking_id)
        row = self.work.session.get(Booking, booking_id)
        if row is not None:
            flag_modified(row, "heads")


def restore_bookings(work: Work, request: RestoreBookings) -> Done:
    """Puts rows back exactly as they stood.

    KnownError ``grounds-changed-meanwhile`` if one has moved on since, ``resident-erased``;
    RuleBroken where the places or somebody's time are taken by now, or the area is closed.
    """
    _demand(work, request.right)
    changes = request.changes
    demand_unmoved(work, changes, _BOOKINGS, _MOVED)
    ledger = Ledger(work, request.right, stood=request.stood)
    coming = _coming_back(work, changes)
    for each in changes:
        if each.table == Participant.__tablename__ and each.after is not None:
            demand_unerased(work, each.after["resident_id"])
        if each.table == Booking.__tablename__ and gains(each.before, each.after):
            judge_place(work, each.number, _content(each, coming))
        put_back(ledger, each, _BOOKINGS, _MOVED)
    ledger.keeping.free()
    judge_back(work, _to_judge(changes), request.stood)
    try:
        return ledger.done()
    except IntegrityError as refused:
        raise KnownError(_MOVED) from refused


def restore_areas(work: Work, request: RestoreAreas) -> Done:
    """Puts areas and their hours back exactly as they stood.

    KnownError ``grounds-changed-meanwhile`` if one has moved on since, ``area-in-use`` where
    something was booked in what would be taken out.
    """
    _demand(work, request.right)
    demand_unmoved(work, request.changes, _AREAS, _MOVED)
    ledger = Ledger(work, request.right)
    for each in request.changes:
        put_back(ledger, each, _AREAS, _MOVED)
    return ledger.done()


def _demand(work: Work, right: str) -> None:
    """The store asked for the right to take back, not for that to do what is taken back."""
    if right and not may(work.actor.role, right):
        raise NotAllowed(right, work.actor.role)


def _coming_back(work: Work, changes: tuple[RowChange, ...]) -> dict[int, set[int]]:
    """Who will be in each booking that is written, once all of it stands."""
    coming: dict[int, set[int]] = {}
    for each in changes:
        if each.table == Booking.__tablename__ and each.after is not None:
            coming.setdefault(each.number, _there(work, each.number))
        elif each.table == Participant.__tablename__:
            values = each.after or each.before or {}
            number, person = values["booking_id"], values["resident_id"]
            people = coming.setdefault(number, _there(work, number))
            people.discard(person)
            if each.after is not None and each.after["came"]:
                people.add(person)
    return coming


def _to_judge(changes: tuple[RowChange, ...]) -> list[int]:
    """The bookings that ask for more than they had: what gives something back is never refused."""
    found: set[int] = set()
    for each in changes:
        if each.table == Booking.__tablename__ and asks_anew(each.before, each.after):
            found.add(each.number)
        elif each.table == Participant.__tablename__ and each.after and each.after["came"]:
            found.add(each.after["booking_id"])
    return sorted(found)


def _there(work: Work, booking_id: int) -> set[int]:
    return {each.resident_id for each in participants(work, booking_id) if each.came}


def _content(change: RowChange, coming: Mapping[int, set[int]]) -> BookingContent:
    values = change.after or {}
    fields = ("area_id", "starts_at", "ends_at", "purpose", "equipment", "officer_id")
    residents = tuple(sorted(coming[change.number]))
    return BookingContent(residents=residents, **{name: values[name] for name in fields})
