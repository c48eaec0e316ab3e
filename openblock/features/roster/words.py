"""The words for what is stored of the roster as a code, the same on the screen and on paper."""

from __future__ import annotations

from openblock.features.roster.rules.absence import AbsenceKind
from openblock.i18n import p_


def kind_name(kind: AbsenceKind | None) -> str:
    """Why somebody is away, as it stands within a sentence; None: it is not the asker's business."""
    if kind is None:
        return p_("absence", "away")
    return {
        AbsenceKind.LEAVE: p_("absence", "leave"),
        AbsenceKind.SICK: p_("absence", "sickness"),
        AbsenceKind.TRAINING: p_("absence", "training"),
        AbsenceKind.TRIP: p_("absence", "official trip"),
        AbsenceKind.PAID_REST: p_("absence", "paid rest"),
        AbsenceKind.OTHER: p_("absence", "other absence"),
    }[kind]
