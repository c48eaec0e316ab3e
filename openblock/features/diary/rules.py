"""When two commitments of one person clash; touching ends never do."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CommitmentKind(StrEnum):
    """What somebody is meant to be at; each kind belongs to one table of one feature."""

    DUTY = "duty"
    CLASS = "class"
    SHADOWING = "shadowing"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True, order=True)
class Commitment:
    """Somebody's time ``[start, end)``, aware UTC, and the row of the table it stands for.

    ``person`` is written "officer:5" or "trainee:3"; a class is one row there and one commitment
    for each of its trainees here.
    """

    start: datetime
    end: datetime
    kind: str
    source_id: int
    person: str


def officer(officer_id: int) -> str:
    """How the diary writes an officer."""
    return f"officer:{officer_id}"


def trainee(trainee_id: int) -> str:
    """How the diary writes a trainee."""
    return f"trainee:{trainee_id}"


def clashing(
    wanted: Iterable[Commitment], kept: Collection[Commitment]
) -> tuple[tuple[Commitment, Commitment], ...]:
    """Each wanted commitment with each kept one of the same person that overlaps it.

    A commitment never clashes with the row it comes from.
    """
    return tuple(
        (new, old)
        for new in wanted
        for old in kept
        if new.person == old.person
        and (new.kind, new.source_id) != (old.kind, old.source_id)
        and new.start < old.end
        and old.start < new.end
    )
