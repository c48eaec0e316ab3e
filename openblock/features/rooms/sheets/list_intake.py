"""What a list of rooms would do, row by row, and the request that does it.

A room is recognised by its number within its building. A list adds rooms and beds and corrects
what is said of them; it moves no room to another floor, takes no bed away, and gives no section
to others than those it is for, for people sleep there.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase
from typing import Any

from openblock.errors import Problem
from openblock.features.rooms.commands.requests import ImportRooms, RoomChange
from openblock.features.rooms.queries import BuildingRow, SectionRow
from openblock.features.rooms.rules.content import RoomContent, RoomKind
from openblock.features.rooms.rules.house import room_problems
from openblock.features.rooms.sheets.list_file import (
    PlacedRoom,
    floor_key,
    floor_name,
    placed_rooms,
    rooms_columns,
    values_of,
)
from openblock.i18n import _
from openblock.importing.preview import Intake, Preview, Stored, Values

Place = tuple[str, str, str]
_OF_ROOM = ("code", "kind", "name", "sex", "area", "attributes", "beds")


def rooms_intake(buildings: Sequence[BuildingRow]) -> Intake:
    """What the importer needs besides the file: what is stored, defaults and rules."""
    several = len(buildings) > 1
    usual = buildings[0].content.name if len(buildings) == 1 else ""
    blank: Values = {
        "building": "" if several else usual or _("Main building"),
        "floor": "",
        "section": "",
        "section_sex": None,
        **{name: getattr(RoomContent(0, ""), name) for name in _OF_ROOM},
    }

    floors = {
        (each.content.name.casefold(), floor_key(floor.content.name)): floor.content.name
        for each in buildings
        for floor in each.floors
    }

    def keys(given: Values) -> Sequence[str]:
        building, code = given.get("building") or blank["building"], given.get("code")
        return (_key(building, code),) if building and code else ()

    return Intake(
        columns=rooms_columns(several_buildings=several),
        identity="code",
        folded=str,
        stored={
            _key(each.building.content.name, each.room.code): Stored(
                each.room.room_id, values_of(each), each
            )
            for each in placed_rooms(buildings)
        },
        defaults=blank,
        judge=lambda final: _Judge(buildings, final).problems,
        recognise=keys,
        named=lambda values: str(values["code"]),
        settle=lambda stored, given: _settled(stored, given, floors, blank["building"]),
    )


def _key(building: str, code: str) -> str:
    return f"{building.casefold()}\n{code.casefold()}"


def _settled(
    stored: Stored | None, given: Values, floors: dict[tuple[str, str], str], usual: str
) -> Values:
    """What a row says anew: a number of beds as labels, names in another case as they are."""
    settled = dict(given)
    known: Values = stored.values if stored else {}
    if settled.get("floor"):
        building = str(settled.get("building") or known.get("building", usual)).casefold()
        written = settled["floor"]
        # The first row that names a new floor names it for all that follow.
        settled["floor"] = floors.setdefault((building, floor_key(written)), floor_name(written))
    for name in ("building", "section", "code"):
        if name in settled and str(settled[name]).casefold() == str(known.get(name)).casefold():
            settled[name] = known[name]
    number = settled.get("beds")
    if isinstance(number, int):
        settled["beds"] = _labels(tuple(known.get("beds", ())), number)
    elif number is not None and set(number) == set(known.get("beds", ())):
        settled["beds"] = known["beds"]
    if known and tuple(sorted(settled.get("attributes", ()))) == tuple(known["attributes"]):
        settled["attributes"] = known["attributes"]
    return settled


def _labels(known: tuple[str, ...], number: int) -> tuple[str, ...]:
    """So many beds: those there are, and the next letters."""
    free = [letter for letter in ascii_uppercase if letter not in known]
    return (*known[:number], *free[: max(0, number - len(known))])


def _place(values: Values) -> Place:
    return (values["building"], values["floor"], values["section"])


def _folded(place: Place) -> Place:
    building, floor, section = place
    return (building.casefold(), floor.casefold(), section.casefold())


class _Judge:
    """The rules for each row, against the house as the list would leave it."""

    def __init__(self, buildings: Sequence[BuildingRow], final: Mapping[Hashable, Values]) -> None:
        self._stored = {each.room.room_id: each for each in placed_rooms(buildings)}
        self._sections = _sections(buildings)
        self._said: dict[Place, tuple[str, str]] = {}
        for owner, values in final.items():
            if owner not in self._stored and values["section_sex"] is not None:
                said = (values["section_sex"], values["code"])
                self._said.setdefault(_folded(_place(values)), said)

    def problems(self, owner: Hashable, values: Values) -> Sequence[Problem]:
        """All that keeps the row of ``owner`` out."""
        placed = self._stored.get(owner) if isinstance(owner, int) else None
        content = _content(values, 0)
        found = [*room_problems(content), *self._section_problems(values)]
        if not values["building"]:
            found.append(Problem("text-missing", field="building"))
        if placed is not None:
            found += _known_problems(placed, values)
        return tuple(found)

    def _section_problems(self, values: Values) -> Iterator[Problem]:
        """A section is for the same people everywhere in the list and in the block."""
        sex, place = values["section_sex"], _folded(_place(values))
        facts: dict[str, object] = {"section": values["section"]}
        stored = self._sections.get(place)
        if sex is None:
            return
        if stored is not None:
            if stored.content.sex != sex:
                yield Problem("list-stored-section-sex", facts=facts, field="section_sex")
        elif place in self._said and self._said[place][0] != sex:
            room = self._said[place][1]
            yield Problem("list-section-sex", facts={**facts, "room": room}, field="section_sex")


def _sections(buildings: Sequence[BuildingRow]) -> dict[Place, SectionRow]:
    return {
        _folded((building.content.name, floor.content.name, section.content.name)): section
        for building in buildings
        for floor in building.floors
        for section in floor.sections
    }


def _known_problems(placed: PlacedRoom, values: Values) -> Iterator[Problem]:
    floor = placed.floor.content.name
    if values["floor"] != floor:
        facts: dict[str, object] = {"code": placed.room.code, "floor": floor}
        yield Problem("list-other-floor", facts=facts, field="floor")
    gone = [label for label in placed.room.content.beds if label not in values["beds"]]
    if gone:
        beds = ", ".join(f"{placed.room.code} {label}" for label in gone)
        yield Problem("list-beds-taken-away", facts={"beds": beds}, field="beds")


def _content(values: Values, section_id: int) -> RoomContent:
    told: dict[str, Any] = {name: values[name] for name in _OF_ROOM}
    if told["kind"] is None:
        told["kind"] = RoomKind.LIVING
    return RoomContent(section_id, **told)


def rooms_import(
    preview: Preview,
    buildings: Sequence[BuildingRow],
    file_name: str = "",
    headings: Mapping[str, str] | None = None,
) -> ImportRooms:
    """The request that writes what ``preview`` showed as new and changed."""
    planned = _Places(buildings)
    changes = []
    for row in preview.to_write:
        after = _content(row.values, planned.number(row.values))
        placed = None if row.stored is None else row.stored.source
        if isinstance(placed, PlacedRoom):
            known = placed.room.content
            kept = replace(after, walls=known.walls)
            changes.append(RoomChange(placed.room.room_id, known, kept))
        else:
            changes.append(RoomChange(None, None, after))
    return ImportRooms(
        tuple(changes), tuple(planned.new), file_name, tuple(planned.sexes), headings or {}
    )


class _Places:
    """The numbers of sections: stored ones by their own, missing ones counted down from -1."""

    def __init__(self, buildings: Sequence[BuildingRow]) -> None:
        sections = _sections(buildings)
        self._numbers = {place: section.section_id for place, section in sections.items()}
        self.new: list[Place] = []
        self.sexes: list[str] = []

    def number(self, values: Values) -> int:
        """The number of the section a row names."""
        place = _folded(_place(values))
        if place not in self._numbers:
            self.new.append(_place(values))
            self.sexes.append(values["section_sex"] or "")
            self._numbers[place] = -len(self.new)
        number = self._numbers[place]
        if number < 0 and values["section_sex"]:
            self.sexes[-number - 1] = values["section_sex"]
        return number
