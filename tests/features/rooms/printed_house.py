"""A house of any size as the queries give it out, for the paper that is made of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from openblock.features.rooms.queries import (
    AssignmentRow,
    BedNow,
    BedRow,
    BedState,
    BuildingRow,
    ClosureRow,
    DayOfBeds,
    FloorRow,
    HoldRow,
    Homeless,
    Occupancy,
    Roll,
    RoomRow,
    SectionRow,
)
from openblock.features.rooms.rules.content import (
    AssignmentContent,
    BuildingContent,
    ClosureContent,
    FloorContent,
    HoldContent,
    RoomContent,
    SectionContent,
)
from tests.features.roster.roster_sheets import SURNAMES

AT = datetime(2026, 11, 24, 6, 41, tzinfo=UTC)
DAY = timedelta(days=1)


def initialled(number: int) -> str:
    """A different name for each number, and each with its initial."""
    return f"{SURNAMES[number % len(SURNAMES)]}{number} J."


def assignment(number: int, bed: str = "101 A", **facts: object) -> AssignmentRow:
    """Person ``number`` in a bed since as many days."""
    content = AssignmentContent(number, number, **{"starts_at": AT - number * DAY, **facts})
    name = initialled(number)
    return AssignmentRow(number, 1, content, name.replace(" J.", " Jānis"), name, bed)


def taken(number: int, room: int = 1, **facts: object) -> BedNow:
    """A bed with somebody in it."""
    return BedNow(number, room, BedState.OCCUPIED, assignment(number, **facts))


def held(
    number: int, room: int = 1, name: str = "Ģērmane Līga", resident: int | None = 5
) -> BedNow:
    """A bed kept until tomorrow."""
    content = HoldContent(number, AT, AT + DAY, resident, "" if resident else "no Jelgavas")
    return BedNow(number, room, BedState.HELD, hold=HoldRow(1, 1, content, "x", name))


def shut(number: int, room: int = 1, expected: date | None = date(2026, 12, 1)) -> BedNow:
    """A bed out of service for a repair."""
    content = ClosureContent("bed", number, "repair", AT - 9 * DAY, expected, "santehnika")
    closure = ClosureRow(1, 1, content, "x", str(number))
    return BedNow(number, room, BedState.CLOSED, closure=closure)


def free(number: int, room: int = 1, **facts: object) -> BedNow:
    """A bed nobody has."""
    return BedNow(number, room, BedState.FREE, **facts)


def room(number: int, beds: tuple[BedNow, ...], **facts: object) -> RoomRow:
    """Room 100 + ``number`` with these beds, labelled from A on."""
    rows = tuple(BedRow(bed.bed_id, chr(65 + at), 1) for at, bed in enumerate(beds))
    content = RoomContent(1, str(100 + number), **facts)
    return RoomRow(number, 1, content, str(facts.get("sex", "")), rows)


def house(
    rooms: tuple[RoomRow, ...], beds: tuple[BedNow, ...], *, without: tuple[int, ...] = ()
) -> Occupancy:
    """One section of one floor of one building."""
    section = SectionRow(1, 1, SectionContent(1, "A nodaļa"), rooms)
    floor = FloorRow(1, 1, FloorContent(1, "1. stāvs"), (section,))
    building = BuildingRow(1, 1, BuildingContent("Korpuss"), (floor,))
    homeless = tuple(Homeless(each, initialled(each), AT, (), "") for each in without)
    roll = Roll(len(beds), 0, 0, 0, 0, 0, 0)
    return Occupancy(AT, (building,), beds, homeless, (), (), roll)


def full_house(people: int) -> Occupancy:
    """As many people, two to a room; the last room may have a free bed."""
    beds, rooms = [], []
    for number in range(1, people + 1, 2):
        second = taken(number + 1, number) if number < people else free(number + 1, number)
        pair = (taken(number, number), second)
        beds += pair
        rooms.append(room(number, pair))
    return house(tuple(rooms), tuple(beds))


def day_of_beds(number: int, *, in_use: int = 40, beds: int = 48, shut_beds: int = 2) -> DayOfBeds:
    """Day ``number`` of 2026, counted from 0."""
    roll = Roll(beds, shut_beds, in_use, in_use, 0, 1, 0)
    return DayOfBeds(date(2026, 1, 1) + number * DAY, roll)
