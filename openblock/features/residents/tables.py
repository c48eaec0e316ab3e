"""The tables of residents: people, stays, prisons, keep-apart pairs, alerts, notes, photographs."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from openblock.features.residents.rules.personal_code import masked_code
from openblock.storage.base import Base, UtcTime, Versioned

# What has no end yet ends with clock.FOREVER, as stored by SQLite and by PostgreSQL.
OPEN_ENDED = text("closed_at > '9999-01-01'")


class Prison(Versioned, Base):
    """A place people come from and go to; a closed one keeps its name in what lies behind."""

    __tablename__ = "prisons"
    __table_args__ = (
        CheckConstraint("name <> ''", name="name_given"),
        CheckConstraint(
            "active_from IS NULL OR active_to IS NULL OR active_to >= active_from",
            name="dates_in_order",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)
    active_from: Mapped[date | None] = mapped_column(Date)
    active_to: Mapped[date | None] = mapped_column(Date)


class Resident(Versioned, Base):
    """One person, never deleted (RES-10); ``personal_code`` is eleven digits or nothing (RES-02).

    ``folded`` is the name as it is searched; ``accepted`` holds the reasons for kept warnings by
    code; ``erased_at`` says when the person was made unrecognisable.
    """

    __tablename__ = "residents"
    __table_args__ = (
        CheckConstraint("surname <> ''", name="surname_given"),
        CheckConstraint("given_name <> ''", name="given_name_given"),
        CheckConstraint("sex IN ('', 'female', 'male')", name="sex_known"),
        Index("ix_residents_folded", "folded"),
        # A number once given stays one person's in the log.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    surname: Mapped[str] = mapped_column(String(100))
    given_name: Mapped[str] = mapped_column(String(100))
    folded: Mapped[str] = mapped_column(String(210), info={"audited": False})
    # Who reads the log may not read codes (SEC-01), and must only see that one changed.
    personal_code: Mapped[str | None] = mapped_column(
        String(11), unique=True, info={"masked": masked_code}
    )
    birth_date: Mapped[date | None] = mapped_column(Date)
    sex: Mapped[str] = mapped_column(String(10), default="")
    needs: Mapped[list[str]] = mapped_column(JSON, default=list)
    contact_officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    accepted: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    erased_at: Mapped[datetime | None] = mapped_column(UtcTime)


class Stay(Versioned, Base):
    """One person's time here, ``[admitted, discharged)``; no two of one person overlap (RES-06)."""

    __tablename__ = "stays"
    __table_args__ = (
        CheckConstraint("discharged > admitted", name="forwards"),
        CheckConstraint(
            "sentence_start IS NULL OR sentence_end IS NULL OR sentence_end >= sentence_start",
            name="sentence_forwards",
        ),
        Index("ix_stays_resident_discharged", "resident_id", "discharged"),
        Index("ix_stays_discharged", "discharged"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    resident_id: Mapped[int] = mapped_column(ForeignKey("residents.id"))
    admitted: Mapped[datetime] = mapped_column(UtcTime)
    discharged: Mapped[datetime] = mapped_column(UtcTime)
    admission_kind: Mapped[str] = mapped_column(String(20), default="transfer")
    admitted_from_id: Mapped[int | None] = mapped_column(ForeignKey("prisons.id"))
    discharge_kind: Mapped[str] = mapped_column(String(20), default="")
    transferred_to_id: Mapped[int | None] = mapped_column(ForeignKey("prisons.id"))
    sentence_start: Mapped[date | None] = mapped_column(Date)
    sentence_end: Mapped[date | None] = mapped_column(Date)


class KeepApart(Versioned, Base):
    """Two people who must not live together, at room, section or building level (KAP-01..06).

    A pair that is opened again is a new row, so that the earlier time stays known.
    """

    __tablename__ = "keep_apart"
    __table_args__ = (
        CheckConstraint("first_id < second_id", name="two_in_order"),
        CheckConstraint("level IN ('room', 'section', 'building')", name="level_known"),
        CheckConstraint("closed_at > opened_at", name="forwards"),
        Index(
            "uq_keep_apart_open",
            "first_id",
            "second_id",
            unique=True,
            sqlite_where=OPEN_ENDED,
            postgresql_where=OPEN_ENDED,
        ),
        Index("ix_keep_apart_second", "second_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("residents.id"))
    second_id: Mapped[int] = mapped_column(ForeignKey("residents.id"))
    level: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(String(500))
    opened_at: Mapped[datetime] = mapped_column(UtcTime)
    opened_by: Mapped[str] = mapped_column(String(100))
    closed_at: Mapped[datetime] = mapped_column(UtcTime)
    closed_by: Mapped[str] = mapped_column(String(100), default="")
    close_reason: Mapped[str] = mapped_column(String(500), default="")


class Alert(Versioned, Base):
    """A mark that whoever works with the person must see; ``last_day`` is the last it holds."""

    __tablename__ = "alerts"
    __table_args__ = (
        CheckConstraint("last_day IS NULL OR last_day >= first_day", name="dates_in_order"),
        Index("ix_alerts_resident", "resident_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    resident_id: Mapped[int] = mapped_column(ForeignKey("residents.id"))
    kind: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(String(200))
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date | None] = mapped_column(Date)


class Note(Versioned, Base):
    """Something written down about a person, marked as fact or as assessment; never changed.

    A correction is a new note that names the one it corrects. The log holds that it was written
    and not what: an auditor reads the log but no notes (SEC-01).
    """

    __tablename__ = "notes"
    __table_args__ = (
        CheckConstraint("kind IN ('fact', 'assessment')", name="kind_known"),
        Index("ix_notes_resident", "resident_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    resident_id: Mapped[int] = mapped_column(ForeignKey("residents.id"))
    kind: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(String(4000), info={"audited": False})
    written_at: Mapped[datetime] = mapped_column(UtcTime)
    written_by: Mapped[str] = mapped_column(String(100))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("notes.id"))


class Photo(Versioned, Base):
    """A person's photograph as JPEG bytes; the log notes that it changed, not what it shows."""

    __tablename__ = "photos"

    resident_id: Mapped[int] = mapped_column(ForeignKey("residents.id"), primary_key=True)
    jpeg: Mapped[bytes] = mapped_column(LargeBinary, info={"audited": False})
    taken_on: Mapped[date] = mapped_column(Date)
