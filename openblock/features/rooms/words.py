"""The words for what is stored of rooms as a code, the same on the screen and on paper."""

from __future__ import annotations

from openblock.features.residents.rules.content import Sex
from openblock.features.residents.words import Choices, said
from openblock.features.rooms.rules.content import ClosureReason, Scope
from openblock.i18n import _


def closure_reasons() -> Choices:
    """Why something is out of service (ROOM-05): code and words, in the order they are offered."""
    return (
        (ClosureReason.REPAIR, _("Repair")),
        (ClosureReason.DAMAGE, _("Damage")),
        (ClosureReason.DAMP, _("Damp or mould")),
        (ClosureReason.PESTS, _("Pest control")),
        (ClosureReason.SAFETY, _("Safety")),
        (ClosureReason.OTHER, _("Other reason")),
    )


def scopes() -> Choices:
    """What a closure takes out of service: code and words, from the smallest."""
    return (
        (Scope.BED, _("Bed")),
        (Scope.ROOM, _("Room")),
        (Scope.SECTION, _("Section")),
        (Scope.BUILDING, _("Building")),
    )


def sexes() -> Choices:
    """For whom a room or section is: code and words."""
    return (
        (Sex.ANY, _("For anyone")),
        (Sex.FEMALE, _("For women")),
        (Sex.MALE, _("For men")),
    )


def closure_reason(code: str) -> str:
    """The words of one reason of a closure; an unknown code stands for itself."""
    return said(closure_reasons(), code)


def scope(code: str) -> str:
    """The word for what a closure takes out of service."""
    return said(scopes(), code)


def sex(code: str) -> str:
    """For whom a room is, in words."""
    return said(sexes(), code)


def for_whom(code: str) -> str:
    """For whom a room is; nothing where it is for anyone."""
    return sex(code) if code else ""
