"""Writes into the diary as a feature's command would."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from openblock.clock import at
from openblock.features.diary.commands import Book
from openblock.features.diary.rules import Commitment
from openblock.storage.store import Done, Store

DAY = date(2026, 11, 22)


def held(start: int, end: int, source_id: int = 1, person: str = "trainee:3", kind: str = "class"):
    """A commitment between two minutes of the day."""
    return Commitment(at(DAY, start), at(DAY, end), kind, source_id, person)


@dataclass(frozen=True)
class Keep:
    """Rows of a kind, and what they are to stand for."""

    source_ids: tuple[int, ...]
    held: tuple[Commitment, ...]
    kind: str = "class"


def keep(work, request: Keep) -> Done:
    Book(work).keep(request.kind, request.source_ids, request.held)
    return Done()


# The door asks which feature a command belongs to.
keep.__module__ = "openblock.features.staff.commands"
keep.__name__ = "add_officer"


def kept(store: Store, *commitments: Commitment) -> None:
    """Have these stand in the diary, whatever they stand for."""
    for each in commitments:
        store.run(keep, Keep((), (each,), each.kind))
