"""One person's card, the personal code asked for by itself, and what a release would end."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from openblock.features.residents.queries.rows import OpenMatter, ResidentCard


def resident_card(session: Session, resident_id: int, at: datetime) -> ResidentCard | None:
    """Everything about one person as it stands at ``at``, or nothing when the number is unknown."""
    raise NotImplementedError


def personal_code(session: Session, resident_id: int) -> str:
    """The eleven digits, or nothing; asked for by itself so that the log knows who looked."""
    raise NotImplementedError


def open_matters(session: Session, resident_id: int, at: datetime) -> tuple[OpenMatter, ...]:
    """What a release at ``at`` would end or cancel, of residents and of every joined feature."""
    raise NotImplementedError
