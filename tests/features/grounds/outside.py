"""A small block to try the grounds in: officers on duty for two weeks, eight residents, areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from openblock import clock
from openblock.clock import standing_at
from openblock.features.accounts.commands import (
    ChangeSetting,
    SetUp,
    change_setting,
    set_up,
)
from openblock.features.accounts.queries import setting_rows
from openblock.features.grounds.commands import (
    FinishBooking,
    StartBooking,
    finish_booking,
    start_booking,
)
from openblock.features.grounds.rules.content import AreaKind, BookingContent
from openblock.features.residents.commands import OpenKeepApart, open_keep_apart
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.storage.store import Actor, Store
from tests.factories import (
    with_area,
    with_booking,
    with_officer,
    with_resident,
    with_templates,
)

#: A Wednesday; the sun sets at 19:39 and rose at 6:57, the roster is laid to the 27th.
TODAY = date(2026, 9, 16)
NOW = clock.at(TODAY, 12 * 60)
ONE_DAY = timedelta(days=1)
PEOPLE = ("Apsītis", "Bērziņš", "Celmiņš", "Dārziņš", "Egle", "Freimanis", "Grāvis", "Hofmanis")


def on(day: int | date, hour: float, month: int = 9) -> datetime:
    """The instant of a day of September (or another month) 2026 at ``hour`` of the wall clock."""
    there = day if isinstance(day, date) else date(2026, month, day)
    return clock.at(there, round(hour * 60))


@dataclass
class GroundsBlock:
    """The block and its numbers by name; the clock stands at ``NOW``.

    Officers: ``agnese`` 24 h on the 16th, 20th, 24th from 9:00; ``ilze`` on the 17th, 21st, 25th;
    ``normunds`` on the 18th, 22nd, 26th; ``andris`` on the 15th, 19th, 23rd, 27th; ``kristine`` D
    (9 to 21) from Monday to Friday until the 25th; ``oskars`` has no duty.

    Residents: ``apsitis`` to ``hofmanis`` by letter ``a`` to ``h``; ``e`` and ``f`` are kept apart.

    Areas: ``field`` outdoors and unlit for twelve, one officer for twelve, 30 to 120 minutes;
    ``hall`` indoors for four, one officer for eight, and counted there; ``garden`` outdoors, lit,
    for two and unwatched; ``corner`` indoors for six of one group alone; ``house`` a building.

    Bookings: ``gone`` a and b on the field yesterday 15:00 to 16:00 with andris, finished;
    ``football`` a to d there today 15:00 to 16:30 with agnese; ``weeding`` g and h in the garden
    today 14:00 to 15:00; ``gym`` e in the hall tomorrow 10:00 to 11:00 with kristine.
    """

    store: Store
    officers: Mapping[str, int]
    residents: Mapping[str, int]
    areas: Mapping[str, int]
    bookings: Mapping[str, int]

    def __getattr__(self, name: str) -> int:
        for those in (self.officers, self.residents, self.areas, self.bookings):
            if name in those:
                return those[name]
        raise AttributeError(name)

    def people(self, letters: str) -> tuple[int, ...]:
        """The numbers of residents by their letters: ``people("abc")``."""
        return tuple(self.residents[each] for each in letters)

    def wish(
        self,
        area: str,
        letters: str,
        day: int | date,
        hours: tuple[float, float] = (10, 11),
        **facts: Any,
    ) -> BookingContent:
        """A booking from hour to hour of a day of September, watched by ``officer`` by name."""
        officer = facts.pop("officer", None)
        number = None if officer is None else self.officers[officer]
        start, end = (on(day, hour) for hour in hours)
        people = self.people(letters)
        return BookingContent(self.areas[area], start, end, people, officer_id=number, **facts)

    def duty(self, officer: str, day: int | date, code: str | None) -> None:
        """Give the officer another duty on a day, or none."""
        there = day if isinstance(day, date) else date(2026, 9, day)
        edit = CellEdit(self.officers[officer], there, code)
        self.store.run(change_cells, ChangeCells((edit,)))

    def set(self, key: str, value: Any) -> None:
        """Change one of the block's settings."""
        stored = {row.key: row.version for row in self.store.read(setting_rows)}
        self.store.run(change_setting, ChangeSetting(key, value, stored.get(key, 0)))

    def sign_in(self, role: str, name: str = "Somebody") -> None:
        """Have somebody else act from here on."""
        self.store.sign_in(Actor(7, name, role, "en"))


def build_block(store: Store) -> GroundsBlock:
    """The block, as it is used since the day before."""
    with standing_at(on(14, 8)):
        store.run(set_up, SetUp("slot", "Anna Bērziņa", "en"))
        block = GroundsBlock(store, _officers(store), _residents(store), _areas(store), {})
        _lay_duties(block)
        number = _booked(block, "gone", "field", "ab", 15, (15, 16), officer="andris")
    with standing_at(on(15, 15)):
        store.run(start_booking, StartBooking(number, 1))
    with standing_at(on(15, 16)):
        store.run(finish_booking, FinishBooking(number, 2))
    with standing_at(on(16, 9)):
        _booked(
            block, "football", "field", "abcd", 16, (15, 16.5), officer="agnese", purpose="Futbols"
        )
        _booked(block, "weeding", "garden", "gh", 16, (14, 15), purpose="Ravēšana")
        _booked(block, "gym", "hall", "e", 17, (10, 11), officer="kristine")
    return block


def _booked(block: GroundsBlock, name: str, *what: Any, **facts: Any) -> int:
    content = block.wish(*what, **facts)
    number = with_booking(
        block.store,
        content.area_id,
        content.residents,
        content.starts_at,
        content.ends_at,
        purpose=content.purpose,
        officer_id=content.officer_id,
    )
    block.bookings = {**block.bookings, name: number}
    return number


def _officers(store: Store) -> Mapping[str, int]:
    with_templates(store)
    named = ("agnese", "ilze", "normunds", "andris", "kristine", "oskars")
    return {
        name: with_officer(store, str(number), f"{name.capitalize()}ska", given_name="Jana")
        for number, name in enumerate(named, 1)
    }


def _residents(store: Store) -> Mapping[str, int]:
    found = {}
    for letter, surname in zip("abcdefgh", PEOPLE, strict=True):
        found[letter] = with_resident(store, surname, "Jānis")
    request = OpenKeepApart(found["e"], found["f"], "room", "a fight at supper")
    store.run(open_keep_apart, request)
    return found


def _areas(store: Store) -> Mapping[str, int]:
    return {
        "field": with_area(store, "Sporta laukums"),
        "hall": with_area(store, "Sporta zāle", capacity=4, indoor=True, ratio=8, counted=True),
        "garden": with_area(store, "Dārzs", capacity=2, floodlit=True, ratio=0),
        "corner": with_area(store, "Ciemiņu stūris", capacity=6, indoor=True, exclusive=True),
        "house": with_area(store, "Korpuss", kind=AreaKind.BUILDING),
    }


def _lay_duties(block: GroundsBlock) -> None:
    turns = {"agnese": 16, "ilze": 17, "normunds": 18, "andris": 15}
    edits = [
        CellEdit(block.officers[name], date(2026, 9, first) + 4 * ONE_DAY * turn, "24")
        for name, first in turns.items()
        for turn in range(4)
        if first + 4 * turn <= 27
    ]
    edits += [
        CellEdit(block.officers["kristine"], date(2026, 9, day), "D")
        for day in (14, 15, 16, 17, 18, 21, 22, 23, 24, 25)
    ]
    block.store.run(change_cells, ChangeCells(tuple(edits)))
