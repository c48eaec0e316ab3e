"""Reads for lists of rooms that come in from a file."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from openblock.features.staff.tables import RememberedHeadings

ROOMS_LIST = "rooms"


def remembered_columns(session: Session) -> Mapping[str, str]:
    """The headings of earlier lists: heading without case and diacritics → column, "" left out."""
    kept = session.get(RememberedHeadings, ROOMS_LIST)
    return {} if kept is None else dict(kept.headings)
