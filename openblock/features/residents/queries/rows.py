"""What the queries of residents give out: frozen rows, without a personal code unless asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from openblock.clock import FOREVER
from openblock.features.residents.rules.content import (
    AlertContent,
    ResidentContent,
    Status,
    StayContent,
)
from openblock.features.residents.rules.keep_apart import Level


@dataclass(frozen=True, slots=True)
class ResidentRow:
    """One line of the register at an instant; the stay is the one that holds or comes next.

    ``alerts`` are the kinds of the alert marks that hold that day, ``apart`` the number of open
    keep-apart pairs. No personal code: a list never shows it.
    """

    resident_id: int
    surname: str
    given_name: str
    birth_date: date | None
    sex: str
    needs: tuple[str, ...]
    status: Status
    stay_id: int | None
    admitted: datetime | None
    discharged: datetime
    sentence_end: date | None
    alerts: tuple[str, ...]
    apart: int
    contact_officer_id: int | None
    version: int

    @property
    def name(self) -> str:
        """Surname first: Bērziņš Jānis."""
        return f"{self.surname} {self.given_name}"

    @property
    def initialled(self) -> str:
        """As wall copies show it: Bērziņš J. (SEC-07)."""
        return f"{self.surname} {self.given_name[:1]}."


@dataclass(frozen=True, slots=True)
class Found:
    """One hit of a search: whose, what kind of match (0 the best), and when the person is here."""

    resident_id: int
    name: str
    rank: int
    status: Status


@dataclass(frozen=True, slots=True)
class StayRow:
    """One stay as stored, with the names of the prisons it began and ended with."""

    stay_id: int
    version: int
    content: StayContent
    admitted_from: str = ""
    transferred_to: str = ""

    @property
    def open_ended(self) -> bool:
        """Whether no end is known yet."""
        return self.content.discharged == FOREVER


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert mark as stored."""

    alert_id: int
    version: int
    content: AlertContent


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note; ``corrects_id`` names the note it stands against."""

    note_id: int
    kind: str
    text: str
    written_at: datetime
    written_by: str
    corrects_id: int | None


@dataclass(frozen=True, slots=True)
class PairRow:
    """One keep-apart pair as one of the two sees it, or between two named people."""

    pair_id: int
    version: int
    first_id: int
    first_name: str
    second_id: int
    second_name: str
    level: Level
    reason: str
    opened_at: datetime
    opened_by: str
    closed_at: datetime
    closed_by: str
    close_reason: str

    @property
    def is_open(self) -> bool:
        """Whether the two are kept apart still."""
        return self.closed_at == FOREVER

    def other(self, resident_id: int) -> tuple[int, str]:
        """Number and name of the one ``resident_id`` is kept apart from."""
        if resident_id == self.first_id:
            return self.second_id, self.second_name
        return self.first_id, self.first_name


@dataclass(frozen=True, slots=True)
class PrisonRow:
    """One prison of the list."""

    prison_id: int
    version: int
    name: str
    active_from: date | None
    active_to: date | None

    def chosen_on(self, day: date) -> bool:
        """Whether it can be chosen for something that happened on ``day``."""
        begun = self.active_from is None or self.active_from <= day
        return begun and (self.active_to is None or day <= self.active_to)


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a person's timeline, by instant; words come from ``kind`` and ``facts``.

    ``facts`` are plain values, never sentences. ``subject_id`` is the row it came from (an
    assignment, a note), so that the screen can open it: on the tab of the key ``tab``, at
    ``place``, where a feature above has one for it.
    """

    at: datetime
    kind: str
    facts: Mapping[str, object] = field(default_factory=dict)
    subject_id: int | None = None
    tab: str = ""
    place: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """Something of a person that a release would end or cancel (RES-09), by kind and facts.

    ``stops`` is set where the release is refused until the matter is settled.
    """

    kind: str
    facts: Mapping[str, object] = field(default_factory=dict)
    stops: bool = False


@dataclass(frozen=True, slots=True)
class ResidentCard:
    """All that is held about one person but the personal code and the notes' hidden texts.

    ``has_code`` says whether a personal code is stored; it is read by ``personal_code`` alone.
    ``notes`` is empty for a role that may not read them.
    """

    row: ResidentRow
    content: ResidentContent
    has_code: bool
    contact_officer: str
    stays: tuple[StayRow, ...]
    alerts: tuple[AlertRow, ...]
    pairs: tuple[PairRow, ...]
    notes: tuple[NoteRow, ...]
    photo: bytes | None
    events: tuple[Event, ...]
    erased_at: datetime | None
