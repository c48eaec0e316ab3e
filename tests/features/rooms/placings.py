"""Beds, people and placements as the rules see them, each with a default for what is beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from openblock.clock import FOREVER
from openblock.errors import Problem
from openblock.features.residents.rules.keep_apart import Level, Pair
from openblock.features.rooms.rules.content import AssignmentContent
from openblock.features.rooms.rules.facts import (
    BedFacts,
    Facts,
    Limits,
    PersonFacts,
    Sleep,
    Span,
)

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=300)
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def person(number: int = 1, **facts: Any) -> PersonFacts:
    """Somebody who has been here for long and stays."""
    return PersonFacts(
        number, f"Person {number}", **{"sex": "male", "stays": (Span(LONG_AGO),), **facts}
    )


def bed(
    number: int = 1, room: int = 1, section: int = 1, building: int = 1, **facts: Any
) -> BedFacts:
    """A bed called as its room and its number: "1-1"."""
    return BedFacts(number, f"{room}-{number}", room, section, building, **facts)


def sleep(
    resident: int = 1,
    of: int = 1,
    start: datetime = NOW,
    end: datetime = FOREVER,
    number: int | None = None,
) -> Sleep:
    """Somebody in a bed."""
    return Sleep(number, AssignmentContent(resident, of, start, end))


def pair(first: int = 1, second: int = 2, level: Level = Level.ROOM, **facts: Any) -> Pair:
    """Two people who must be kept apart, for long."""
    return Pair(1, first, second, level, **{"opened_at": LONG_AGO, **facts})


def facts(
    *sleeps: Sleep,
    people: Iterable[PersonFacts] = (),
    beds: Iterable[BedFacts] = (),
    pairs: Iterable[Pair] = (),
    limits: Limits | None = None,
) -> Facts:
    """Persons 1 to 3 and beds 1 to 3 of one room, but for those that are said."""
    known = {each.resident_id: each for each in (*map(person, (1, 2, 3)), *people)}
    places = {each.bed_id: each for each in (*map(bed, (1, 2, 3)), *beds)}
    return Facts(limits or Limits(NOW), known, places, tuple(sleeps), tuple(pairs))


def codes(problems: Iterable[Problem]) -> list[str]:
    return [each.code for each in problems]
