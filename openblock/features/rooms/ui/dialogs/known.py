"""What the house knows when a dialog opens: names of people and beds, and who is where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from openblock.features.rooms.queries import (
    AssignmentRow,
    BedNow,
    BuildingRow,
    Occupancy,
    occupancy,
    resident_placements,
)
from openblock.features.rooms.rules.content import PlacementReason
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk

ROOMS_SEEN = Consultation("resident-list", "rooms")


@dataclass(frozen=True, slots=True)
class Known:
    """The house at one instant, asked by number."""

    seen: Occupancy

    def bed_of(self, resident_id: int) -> BedNow | None:
        """The bed a person is in."""
        for bed in self.seen.beds:
            if bed.assignment and bed.assignment.content.resident_id == resident_id:
                return bed
        return None

    def bed(self, bed_id: int) -> BedNow | None:
        """What a bed is."""
        return next((bed for bed in self.seen.beds if bed.bed_id == bed_id), None)

    def named(self, bed_id: int) -> str:
        """105 A; empty for a bed that is there no more."""
        return bed_names(self.seen.buildings).get(bed_id, "")

    def name_of(self, resident_id: int) -> str:
        """The name of someone in the house or on the way to it."""
        bed = self.bed_of(resident_id)
        if bed is not None and bed.assignment is not None:
            return bed.assignment.name
        waiting = (*self.seen.without_bed, *self.seen.expected)
        return next((each.name for each in waiting if each.resident_id == resident_id), "")

    def arrival_of(self, resident_id: int) -> datetime | None:
        """When someone only expected arrives."""
        expected = self.seen.expected
        return next((each.arrives for each in expected if each.resident_id == resident_id), None)

    def space(self, scope: str, subject_id: int) -> str:
        """What a closure would close, by name."""
        if scope == "bed":
            return self.named(subject_id)
        return space_names(self.seen.buildings).get((scope, subject_id), "")


def know(desk: Desk, at: datetime) -> Known:
    """Read the house at ``at``; KnownError. Its names count as seen (SEC-03)."""
    return Known(desk.read(occupancy, at, consult=ROOMS_SEEN))


def bed_names(buildings: tuple[BuildingRow, ...]) -> Mapping[int, str]:
    """Every bed's name by its number."""
    return {
        bed.bed_id: f"{room.code} {bed.label}"
        for building in buildings
        for floor in building.floors
        for room in floor.rooms
        for bed in room.beds
    }


def space_names(buildings: tuple[BuildingRow, ...]) -> Mapping[tuple[str, int], str]:
    """Names of buildings, sections and rooms, by scope and number."""
    names: dict[tuple[str, int], str] = {}
    for building in buildings:
        names["building", building.building_id] = building.content.name
        for floor in building.floors:
            for section in floor.sections:
                names["section", section.section_id] = section.content.name
                names.update({("room", each.room_id): each.code for each in section.rooms})
    return names


def usual_reason(desk: Desk, known: Known, resident_id: int) -> str:
    """The likeliest reason of a person's next placement; the officer may choose another.

    First placement → admission; kept apart from somebody too near → that; the bed they had is
    closed → that; the rest is moved by the commission.
    """
    bed = known.bed_of(resident_id)
    if bed is not None:
        apart = any(each.code.startswith("apart") for each in bed.problems)
        return PlacementReason.KEEP_APART if apart else PlacementReason.COMMISSION
    placements = desk.read(resident_placements, resident_id)
    if not placements:
        return PlacementReason.ADMISSION
    return _after(known, placements[0])


def _after(known: Known, last: AssignmentRow) -> str:
    """The reason for someone who had a bed and has none."""
    bed = known.bed(last.content.bed_id)
    if bed is not None and bed.closure is not None:
        return PlacementReason.CLOSURE
    waiting = known.seen.without_bed
    homeless = next(
        (each for each in waiting if each.resident_id == last.content.resident_id), None
    )
    # Their last bed belongs to an earlier stay when they are without one since a later instant.
    if homeless is not None and last.content.ends_at < homeless.since:
        return PlacementReason.ADMISSION
    return PlacementReason.COMMISSION
