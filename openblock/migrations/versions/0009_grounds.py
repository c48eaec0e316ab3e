"""Areas of the grounds, their closures, and who uses them when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from openblock.migrations.grounds_guards import areas_are_full, participants_are_counted

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the tables of the grounds, and the backstops of GR-03."""
    _areas()
    _area_days()
    _closures()
    _series()
    _bookings()
    _participants()
    areas_are_full()
    participants_are_counted()


def _number(name: str = "id", *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _words(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _list(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _day(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _check(owner: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{owner}_{name}"))


def _link(column: str, table: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{table}.id"], name=op.f(f"fk_{owner}_{column}_{table}")
    )


def _key(owner: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{owner}"))


def _areas() -> None:
    flags = ("active", "exclusive", "indoor", "floodlit", "counted")
    numbers = ("place", "capacity", "ratio", "shortest", "longest", "x", "y", "width", "height")
    op.create_table(
        "areas",
        _number(),
        _words("name", 60),
        _words("kind", 10),
        *(_number(name) for name in numbers),
        *(_flag(name) for name in flags),
        _list("hours"),
        _words("remark", 200),
        _number("version"),
        _check("areas", "name_given", "name <> ''"),
        _check("areas", "kind_known", "kind IN ('place', 'building')"),
        _check("areas", "capacity", "capacity > 0"),
        _check("areas", "ratio", "ratio >= 0"),
        _check("areas", "lengths", "shortest > 0 AND longest >= shortest"),
        _check("areas", "plan_has_size", "width > 0 AND height > 0"),
        _key("areas"),
        sa.UniqueConstraint("name", name=op.f("uq_areas_name")),
        sqlite_autoincrement=True,
    )


def _area_days() -> None:
    op.create_table(
        "area_days",
        _number(),
        _number("area_id"),
        _day("day"),
        _list("hours"),
        _words("remark", 120),
        _number("version"),
        _link("area_id", "areas", "area_days"),
        _key("area_days"),
        sa.UniqueConstraint("area_id", "day", name=op.f("uq_area_days_area_id_day")),
    )


def _closures() -> None:
    op.create_table(
        "area_closures",
        _number(),
        _number("area_id"),
        _moment("starts_at"),
        _moment("ends_at"),
        _words("reason", 10),
        _words("remark", 120),
        _words("closed_by", 120),
        _moment("closed_at"),
        _number("version"),
        _check("area_closures", "forwards", "ends_at > starts_at"),
        _check(
            "area_closures",
            "reason_known",
            "reason IN ('weather', 'repair', 'event', 'safety', 'other')",
        ),
        _link("area_id", "areas", "area_closures"),
        _key("area_closures"),
    )
    op.create_index("ix_area_closures_area_ends", "area_closures", ["area_id", "ends_at"])
    op.create_index("ix_area_closures_ends", "area_closures", ["ends_at"])


def _series() -> None:
    op.create_table(
        "booking_series",
        _number(),
        _number("area_id"),
        _day("first_day"),
        _day("last_day"),
        _list("weekdays"),
        _list("skipped"),
        _number("version"),
        _check("booking_series", "days_in_order", "last_day >= first_day"),
        _link("area_id", "areas", "booking_series"),
        _key("booking_series"),
    )


def _bookings() -> None:
    op.create_table(
        "bookings",
        _number(),
        _number("area_id"),
        _moment("starts_at"),
        _moment("ends_at"),
        _number("heads"),
        _words("purpose", 80),
        _words("equipment", 200),
        _number("officer_id", nullable=True),
        _words("state", 10),
        _number("series_id", nullable=True),
        _words("override", 500),
        _words("booked_by", 120),
        _moment("booked_at"),
        _words("approved_by", 120),
        _moment("started_at", nullable=True),
        _moment("ended_at", nullable=True),
        _words("settled_by", 120),
        _words("cause", 500),
        _number("version"),
        *_booking_checks(),
        _link("area_id", "areas", "bookings"),
        _link("officer_id", "officers", "bookings"),
        _link("series_id", "booking_series", "bookings"),
        _key("bookings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bookings_area_ends", "bookings", ["area_id", "ends_at"])
    op.create_index("ix_bookings_ends", "bookings", ["ends_at"])
    op.create_index("ix_bookings_officer_ends", "bookings", ["officer_id", "ends_at"])
    op.create_index("ix_bookings_series", "bookings", ["series_id"])


def _booking_checks() -> tuple[sa.CheckConstraint, ...]:
    return (
        _check("bookings", "forwards", "ends_at > starts_at"),
        _check("bookings", "heads", "heads > 0"),
        _check(
            "bookings",
            "state_known",
            "state IN ('requested', 'approved', 'in-use', 'finished', 'cancelled', 'no-show')",
        ),
        _check(
            "bookings",
            "use_was_begun",
            "(state IN ('in-use', 'finished')) = (started_at IS NOT NULL)",
        ),
        _check("bookings", "finished_has_end", "(state = 'finished') = (ended_at IS NOT NULL)"),
        _check("bookings", "ended_forwards", "ended_at IS NULL OR ended_at >= started_at"),
    )


def _participants() -> None:
    op.create_table(
        "participants",
        _number(),
        _number("booking_id"),
        _number("resident_id"),
        _flag("came"),
        _link("booking_id", "bookings", "participants"),
        _link("resident_id", "residents", "participants"),
        _key("participants"),
        sa.UniqueConstraint(
            "booking_id", "resident_id", name=op.f("uq_participants_booking_id_resident_id")
        ),
    )
    op.create_index("ix_participants_resident", "participants", ["resident_id"])
