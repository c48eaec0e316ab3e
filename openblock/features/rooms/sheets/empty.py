"""The beds nobody sleeps in: free, held for somebody, or out of service, room by room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from openblock.clock import FOREVER, day_of
from openblock.features.residents.sheets import words as residents_words
from openblock.features.rooms.queries import BedNow, BedState, Occupancy
from openblock.features.rooms.sheets.words import Place, living_rooms
from openblock.features.rooms.words import closure_reason, for_whom
from openblock.i18n import format_day, format_moment

_LATE = "!"


@dataclass(frozen=True, slots=True)
class EmptyBed:
    """One bed; ``words`` are what its list says of it, one for each column."""

    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmptyRoom:
    """A room with the beds of one list."""

    code: str
    place: str
    offers: str
    beds: tuple[EmptyBed, ...]


@dataclass(frozen=True, slots=True)
class EmptyBeds:
    """The three lists at an instant.

    A free bed says until when it is free; a held one for whom and until when; a closed one why,
    since when, and when it is expected back.
    """

    at: datetime
    free: tuple[EmptyRoom, ...]
    held: tuple[EmptyRoom, ...]
    closed: tuple[EmptyRoom, ...]
    subjects: tuple[int, ...]


def empty_beds(occupancy: Occupancy) -> EmptyBeds:
    """The lists from the house as it stands at ``occupancy.at``."""
    beds = {each.bed_id: each for each in occupancy.beds}
    today = day_of(occupancy.at)

    def listed(state: BedState, said: Callable[[BedNow], tuple[str, ...]]) -> tuple[EmptyRoom, ...]:
        rooms = (_room(place, beds, state, said) for place in living_rooms(occupancy.buildings))
        return tuple(room for room in rooms if room.beds)

    return EmptyBeds(
        at=occupancy.at,
        free=listed(BedState.FREE, _free),
        held=listed(BedState.HELD, _held),
        closed=listed(BedState.CLOSED, lambda bed: _closed(bed, today)),
        subjects=_held_for(occupancy),
    )


def _room(
    place: Place,
    beds: dict[int, BedNow],
    state: BedState,
    said: Callable[[BedNow], tuple[str, ...]],
) -> EmptyRoom:
    room = place.room
    offers = (for_whom(room.sex), residents_words.needs(room.content.attributes))
    return EmptyRoom(
        code=room.code,
        place=place.title,
        offers=", ".join(part for part in offers if part),
        beds=tuple(
            EmptyBed(row.label, said(bed))
            for row in room.beds
            if (bed := beds.get(row.bed_id)) is not None and bed.state is state
        ),
    )


def _free(bed: BedNow) -> tuple[str, ...]:
    if bed.next is None:
        return ("\N{EM DASH}",)
    return (format_moment(bed.next.content.starts_at),)


def _held(bed: BedNow) -> tuple[str, ...]:
    if bed.hold is None:
        return ("", "")
    until = bed.hold.content.ends_at
    whom = ", ".join(part for part in (bed.hold.name, bed.hold.content.remark) if part)
    return (whom, "" if until == FOREVER else format_moment(until))


def _closed(bed: BedNow, today: date) -> tuple[str, ...]:
    if bed.closure is None:
        return ("", "", "")
    content = bed.closure.content
    why = ", ".join(part for part in (closure_reason(content.reason), content.remark) if part)
    expected = format_day(content.expected_on) if content.expected_on else ""
    if bed.closure.late_on(today):
        expected = f"{expected} {_LATE}"
    return (why, format_day(day_of(content.starts_at)), expected)


def _held_for(occupancy: Occupancy) -> tuple[int, ...]:
    held = (bed.hold for bed in occupancy.beds if bed.state is BedState.HELD)
    people = {each.content.resident_id for each in held if each is not None}
    return tuple(sorted(each for each in people if each is not None))
