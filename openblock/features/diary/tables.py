"""The table of commitments: who is meant to be at what, from when until when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, UtcTime


class Commitment(Base):
    """One person's time ``[starts_at, ends_at)``; the database refuses two that overlap.

    It repeats what the table of ``kind`` holds in row ``source_id``, so the log keeps only that.
    """

    __tablename__ = "commitments"
    __table_args__ = (
        UniqueConstraint("kind", "source_id", "person"),
        CheckConstraint("ends_at > starts_at", name="forwards"),
        Index("ix_commitments_person_ends", "person", "ends_at"),
        {"info": {"repeats": True}},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(20))
    source_id: Mapped[int]
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
