"""The house itself: buildings, floors, sections, rooms and beds set up, changed, taken out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, select

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.rooms.commands.ledger import Ledger
from openblock.features.rooms.commands.requests import (
    MoveWalls,
    RemoveSpace,
    SaveBuilding,
    SaveFloor,
    SaveRoom,
    SaveSection,
)
from openblock.features.rooms.queries.house import floor_content
from openblock.features.rooms.rules.content import RoomContent, Walls
from openblock.features.rooms.rules.house import (
    floor_problems,
    name_problems,
    room_problems,
    section_problems,
    taken_codes,
    walls_problems,
)
from openblock.features.rooms.tables import Bed, Building, Floor, Room, Section
from openblock.storage.store import Done, Work

_SPACES: dict[str, type[Any]] = {
    "building": Building,
    "floor": Floor,
    "section": Section,
    "room": Room,
}


def save_building(work: Work, request: SaveBuilding) -> Done:
    """Adds a building or gives it another name; ``Done.value`` is its number."""
    name = _tidy(request.content.name)
    row = _known(work, Building, request.building_id, request.version)
    _refuse(
        (*name_problems(name), *_name_taken(work, row, name, select(Building.id, Building.name)))
    )
    return _saved(work, row, Building, {"name": name})


def save_floor(work: Work, request: SaveFloor) -> Done:
    """Adds a floor or changes it; ``Done.value`` is its number."""
    content = replace(request.content, name=_tidy(request.content.name))
    row = _known(work, Floor, request.floor_id, request.version)
    _present(work, Building, content.building_id)
    beside = select(Floor.id, Floor.name).where(Floor.building_id == content.building_id)
    _refuse((*floor_problems(content), *_name_taken(work, row, content.name, beside)))
    names = ("building_id", "name", "place", "width", "height")
    values = {name: getattr(content, name) for name in names}
    inside = select(Room).join(Section).where(Section.floor_id == request.floor_id)
    return _saved(work, row, Floor, values, (content.building_id, inside))


def save_section(work: Work, request: SaveSection) -> Done:
    """Adds a section or changes it; ``Done.value`` is its number."""
    content = replace(request.content, name=_tidy(request.content.name))
    row = _known(work, Section, request.section_id, request.version)
    floor = _present(work, Floor, content.floor_id)
    beside = select(Section.id, Section.name).where(Section.floor_id == content.floor_id)
    _refuse((*section_problems(content), *_name_taken(work, row, content.name, beside)))
    values = {name: getattr(content, name) for name in ("floor_id", "name", "sex")}
    inside = select(Room).where(Room.section_id == request.section_id)
    return _saved(work, row, Section, values, (floor.building_id, inside))


def save_room(work: Work, request: SaveRoom) -> Done:
    """Adds a room with its beds or changes it; ``Done.value`` is its number.

    RuleBroken with every problem (ROOM-01); KnownError ``space-in-use`` where a bed left out has
    been slept in.
    """
    row = _known(work, Room, request.room_id, request.version)
    ledger = Ledger(work)
    number = write_room(ledger, row, request.content)
    return ledger.done(number)


def write_room(ledger: Ledger, row: Room | None, content: RoomContent) -> int:
    """Judges and writes one room and its beds; its number. Raises as :func:`save_room`."""
    work = ledger.work
    content = tidy_room(content)
    section = _present(work, Section, content.section_id)
    building = work.session.get_one(Floor, section.floor_id).building_id
    others = work.session.execute(select(Room.id, Room.code).where(Room.building_id == building))
    codes = [code for number, code in others if row is None or number != row.id]
    _refuse((*room_problems(content), *taken_codes(content.code, codes)))
    values = {
        "building_id": building,
        **{
            name: getattr(content, name)
            for name in ("section_id", "code", "kind", "name", "sex", "area")
        },
        "attributes": list(content.attributes),
        **_wall_values(content.walls),
    }
    if row is None:
        number = ledger.add(Room(**values))
    else:
        ledger.change(row, **values)
        number = row.id
    _write_beds(ledger, number, content.beds)
    work.about("room", number)
    return number


def move_walls(work: Work, request: MoveWalls) -> Done:
    """Puts rooms elsewhere on their floor's plan, all of them or none."""
    ledger = Ledger(work)
    for number, walls in request.walls:
        room = _present(work, Room, number)
        section = work.session.get_one(Section, room.section_id)
        floor = work.session.get_one(Floor, section.floor_id)
        _refuse(walls_problems(walls, floor_content(floor)))
        ledger.change(room, **_wall_values(walls))
        work.about("room", number)
    return ledger.done()


def remove_space(work: Work, request: RemoveSpace) -> Done:
    """Takes out what was set up by mistake; KnownError ``space-in-use`` while anything is in it."""
    kind = _SPACES[request.kind]
    row = _known(work, kind, request.subject_id, request.version)
    ledger = Ledger(work)
    if isinstance(row, Room):
        _write_beds(ledger, row.id, ())
    ledger.remove(row)
    work.about(request.kind, request.subject_id)
    return ledger.done()


def tidy_room(content: RoomContent) -> RoomContent:
    """A room's content with its texts tidied."""
    return replace(
        content,
        code=_tidy(content.code),
        name=_tidy(content.name),
        beds=tuple(_tidy(label) for label in content.beds),
        attributes=tuple(sorted(set(content.attributes))),
    )


def _write_beds(ledger: Ledger, room_id: int, labels: tuple[str, ...]) -> None:
    session = ledger.work.session
    beds = {bed.label: bed for bed in session.scalars(select(Bed).where(Bed.room_id == room_id))}
    for label, bed in beds.items():
        if label not in labels:
            ledger.remove(bed)
    for place, label in enumerate(labels, 1):
        if label in beds:
            ledger.change(beds[label], place=place)
        else:
            ledger.add(Bed(room_id=room_id, label=label, place=place))


def _wall_values(walls: Walls) -> dict[str, Any]:
    return {name: getattr(walls, name) for name in ("x", "y", "width", "height", "door")}


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _refuse(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise RuleBroken(*found)


def _known(work: Work, kind: type[Any], number: int | None, version: int) -> Any:
    if number is None:
        return None
    row = _present(work, kind, number)
    work.expect(row, version)
    return row


def _present(work: Work, kind: type[Any], number: int) -> Any:
    row = work.session.get(kind, number)
    if row is None:
        raise KnownError("space-unknown")
    return row


def _name_taken(work: Work, row: Any, name: str, beside: Any) -> Iterable[Problem]:
    for number, taken in work.session.execute(beside):
        if taken.casefold() == name.casefold() and (row is None or number != row.id):
            yield Problem("space-name-taken", facts={"name": taken}, field="name")


def _rehouse(ledger: Ledger, building_id: int, inside: Select[Room]) -> None:
    """Rooms come into another building with their floor or section (ROOM-01)."""
    session = ledger.work.session
    rooms = session.scalars(inside.where(Room.building_id != building_id)).all()
    codes = session.scalars(select(Room.code).where(Room.building_id == building_id)).all()
    _refuse(problem for room in rooms for problem in taken_codes(room.code, codes))
    for room in rooms:
        ledger.change(room, building_id=building_id)


def _saved(
    work: Work,
    row: Any,
    kind: type[Any],
    values: dict[str, Any],
    housed: tuple[int, Select[Room]] | None = None,
) -> Done:
    """Adds or changes one part of the house, and takes the rooms in it into its building."""
    ledger = Ledger(work)
    if row is None:
        number = ledger.add(kind(**values))
    else:
        ledger.change(row, **values)
        number = row.id
    if housed is not None:
        _rehouse(ledger, *housed)
    work.about(kind.__tablename__.removesuffix("s"), number)
    return ledger.done(number)
