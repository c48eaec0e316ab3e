"""An invented floor for the screens of rooms: seven rooms, people now, before and to come."""

from __future__ import annotations

from copy import copy
from datetime import UTC, date, datetime

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.residents.commands import admit_resident, open_keep_apart
from openblock.features.residents.commands.requests import AdmitResident, OpenKeepApart
from openblock.features.residents.rules.content import ResidentContent, StayContent
from openblock.features.rooms.commands import (
    CloseSpace,
    HoldBed,
    PlaceResident,
    SaveBuilding,
    SaveFloor,
    SaveRoom,
    SaveSection,
    Why,
    close_space,
    hold_bed,
    place_resident,
    save_building,
    save_floor,
    save_room,
    save_section,
)
from openblock.features.rooms.queries import house
from openblock.features.rooms.rules.content import (
    BuildingContent,
    ClosureContent,
    FloorContent,
    HoldContent,
    RoomContent,
    SectionContent,
)
from openblock.storage.store import Store

#: Sunday, 22 November 2026, 04:52 by the block's wall clock.
NOW = datetime(2026, 11, 22, 2, 52, tzinfo=UTC)
BUILT = datetime(2026, 8, 1, 6, tzinfo=UTC)


def moment(month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    """An instant of 2026 by the block's wall clock."""
    return clock.at(date(2026, month, day), hour * 60 + minute)


class InventedHouse:
    """The store with its rooms and people; beds and people by their names."""

    def __init__(self, store: Store, rooms: int = 7) -> None:
        self.store = store
        self.people: dict[str, int] = {}
        with clock.standing_at(BUILT):
            building = store.run(save_building, SaveBuilding(None, 0, BuildingContent("A"))).value
            floor = FloorContent(int(building), "1. stāvs")
            self.floor_id = int(store.run(save_floor, SaveFloor(None, 0, floor)).value)
            section = SectionContent(self.floor_id, "1. nodaļa")
            self.section_id = int(store.run(save_section, SaveSection(None, 0, section)).value)
            for number in range(rooms):
                self.room(str(101 + number), ("accessible",) if number == 2 else ())
        self.read_beds()

    def room(self, code: str, attributes: tuple[str, ...] = (), beds: str = "ABCD") -> int:
        content = RoomContent(self.section_id, code, attributes=attributes, beds=tuple(beds))
        return int(self.store.run(save_room, SaveRoom(None, 0, content)).value)

    def over(self, store: Store) -> InventedHouse:
        """The same house in a copy of its file."""
        made = copy(self)
        made.store = store
        return made

    def read_beds(self) -> None:
        rooms = [
            room
            for building in self.store.read(house)
            for floor in building.floors
            for room in floor.rooms
        ]
        self.rooms = {room.code: room.room_id for room in rooms}
        self.beds = {f"{room.code} {bed.label}": bed.bed_id for room in rooms for bed in room.beds}

    def admit(
        self,
        surname: str,
        given: str = "Jānis",
        *,
        admitted: datetime = BUILT,
        discharged: datetime = FOREVER,
        needs: tuple[str, ...] = (),
    ) -> int:
        content = ResidentContent(surname, given, sex="male", needs=needs)
        request = AdmitResident(content, StayContent(admitted, discharged), reason="imported list")
        with clock.standing_at(admitted):
            number = int(self.store.run(admit_resident, request).value)
        self.people[surname] = number
        return number

    def place(
        self, surname: str, bed: str, at: datetime, until: datetime = FOREVER, reason: str = "other"
    ) -> int:
        """The number of the assignment; entered when it began, or now where it is to come."""
        person = self.people.get(surname) or self.admit(surname)
        why = Why(reason, "as planned", override="known and kept")
        request = PlaceResident(person, self.beds[bed], at, why, until)
        with clock.standing_at(min(at, NOW)):
            return int(self.store.run(place_resident, request).value or 0)

    def close(self, code: str, at: datetime, expected: date | None = None) -> int:
        content = ClosureContent("room", self.rooms[code], "repair", at, expected)
        with clock.standing_at(min(at, NOW)):
            return int(self.store.run(close_space, CloseSpace(content)).value)

    def keep_apart(self, one: str, other: str) -> None:
        request = OpenKeepApart(self.people[one], self.people[other], "room", "a fight at supper")
        with clock.standing_at(NOW):
            self.store.run(open_keep_apart, request)

    def hold(self, bed: str, until: datetime, remark: str = "the court's convoy") -> int:
        content = HoldContent(self.beds[bed], NOW, until, remark=remark)
        with clock.standing_at(NOW):
            return int(self.store.run(hold_bed, HoldBed(content)).value)


def furnished(store: Store) -> InventedHouse:
    """The house as the board's picture of the design shows it, near enough."""
    made = InventedHouse(store)
    since = moment(9, 1)
    made.place("Bērziņš", "101 A", since)
    made.place("Lūsis", "101 D", since, moment(11, 17, 21))
    made.place("Kļaviņš", "101 B", since, moment(11, 26, 9))
    made.place("Ozols", "102 A", since)
    made.place("Žukovs", "102 B", moment(10, 12))
    made.place("Ķēniņš", "102 C", since)
    made.place("Vanags", "102 D", moment(11, 21, 17))
    made.place("Rudzītis", "105 A", moment(11, 16, 11))
    made.admit("Čerņavskis", "Igors", discharged=moment(12, 3, 9))
    made.place("Čerņavskis", "103 C", since, moment(12, 3, 9))
    made.close("104", moment(11, 9), date(2026, 11, 30))
    made.hold("107 C", moment(11, 23, 5))
    made.keep_apart("Vanags", "Žukovs")
    made.place("Vanags", "101 D", moment(11, 22, 17), reason="keep_apart")
    made.place("Ķēniņš", "106 C", moment(11, 24, 10), reason="commission")
    made.admit("Zālītis", "Kaspars", admitted=moment(11, 21, 16))
    made.place("Zālītis", "107 C", moment(11, 23, 5))
    return made
