"""A block as large as a country: thousands of residents, and a decade of nights behind them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from openblock.clock import FOREVER
from openblock.features.residents.tables import Resident, Stay
from openblock.features.rooms.tables import Assignment, Bed, Building, Floor, Room, Section
from openblock.i18n import search_key
from openblock.storage.store import Store

SURNAMES = (
    *("Bērziņš", "Kalniņš", "Ozoliņš", "Liepiņš", "Krūmiņš", "Ķēniņš", "Žagars", "Šulcs"),
    *("Ābols", "Čakāns", "Ņikuļins", "Ļaudams", "Ģēģeris", "Īslīcis", "Ūsiņš", "Vītols"),
)
GIVEN = ("Jānis", "Andris", "Pēteris", "Mārtiņš", "Kārlis", "Edgars", "Žanis", "Ēriks", "Uģis")
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
NIGHTS = timedelta(days=14)


def fill(store: Store, people: int, assignments: int, *, beds: int = 400) -> None:
    """Store so many people and past assignments, past the commands but not past the database.

    The last of each bed holds still, as far as there are people.
    """
    chance = random.Random(7)
    engine = store.engine
    past = max(0, assignments - beds)
    rows = {
        Building: [{"id": 1, "name": "Korpuss", "version": 1}],
        Floor: [_row(id=1, building_id=1, name="1", place=1, width=1000, height=640)],
        Section: [_row(id=1, floor_id=1, name="A", sex="")],
        Room: [_room(number) for number in range(1, beds // 4 + 2)],
        Bed: [
            _row(id=number, room_id=(number - 1) // 4 + 1, label="ABCD"[(number - 1) % 4], place=1)
            for number in range(1, beds + 1)
        ],
        Resident: [_person(number, chance) for number in range(1, people + 1)],
        Stay: [_stay(number, here=number <= beds) for number in range(1, people + 1)],
        Assignment: itertools.chain(_past(past, people, beds), _present(people, beds)),
    }
    with engine.begin() as connection:
        for table, lines in rows.items():
            for batch in batches(lines, 5_000):
                connection.execute(insert(table), batch)


def _row(**values: object) -> dict[str, object]:
    return {**values, "version": 1}


def _room(number: int) -> dict[str, object]:
    walls = {"x": 0, "y": 0, "width": 160, "height": 240, "door": ""}
    named = {"code": f"{number:04}", "kind": "living", "name": "", "sex": "", "area": 0}
    return _row(id=number, building_id=1, section_id=1, attributes=[], **named, **walls)


def _person(number: int, chance: random.Random) -> dict[str, object]:
    surname = f"{chance.choice(SURNAMES)}{'-' + chance.choice(SURNAMES) if number % 3 else ''}"
    given = chance.choice(GIVEN)
    return _row(
        id=number,
        surname=surname,
        given_name=given,
        folded=search_key(f"{surname} {given}"),
        personal_code=None,
        birth_date=None,
        sex="male",
        needs=[],
        contact_officer_id=None,
        accepted={},
        erased_at=None,
    )


def _stay(number: int, *, here: bool) -> dict[str, object]:
    """As many people as beds are here still; the others left after their last night."""
    return _row(
        resident_id=number,
        admitted=NOW - timedelta(days=20_000),
        discharged=FOREVER if here else NOW - timedelta(hours=12),
        admission_kind="transfer",
        discharge_kind="",
    )


def _past(count: int, people: int, beds: int) -> Iterable[dict[str, object]]:
    """Every fortnight each bed has another person, and each person another bed; oldest first.

    The database looks at all that ends after what is written: in the order of time that is little.
    """
    lanes = min(beds, people)
    for number in reversed(range(count)):
        period, lane = divmod(number, lanes)
        start = NOW - timedelta(days=1) - NIGHTS * (period + 1)
        yield _assignment((lane + period) % people + 1, lane % beds + 1, start, start + NIGHTS)


def _present(people: int, beds: int) -> Iterable[dict[str, object]]:
    start = NOW - timedelta(days=1)
    for lane in range(min(beds, people) - 20):
        yield _assignment(lane + 1, lane + 1, start, FOREVER)


def _assignment(person: int, bed: int, start: datetime, end: datetime) -> dict[str, object]:
    return _row(
        resident_id=person,
        bed_id=bed,
        starts_at=start,
        ends_at=end,
        reason="commission",
        remark="",
        decision_number="",
        decision_date=None,
        override="",
        decided_by="Anna",
    )


def batches(lines: Iterable[dict[str, object]], size: int) -> Iterable[list[dict[str, object]]]:
    """The lines, so many at a time."""
    waiting = iter(lines)
    while batch := list(itertools.islice(waiting, size)):
        yield batch
