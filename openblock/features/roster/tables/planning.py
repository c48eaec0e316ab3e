"""What is planned: templates, duties, days kept free, cycles, minimums, calendar, reasons."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, UtcTime, Versioned


class ShiftTemplate(Versioned, Base):
    """A kind of shift an officer types as a code: when it starts, and how long it is."""

    __tablename__ = "shift_templates"
    __table_args__ = (
        UniqueConstraint("code"),
        CheckConstraint("start_minute BETWEEN 0 AND 1439", name="start_of_day"),
        CheckConstraint("length_minutes BETWEEN 60 AND 1440", name="length"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    name: Mapped[str]
    start_minute: Mapped[int]
    length_minutes: Mapped[int]
    post: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)


class Duty(Versioned, Base):
    """One officer's shift ``[starts_at, ends_at)``, and whether a person or the cycle put it there.

    ``code`` stays what it was when the duty was planned, also when its template changes.
    """

    __tablename__ = "duties"
    __table_args__ = (
        UniqueConstraint("officer_id", "day"),
        CheckConstraint("ends_at > starts_at", name="forwards"),
        CheckConstraint("origin IN ('typed', 'cycle')", name="origin"),
        Index("ix_duties_day", "day"),
        Index("ix_duties_officer_starts", "officer_id", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    template_id: Mapped[int] = mapped_column(ForeignKey("shift_templates.id"))
    day: Mapped[date]
    code: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    post: Mapped[str] = mapped_column(default="")
    origin: Mapped[str]
    changed_by: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(UtcTime)


class KeptFree(Base):
    """A day a person keeps free of the cycle: typed as B (shown), or a duty cleared by hand."""

    __tablename__ = "days_kept_free"
    __table_args__ = (UniqueConstraint("officer_id", "day"), Index("ix_days_kept_free_day", "day"))

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    day: Mapped[date]
    shown: Mapped[bool]


class TeamPattern(Versioned, Base):
    """The cycle a team runs: its codes in order ("-" is a free day) and the day it starts on."""

    __tablename__ = "team_patterns"
    __table_args__ = (UniqueConstraint("team"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team: Mapped[int]
    pattern: Mapped[str]
    anchor: Mapped[date]


class StaffingMinimum(Versioned, Base):
    """How many officers must be on duty between two times of some weekdays (RO-09)."""

    __tablename__ = "staffing_minimums"
    __table_args__ = (UniqueConstraint("name"), CheckConstraint("needed >= 0", name="needed"))

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    from_minute: Mapped[int]
    to_minute: Mapped[int]
    post: Mapped[str] = mapped_column(default="")
    needed: Mapped[int]
    #: On which days of the week it begins, Monday is 1: "1234567", "67".
    weekdays: Mapped[str] = mapped_column(String(7), default="1234567")


class OwnDay(Versioned, Base):
    """A date an administrator has decided on: a holiday, a swap, or an ordinary day after all."""

    __tablename__ = "calendar_days"
    __table_args__ = (UniqueConstraint("day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    kind: Mapped[str]
    name: Mapped[str] = mapped_column(default="")


class AcceptedProblem(Base):
    """Why a warning of the roster is left as it is: who said so, and when."""

    __tablename__ = "accepted_problems"
    __table_args__ = (UniqueConstraint("officer_id", "day", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    day: Mapped[date]
    code: Mapped[str]
    reason: Mapped[str]
    accepted_by: Mapped[str]
    accepted_at: Mapped[datetime] = mapped_column(UtcTime)


class LimitValue(Versioned, Base):
    """One limit of the roster that an administrator has changed from its default."""

    __tablename__ = "roster_limits"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    value: Mapped[str]


class LibraryDay(Base):
    """A holiday or moved day as the holidays library has it, kept so that opening needs no import.

    The library takes a fifth of a second to load, which every start would pay.
    """

    __tablename__ = "library_days"
    __table_args__ = (UniqueConstraint("day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    kind: Mapped[str]
    name_lv: Mapped[str]
    name_en: Mapped[str]


class LibraryYear(Base):
    """A year whose library days are stored, and the library's version they were read from."""

    __tablename__ = "library_years"
    __table_args__ = (UniqueConstraint("year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    source: Mapped[str]
