"""What is half typed of a booking, as it is kept over a lock, and as a draft again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from openblock import clock
from openblock.features.grounds.rules.content import BookingContent

_USUAL = (14 * 60, 15 * 60)


def draft_of(typed: Mapping[str, Any]) -> tuple[BookingContent, int]:
    """The draft a dialog opens with again, and the version that had been seen.

    Times that had not been typed to their end are the usual ones: something has to stand there.
    """
    day: date = typed.get("day") or clock.today()
    starts: datetime = typed.get("starts_at") or clock.at(day, _USUAL[0])
    ends: datetime = typed.get("ends_at") or clock.at(day, _USUAL[1])
    draft = BookingContent(
        area_id=typed.get("area_id") or 0,
        starts_at=starts,
        ends_at=ends,
        residents=tuple(typed.get("residents") or ()),
        purpose=typed.get("purpose") or "",
        equipment=typed.get("equipment") or "",
        officer_id=typed.get("officer_id"),
    )
    return draft, int(typed.get("version") or 0)


def typed_of(draft: BookingContent) -> dict[str, Any]:
    """A draft as it is kept."""
    return {
        "area_id": draft.area_id,
        "starts_at": draft.starts_at,
        "ends_at": draft.ends_at,
        "residents": draft.residents,
        "purpose": draft.purpose,
        "equipment": draft.equipment,
        "officer_id": draft.officer_id,
    }
