"""Everything held about one person, for that person: the card, the whole code, who saw it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.features.residents.queries.card import personal_code, resident_card
from openblock.features.residents.queries.rows import ResidentCard
from openblock.storage.consulting import CONSULT, REPEATED
from openblock.storage.log import LogFilter, LogRow, log_rows

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Look:
    """How often people of one role opened this person's card on one day."""

    day: date
    role: str
    times: int


@dataclass(frozen=True, slots=True)
class Given:
    """A sheet or file with this person's data that left the programme: what, why, to whom."""

    at: datetime
    what: str
    purpose: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Extract:
    """What a person is told on asking: the card, the eleven digits, the looks, what was given."""

    card: ResidentCard
    personal_code: str
    looks: tuple[Look, ...]
    given: tuple[Given, ...]


def resident_extract(session: Session, resident_id: int, at: datetime) -> Extract | None:
    """Everything held about one person at ``at``; nothing when the number is unknown."""
    card = resident_card(session, resident_id, at)
    if card is None:
        return None
    about = ("resident", str(resident_id))
    rows = log_rows(session, LogFilter(subject=about, limit=_ALL))
    return Extract(
        card=card,
        personal_code=personal_code(session, resident_id),
        looks=_looks(row for row in rows if row.operation in {CONSULT, REPEATED}),
        given=tuple(_given(row) for row in rows if row.operation == "disclose"),
    )


def _looks(rows: Iterable[LogRow]) -> tuple[Look, ...]:
    """By day and role and not by name: whom an officer's look concerns is told, not the officer."""
    counted: Counter[tuple[date, str]] = Counter()
    for row in rows:
        times = int(row.details.get("repeats", 1)) if row.operation == REPEATED else 1
        counted[day_of(row.at), row.role] += times
    return tuple(
        Look(day, role, times) for (day, role), times in sorted(counted.items(), reverse=True)
    )


def _given(row: LogRow) -> Given:
    return Given(row.at, str(row.details.get("what", "")), row.purpose, row.recipient)
