"""Where everybody is, as lists show it: asked of every feature that knows of places."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from openblock.features.residents.queries.joined import joined


def wheres(session: Session, at: datetime) -> Mapping[int, str]:
    """The place of each person who has one at ``at``, by number: "105 A"; empty without rooms."""
    return {
        resident_id: place
        for feature in joined()
        for resident_id, place in feature.where(session, at).items()
    }
