"""What a placement is judged by: people, beds, and who sleeps where, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from openblock.clock import FOREVER
from openblock.features.residents.rules.keep_apart import Pair
from openblock.features.rooms.rules.content import AssignmentContent

# An entry made within these minutes of what it tells is made at once: a dialog takes a while.
AT_ONCE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open interval, aware UTC."""

    start: datetime
    end: datetime = FOREVER

    def meets(self, start: datetime, end: datetime) -> bool:
        """Whether the two intervals share an instant; touching ends do not (ROOM-02)."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Shut:
    """A closure that reaches a bed: when, why (a ``ClosureReason``), and what it closes by name."""

    span: Span
    reason: str
    named: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A hold on a bed: when, for whom (nothing for a remark's sake), and the name or remark."""

    span: Span
    resident_id: int | None
    named: str


@dataclass(frozen=True, slots=True)
class BedFacts:
    """A bed with what its room, section and building say of it; ``bed`` is "105 A"."""

    bed_id: int
    bed: str
    room_id: int
    section_id: int
    building_id: int
    sex: str = ""
    attributes: frozenset[str] = frozenset()
    shut: tuple[Shut, ...] = ()
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as far as a bed is concerned; ``stays`` are ``[admitted, discharged)``."""

    resident_id: int
    name: str
    sex: str = ""
    needs: tuple[str, ...] = ()
    stays: tuple[Span, ...] = ()
    alerts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sleep:
    """One assignment as judged: its number (nothing for one not stored yet) and content."""

    assignment_id: int | None
    content: AssignmentContent

    @property
    def span(self) -> Span:
        """When the bed is this person's."""
        return Span(self.content.starts_at, self.content.ends_at)


@dataclass(frozen=True, slots=True)
class Limits:
    """The settings placements are judged by, and the instant it is now.

    ``counted_at`` is the last closed headcount, before which nothing is changed any more
    (ROOM-12); nothing until headcounts exist.
    """

    now: datetime
    most_future_days: int = 90
    backdate_hours: int = 72
    decision_required: bool = False
    section_is_error: bool = False
    counted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that can clash with a placement, as it would stand after it."""

    limits: Limits
    people: Mapping[int, PersonFacts]
    beds: Mapping[int, BedFacts]
    sleeps: tuple[Sleep, ...] = ()
    pairs: tuple[Pair, ...] = ()
    named: Mapping[int, str] = field(default_factory=dict)

    def name_of(self, resident_id: int) -> str:
        """The person's name, also of one who is known only from a pair."""
        person = self.people.get(resident_id)
        return person.name if person else self.named.get(resident_id, "")
