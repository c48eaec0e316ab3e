"""Buildings, floors, sections, rooms and beds; closures, holds, and who has which bed when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from openblock.migrations.triggers import no_overlap
from openblock.migrations.within_stay import assignments_within_stays

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

SEX_KNOWN = "sex IN ('', 'female', 'male')"


def upgrade() -> None:
    """Build the tables of rooms, and the backstops of ROOM-02 and ROOM-03."""
    _house()
    _rooms()
    _beds()
    _closures()
    _holds()
    _assignments()
    no_overlap("assignments", "bed_id", "starts_at", "ends_at", what="bed")
    no_overlap("assignments", "resident_id", "starts_at", "ends_at", what="resident")
    assignments_within_stays()


def _version() -> sa.Column[int]:
    return sa.Column("version", sa.Integer(), nullable=False)


def _number() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _link(column: str, table: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{table}.id"], name=op.f(f"fk_{owner}_{column}_{table}")
    )


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _house() -> None:
    op.create_table(
        "buildings",
        _number(),
        sa.Column("name", sa.String(60), nullable=False),
        _version(),
        sa.CheckConstraint("name <> ''", name=op.f("ck_buildings_name_given")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_buildings")),
        sa.UniqueConstraint("name", name=op.f("uq_buildings_name")),
    )
    op.create_table(
        "floors",
        _number(),
        sa.Column("building_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        _version(),
        sa.CheckConstraint("width > 0 AND height > 0", name=op.f("ck_floors_plan_has_size")),
        _link("building_id", "buildings", "floors"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floors")),
        sa.UniqueConstraint("building_id", "name", name=op.f("uq_floors_building_id_name")),
    )
    op.create_table(
        "sections",
        _number(),
        sa.Column("floor_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("sex", sa.String(10), nullable=False),
        _version(),
        sa.CheckConstraint(SEX_KNOWN, name=op.f("ck_sections_sex_known")),
        _link("floor_id", "floors", "sections"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sections")),
        sa.UniqueConstraint("floor_id", "name", name=op.f("uq_sections_floor_id_name")),
    )


def _rooms() -> None:
    op.create_table(
        "rooms",
        _number(),
        sa.Column("building_id", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("sex", sa.String(10), nullable=False),
        sa.Column("area", sa.Integer(), nullable=False),
        sa.Column("attributes", sa.JSON(), nullable=False),
        sa.Column("x", sa.Integer(), nullable=False),
        sa.Column("y", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("door", sa.String(10), nullable=False),
        _version(),
        sa.CheckConstraint("code <> ''", name=op.f("ck_rooms_code_given")),
        sa.CheckConstraint(SEX_KNOWN, name=op.f("ck_rooms_sex_known")),
        sa.CheckConstraint("kind IN ('living', 'other')", name=op.f("ck_rooms_kind_known")),
        sa.CheckConstraint(
            "door IN ('', 'left', 'top', 'right', 'bottom')", name=op.f("ck_rooms_door_known")
        ),
        sa.CheckConstraint("width > 0 AND height > 0", name=op.f("ck_rooms_plan_has_size")),
        sa.CheckConstraint("area >= 0", name=op.f("ck_rooms_area")),
        _link("building_id", "buildings", "rooms"),
        _link("section_id", "sections", "rooms"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rooms")),
        sa.UniqueConstraint("building_id", "code", name=op.f("uq_rooms_building_id_code")),
    )
    op.create_index("ix_rooms_section", "rooms", ["section_id"])


def _beds() -> None:
    op.create_table(
        "beds",
        _number(),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(10), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        _version(),
        sa.CheckConstraint("label <> ''", name=op.f("ck_beds_label_given")),
        _link("room_id", "rooms", "beds"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beds")),
        sa.UniqueConstraint("room_id", "label", name=op.f("uq_beds_room_id_label")),
    )


def _closures() -> None:
    op.create_table(
        "closures",
        _number(),
        sa.Column("scope", sa.String(10), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(10), nullable=False),
        sa.Column("remark", sa.String(200), nullable=False),
        _moment("starts_at"),
        sa.Column("expected_on", sa.Date(), nullable=True),
        _moment("ends_at"),
        sa.Column("closed_by", sa.String(100), nullable=False),
        _version(),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_closures_forwards")),
        sa.CheckConstraint(
            "scope IN ('bed', 'room', 'section', 'building')", name=op.f("ck_closures_scope_known")
        ),
        sa.CheckConstraint(
            "reason IN ('repair', 'damage', 'damp', 'pests', 'safety', 'other')",
            name=op.f("ck_closures_reason_known"),
        ),
        sa.CheckConstraint(
            "reason <> 'other' OR remark <> ''", name=op.f("ck_closures_other_is_explained")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closures")),
    )
    op.create_index("ix_closures_subject", "closures", ["scope", "subject_id", "ends_at"])
    op.create_index("ix_closures_ends", "closures", ["ends_at"])


def _holds() -> None:
    op.create_table(
        "holds",
        _number(),
        sa.Column("bed_id", sa.Integer(), nullable=False),
        sa.Column("resident_id", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(200), nullable=False),
        _moment("starts_at"),
        _moment("ends_at"),
        sa.Column("held_by", sa.String(100), nullable=False),
        _version(),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_holds_forwards")),
        sa.CheckConstraint(
            "resident_id IS NOT NULL OR remark <> ''", name=op.f("ck_holds_says_for_whom")
        ),
        _link("bed_id", "beds", "holds"),
        _link("resident_id", "residents", "holds"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
    )
    op.create_index("ix_holds_bed_ends", "holds", ["bed_id", "ends_at"])


def _assignments() -> None:
    op.create_table(
        "assignments",
        _number(),
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("bed_id", sa.Integer(), nullable=False),
        _moment("starts_at"),
        _moment("ends_at"),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("remark", sa.String(500), nullable=False),
        sa.Column("decision_number", sa.String(40), nullable=False),
        sa.Column("decision_date", sa.Date(), nullable=True),
        sa.Column("override", sa.String(500), nullable=False),
        sa.Column("decided_by", sa.String(100), nullable=False),
        _version(),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_assignments_forwards")),
        _link("resident_id", "residents", "assignments"),
        _link("bed_id", "beds", "assignments"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
    )
    op.create_index("ix_assignments_bed_ends", "assignments", ["bed_id", "ends_at"])
    op.create_index("ix_assignments_resident_ends", "assignments", ["resident_id", "ends_at"])
    op.create_index("ix_assignments_ends", "assignments", ["ends_at"])
