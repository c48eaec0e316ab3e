"""Makes the rooms' sheets ready for the window and the command line: read, named, numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from openblock.clock import at as instant
from openblock.clock import day_of
from openblock.errors import KnownError
from openblock.features.residents.queries import people
from openblock.features.rooms.queries import Occupancy, board, occupancy, occupancy_by_day
from openblock.features.rooms.sheets import (
    door_labels,
    empty_beds,
    occupancy_report,
    placement_order,
    room_list,
)
from openblock.features.rooms.sheets.words import living_rooms
from openblock.features.rooms.sheets_pdf.empty import empty_beds_pdf
from openblock.features.rooms.sheets_pdf.labels import door_labels_pdf
from openblock.features.rooms.sheets_pdf.occupancy import occupancy_pdf
from openblock.features.rooms.sheets_pdf.order import placement_order_pdf
from openblock.features.rooms.sheets_pdf.room_list import room_list_pdf
from openblock.i18n import _, format_day, format_moment
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint

#: How a sheet asks: the store's ``read`` or the desk's.
Read = Callable[..., Any]

_JUST_BEFORE = timedelta(seconds=1)


def ready_rooms(read: Read, at: datetime) -> ReadySheet:
    """The room list for the wall as the house stands at ``at``."""
    now: Occupancy = read(occupancy, at)
    homeless = [each.resident_id for each in now.without_bed]
    rows = read(people, homeless, at)
    sheet = room_list(now, {number: row.initialled for number, row in rows.items()})
    version = _("Wall copy")
    day = day_of(at)
    return ReadySheet(
        key="room-list",
        title=_("Room list"),
        number=f"TS-{day:%Y-%m-%d}",
        file_name=f"rooms-{day:%Y-%m-%d}",
        version=version,
        make=lambda imprint: room_list_pdf(sheet, replace(imprint, version=version)),
        subjects=_subjects((*sleepers(now), *homeless)),
        details={"at": at.isoformat()},
    )


def sleepers(now: Occupancy, room_ids: frozenset[int] | None = None) -> tuple[int, ...]:
    """Whose names stand in the beds of the rooms asked for, of all where none is named."""
    return tuple(
        bed.assignment.content.resident_id
        for bed in now.beds
        if bed.assignment is not None and (room_ids is None or bed.room_id in room_ids)
    )


def ready_labels(read: Read, at: datetime, room_ids: frozenset[int] | None = None) -> ReadySheet:
    """Door labels as the house stands at ``at``: of the rooms asked for, or of all."""
    now: Occupancy = read(occupancy, at)
    labels = door_labels(now, room_ids)
    day = day_of(at)
    version = _("placed as of {moment}").format(moment=format_moment(at))
    one = f"-{labels[0].code}" if len(labels) == 1 else ""

    def make(imprint: Imprint) -> bytes:
        return door_labels_pdf(labels, replace(imprint, version=version))

    return ReadySheet(
        key="door-labels",
        title=_("Door label, {room}").format(room=labels[0].code) if one else _("Door labels"),
        number=f"DZ-{day:%Y-%m-%d}",
        file_name=f"door-labels-{day:%Y-%m-%d}",
        version=version,
        make=make,
        subjects=_subjects(sleepers(now, room_ids)),
        details={"at": at.isoformat(), "rooms": [label.code for label in labels]},
    )


def rooms_named(read: Read, at: datetime, code: str) -> frozenset[int]:
    """The rooms with this number on the door; KnownError "space-unknown" where there is none."""
    now: Occupancy = read(occupancy, at)
    wanted = code.strip().casefold()
    rooms = [place.room for place in living_rooms(now.buildings)]
    found = frozenset(room.room_id for room in rooms if room.code.casefold() == wanted)
    if not found:
        raise KnownError("space-unknown")
    return found


def ready_order(read: Read, day: date, resident_id: int | None = None) -> ReadySheet:
    """The placement order of ``day``, of one person alone where one is named."""
    # A bed left at midnight is left on the day that begins then.
    shown = read(board, instant(day) - _JUST_BEFORE, instant(day, 1440))
    sheet = placement_order(shown, day, resident_id)
    one = "" if resident_id is None else f"-{resident_id}"
    version = _("of {day}").format(day=format_day(day))

    def make(imprint: Imprint) -> bytes:
        return placement_order_pdf(sheet, replace(imprint, version=version))

    return ReadySheet(
        key="placement-order",
        title=_("Placement order, {day}").format(day=format_day(day)),
        number=f"IR-{day:%Y-%m-%d}{one}",
        file_name=f"placement-order-{day:%Y-%m-%d}{one}",
        version=version,
        make=make,
        subjects=_subjects(line.resident_id for line in sheet.lines),
        details={"day": day.isoformat()},
    )


def ready_empty(read: Read, at: datetime) -> ReadySheet:
    """The list of empty beds as the house stands at ``at``."""
    sheet = empty_beds(read(occupancy, at))
    day = day_of(at)
    version = _("Duty copy")
    return ReadySheet(
        key="empty-beds",
        title=_("Empty beds"),
        number=f"BV-{day:%Y-%m-%d}",
        file_name=f"empty-beds-{day:%Y-%m-%d}",
        version=version,
        make=lambda imprint: empty_beds_pdf(sheet, replace(imprint, version=version)),
        subjects=_subjects(sheet.subjects),
        details={"at": at.isoformat()},
    )


def ready_occupancy(read: Read, first: date, last: date) -> ReadySheet:
    """The occupancy of the days from ``first`` to ``last``; it shows nobody's data."""
    sheet = occupancy_report(read(occupancy_by_day, first, last), first, last)
    name = f"{first:%Y-%m-%d}-{last:%Y-%m-%d}"
    version = _("by day")
    return ReadySheet(
        key="occupancy",
        title=_("Occupancy, {first}\N{EN DASH}{last}").format(
            first=format_day(first), last=format_day(last)
        ),
        number=f"NO-{name}",
        file_name=f"occupancy-{name}",
        version=version,
        make=lambda imprint: occupancy_pdf(sheet, replace(imprint, version=version)),
        details={"first": first.isoformat(), "last": last.isoformat()},
    )


def _subjects(resident_ids: Iterable[int]) -> tuple[str, ...]:
    return tuple(f"resident:{each}" for each in sorted(set(resident_ids)))
