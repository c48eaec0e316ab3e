"""A list of rooms comes in: all of it in one transaction, or nothing; what is missing is built."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from sqlalchemy import select

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.rooms.commands.house import write_room
from openblock.features.rooms.commands.ledger import Ledger
from openblock.features.rooms.commands.requests import ImportRooms, RoomChange
from openblock.features.rooms.queries.house import floor_content, room_content
from openblock.features.rooms.queries.lists import ROOMS_LIST
from openblock.features.rooms.rules.content import RoomContent, Walls
from openblock.features.rooms.rules.house import floor_problems, name_problems
from openblock.features.rooms.rules.layout import laid_out
from openblock.features.rooms.tables import Bed, Building, Floor, Room, Section
from openblock.features.staff.tables import RememberedHeadings
from openblock.storage.store import Done, Work


def import_rooms(work: Work, request: ImportRooms) -> Done:
    """Writes a whole list or nothing; ``Done.value`` is how many rooms were written.

    RuleBroken with every problem of every row (facts hold ``room``); KnownError
    ``rooms-changed-meanwhile`` when a room is no longer as the preview showed. New rooms are given
    a place on the plan of their floor, which grows with them.
    """
    building = _Building(work)
    sections = [
        building.section(place, sex)
        for place, sex in zip_longest(request.places, request.sexes[: len(request.places)])
    ]
    problems = list(building.problems)
    changes = [_placed(change, sections) for change in request.changes]
    if not problems:
        laid = building.with_walls(changes)
        problems = [found for each in laid for found in building.write(each)]
    if problems:
        raise RuleBroken(*problems)
    _remember(work, request.headings)
    for subject_type, subject in sorted(work.subjects):
        work.about(subject_type, subject, reason=request.file_name)
    return building.ledger.done(len(changes))


def _placed(change: RoomChange, sections: list[int]) -> RoomChange:
    number = change.after.section_id
    if number >= 0:
        return change
    return replace(change, after=replace(change.after, section_id=sections[-number - 1]))


class _Building:
    """What one list builds, and everything wrong with it."""

    def __init__(self, work: Work) -> None:
        self.ledger = Ledger(work)
        self.problems: list[Problem] = []
        self._session = work.session

    def section(self, place: tuple[str, str, str], sex: str | None) -> int:
        """The number of the section of this place, all of it built where it is missing."""
        building, floor, section = (" ".join(name.split()) for name in place)
        for field, name in zip(("building", "floor", "section"), place, strict=True):
            self.problems.extend(name_problems(name, field))
        if self.problems:
            return 0
        building_id = self._named(Building, building)
        beside = len(self._beside(Floor, Floor.building_id == building_id))
        storey = {"building_id": building_id, "place": _place_of(floor, beside + 1)}
        floor_id = self._named(Floor, floor, storey)
        return self._named(Section, section, {"floor_id": floor_id, "sex": sex or ""})

    def _named(self, kind: type[Any], name: str, values: Mapping[str, Any] | None = None) -> int:
        """The row of this name, whatever its case, beside its neighbours; a new one otherwise."""
        given = values or {}
        within = [getattr(kind, key) == given[key] for key in given if key.endswith("_id")]
        for row in self._beside(kind, *within):
            if row.name.casefold() == name.casefold():
                return int(row.id)
        return self.ledger.add(kind(name=name, **given))

    def _beside(self, kind: type[Any], *within: Any) -> list[Any]:
        return list(self._session.scalars(select(kind).where(*within)))

    def with_walls(self, changes: list[RoomChange]) -> list[RoomChange]:
        """The changes with a place on the plan for every new room, the plans grown for them."""
        by_floor: dict[int, list[RoomChange]] = {}
        for change in changes:
            if change.room_id is None:
                section = self._session.get(Section, change.after.section_id)
                if section is None:
                    raise KnownError("space-unknown")
                by_floor.setdefault(section.floor_id, []).append(change)
        laid = {
            id(change): replace(change, after=replace(change.after, walls=walls))
            for floor_id, new in by_floor.items()
            for change, walls in zip(new, self._laid_out(floor_id, new), strict=True)
        }
        return [laid.get(id(change), change) for change in changes]

    def _laid_out(self, floor_id: int, new: list[RoomChange]) -> tuple[Walls, ...]:
        floor = self._session.get_one(Floor, floor_id)
        there = self._session.scalars(
            select(Room)
            .join(Section, Room.section_id == Section.id)
            .where(Section.floor_id == floor_id)
        )
        taken = [room_content(room, ()).walls for room in there]
        beds = [len(change.after.beds) for change in new]
        layout = laid_out(beds, taken, floor.width, floor.height)
        grown = replace(floor_content(floor), width=layout.width, height=layout.height)
        self.problems.extend(floor_problems(grown))
        self.ledger.change(floor, width=layout.width, height=layout.height)
        return layout.walls

    def write(self, change: RoomChange) -> tuple[Problem, ...]:
        """Writes one room, or says all that is wrong with it."""
        row = None if change.room_id is None else self._session.get(Room, change.room_id)
        if (None if row is None else self._stored(row)) != change.before:
            raise KnownError("rooms-changed-meanwhile")
        try:
            write_room(self.ledger, row, change.after)
        except RuleBroken as refused:
            return tuple(
                replace(each, facts={**each.facts, "room": change.after.code})
                for each in refused.problems
            )
        return ()

    def _stored(self, row: Room) -> RoomContent:
        beds = self._session.scalars(select(Bed).where(Bed.room_id == row.id).order_by(Bed.place))
        return room_content(row, beds)


def _place_of(floor: str, otherwise: int) -> int:
    """A floor counts from below as its name says: 2. stāvs is the second."""
    number = re.search(r"\d{1,2}", floor)
    return int(number.group()) if number else otherwise


def _remember(work: Work, headings: Mapping[str, str]) -> None:
    if headings:
        kept = work.session.get(RememberedHeadings, ROOMS_LIST)
        if kept is None:
            kept = RememberedHeadings(list_name=ROOMS_LIST, headings={})
            work.session.add(kept)
        kept.headings = {**kept.headings, **headings}
