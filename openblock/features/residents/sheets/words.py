"""The words of the residents' paper for what is stored as a code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from openblock.features.accounts.rights import Role
from openblock.features.residents.rules.content import (
    AdmissionKind,
    AlertKind,
    DischargeKind,
    Need,
    NoteKind,
    Sex,
)
from openblock.features.residents.rules.keep_apart import Level
from openblock.i18n import _, p_

_Code = TypeVar("_Code", bound=str)


def said(words: Mapping[_Code, str], code: str) -> str:
    """The words of one code; an unknown one stands for itself."""
    return {str(key): value for key, value in words.items()}.get(code, code)


def needs(codes: Iterable[str]) -> str:
    """What a person needs of a room, or a room offers, as one phrase."""
    words = {
        Need.ACCESSIBLE: _("accessible room"),
        Need.NON_SMOKING: _("non-smokers"),
        Need.LOWER_BED: _("lower bed"),
        Need.NEAR_POST: _("near the duty post"),
        Need.OWN_TOILET: _("own toilet"),
    }
    return ", ".join(said(words, each) for each in codes)


def sex(code: str) -> str:
    """What a person is registered as."""
    return said({Sex.FEMALE: p_("sex", "Woman"), Sex.MALE: p_("sex", "Man")}, code)


def alert_kind(code: str) -> str:
    """What an alert mark warns of."""
    words = {
        AlertKind.HEALTH: _("Health"),
        AlertKind.SELF_HARM: _("Self-harm"),
        AlertKind.CONFLICT: _("Conflict"),
        AlertKind.ESCAPE: _("Escape"),
        AlertKind.OTHER: _("Other"),
    }
    return said(words, code)


def note_kind(code: str) -> str:
    """Whether a note says what happened or what its author thinks."""
    words = {
        NoteKind.FACT: p_("note", "Fact"),
        NoteKind.ASSESSMENT: p_("note", "Assessment"),
    }
    return said(words, code)


def admission_kind(code: str) -> str:
    """How a stay began."""
    words = {
        AdmissionKind.TRANSFER: _("Transfer from another prison"),
        AdmissionKind.COURT: _("Straight from court"),
        AdmissionKind.RETURN: _("Return"),
        AdmissionKind.OTHER: _("Other"),
    }
    return said(words, code)


def discharge_kind(code: str) -> str:
    """How a stay ended."""
    words = {
        DischargeKind.RELEASED: _("Sentence served"),
        DischargeKind.CONDITIONAL: _("Conditional early release"),
        DischargeKind.TRANSFERRED: _("Transfer to another prison"),
        DischargeKind.DIED: _("Death"),
        DischargeKind.DID_NOT_RETURN: _("Did not return"),
    }
    return said(words, code)


def level(code: str) -> str:
    """How far two people are kept apart."""
    words = {
        Level.ROOM: _("Not in one room"),
        Level.SECTION: _("Not in one section"),
        Level.BUILDING: _("Not in one building"),
    }
    return said(words, code)


def role(code: str) -> str:
    """What somebody is at the workstation, as the log has it."""
    words = {
        Role.DUTY_OFFICER: _("Duty officer"),
        Role.SENIOR_OFFICER: _("Senior officer"),
        Role.PRACTICE_COORDINATOR: _("Practice coordinator"),
        Role.PROGRAMME_COORDINATOR: _("Programme coordinator"),
        Role.ADMINISTRATOR: _("Administrator"),
        Role.AUDITOR: _("Auditor"),
        Role.TRAINEE: _("Trainee"),
    }
    return said(words, code)


def purpose(stored: str) -> str:
    """Why something was given out: the log keeps a code, and what was said of it after a colon."""
    words = {
        "duty": _("Duty need"),
        "inspection": _("Inspection"),
        "handover": _("Handover to the next shift"),
        "request": _("Request no."),
        "other": _("Other purpose"),
    }
    code, _colon, explained = stored.partition(": ")
    return f"{said(words, code)} {explained}".strip()


def sheet(key: str) -> str:
    """The name of a sheet as the log has it; an unknown one stands for itself."""
    words = {
        "room-list": _("Room list"),
        "resident-list": _("Resident list"),
        "door-labels": _("Door labels"),
        "placement-order": _("Placement order"),
        "empty-beds": _("Empty beds"),
        "resident-extract": _("Extract of a person's own data"),
    }
    return said(words, key)


def placement_reason(code: str) -> str:
    """Why somebody came into a bed: rooms say it of a resident in codes (``queries.joined``)."""
    words = {
        "admission": _("Admission"),
        "commission": _("Decision of the placement commission"),
        "request": _("The resident's own request"),
        "keep_apart": _("To be kept apart"),
        "closure": _("Room out of service"),
        "health": _("Health"),
        "safety": _("Safety"),
        "swap": _("Swap"),
        "correction": _("Correction of an entry"),
        "other": _("Other reason"),
    }
    return said(words, code)
