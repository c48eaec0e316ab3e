"""Keep-apart pairs: which of two people's whereabouts are too near (KAP-01..06)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from openblock.clock import FOREVER


class Level(StrEnum):
    """How far two people are kept apart; a higher level includes the lower (KAP-02)."""

    ROOM = "room"
    SECTION = "section"
    BUILDING = "building"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people kept apart during ``[opened_at, closed_at)``, the smaller number first."""

    pair_id: int
    first_id: int
    second_id: int
    level: Level
    opened_at: datetime
    closed_at: datetime = FOREVER

    def other(self, resident_id: int) -> int:
        """The person ``resident_id`` is kept apart from."""
        return self.second_id if resident_id == self.first_id else self.first_id

    def holds_within(self, start: datetime, end: datetime) -> bool:
        """Whether the pair is open at any instant of ``[start, end)``."""
        return self.opened_at < end and start < self.closed_at


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where one person sleeps during ``[start, end)``: room, section and building by number."""

    resident_id: int
    room_id: int
    section_id: int
    building_id: int
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class TooNear:
    """A pair and the interval ``[start, end)`` in which both are within ``shared``.

    ``shared`` is the narrowest thing they share: a room, else a section, else the building.
    """

    pair: Pair
    shared: Level
    start: datetime
    end: datetime


def too_near(
    pairs: Iterable[Pair], people: Iterable[Whereabouts], others: Iterable[Whereabouts]
) -> tuple[TooNear, ...]:
    """Every pair one of ``people`` and one of ``others`` break, in order of time (KAP-02, KAP-03).

    Intervals are half-open: one who leaves as the other comes is not near.
    """
    elsewhere: dict[int, list[Whereabouts]] = {}
    for each in others:
        elsewhere.setdefault(each.resident_id, []).append(each)
    open_pairs: dict[int, list[Pair]] = {}
    for pair in pairs:
        open_pairs.setdefault(pair.first_id, []).append(pair)
        open_pairs.setdefault(pair.second_id, []).append(pair)
    found = {
        (near.pair.pair_id, near.start): near
        for here in people
        for pair in open_pairs.get(here.resident_id, ())
        for there in elsewhere.get(pair.other(here.resident_id), ())
        if (near := _near(pair, here, there)) is not None
    }
    return tuple(sorted(found.values(), key=lambda near: (near.start, near.pair.pair_id)))


def _near(pair: Pair, here: Whereabouts, there: Whereabouts) -> TooNear | None:
    start = max(here.start, there.start, pair.opened_at)
    end = min(here.end, there.end, pair.closed_at)
    shared = _shared(here, there)
    if end <= start or shared is None or not _forbids(pair.level, shared):
        return None
    return TooNear(pair, shared, start, end)


def _shared(here: Whereabouts, there: Whereabouts) -> Level | None:
    if here.room_id == there.room_id:
        return Level.ROOM
    if here.section_id == there.section_id:
        return Level.SECTION
    return Level.BUILDING if here.building_id == there.building_id else None


def _forbids(level: Level, shared: Level) -> bool:
    order = list(Level)
    return order.index(shared) <= order.index(level)
