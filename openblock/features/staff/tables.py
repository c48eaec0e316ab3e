"""The tables of staff: officers, their accounts, and the headings of their imported lists."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, Versioned

OFFICERS_LIST = "officers"


class Officer(Versioned, Base):
    """One officer; never deleted once on a roster, but given a last day."""

    __tablename__ = "officers"
    __table_args__ = (
        UniqueConstraint("badge"),
        CheckConstraint("badge <> ''", name="badge_given"),
        CheckConstraint("surname <> ''", name="surname_given"),
        CheckConstraint("given_name <> ''", name="given_name_given"),
        CheckConstraint("team IS NULL OR team BETWEEN 1 AND 99", name="team_in_range"),
        CheckConstraint("last_day IS NULL OR last_day >= active_from", name="dates_in_order"),
        # A number once given stays one person's in the log, also after an undone addition.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    badge: Mapped[str] = mapped_column(String(20))
    given_name: Mapped[str] = mapped_column(String(100))
    surname: Mapped[str] = mapped_column(String(100))
    rank: Mapped[str] = mapped_column(String(60), default="")
    position: Mapped[str] = mapped_column(String(100), default="")
    post: Mapped[str] = mapped_column(String(60), default="")
    team: Mapped[int | None]
    is_mentor: Mapped[bool] = mapped_column(default=False)
    mentor_certified_until: Mapped[date | None] = mapped_column(Date)
    phone: Mapped[str] = mapped_column(String(40), default="")
    active_from: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date | None] = mapped_column(Date)


class OfficerAccount(Base):
    """Which account an officer signs in with, so that a mentor's own trainees are known."""

    __tablename__ = "officer_accounts"

    officer_id: Mapped[int] = mapped_column(
        ForeignKey("officers.id"), primary_key=True, autoincrement=False
    )
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), unique=True)


class RememberedHeadings(Versioned, Base):
    """Which column a heading of an imported list stood for, so that it need not be said again."""

    __tablename__ = "remembered_headings"

    list_name: Mapped[str] = mapped_column(String(40), primary_key=True)
    headings: Mapped[dict[str, str]] = mapped_column(JSON)
