"""What a command is given, what it gives back, and who and what the log is told about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import instance_state

from openblock.errors import KnownError
from openblock.storage.base import Versioned

# Under this name a query's session knows the actor who asks, for what only they may read.
ASKER = "asker"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is signed in: account, name as shown, role (SEC-01) and language."""

    account_id: int
    name: str
    role: str
    language: str = "lv"


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be run later through the store: an undo, a redo."""

    command: Command
    request: object


@dataclass(frozen=True, slots=True)
class Done:
    """What a command gives back: a plain value, and the step that would undo it."""

    value: Any = None
    undo: Step | None = None


@dataclass(frozen=True, slots=True)
class Consultation:
    """Somebody looked at somebody's data (SEC-03); repeats are counted (SEC-04)."""

    subject_type: str
    subject_id: str
    purpose: str = "duty"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Data left the programme, on paper or in a file: what, about whom, why and to whom (SEC-03).

    ``subjects`` are written ``"officer:5"``; ``details`` are plain values for the log.
    """

    what: str
    subjects: tuple[str, ...]
    purpose: str
    recipient: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of the log: its number and the keyed hash (hex) of all rows up to it."""

    number: int
    mac: str

    @property
    def short(self) -> str:
        """The first 12 hex digits, as printed on every sheet."""
        return self.mac[:12]


class WhoChanged(Protocol):
    """Finds out who last changed a row; the store gives it to the commands."""

    def __call__(self, session: Session, row: object) -> Mapping[str, object]: ...


class Work:
    """What a command is given: the session, the moment, and who is acting."""

    def __init__(
        self,
        session: Session,
        now: datetime,
        today: date,
        actor: Actor,
        who_changed: WhoChanged,
    ) -> None:
        self.session = session
        self.now = now
        self.today = today
        self.actor = actor
        self.subjects: set[tuple[str, str]] = set()
        self.reasons: list[str] = []
        self._who_changed = who_changed

    def about(self, subject_type: str, subject_id: object, *, reason: str = "") -> None:
        """Tell the log whose data this is about, and why; may be said several times."""
        self.subjects.add((subject_type, str(subject_id)))
        if reason and reason not in self.reasons:
            self.reasons.append(reason)

    def expect(self, row: Versioned, version: int) -> None:
        """Refuse the request when ``row`` is no longer at the version its editor saw (SEC-09).

        Raises KnownError "changed-meanwhile" with ``who``, ``when`` and ``theirs``, the values
        stored now by column name.
        """
        if row.version != version:
            raise KnownError("changed-meanwhile", **self._who_changed(self.session, row))


Command = Callable[[Work, Any], Done]


def plain_values(row: object) -> dict[str, object]:
    """The column values of a mapped row by attribute name, without its version."""
    mapper = instance_state(row).mapper
    return {
        each.key: getattr(row, each.key) for each in mapper.column_attrs if each.key != "version"
    }
