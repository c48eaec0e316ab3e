"""The tables of the grounds: areas with their hours, closures, bookings and their participants."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, UtcTime, Versioned


class Area(Versioned, Base):
    """A place that can be booked (GR-01), or a building that is only drawn on the plan.

    ``hours`` holds for each weekday from Monday the opening intervals ``[from, to]`` in minutes of
    the day, in order; ``ratio`` is how many participants one officer may watch, 0 where nobody has
    to; ``counted`` whether who is there is counted there (GR-05); minutes bound a booking's length.
    """

    __tablename__ = "areas"
    __table_args__ = (
        CheckConstraint("name <> ''", name="name_given"),
        CheckConstraint("kind IN ('place', 'building')", name="kind_known"),
        CheckConstraint("capacity > 0", name="capacity"),
        CheckConstraint("ratio >= 0", name="ratio"),
        CheckConstraint("shortest > 0 AND longest >= shortest", name="lengths"),
        CheckConstraint("width > 0 AND height > 0", name="plan_has_size"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    kind: Mapped[str] = mapped_column(String(10), default="place")
    place: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)
    capacity: Mapped[int] = mapped_column(default=12)
    exclusive: Mapped[bool] = mapped_column(default=False)
    indoor: Mapped[bool] = mapped_column(default=False)
    floodlit: Mapped[bool] = mapped_column(default=False)
    ratio: Mapped[int] = mapped_column(default=12)
    shortest: Mapped[int] = mapped_column(default=30)
    longest: Mapped[int] = mapped_column(default=120)
    counted: Mapped[bool] = mapped_column(default=False)
    hours: Mapped[list[list[list[int]]]] = mapped_column(JSON, default=list)
    remark: Mapped[str] = mapped_column(String(200), default="")
    x: Mapped[int] = mapped_column(default=0)
    y: Mapped[int] = mapped_column(default=0)
    width: Mapped[int] = mapped_column(default=200)
    height: Mapped[int] = mapped_column(default=140)


class AreaDay(Versioned, Base):
    """Other hours of an area on one date (GR-01); no interval at all: it does not open."""

    __tablename__ = "area_days"
    __table_args__ = (UniqueConstraint("area_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    day: Mapped[date] = mapped_column(Date)
    hours: Mapped[list[list[int]]] = mapped_column(JSON, default=list)
    remark: Mapped[str] = mapped_column(String(120), default="")


class AreaClosure(Versioned, Base):
    """An area that cannot be used ``[starts_at, ends_at)`` (GR-09)."""

    __tablename__ = "area_closures"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        CheckConstraint(
            "reason IN ('weather', 'repair', 'event', 'safety', 'other')", name="reason_known"
        ),
        Index("ix_area_closures_area_ends", "area_id", "ends_at"),
        Index("ix_area_closures_ends", "ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    reason: Mapped[str] = mapped_column(String(10))
    remark: Mapped[str] = mapped_column(String(120), default="")
    closed_by: Mapped[str] = mapped_column(String(120))
    closed_at: Mapped[datetime] = mapped_column(UtcTime)


class Series(Versioned, Base):
    """Bookings that repeat (GR-10), from ``first_day`` to ``last_day``, both of them in it.

    ``weekdays`` are 0 (Monday) to 6; ``skipped`` the dates that were left out, with the codes of
    the problems: ``[["2026-12-13", ["outside-daylight"]]]``.
    """

    __tablename__ = "booking_series"
    __table_args__ = (CheckConstraint("last_day >= first_day", name="days_in_order"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)
    weekdays: Mapped[list[int]] = mapped_column(JSON, default=list)
    skipped: Mapped[list[list[object]]] = mapped_column(JSON, default=list)


class Booking(Versioned, Base):
    """A use of an area ``[starts_at, ends_at)`` by a group of residents (GR-02 to GR-12).

    ``heads`` is how many take part, which the database counts against the area's capacity;
    ``officer_id`` who watches over it: whether that officer is on duty is read from the roster
    each time (GR-06). ``started_at`` and ``ended_at`` were ticked at the door (GR-11); ``cause``
    is why it was cancelled or nobody came.
    """

    __tablename__ = "bookings"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        CheckConstraint("heads > 0", name="heads"),
        CheckConstraint(
            "state IN ('requested', 'approved', 'in-use', 'finished', 'cancelled', 'no-show')",
            name="state_known",
        ),
        CheckConstraint(
            "(state IN ('in-use', 'finished')) = (started_at IS NOT NULL)", name="use_was_begun"
        ),
        CheckConstraint("(state = 'finished') = (ended_at IS NOT NULL)", name="finished_has_end"),
        CheckConstraint("ended_at IS NULL OR ended_at >= started_at", name="ended_forwards"),
        Index("ix_bookings_area_ends", "area_id", "ends_at"),
        Index("ix_bookings_ends", "ends_at"),
        Index("ix_bookings_officer_ends", "officer_id", "ends_at"),
        Index("ix_bookings_series", "series_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    heads: Mapped[int]
    purpose: Mapped[str] = mapped_column(String(80), default="")
    equipment: Mapped[str] = mapped_column(String(200), default="")
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    state: Mapped[str] = mapped_column(String(10), default="approved")
    series_id: Mapped[int | None] = mapped_column(ForeignKey("booking_series.id"))
    override: Mapped[str] = mapped_column(String(500), default="")
    booked_by: Mapped[str] = mapped_column(String(120))
    booked_at: Mapped[datetime] = mapped_column(UtcTime)
    approved_by: Mapped[str] = mapped_column(String(120), default="")
    started_at: Mapped[datetime | None] = mapped_column(UtcTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime)
    settled_by: Mapped[str] = mapped_column(String(120), default="")
    cause: Mapped[str] = mapped_column(String(500), default="")


class Participant(Base):
    """A resident who takes part in a booking; ``came`` is untrue of who was missing."""

    __tablename__ = "participants"
    __table_args__ = (
        UniqueConstraint("booking_id", "resident_id"),
        Index("ix_participants_resident", "resident_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"))
    resident_id: Mapped[int] = mapped_column(ForeignKey("residents.id"))
    came: Mapped[bool] = mapped_column(default=True)
