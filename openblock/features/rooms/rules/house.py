"""What buildings, rooms, beds, closures and holds may be (ROOM-01, ROOM-04, ROOM-05, ROOM-15)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from openblock.clock import day_of
from openblock.errors import Problem, Severity
from openblock.features.residents.rules.content import Need, Sex
from openblock.features.residents.rules.names import LINES, unseen_problems
from openblock.features.rooms.rules.content import (
    ClosureContent,
    ClosureReason,
    FloorContent,
    HoldContent,
    RoomContent,
    RoomKind,
    Scope,
    SectionContent,
    Walls,
)

NAME_LENGTH = 60
CODE_LENGTH = 20
LABEL_LENGTH = 10
REMARK_LENGTH = 200
LARGEST_PLAN = 10_000
SMALLEST_ROOM = 20
MOST_BEDS = 12
LARGEST_AREA = 100_000
# A hold longer than this is a placement that nobody dared to enter.
LONGEST_HOLD = timedelta(days=31)


def name_problems(name: str, field: str = "name") -> Iterator[Problem]:
    """A name that is empty, too long, or holds what cannot be seen."""
    yield from _text(name, field, NAME_LENGTH)


def floor_problems(floor: FloorContent) -> tuple[Problem, ...]:
    """A floor's name and the size of its plan."""
    found = list(name_problems(floor.name))
    if not all(100 <= each <= LARGEST_PLAN for each in (floor.width, floor.height)):
        found.append(Problem("plan-size", facts={"largest": LARGEST_PLAN}, field="width"))
    return tuple(found)


def section_problems(section: SectionContent) -> Iterator[Problem]:
    """A section's name, and whom it is for (ROOM-06)."""
    yield from name_problems(section.name)
    if section.sex not in set(Sex):
        yield Problem("sex-unknown", field="sex")


def room_problems(room: RoomContent) -> tuple[Problem, ...]:
    """What is wrong with a room taken alone: texts, beds, attributes, walls."""
    return (
        *_text(room.code, "code", CODE_LENGTH),
        *(_text(room.name, "name", NAME_LENGTH) if room.name else ()),
        *_bed_problems(room),
        *_room_words(room),
        *walls_problems(room.walls),
    )


def walls_problems(walls: Walls, floor: FloorContent | None = None) -> Iterator[Problem]:
    """A room smaller than a door, or one that lies beyond its floor's plan."""
    if min(walls.width, walls.height) < SMALLEST_ROOM or walls.door not in _DOORS:
        yield Problem("room-too-small", facts={"smallest": SMALLEST_ROOM}, field="walls")
    beyond = min(walls.x, walls.y) < 0
    if floor is not None:
        beyond |= walls.x + walls.width > floor.width or walls.y + walls.height > floor.height
    if beyond:
        yield Problem("room-outside-plan", field="walls")


def taken_codes(code: str, others: Iterable[str]) -> Iterator[Problem]:
    """ROOM-01: a room's code is one room's in its building, whatever its case."""
    if code.casefold() in {each.casefold() for each in others}:
        yield Problem("room-code-taken", facts={"code": code}, field="code")


def closure_problems(content: ClosureContent) -> tuple[Problem, ...]:
    """ROOM-05: a reason of the list, "other" explained, an expected day after the beginning."""
    found = []
    if content.scope not in set(Scope) or content.reason not in set(ClosureReason):
        found.append(Problem("closure-reason-missing", field="reason"))
    if content.reason == ClosureReason.OTHER and not content.remark.strip():
        found.append(Problem("closure-remark-missing", field="remark"))
    found.extend(_remark(content.remark))
    if content.expected_on is not None and content.expected_on < day_of(content.starts_at):
        facts = {"start": content.starts_at}
        found.append(Problem("closure-expected-before-start", facts=facts, field="expected_on"))
    if content.ends_at <= content.starts_at:
        found.append(
            Problem("closure-backwards", facts={"start": content.starts_at}, field="ends_at")
        )
    return tuple(found)


def occupied_problems(occupants: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """ROOM-04: what people sleep in is not closed until they are moved; (bed, name) of each."""
    if occupants:
        facts = {
            "people": tuple(f"{name} ({bed})" for bed, name in occupants),
            "number": len(occupants),
        }
        yield Problem("closure-occupied", facts=facts, field="subject_id")


def hold_problems(content: HoldContent, now: datetime) -> tuple[Problem, ...]:
    """ROOM-15: a hold is for a person or says what for, and it expires, later than ``now``."""
    found = list(_remark(content.remark))
    if content.resident_id is None and not content.remark.strip():
        found.append(Problem("hold-for-nobody", field="resident_id"))
    length = content.ends_at - content.starts_at
    if not timedelta(0) < length <= LONGEST_HOLD or content.ends_at <= now:
        facts = {"days": LONGEST_HOLD.days}
        found.append(Problem("hold-length", facts=facts, field="ends_at"))
    return tuple(found)


_DOORS = frozenset({"", "left", "top", "right", "bottom"})


def _bed_problems(room: RoomContent) -> Iterator[Problem]:
    if room.kind == RoomKind.OTHER and room.beds:
        yield Problem("beds-in-other-room", field="beds")
    if len(room.beds) > MOST_BEDS:
        facts = {"number": len(room.beds), "most": MOST_BEDS}
        yield Problem("too-many-beds", facts=facts, field="beds")
    folded = [label.casefold() for label in room.beds]
    twice = next((label for label in room.beds if folded.count(label.casefold()) > 1), "")
    if twice:
        yield Problem("bed-label-twice", facts={"label": twice}, field="beds")
    for label in room.beds:
        yield from _text(label, "beds", LABEL_LENGTH)


def _room_words(room: RoomContent) -> Iterator[Problem]:
    if room.kind not in set(RoomKind):
        yield Problem("room-kind-unknown", field="kind")
    if room.sex not in set(Sex):
        yield Problem("sex-unknown", field="sex")
    if set(room.attributes) - set(Need):
        yield Problem("attribute-unknown", field="attributes")
    if not 0 <= room.area <= LARGEST_AREA:
        yield Problem("room-area", facts={"largest": LARGEST_AREA // 100}, field="area")


def _text(text: str, field: str, limit: int) -> Iterator[Problem]:
    if not text.strip():
        yield Problem("text-missing", field=field)
    yield from _length(text, field, limit)
    yield from unseen_problems(field, text)


def _remark(text: str) -> Iterator[Problem]:
    yield from _length(text, "remark", REMARK_LENGTH)
    yield from unseen_problems("remark", text, LINES)


def _length(text: str, field: str, limit: int) -> Iterator[Problem]:
    if len(text) > limit:
        facts = {"length": len(text), "limit": limit}
        yield Problem("text-too-long", Severity.ERROR, facts, field)


def code_order(code: str) -> tuple[object, ...]:
    """Room codes as people count: 9 before 10, 101 A before 101 B."""
    parts = re.split(r"(\d+)", code.casefold())
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts if part)
