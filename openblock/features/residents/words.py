"""The words for what is stored of residents as a code, the same on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable

from openblock.features.residents.rules.content import (
    AdmissionKind,
    AlertKind,
    DischargeKind,
    Need,
    NoteKind,
    Sex,
    Status,
)
from openblock.features.residents.rules.keep_apart import Level
from openblock.i18n import _, p_

Choices = tuple[tuple[str, str], ...]


def needs() -> Choices:
    """What a person needs of a room: code and words, in the order they are offered."""
    return (
        (Need.ACCESSIBLE, _("accessible room")),
        (Need.NON_SMOKING, _("non-smokers")),
        (Need.LOWER_BED, _("lower bed")),
        (Need.NEAR_POST, _("near the duty post")),
        (Need.OWN_TOILET, _("own toilet")),
    )


def sexes() -> Choices:
    """What a person is registered as; not said comes first."""
    return (
        (Sex.ANY, "\N{EN DASH}"),
        (Sex.FEMALE, p_("sex", "Woman")),
        (Sex.MALE, p_("sex", "Man")),
    )


def alert_kinds() -> Choices:
    """What an alert mark warns of."""
    return (
        (AlertKind.HEALTH, _("Health")),
        (AlertKind.SELF_HARM, _("Self-harm")),
        (AlertKind.CONFLICT, _("Conflict")),
        (AlertKind.ESCAPE, _("Escape")),
        (AlertKind.OTHER, _("Other")),
    )


def note_kinds() -> Choices:
    """Whether a note says what happened or what its author thinks."""
    return (
        (NoteKind.FACT, p_("note", "Fact")),
        (NoteKind.ASSESSMENT, p_("note", "Assessment")),
    )


def admission_kinds() -> Choices:
    """How a stay begins, the usual way first."""
    return (
        (AdmissionKind.TRANSFER, _("Transfer from another prison")),
        (AdmissionKind.COURT, _("Straight from court")),
        (AdmissionKind.RETURN, _("Return")),
        (AdmissionKind.OTHER, _("Other")),
    )


def discharge_kinds() -> Choices:
    """How a stay ends, the usual way first."""
    return (
        (DischargeKind.RELEASED, _("Sentence served")),
        (DischargeKind.CONDITIONAL, _("Conditional early release")),
        (DischargeKind.TRANSFERRED, _("Transfer to another prison")),
        (DischargeKind.DIED, _("Death")),
        (DischargeKind.DID_NOT_RETURN, _("Did not return")),
    )


def levels() -> Choices:
    """How far two people are kept apart, the nearest first."""
    return (
        (Level.ROOM, _("Not in one room")),
        (Level.SECTION, _("Not in one section")),
        (Level.BUILDING, _("Not in one building")),
    )


def placement_reasons() -> Choices:
    """Why somebody comes into a bed: rooms say it of a resident in codes (``queries.joined``)."""
    return (
        ("admission", _("Admission")),
        ("commission", _("Decision of the placement commission")),
        ("request", _("The resident's own request")),
        ("keep_apart", _("To be kept apart")),
        ("closure", _("Room out of service")),
        ("health", _("Health")),
        ("safety", _("Safety")),
        ("swap", _("Swap")),
        ("correction", _("Correction of an entry")),
        ("other", _("Other reason")),
    )


def uses() -> Choices:
    """What became of somebody's booking of the grounds: the kind of the event, and words."""
    return (
        ("booked", p_("use of the grounds", "booked")),
        ("on-grounds", p_("use of the grounds", "took part")),
        ("booking-missed", p_("use of the grounds", "did not come")),
    )


def said(choices: Choices, code: str) -> str:
    """The words of one code; an unknown one stands for itself, nothing for nothing."""
    return dict(choices).get(code, code)


def need_list(codes: Iterable[str]) -> str:
    """Several needs as one phrase, in the order they are offered; unknown ones for themselves."""
    wanted, offered = set(codes), needs()
    known = [words for code, words in offered if code in wanted]
    return ", ".join([*known, *sorted(wanted - dict(offered).keys())])


def placement_reason(code: str) -> str:
    """Why somebody came into a bed."""
    return said(placement_reasons(), code)


def status_word(status: str) -> str:
    """Where a person is as far as the register knows: inside, expected, left."""
    words = (
        (Status.PLANNED, p_("where", "expected")),
        (Status.PRESENT, p_("where", "inside")),
        (Status.DISCHARGED, p_("where", "left")),
    )
    return said(words, status)


def letter_of(word: str) -> str:
    """The letter that stands for a word beside its colour: the one it begins with."""
    return word[:1].upper()
