"""The words of the residents' paper that a screen says otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from openblock.features.residents.words import needs as all_needs
from openblock.features.residents.words import said, sexes
from openblock.i18n import _


def needs(codes: Iterable[str]) -> str:
    """Several needs as one phrase, in the order they are stored: a list is read back as it was."""
    offered = all_needs()
    return ", ".join(said(offered, each) for each in codes)


def sex(code: str) -> str:
    """What a person is registered as; nothing where it is not said."""
    return said(sexes(), code) if code else ""


def sheet(key: str) -> str:
    """The name of a sheet as the log has it; an unknown one stands for itself."""
    words = (
        ("room-list", _("Room list")),
        ("resident-list", _("Resident list")),
        ("door-labels", _("Door labels")),
        ("placement-order", _("Placement order")),
        ("empty-beds", _("Empty beds")),
        ("grounds-week", _("Plan of the grounds")),
        ("grounds-day", _("Day list of the grounds")),
        ("grounds-area", _("Week list of an area")),
        ("grounds-fair-use", _("Fair use of the grounds")),
        ("resident-extract", _("Extract of a person's own data")),
    )
    return said(words, key)
