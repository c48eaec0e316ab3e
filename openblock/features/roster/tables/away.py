"""Who is away, who was called out, and who stands in for whom by whose leave."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, UtcTime, Versioned


class Absence(Versioned, Base):
    """One spell in which an officer is away ``[starts_at, ends_at)``; its dates both included.

    It begins with its first day and ends with its last, unless a time of the day was given.
    """

    __tablename__ = "absences"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        CheckConstraint("last_day >= first_day", name="days_in_order"),
        CheckConstraint(
            "kind IN ('leave', 'sick', 'training', 'trip', 'paid-rest', 'other')",
            name="kind_known",
        ),
        Index("ix_absences_officer_ends", "officer_id", "ends_at"),
        Index("ix_absences_last_day", "last_day"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    kind: Mapped[str] = mapped_column(String(10))
    first_day: Mapped[date]
    last_day: Mapped[date]
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    remark: Mapped[str] = mapped_column(String(200), default="")
    entered_by: Mapped[str] = mapped_column(String(120))
    entered_at: Mapped[datetime] = mapped_column(UtcTime)


class AbsenceCode(Versioned, Base):
    """The letters of one kind of absence where the block's are not the usual ones (RO-13)."""

    __tablename__ = "absence_codes"
    __table_args__ = (UniqueConstraint("kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    code: Mapped[str] = mapped_column(String(3))
    sheet_code: Mapped[str] = mapped_column(String(3))


class CallOut(Versioned, Base):
    """An officer called out beside the roster ``[starts_at, ends_at)``: row 3 of the time-sheet."""

    __tablename__ = "call_outs"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        Index("ix_call_outs_officer_ends", "officer_id", "ends_at"),
        Index("ix_call_outs_ends", "ends_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    reason: Mapped[str] = mapped_column(String(200))
    entered_by: Mapped[str] = mapped_column(String(120))
    entered_at: Mapped[datetime] = mapped_column(UtcTime)


class Exchange(Versioned, Base):
    """One duty another officer takes over, or two that officers swap; who asked, agreed, approved.

    The duty given, and for a swap the one got in return, stand as they were when it was asked:
    duties that are others by then are not exchanged. An officer's time is another's from
    ``decided_at`` on, in the state done.
    """

    __tablename__ = "exchanges"
    __table_args__ = (
        CheckConstraint("kind IN ('substitution', 'swap')", name="kind_known"),
        CheckConstraint(
            "state IN ('asked', 'agreed', 'done', 'declined', 'withdrawn')", name="state_known"
        ),
        CheckConstraint("officer_id <> other_id", name="two_officers"),
        CheckConstraint("(kind = 'swap') = (other_day IS NOT NULL)", name="swap_has_both"),
        Index("ix_exchanges_day", "day"),
        Index("ix_exchanges_state", "state"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(10))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    day: Mapped[date]
    code: Mapped[str] = mapped_column(String(3))
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    other_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    other_day: Mapped[date | None]
    other_code: Mapped[str] = mapped_column(String(3), default="")
    other_starts_at: Mapped[datetime | None] = mapped_column(UtcTime)
    other_ends_at: Mapped[datetime | None] = mapped_column(UtcTime)
    reason: Mapped[str] = mapped_column(String(500), default="")
    asked_by: Mapped[str] = mapped_column(String(120))
    asked_at: Mapped[datetime] = mapped_column(UtcTime)
    agreed_by: Mapped[str] = mapped_column(String(120), default="")
    agreed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    decided_by: Mapped[str] = mapped_column(String(120), default="")
    decided_at: Mapped[datetime | None] = mapped_column(UtcTime)
    #: Why it was declined or withdrawn.
    refusal: Mapped[str] = mapped_column(String(500), default="")
