"""When two commitments of one person clash; touching ends never do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from openblock.errors import Problem


class CommitmentKind(StrEnum):
    """What somebody is meant to be at; each kind belongs to one table of one feature."""

    DUTY = "duty"
    CLASS = "class"
    SHADOWING = "shadowing"
    UNAVAILABLE = "unavailable"
    BOOKING = "booking"
    ABSENCE = "absence"
    CALL_OUT = "call-out"


@dataclass(frozen=True, slots=True, order=True)
class Commitment:
    """Somebody's time ``[start, end)``, aware UTC, and the row of the table it stands for.

    ``person`` is written "officer:5", "trainee:3" or "resident:7"; a class is one row there and
    one commitment for each of its trainees here, a booking one for each of its participants.
    """

    start: datetime
    end: datetime
    kind: str
    source_id: int
    person: str


#: What was wanted, and what stands in its way.
Clash = tuple[Commitment, Commitment]


def officer(officer_id: int) -> str:
    """How the diary writes an officer."""
    return f"officer:{officer_id}"


def trainee(trainee_id: int) -> str:
    """How the diary writes a trainee."""
    return f"trainee:{trainee_id}"


def resident(resident_id: int) -> str:
    """How the diary writes a resident."""
    return f"resident:{resident_id}"


def clashing(wanted: Iterable[Commitment], kept: Iterable[Commitment]) -> tuple[Clash, ...]:
    """Each wanted commitment with each kept one of the same person that overlaps it.

    A commitment never clashes with the row it comes from.
    """
    by_person: dict[str, list[Commitment]] = {}
    for old in kept:
        by_person.setdefault(old.person, []).append(old)
    return tuple(
        (new, old)
        for new in wanted
        for old in by_person.get(new.person, ())
        if (new.kind, new.source_id) != (old.kind, old.source_id)
        and new.start < old.end
        and old.start < new.end
    )


def clash_problems(
    found: Iterable[Clash], name_of: Callable[[str], str], field: str = ""
) -> tuple[Problem, ...]:
    """Each clash as a refusal: whose time, and what stands in it from when until when."""
    return tuple(
        Problem(
            "commitment-clashes",
            facts={
                "kind": old.kind,
                "name": name_of(old.person),
                "start": old.start,
                "end": old.end,
            },
            field=field,
        )
        for _new, old in found
    )
