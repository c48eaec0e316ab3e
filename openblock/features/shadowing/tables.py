"""The tables of practice: courses, trainees, clearance, classes, and shadowing shifts."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, UtcTime, Versioned


class Course(Versioned, Base):
    """A course of the Training Centre, from ``first_day`` to ``last_day``, both of them in it."""

    __tablename__ = "courses"
    __table_args__ = (
        CheckConstraint("name <> ''", name="name_given"),
        CheckConstraint("last_day >= first_day", name="days_in_order"),
        CheckConstraint("required_minutes >= 0", name="required"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60), unique=True)
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)
    required_minutes: Mapped[int]
    night_allowed: Mapped[bool] = mapped_column(default=False)


class Situation(Versioned, Base):
    """Something a course wants its trainees to have been at: a night, a morning count, own ones.

    ``kind`` says how a shadowing offers it; ``name`` is empty where the kind names itself;
    ``from_minute`` and ``to_minute`` are minutes of the day, ``post`` an officer's post.
    """

    __tablename__ = "situations"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('day', 'night', 'weekend', 'time', 'post', 'chance')", name="kind_known"
        ),
        Index("ix_situations_course", "course_id", "place"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"))
    place: Mapped[int]
    code: Mapped[str] = mapped_column(String(20), default="")
    name: Mapped[str] = mapped_column(String(60), default="")
    kind: Mapped[str] = mapped_column(String(10))
    from_minute: Mapped[int] = mapped_column(default=0)
    to_minute: Mapped[int] = mapped_column(default=0)
    post: Mapped[str] = mapped_column(String(60), default="")


class PracticeItem(Versioned, Base):
    """An entry of the block's own lists: a clearance item (TR-02), or a competence to evaluate."""

    __tablename__ = "practice_items"
    __table_args__ = (
        CheckConstraint("kind IN ('clearance', 'competence')", name="kind_known"),
        CheckConstraint("code <> '' OR name <> ''", name="named"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    place: Mapped[int]
    code: Mapped[str] = mapped_column(String(20), default="")
    name: Mapped[str] = mapped_column(String(80), default="")
    active: Mapped[bool] = mapped_column(default=True)


class Trainee(Versioned, Base):
    """A person learning on shifts; ``left_on`` is the last day of who gave up early."""

    __tablename__ = "trainees"
    __table_args__ = (
        CheckConstraint("surname <> ''", name="surname_given"),
        CheckConstraint("given_name <> ''", name="given_name_given"),
        Index("ix_trainees_course", "course_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"))
    surname: Mapped[str] = mapped_column(String(100))
    given_name: Mapped[str] = mapped_column(String(100))
    group: Mapped[str] = mapped_column(String(20), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    left_on: Mapped[date | None] = mapped_column(Date)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), unique=True)


class Clearance(Versioned, Base):
    """The day on which a trainee had an item of clearance (TR-02)."""

    __tablename__ = "clearances"
    __table_args__ = (UniqueConstraint("trainee_id", "item_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    trainee_id: Mapped[int] = mapped_column(ForeignKey("trainees.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("practice_items.id"))
    day: Mapped[date] = mapped_column(Date)
    noted_by: Mapped[str] = mapped_column(String(120))


class ClassSession(Versioned, Base):
    """A class of the course's timetable ``[starts_at, ends_at)``, for one group or, empty, all."""

    __tablename__ = "classes"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        Index("ix_classes_course_starts", "course_id", "starts_at"),
        Index("ix_classes_ends", "ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"))
    group: Mapped[str] = mapped_column(String(20), default="")
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    title: Mapped[str] = mapped_column(String(80), default="")


class Unavailability(Versioned, Base):
    """A time ``[starts_at, ends_at)`` in which a trainee cannot come; why, if it was said."""

    __tablename__ = "unavailabilities"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        Index("ix_unavailabilities_trainee_ends", "trainee_id", "ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    trainee_id: Mapped[int] = mapped_column(ForeignKey("trainees.id"))
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    remark: Mapped[str] = mapped_column(String(200), default="")


class Shadowing(Versioned, Base):
    """A trainee beside a named officer, ``[starts_at, ends_at)`` within the officer's duty (TR-04).

    ``state`` is what somebody decided: planned, confirmed or missed; whether a planned one still
    stands within a duty is read from the roster each time (TR-05). ``cause`` is set where the
    trainee's own time took it away. ``duty_*`` is the duty as it was when this was planned.
    ``actual_*`` is what the mentor confirmed; ``situations`` numbers of situations that were seen;
    ``evaluation`` a mark by number of competence.
    """

    __tablename__ = "shadowings"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="forwards"),
        CheckConstraint("state IN ('planned', 'confirmed', 'missed')", name="state_known"),
        CheckConstraint("cause IN ('', 'trainee-away', 'class')", name="cause_known"),
        CheckConstraint(
            "(state = 'confirmed') = (actual_starts_at IS NOT NULL AND actual_ends_at IS NOT NULL)",
            name="confirmed_has_times",
        ),
        CheckConstraint(
            "actual_starts_at IS NULL OR actual_ends_at > actual_starts_at", name="actual_forwards"
        ),
        Index("ix_shadowings_trainee_starts", "trainee_id", "starts_at"),
        Index("ix_shadowings_officer_ends", "officer_id", "ends_at"),
        Index("ix_shadowings_ends", "ends_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    trainee_id: Mapped[int] = mapped_column(ForeignKey("trainees.id"))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    starts_at: Mapped[datetime] = mapped_column(UtcTime)
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    state: Mapped[str] = mapped_column(String(10), default="planned")
    cause: Mapped[str] = mapped_column(String(20), default="")
    override: Mapped[str] = mapped_column(String(500), default="")
    duty_code: Mapped[str] = mapped_column(String(10), default="")
    duty_starts_at: Mapped[datetime] = mapped_column(UtcTime)
    duty_ends_at: Mapped[datetime] = mapped_column(UtcTime)
    planned_by: Mapped[str] = mapped_column(String(120))
    planned_at: Mapped[datetime] = mapped_column(UtcTime)
    actual_starts_at: Mapped[datetime | None] = mapped_column(UtcTime)
    actual_ends_at: Mapped[datetime | None] = mapped_column(UtcTime)
    situations: Mapped[list[int]] = mapped_column(JSON, default=list)
    evaluation: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    remark: Mapped[str] = mapped_column(String(1000), default="")
    settled_by: Mapped[str] = mapped_column(String(120), default="")
    settled_at: Mapped[datetime | None] = mapped_column(UtcTime)


class Addendum(Base):
    """Something added to a confirmed shadowing shift, which itself stays as it is (TR-12)."""

    __tablename__ = "addenda"
    __table_args__ = (
        CheckConstraint("words <> ''", name="words_given"),
        Index("ix_addenda_shadowing", "shadowing_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    shadowing_id: Mapped[int] = mapped_column(ForeignKey("shadowings.id"))
    words: Mapped[str] = mapped_column(String(1000))
    added_by: Mapped[str] = mapped_column(String(120))
    added_at: Mapped[datetime] = mapped_column(UtcTime)
