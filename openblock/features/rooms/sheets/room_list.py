"""The list of rooms for the wall: by floor and section, who sleeps where, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from openblock.clock import day_of
from openblock.features.rooms.queries import BedNow, BedState, Occupancy
from openblock.features.rooms.sheets.words import Place, closed, living_rooms
from openblock.i18n import p_


@dataclass(frozen=True, slots=True)
class BedLine:
    """One bed: the initialled name in it, or what else it is; ``shut`` where nobody may sleep."""

    label: str
    words: str
    since: date | None = None
    taken: bool = False
    shut: bool = False


@dataclass(frozen=True, slots=True)
class RoomLines:
    """One room and its beds in order."""

    code: str
    beds: tuple[BedLine, ...]


@dataclass(frozen=True, slots=True)
class SectionLines:
    """One section of a floor: its rooms, how many sleep there and in how many beds."""

    title: str
    rooms: tuple[RoomLines, ...]
    in_use: int
    beds: int


@dataclass(frozen=True, slots=True)
class RoomList:
    """Every bed of the house at an instant, and the initialled names of those without one."""

    at: datetime
    sections: tuple[SectionLines, ...]
    without_bed: tuple[str, ...]


def room_list(occupancy: Occupancy, initialled: Mapping[int, str]) -> RoomList:
    """The wall's list (SEC-07): no full name, code or need is on it at all.

    ``initialled`` names those without a bed, by the person's number.
    """
    beds = {each.bed_id: each for each in occupancy.beds}
    sections = []
    places = living_rooms(occupancy.buildings)
    for _section, grouped in groupby(places, key=lambda place: place.section_id):
        sections.append(_section_lines(tuple(grouped), beds))
    without = (initialled.get(each.resident_id, "") for each in occupancy.without_bed)
    return RoomList(occupancy.at, tuple(sections), tuple(name for name in without if name))


def _section_lines(places: tuple[Place, ...], beds: Mapping[int, BedNow]) -> SectionLines:
    rooms = tuple(
        RoomLines(
            place.room.code,
            tuple(bed_line(row.label, beds.get(row.bed_id)) for row in place.room.beds),
        )
        for place in places
    )
    lines = [line for room in rooms for line in room.beds]
    return SectionLines(places[0].title, rooms, sum(line.taken for line in lines), len(lines))


def bed_line(label: str, bed: BedNow | None) -> BedLine:
    """One bed as a wall shows it: for whom it is held is nobody's business there."""
    if bed is not None and bed.assignment is not None:
        since = day_of(bed.assignment.content.starts_at)
        return BedLine(label, bed.assignment.initialled, since, taken=True)
    if bed is not None and bed.state is BedState.CLOSED:
        return BedLine(label, closed(bed.closure), shut=True)
    if bed is not None and bed.state is BedState.HELD:
        return BedLine(label, p_("bed", "reserved"))
    return BedLine(label, p_("bed", "free"))
