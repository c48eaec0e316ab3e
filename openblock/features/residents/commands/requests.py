"""What can be asked to be done to residents: one frozen request for each thing.

``reason`` answers for warnings: without one (five characters or more) a request that meets a
warning is refused with it; with one it is done, and the reason is kept with name and time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from openblock.features.residents.rules.content import (
    AlertContent,
    PrisonContent,
    ResidentContent,
    StayContent,
)


@dataclass(frozen=True, slots=True)
class AdmitResident:
    """A new person with a first stay, begun or planned."""

    content: ResidentContent
    stay: StayContent
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReadmitResident:
    """A new stay of a person who has been here before (RES-04)."""

    resident_id: int
    version: int
    stay: StayContent
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeResident:
    """New content for a person, with the version its editor saw."""

    resident_id: int
    version: int
    content: ResidentContent
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeStay:
    """New content for a stay that has not ended: arrival, origin, dates of the sentence."""

    stay_id: int
    version: int
    stay: StayContent
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelArrival:
    """A planned stay that will not come about."""

    stay_id: int
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReleaseResident:
    """The end of a stay at ``at``; everything open is closed in the same transaction (RES-09)."""

    resident_id: int
    version: int
    at: datetime
    kind: str
    transferred_to_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawRelease:
    """A planned release that will not come about: the stay has no known end again."""

    resident_id: int
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class SavePrison:
    """A new prison of the list (no number), or new content for one."""

    prison_id: int | None
    version: int
    content: PrisonContent


@dataclass(frozen=True, slots=True)
class OpenKeepApart:
    """Keep two people apart from now on; opening a closed pair again keeps its history (KAP-06)."""

    first_id: int
    second_id: int
    level: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeKeepApart:
    """Another level or reason for an open pair."""

    pair_id: int
    version: int
    level: str
    reason: str


@dataclass(frozen=True, slots=True)
class CloseKeepApart:
    """Two people need not be kept apart any more (KAP-06)."""

    pair_id: int
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class SaveAlert:
    """A new alert mark (no number), or new content for one."""

    resident_id: int
    alert_id: int | None
    version: int
    content: AlertContent


@dataclass(frozen=True, slots=True)
class RemoveAlert:
    """An alert mark set by mistake; one that held and ends gets a last day instead."""

    alert_id: int
    version: int


@dataclass(frozen=True, slots=True)
class AddNote:
    """A note about a person, fact or assessment; ``corrects_id`` names the one it corrects."""

    resident_id: int
    kind: str
    text: str
    corrects_id: int | None = None


@dataclass(frozen=True, slots=True)
class SetPhoto:
    """A new photograph (JPEG bytes), or none any more."""

    resident_id: int
    jpeg: bytes | None


@dataclass(frozen=True, slots=True)
class EraseResident:
    """Make a person unrecognisable after the years of retention (RES-10)."""

    resident_id: int
    version: int
    reason: str
