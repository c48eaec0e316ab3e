"""What is entered about a resident and a stay, and in which words of the house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from openblock.clock import FOREVER


class Sex(StrEnum):
    """For whom a room or section is, and what a person is registered as; "" is not said."""

    ANY = ""
    FEMALE = "female"
    MALE = "male"


class Need(StrEnum):
    """What a person needs of a room, and what a room offers (ROOM-08)."""

    ACCESSIBLE = "accessible"
    NON_SMOKING = "non_smoking"
    LOWER_BED = "lower_bed"
    NEAR_POST = "near_post"
    OWN_TOILET = "own_toilet"


class AlertKind(StrEnum):
    """What an alert mark warns of."""

    HEALTH = "health"
    SELF_HARM = "self_harm"
    CONFLICT = "conflict"
    ESCAPE = "escape"
    OTHER = "other"


class NoteKind(StrEnum):
    """Whether a note says what happened or what its author thinks (LED Art. 7)."""

    FACT = "fact"
    ASSESSMENT = "assessment"


class AdmissionKind(StrEnum):
    """How a stay began."""

    TRANSFER = "transfer"
    COURT = "court"
    RETURN = "return"
    OTHER = "other"


class DischargeKind(StrEnum):
    """How a stay ended; the last says that an open leave ended in no return (RES-09)."""

    RELEASED = "released"
    CONDITIONAL = "conditional"
    TRANSFERRED = "transferred"
    DIED = "died"
    DID_NOT_RETURN = "did_not_return"


class Status(StrEnum):
    """What a person is at an instant (RES-11); being outside is derived from movements later."""

    PLANNED = "planned"
    PRESENT = "present"
    DISCHARGED = "discharged"


@dataclass(frozen=True, slots=True)
class ResidentContent:
    """What is entered about one person; ``personal_code`` as typed, stored as eleven digits."""

    surname: str
    given_name: str
    personal_code: str = ""
    birth_date: date | None = None
    sex: str = ""
    needs: tuple[str, ...] = ()
    contact_officer_id: int | None = None

    @property
    def name(self) -> str:
        """Surname first, as lists of the block are written."""
        return f"{self.surname} {self.given_name}".strip()


@dataclass(frozen=True, slots=True)
class StayContent:
    """What is entered about one stay ``[admitted, discharged)``, aware UTC, and its sentence."""

    admitted: datetime
    discharged: datetime = FOREVER
    admission_kind: str = AdmissionKind.TRANSFER
    admitted_from_id: int | None = None
    discharge_kind: str = ""
    transferred_to_id: int | None = None
    sentence_start: date | None = None
    sentence_end: date | None = None


@dataclass(frozen=True, slots=True)
class AlertContent:
    """What is entered about one alert mark; ``last_day`` is the last day it holds."""

    kind: str
    text: str
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class PrisonContent:
    """One place of the list, with the days between which it can be chosen."""

    name: str
    active_from: date | None = None
    active_to: date | None = None
