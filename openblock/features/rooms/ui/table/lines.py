"""The lines of the rooms' table: one for each bed of the block, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape

from openblock.clock import FOREVER, day_of
from openblock.features.rooms.queries import (
    BedNow,
    BedState,
    BuildingRow,
    FloorRow,
    Occupancy,
    RoomRow,
    SectionRow,
)
from openblock.features.rooms.rules.content import RoomKind
from openblock.features.rooms.ui.plan.picture import (
    RED,
    closure_words,
    held_for,
    mark_of,
)
from openblock.features.rooms.ui.words import bed_letter, bed_state
from openblock.i18n import _, format_moment, sort_key
from openblock.ui.messages import words
from openblock.ui.table_model import Column


@dataclass(frozen=True, slots=True)
class BedLine:
    """One bed and where it is."""

    bed_id: int
    bed: str
    place: int
    room: RoomRow
    section: SectionRow
    floor: FloorRow
    building: BuildingRow
    now: BedNow | None

    @property
    def state(self) -> BedState:
        """What the bed is."""
        return self.now.state if self.now else BedState.FREE

    @property
    def resident_id(self) -> int | None:
        """Who is in it."""
        assignment = self.now.assignment if self.now else None
        return assignment.content.resident_id if assignment else None


def bed_lines(occupancy: Occupancy) -> tuple[BedLine, ...]:
    """Every bed, by building, floor, section, room and letter."""
    now = {bed.bed_id: bed for bed in occupancy.beds}
    return tuple(
        BedLine(bed.bed_id, bed.label, place, room, section, floor, building, now.get(bed.bed_id))
        for building in occupancy.buildings
        for floor in building.floors
        for section in floor.sections
        for room in section.rooms
        if room.content.kind == RoomKind.LIVING
        for place, bed in enumerate(room.beds)
    )


def bed_columns() -> tuple[Column, ...]:
    """The columns, in the language spoken now."""
    return (
        Column(_("Room"), lambda line: line.room.code, sort=_by_room, strong=True),
        Column(_("Bed"), lambda line: line.bed, sort=_by_room, align="centre"),
        Column(
            _("State"),
            _state,
            sort=lambda line: (line.state, *_by_room(line)),
            tone=_state_tone,
            tooltip=_state,
        ),
        Column(
            _("Person"),
            _person,
            sort=lambda line: _blank_last(_person(line)),
            tooltip=lambda line: _person(line) and f"<qt>{escape(_person(line))}</qt>",
        ),
        Column(
            _("Problems"),
            _problems,
            sort=lambda line: _blank_last(_problems(line)),
            tone=_problem_tone,
            icon=_problem_icon,
            tooltip=_problems,
        ),
        Column(_("Since"), lambda line: _moment(_since(line)), sort=_since),
        Column(_("Until"), lambda line: _moment(_until(line)), sort=_until),
        Column(_("Next"), _next, sort=lambda line: _blank_last(_next(line))),
        Column(_("Section"), lambda line: line.section.content.name),
        Column(_("Floor"), lambda line: line.floor.content.name, sort=_by_floor),
        Column(_("Building"), lambda line: line.building.content.name),
    )


def found_by(line: BedLine) -> str:
    """What the search in the table looks at."""
    return f"{line.room.code} {line.bed} {_person(line)} {_next(line)} {line.section.content.name}"


def _by_room(line: BedLine) -> tuple[object, ...]:
    return (sort_key(line.building.content.name), sort_key(line.room.code), line.place)


def _by_floor(line: BedLine) -> tuple[object, ...]:
    return (sort_key(line.building.content.name), line.floor.content.place, *_by_room(line))


def _blank_last(text: str) -> tuple[object, ...]:
    return (not text, sort_key(text))


def _state(line: BedLine) -> str:
    said = bed_state(line.state)
    now = line.now
    if now is not None and now.closure is not None and line.state == BedState.CLOSED:
        said = closure_words(now.closure)
    letter = bed_letter(line.state)
    return f"{letter} {said}" if letter else said


def _state_tone(line: BedLine) -> str:
    return {
        BedState.FREE: "ok",
        BedState.HELD: "vio",
        BedState.CLOSED: "text2",
    }.get(line.state, "text")


def _person(line: BedLine) -> str:
    now = line.now
    if now is None:
        return ""
    if now.assignment is not None:
        return now.assignment.name
    return held_for(now.hold) if now.hold is not None else ""


def _since(line: BedLine) -> datetime | None:
    now = line.now
    if now is None:
        return None
    if now.assignment is not None:
        return now.assignment.content.starts_at
    held = now.closure or now.hold
    return held.content.starts_at if held is not None else None


def _until(line: BedLine) -> datetime | None:
    now = line.now
    if now is None:
        return None
    row = now.assignment or now.closure or now.hold
    end = row.content.ends_at if row is not None else FOREVER
    return None if end == FOREVER else end


def _moment(moment: datetime | None) -> str:
    return format_moment(moment) if moment else ""


def _next(line: BedLine) -> str:
    following = line.now.next if line.now else None
    if following is None:
        return ""
    return _("{name} from {moment}").format(
        name=following.name, moment=format_moment(following.content.starts_at)
    )


def _problems(line: BedLine) -> str:
    now = line.now
    return " ".join(words(problem) for problem in now.problems) if now else ""


def _problem_tone(line: BedLine) -> str:
    return "bad" if line.now and mark_of(line.now.problems) == RED else "warn"


def _problem_icon(line: BedLine) -> str:
    if line.now is None or not line.now.problems:
        return ""
    return "error" if mark_of(line.now.problems) == RED else "warning"


def is_late(line: BedLine, at: datetime) -> bool:
    """Whether the bed should be in service again by now (ROOM-05)."""
    closure = line.now.closure if line.now else None
    return closure is not None and closure.late_on(day_of(at))
