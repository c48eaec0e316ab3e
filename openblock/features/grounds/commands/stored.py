"""What the commands share: the stored row of a request or the refusal, and the locks they hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from sqlalchemy import select

from openblock.errors import KnownError
from openblock.features.grounds.rules import change_problems
from openblock.features.grounds.rules.content import (
    AreaContent,
    BookingContent,
    Hours,
    State,
)
from openblock.features.grounds.tables import Area, AreaClosure, AreaDay, Booking, Participant
from openblock.features.residents.commands.stored import demand_unerased
from openblock.features.residents.tables import Resident
from openblock.features.staff.tables import Officer
from openblock.storage.store import Work

T = TypeVar("T", Area, AreaDay, AreaClosure, Booking)

_UNKNOWN: Mapping[type[Any], str] = {
    Area: "area-unknown",
    AreaDay: "grounds-changed-meanwhile",
    AreaClosure: "closure-unknown",
    Booking: "booking-unknown",
}
_AREA_FIELDS = (
    *("name", "kind", "active", "capacity", "exclusive", "indoor", "floodlit", "ratio"),
    *("shortest", "longest", "counted", "remark", "x", "y", "width", "height"),
)


def known(work: Work, kind: type[T], number: int, version: int | None = None) -> T:
    """The stored row of a request.

    KnownError ``area-unknown`` and so on, ``changed-meanwhile`` where ``version`` is an old one.
    """
    row = work.session.get(kind, number)
    if row is None:
        raise KnownError(_UNKNOWN[kind])
    if version is not None:
        work.expect(row, version)
    return row


def unsettled(work: Work, number: int, version: int | None = None) -> Booking:
    """The booking of a request, if it is still to come or under way.

    KnownError ``booking-settled`` once it is over or off; that comes before a stale version: who
    has settled it is the thing to know.
    """
    row = known(work, Booking, number)
    if State(row.state) is not State.IN_USE and change_problems(State(row.state)):
        raise settled(work, row)
    if version is not None:
        work.expect(row, version)
    return row


def settled(work: Work, row: Booking) -> KnownError:
    """The refusal to change what is over or off, and who settled it."""
    return KnownError(
        "booking-settled",
        area=work.session.get_one(Area, row.area_id).name,
        state=row.state,
        start=row.starts_at,
        end=row.ends_at,
        who=row.settled_by,
    )


def participants(work: Work, booking_id: int) -> list[Participant]:
    """Who takes part in a booking, those who were missing too."""
    own = select(Participant).where(Participant.booking_id == booking_id).order_by(Participant.id)
    return list(work.session.scalars(own))


def content_of(work: Work, row: Booking) -> BookingContent:
    """The part of a booking that is entered, with those who came, or are to come."""
    return BookingContent(
        row.area_id,
        row.starts_at,
        row.ends_at,
        tuple(each.resident_id for each in participants(work, row.id) if each.came),
        row.purpose,
        row.equipment,
        row.officer_id,
    )


def area_values(content: AreaContent) -> dict[str, Any]:
    """The columns of an area."""
    values = {name: getattr(content, name) for name in _AREA_FIELDS}
    return values | {"kind": str(content.kind), "hours": [*map(as_lists, content.hours)]}


def as_lists(hours: Hours) -> list[list[int]]:
    """Opening intervals as the column keeps them."""
    return [[start, end] for start, end in hours]


def lock(
    work: Work, area_ids: Collection[int], residents: Collection[int], officers: Collection[int]
) -> None:
    """Hold officers, residents, then areas, so that two who book wait for each other; always so.

    SQLite holds the whole file already. KnownError ``officer-unknown``, ``resident-unknown``,
    ``area-unknown``, and ``resident-erased`` for one nothing is entered about any more.
    """
    for kind, numbers, code in (
        (Officer, sorted(set(officers)), "officer-unknown"),
        (Resident, sorted(set(residents)), "resident-unknown"),
        (Area, sorted(set(area_ids)), "area-unknown"),
    ):
        asked = select(kind.id).where(kind.id.in_(numbers)).order_by(kind.id).with_for_update()
        if len(work.session.scalars(asked).all()) != len(numbers):
            raise KnownError(code)
    for number in residents:
        demand_unerased(work, number)
