"""The sheets of residents and rooms that ``openblock print`` makes, each named once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from openblock import clock
from openblock.i18n import _

if TYPE_CHECKING:
    from openblock.printing.ready import ReadySheet
    from openblock.storage.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sheet was told on the command line; what it has no option for stays empty."""

    day: date | None = None
    first: date | None = None
    last: date | None = None
    room: str = ""
    resident: int | None = None
    copy: str = "wall"
    week: date | None = None
    month: date | None = None
    paper: str = "A4"
    course: str = ""
    trainee: int | None = None
    area: str = ""
    fair_use: bool = False
    badge: str = ""
    since: int | None = None
    until: int | None = None
    version: int = 0
    file_format: str = "pdf"


Prepare = Callable[["Store", Asked], "ReadySheet"]


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """One sheet of the command line: what help says of it, its own options, how it is prepared."""

    help: Callable[[], str]
    options: tuple[str, ...]
    prepare: Prepare


def moment_of(day: date | None) -> datetime:
    """The instant a list shows: now on the day itself, the last minute of any other day."""
    if day is None or day == clock.today():
        return clock.now()
    return clock.at(day, clock.MINUTES_OF_DAY - 1)


def period_of(first: date | None, last: date | None) -> tuple[date, date]:
    """The days a report covers: until yesterday and from the first of the month if not said."""
    ends = last or clock.today() - timedelta(days=1)
    return first or ends.replace(day=1), ends


def _rooms(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.rooms.sheets_pdf.ready import ready_rooms  # noqa: PLC0415

    return ready_rooms(store.read, moment_of(asked.day))


def _residents(store: Store, asked: Asked) -> ReadySheet:
    # Rooms join the residents: without them nobody on the list would have a bed.
    import openblock.features.rooms.queries  # noqa: F401, PLC0415
    from openblock.features.residents.sheets import Copy  # noqa: PLC0415
    from openblock.features.residents.sheets_pdf import ready_residents  # noqa: PLC0415

    return ready_residents(store.read, moment_of(asked.day), Copy(asked.copy))


def _labels(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.rooms.sheets_pdf.ready import (  # noqa: PLC0415
        ready_labels,
        rooms_named,
    )

    at = moment_of(asked.day)
    rooms = rooms_named(store.read, at, asked.room) if asked.room else None
    return ready_labels(store.read, at, rooms)


def _order(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.rooms.sheets_pdf.ready import ready_order  # noqa: PLC0415

    return ready_order(store.read, asked.day or clock.today(), asked.resident)


def _empty(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.rooms.sheets_pdf.ready import ready_empty  # noqa: PLC0415

    return ready_empty(store.read, moment_of(asked.day))


def _occupancy(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.rooms.sheets_pdf.ready import ready_occupancy  # noqa: PLC0415

    return ready_occupancy(store.read, *period_of(asked.first, asked.last))


def _extract(store: Store, asked: Asked) -> ReadySheet:
    # Rooms and grounds join the residents: the extract names all that is held of the person.
    import openblock.features.grounds.queries  # noqa: PLC0415
    import openblock.features.rooms.queries  # noqa: F401, PLC0415
    from openblock.features.residents.sheets_pdf import ready_extract  # noqa: PLC0415

    if asked.resident is None:
        raise ValueError(asked)
    return ready_extract(store.read, asked.resident, clock.now())


SHEETS: Mapping[str, SheetChoice] = {
    "rooms": SheetChoice(
        lambda: _("who sleeps where, for the wall"),
        ("date",),
        _rooms,
    ),
    "residents": SheetChoice(
        lambda: _("the residents by name, for the wall or for duty"),
        ("date", "copy"),
        _residents,
    ),
    "door-labels": SheetChoice(
        lambda: _("labels for the doors of the rooms"),
        ("date", "room"),
        _labels,
    ),
    "placement-order": SheetChoice(
        lambda: _("the placements and moves of a day"),
        ("date", "resident"),
        _order,
    ),
    "empty-beds": SheetChoice(
        lambda: _("beds that are free, reserved or out of service"),
        ("date",),
        _empty,
    ),
    "occupancy": SheetChoice(
        lambda: _("beds in use day by day, with averages"),
        ("from", "to"),
        _occupancy,
    ),
    "resident-extract": SheetChoice(
        lambda: _("everything held about one person, for that person"),
        ("person",),
        _extract,
    ),
}
