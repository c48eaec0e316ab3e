"""A month's state, its versions and their changes, and the time-sheet it was closed with."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, UtcTime, Versioned


class RosterMonth(Versioned, Base):
    """Where a month stands (RO-10); a month without a row is a draft that was never published."""

    __tablename__ = "roster_months"
    __table_args__ = (
        UniqueConstraint("month"),
        CheckConstraint("state IN ('draft', 'published', 'closed')", name="state_known"),
        CheckConstraint("number >= 0", name="number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    #: The first day of the month.
    month: Mapped[date]
    state: Mapped[str] = mapped_column(String(10))
    #: The newest version; 0 before the first. A number is never used twice.
    number: Mapped[int] = mapped_column(default=0)


class RosterVersion(Base):
    """One version of a month's roster; never changed afterwards.

    ``published`` was posted, with all that stood in it; ``changed`` differs from the version
    before by its changes; ``withdrawn`` took a publication back.
    """

    __tablename__ = "roster_versions"
    __table_args__ = (
        UniqueConstraint("month", "number"),
        CheckConstraint("kind IN ('published', 'changed', 'withdrawn')", name="kind_known"),
        CheckConstraint("number > 0", name="number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date]
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(500), default="")
    made_by: Mapped[str] = mapped_column(String(120))
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    #: {"people": [...], "cells": [...]} of a published version, else None.
    snapshot: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class RosterChange(Base):
    """One cell that a version changed: what stood there, and what does from then on."""

    __tablename__ = "roster_changes"
    __table_args__ = (
        UniqueConstraint("version_id", "officer_id", "day"),
        Index("ix_roster_changes_day", "day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("roster_versions.id"))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    day: Mapped[date]
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)


class ClosedSheet(Base):
    """The time-sheet a month was closed with, as it was counted then."""

    __tablename__ = "closed_sheets"
    __table_args__ = (UniqueConstraint("month"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    closed_by: Mapped[str] = mapped_column(String(120))
    closed_at: Mapped[datetime] = mapped_column(UtcTime)


class Addendum(Base):
    """A correction to a closed month's time-sheet: minutes more or fewer, and why."""

    __tablename__ = "roster_addenda"
    __table_args__ = (
        CheckConstraint("minutes <> 0 OR night_minutes <> 0", name="corrects_something"),
        Index("ix_roster_addenda_month", "month"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    month: Mapped[date]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    day: Mapped[date]
    minutes: Mapped[int]
    night_minutes: Mapped[int]
    reason: Mapped[str] = mapped_column(String(500))
    entered_by: Mapped[str] = mapped_column(String(120))
    entered_at: Mapped[datetime] = mapped_column(UtcTime)
