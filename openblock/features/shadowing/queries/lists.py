"""What earlier lists of trainees had their columns called."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from openblock.features.staff.tables import RememberedHeadings

TRAINEES_LIST = "trainees"


def remembered_columns(session: Session) -> Mapping[str, str]:
    """The headings of earlier lists: heading without case and diacritics → column, "" left out."""
    kept = session.get(RememberedHeadings, TRAINEES_LIST)
    return {} if kept is None else dict(kept.headings)
