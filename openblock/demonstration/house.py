"""The building of the demonstration: two floors, three sections, 24 rooms with 48 beds."""

from __future__ import annotations

from collections.abc import Iterable

from openblock.features.rooms.commands import (
    SaveBuilding,
    SaveFloor,
    SaveRoom,
    SaveSection,
    save_building,
    save_floor,
    save_room,
    save_section,
)
from openblock.features.rooms.rules.content import (
    BuildingContent,
    FloorContent,
    RoomContent,
    RoomKind,
    SectionContent,
    Walls,
)
from openblock.storage.store import Store

_WIDTH, _DEPTH, _CORRIDOR = 160, 250, 80
_SLOTS = 7
_BEDS = ("A", "B")
# What a room offers beyond a bed, in codes of needs; its measured area in hundredths of m².
_OFFERS = {
    "101": ("non_smoking",),
    "102": ("lower_bed", "near_post"),
    "104": ("non_smoking", "own_toilet"),
    "106": ("non_smoking",),
    "201": ("non_smoking", "near_post"),
    "203": ("accessible", "lower_bed", "own_toilet"),
    "208": ("non_smoking",),
    "211": ("non_smoking", "own_toilet"),
}
_AREAS = {"101": 1240, "102": 1240, "104": 1310, "203": 1680, "208": 1180, "211": 1260}


def build(store: Store) -> None:
    """Set the house up as an administrator would, through the same commands."""
    building = store.run(save_building, SaveBuilding(None, 0, BuildingContent("Korpuss"))).value
    lower = _floor(store, building, "1. stāvs", 1)
    upper = _floor(store, building, "2. stāvs", 2)
    first = _section(store, lower, "A nodaļa", "male")
    second = _section(store, upper, "B nodaļa", "male")
    third = _section(store, upper, "C nodaļa (sieviešu)", "female")
    _rooms(store, first, [str(number) for number in range(101, 113)], "Dežūrpostenis", "Virtuve")
    upstairs = [str(number) for number in range(201, 213)]
    _rooms(store, second, upstairs, "Dušas", "Atpūtas telpa", third=third)


def _floor(store: Store, building: int, name: str, place: int) -> int:
    content = FloorContent(building, name, place, _SLOTS * _WIDTH, 2 * _DEPTH + _CORRIDOR)
    return int(store.run(save_floor, SaveFloor(None, 0, content)).value)


def _section(store: Store, floor: int, name: str, sex: str) -> int:
    return int(
        store.run(save_section, SaveSection(None, 0, SectionContent(floor, name, sex))).value
    )


def _rooms(
    store: Store,
    section: int,
    codes: list[str],
    *others: str,
    third: int | None = None,
) -> None:
    """Six rooms on either side of the corridor, and at its end what is no living room."""
    half = len(codes) // 2
    for place, code in enumerate(codes):
        lower = place >= half
        walls = _walls(place % half + (1 if lower else 0), lower=lower)
        women = third is not None and int(code) >= 209
        content = RoomContent(
            section_id=third if women and third is not None else section,
            code=code,
            area=_AREAS.get(code, 1220),
            attributes=_OFFERS.get(code, ()),
            beds=_BEDS,
            walls=walls,
        )
        store.run(save_room, SaveRoom(None, 0, content))
    _service_rooms(store, section, codes[0][0], others)


def _service_rooms(store: Store, section: int, floor: str, names: Iterable[str]) -> None:
    for number, name in enumerate(names):
        walls = _walls(0 if number else _SLOTS - 1, lower=bool(number))
        content = RoomContent(
            section, f"{floor}P{number + 1}", RoomKind.OTHER, name, area=1220, walls=walls
        )
        store.run(save_room, SaveRoom(None, 0, content))


def _walls(slot: int, *, lower: bool) -> Walls:
    y = _DEPTH + _CORRIDOR if lower else 0
    return Walls(slot * _WIDTH, y, _WIDTH, _DEPTH, "top" if lower else "bottom")
