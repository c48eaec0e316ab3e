"""The tables of rooms: building, floor, section, room, bed; closures, holds, assignments."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, UtcTime, Versioned

SEX_KNOWN = "sex IN ('', 'female', 'male')"


class Building(Versioned, Base):
    """A building of the block."""

    __tablename__ = "buildings"
    __table_args__ = (CheckConstraint("name <> ''", name="name_given"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)


class Floor(Versioned, Base):
    """A floor of a building, counted from below by ``place``; its plan is as wide and high."""

    __tablename__ = "floors"
    __table_args__ = (
        UniqueConstraint("building_id", "name"),
        CheckConstraint("width > 0 AND height > 0", name="plan_has_size"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    building_id: Mapped[int] = mapped_column(ForeignKey("buildings.id"))
    name: Mapped[str] = mapped_column(String(60))
    place: Mapped[int]
    width: Mapped[int] = mapped_column(default=1000)
    height: Mapped[int] = mapped_column(default=640)


class Section(Versioned, Base):
    """A section (nodaļa) of a floor, for one sex or for any (ROOM-06)."""

    __tablename__ = "sections"
    __table_args__ = (
        UniqueConstraint("floor_id", "name"),
        CheckConstraint(SEX_KNOWN, name="sex_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    floor_id: Mapped[int] = mapped_column(ForeignKey("floors.id"))
    name: Mapped[str] = mapped_column(String(60))
    sex: Mapped[str] = mapped_column(String(10), default="")


class Room(Versioned, Base):
    """A living room, or another place of the plan that has no beds; its walls in plan units.

    ``area`` is in hundredths of a square metre, 0 where nobody has measured it; ``x``, ``y``,
    ``width`` and ``height`` lie within the floor's plan; ``door`` is a side of the room.
    """

    __tablename__ = "rooms"
    __table_args__ = (
        UniqueConstraint("building_id", "code"),
        CheckConstraint("code <> ''", name="code_given"),
        CheckConstraint(SEX_KNOWN, name="sex_known"),
        CheckConstraint("kind IN ('living', 'other')", name="kind_known"),
        CheckConstraint("door IN ('', 'left', 'top', 'right', 'bottom')", name="door_known"),
        CheckConstraint("width > 0 AND height > 0", name="plan_has_size"),
        CheckConstraint("area >= 0", name="area"),
        Index("ix_rooms_section", "section_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    building_id: Mapped[int] = mapped_column(ForeignKey("buildings.id"))
    section_id: Mapped[int] = mapped_column(ForeignKey("sections.id"))
    code: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(10), default="living")
    name: Mapped[str] = mapped_column(String(60), default="")
    sex: Mapped[str] = mapped_column(String(10), default="")
    area: Mapped[int] = mapped_column(default=0)
    attributes: Mapped[list[str]] = mapped_column(JSON, default=list)
    x: Mapped[int] = mapped_column(default=0)
    y: Mapped[int] = mapped_column(default=0)
    width: Mapped[int] = mapped_column(default=160)
    height: Mapped[int] = mapped_column(default=240)
    door: Mapped[str] = mapped_column(String(10), default="")


class Bed(Versioned, Base):
    """A bed place, labelled within its room; ``place`` is its order there."""

    __tablename__ = "beds"
    __table_args__ = (
        UniqueConstraint("room_id", "label"),
        CheckConstraint("label <> ''", name="label_given"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    room_id: Mapped[int] = mapped_column(ForeignKey("rooms.id"))
    label: Mapped[str] = mapped_column(String(10))
    place: Mapped[int]


class Closure(Versioned, Base):
    """A bed, room, section or building out of service ``[starts_at, ends_at)`` (ROOM-05).

    ``expected_on`` is the day it should be in service again; ``ends_at`` is when it really was.
    """

    __tablename__ = "closures"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        CheckConstraint("scope IN ('bed', 'room', 'section', 'building')", name="scope_known"),
        CheckConstraint(
            "reason IN ('repair', 'damage', 'damp', 'pests', 'safety', 'other')",
            name="reason_known",
        ),
        CheckConstraint("reason <> 'other' OR remark <> ''", name="other_is_explained"),
        Index("ix_closures_subject", "scope", "subject_id", "ends_at"),
        Index("ix_closures_ends", "ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(String(10))
    subject_id: Mapped[int]
    reason: Mapped[str] = mapped_column(String(10))
    remark: Mapped[str] = mapped_column(String(200), default="")
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    expected_on: Mapped[date | None] = mapped_column(Date)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    closed_by: Mapped[str] = mapped_column(String(100))


class Hold(Versioned, Base):
    """A bed kept for a person, or for a remark's sake, ``[starts_at, ends_at)`` (ROOM-15)."""

    __tablename__ = "holds"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        CheckConstraint("resident_id IS NOT NULL OR remark <> ''", name="says_for_whom"),
        Index("ix_holds_bed_ends", "bed_id", "ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    bed_id: Mapped[int] = mapped_column(ForeignKey("beds.id"))
    resident_id: Mapped[int | None] = mapped_column(ForeignKey("residents.id"))
    remark: Mapped[str] = mapped_column(String(200), default="")
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    held_by: Mapped[str] = mapped_column(String(100))


class Assignment(Versioned, Base):
    """One person in one bed, ``[starts_at, ends_at)``; neither has two at any instant (ROOM-02).

    ``reason`` and what follows it say why the person came into this bed; ``override`` is the
    reason given for the warnings that were kept, ``decided_by`` who entered it.
    """

    __tablename__ = "assignments"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        Index("ix_assignments_bed_ends", "bed_id", "ends_at"),
        Index("ix_assignments_resident_ends", "resident_id", "ends_at"),
        Index("ix_assignments_ends", "ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    resident_id: Mapped[int] = mapped_column(ForeignKey("residents.id"))
    bed_id: Mapped[int] = mapped_column(ForeignKey("beds.id"))
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    reason: Mapped[str] = mapped_column(String(20))
    remark: Mapped[str] = mapped_column(String(500), default="")
    decision_number: Mapped[str] = mapped_column(String(40), default="")
    decision_date: Mapped[date | None] = mapped_column(Date)
    override: Mapped[str] = mapped_column(String(500), default="")
    decided_by: Mapped[str] = mapped_column(String(100))
