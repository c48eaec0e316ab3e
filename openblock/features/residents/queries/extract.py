"""Everything held about one person, for that person: the card, the whole code, who saw it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.features.residents.queries.card import personal_code, resident_card
from openblock.features.residents.queries.rows import ResidentCard
from openblock.storage.consulting import CONSULT, REPEATED, open_consultation
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
        looks=_looks((*map(_logged, rows), *_uncounted(session, about))),
        given=tuple(_given(row) for row in rows if row.operation == "disclose"),
    )


_Seen = tuple[datetime, str, int]


def _logged(row: LogRow) -> _Seen:
    """A row of the log as looks: a merged one stands for as many as it counted, when they were."""
    if row.operation == REPEATED:
        last = datetime.fromisoformat(str(row.details["last_at"]))
        return last, row.role, int(row.details["repeats"])
    return row.at, row.role, int(row.operation == CONSULT)


def _uncounted(session: Session, about: tuple[str, str]) -> tuple[_Seen, ...]:
    """Repeats of the last minutes, which are not in the chain yet (SEC-04)."""
    kept = open_consultation.c
    asked = select(kept.last_at, kept.role, kept.repeats).where(
        kept.subject_type == about[0], kept.subject_id == about[1]
    )
    return tuple((row.last_at, row.role, row.repeats) for row in session.execute(asked))


def _looks(seen: Iterable[_Seen]) -> tuple[Look, ...]:
    """By day and role and not by name: whom an officer's look concerns is told, not the officer."""
    counted: Counter[tuple[date, str]] = Counter()
    for at, role, times in seen:
        counted[day_of(at), role] += times
    found = sorted(counted.items(), reverse=True)
    return tuple(Look(day, role, times) for (day, role), times in found if times)


def _given(row: LogRow) -> Given:
    return Given(row.at, str(row.details.get("what", "")), row.purpose, row.recipient)
