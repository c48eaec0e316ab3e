"""Grounds that have been used for years: fifty areas, and as many past bookings as are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, insert

from openblock import clock
from openblock.features.diary.rules import CommitmentKind, resident
from openblock.features.diary.tables import Commitment
from openblock.features.grounds.commands.stored import area_values
from openblock.features.grounds.rules.content import AreaContent, State
from openblock.features.grounds.tables import Area, Booking, Participant
from openblock.storage.store import Store
from tests.benchmarks.country import batches
from tests.benchmarks.country import fill as fill_country

AREAS, PEOPLE, A_DAY = 50, 400, 2
TOGETHER = 2
#: A Monday; the clock stands at its morning.
MONDAY = date(2026, 11, 23)
NOW = clock.at(MONDAY, 8 * 60)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
#: So many bookings are ahead, whatever lies behind.
AHEAD = 200


def fill(store: Store, past: int) -> None:
    """Store so many past bookings of two people each, and the same week ahead whatever lies behind.

    Past the commands, but not past the database; oldest first, two a day on each area.
    """
    fill_country(store, PEOPLE, PEOPLE)
    with store.engine.begin() as connection:
        connection.execute(insert(Area), [_area(number) for number in range(1, AREAS + 1)])
        lines = list(_past(past))
        _write(connection, lines, 1, State.FINISHED)
        _write(connection, list(_ahead()), len(lines) + 1, State.APPROVED)


def _area(number: int) -> dict[str, object]:
    content = AreaContent(f"Vieta {number}", capacity=12, indoor=number % 2 == 0, ratio=0)
    return {"id": number, "version": 1, "place": number, **area_values(content)}


#: The area, the start, and who comes.
Line = tuple[int, datetime, tuple[int, ...]]


def _past(count: int) -> Iterator[Line]:
    """Oldest first, with two who are nowhere else then; the last of them on Saturday.

    What is shown of the week, and of the day before it, is the same whatever lies behind.
    """
    for number in reversed(range(count)):
        slot, area = divmod(number, AREAS)
        day, hour = divmod(slot, A_DAY)
        start = clock.at(MONDAY - DAY * (day + 2), (10 + A_DAY - 1 - hour) * 60)
        first = (area * TOGETHER + slot * 7) % PEOPLE
        yield area + 1, start, (first + 1, (first + 1) % PEOPLE + 1)


def _ahead() -> Iterator[Line]:
    """One hour on each area on each of four days."""
    for day in range(AHEAD // AREAS):
        start = clock.at(MONDAY + DAY * day, 10 * 60)
        for area in range(AREAS):
            first = area * TOGETHER
            yield area + 1, start, (first + 1, first + 2)


def _write(connection: Connection, lines: list[Line], first: int, state: State) -> None:
    numbered = list(enumerate(lines, start=first))
    rows = (_booking(number, line, state) for number, line in numbered)
    people = (
        {"booking_id": number, "resident_id": person, "came": True}
        for number, line in numbered
        for person in line[2]
    )
    held = (
        {
            "person": resident(person),
            "kind": str(CommitmentKind.BOOKING),
            "source_id": number,
            "starts_at": line[1],
            "ends_at": line[1] + HOUR,
        }
        for number, line in numbered
        for person in line[2]
    )
    for table, entries in ((Booking, rows), (Participant, people), (Commitment, held)):
        for batch in batches(entries, 5_000):
            connection.execute(insert(table), batch)


def _booking(number: int, line: Line, state: State) -> dict[str, object]:
    area, start, people = line
    over = state is State.FINISHED
    return {
        "id": number,
        "version": 1,
        "area_id": area,
        "starts_at": start,
        "ends_at": start + HOUR,
        "heads": len(people),
        "purpose": "futbols",
        "equipment": "",
        "officer_id": None,
        "state": str(state),
        "series_id": None,
        "override": "",
        "booked_by": "Anna",
        "booked_at": start - DAY,
        "approved_by": "Anna",
        "started_at": start if over else None,
        "ended_at": start + HOUR if over else None,
        "settled_by": "Anna" if over else "",
        "cause": "",
    }
