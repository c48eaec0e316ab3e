"""The label on a room's door: its number, what it is, and whose bed is which."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.features.residents.rules.content import Need
from openblock.features.residents.sheets import words as residents_words
from openblock.features.rooms.queries import BedNow, BedState, Occupancy
from openblock.features.rooms.sheets.words import Place, closed, living_rooms
from openblock.features.rooms.words import for_whom
from openblock.i18n import n_

# What whoever stands before the door may know. That a room lies near the post or has low beds
# says something of the people who were put there, and a door is read by everybody.
_SHOWN = (Need.NON_SMOKING, Need.ACCESSIBLE, Need.OWN_TOILET)


@dataclass(frozen=True, slots=True)
class LabelBed:
    """One bed of a label: the initialled name, nothing for a free one, or that it is shut."""

    label: str
    name: str
    shut: str = ""


@dataclass(frozen=True, slots=True)
class DoorLabel:
    """What stands on one door; ``facts`` begin with the number of places."""

    room_id: int
    code: str
    place: str
    facts: tuple[str, ...]
    beds: tuple[LabelBed, ...]


def door_labels(
    occupancy: Occupancy, room_ids: frozenset[int] | None = None
) -> tuple[DoorLabel, ...]:
    """The labels of the rooms asked for, of all where none is named."""
    beds = {each.bed_id: each for each in occupancy.beds}
    return tuple(
        _label(place, tuple((row.label, beds.get(row.bed_id)) for row in place.room.beds))
        for place in living_rooms(occupancy.buildings)
        if room_ids is None or place.room.room_id in room_ids
    )


def _label(place: Place, beds: tuple[tuple[str, BedNow | None], ...]) -> DoorLabel:
    attributes = set(place.room.content.attributes)
    facts = (
        n_("{number} place", "{number} places", len(beds)),
        for_whom(place.room.sex).lower(),
        *(residents_words.needs((each,)) for each in _SHOWN if each in attributes),
    )
    return DoorLabel(
        room_id=place.room.room_id,
        code=place.room.code,
        place=place.title,
        facts=tuple(fact for fact in facts if fact),
        beds=tuple(_bed(label, bed) for label, bed in beds),
    )


def _bed(label: str, bed: BedNow | None) -> LabelBed:
    if bed is not None and bed.assignment is not None:
        return LabelBed(label, bed.assignment.initialled)
    if bed is not None and bed.state is BedState.CLOSED:
        return LabelBed(label, "", closed(bed.closure))
    return LabelBed(label, "")
