"""The duty roster: templates, duties, days kept free, cycles, minimums, limits, calendar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# RO-03 in the database itself: whatever writes here, one officer's duties do not overlap.
OVERLAP = """
CREATE TRIGGER duties_no_overlap_{event} BEFORE {event} ON duties
WHEN EXISTS (
  SELECT 1 FROM duties AS other
  WHERE other.officer_id = NEW.officer_id AND other.id IS NOT NEW.id
    AND other.starts_at < NEW.ends_at AND NEW.starts_at < other.ends_at
)
BEGIN SELECT RAISE(ABORT, 'overlap:duty'); END
"""
EXCLUDED = """
ALTER TABLE duties ADD CONSTRAINT ex_duties_no_overlap
EXCLUDE USING gist (officer_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
"""


def upgrade() -> None:
    """Make the roster's tables and the guard against overlapping duties."""
    _planned_by()
    _judged_by()
    _planned()
    _beside_duties()
    _calendar()
    if op.get_bind().dialect.name == "sqlite":
        for event in ("INSERT", "UPDATE"):
            op.execute(OVERLAP.format(event=event))
    else:
        op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        op.execute(EXCLUDED)


def _planned_by() -> None:
    """Make what the roster is planned by."""
    op.create_table(
        "shift_templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("start_minute", sa.Integer(), nullable=False),
        sa.Column("length_minutes", sa.Integer(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length_minutes BETWEEN 60 AND 1440", name=op.f("ck_shift_templates_length")
        ),
        sa.CheckConstraint(
            "start_minute BETWEEN 0 AND 1439", name=op.f("ck_shift_templates_start_of_day")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_templates")),
        sa.UniqueConstraint("code", name=op.f("uq_shift_templates_code")),
    )
    op.create_table(
        "team_patterns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.Integer(), nullable=False),
        sa.Column("pattern", sa.String(), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_patterns")),
        sa.UniqueConstraint("team", name=op.f("uq_team_patterns_team")),
    )


def _judged_by() -> None:
    """Make what the roster is judged by."""
    op.create_table(
        "staffing_minimums",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("to_minute", sa.Integer(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("needed >= 0", name=op.f("ck_staffing_minimums_needed")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staffing_minimums")),
        sa.UniqueConstraint("name", name=op.f("uq_staffing_minimums_name")),
    )
    op.create_table(
        "roster_limits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_limits")),
        sa.UniqueConstraint("name", name=op.f("uq_roster_limits_name")),
    )


def _planned() -> None:
    """Make what is planned."""
    op.create_table(
        "duties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("template_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("changed_by", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("origin IN ('typed', 'cycle')", name=op.f("ck_duties_origin")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_duties_forwards")),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_duties_officer_id_officers")
        ),
        sa.ForeignKeyConstraint(
            ["template_id"],
            ["shift_templates.id"],
            name=op.f("fk_duties_template_id_shift_templates"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
        sa.UniqueConstraint("officer_id", "day", name=op.f("uq_duties_officer_id_day")),
    )
    op.create_index("ix_duties_day", "duties", ["day"])
    op.create_index("ix_duties_officer_starts", "duties", ["officer_id", "starts_at"])


def _beside_duties() -> None:
    """Make the days kept free and the reasons beside warnings."""
    op.create_table(
        "days_kept_free",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_days_kept_free_officer_id_officers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_days_kept_free")),
        sa.UniqueConstraint("officer_id", "day", name=op.f("uq_days_kept_free_officer_id_day")),
    )
    op.create_table(
        "accepted_problems",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("accepted_by", sa.String(), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_accepted_problems_officer_id_officers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accepted_problems")),
        sa.UniqueConstraint(
            "officer_id", "day", "code", name=op.f("uq_accepted_problems_officer_id_day_code")
        ),
    )
    op.create_index("ix_days_kept_free_day", "days_kept_free", ["day"])


def _calendar() -> None:
    """Make the calendar."""
    op.create_table(
        "calendar_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_days")),
        sa.UniqueConstraint("day", name=op.f("uq_calendar_days_day")),
    )
    op.create_table(
        "library_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name_lv", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_days")),
        sa.UniqueConstraint("day", name=op.f("uq_library_days_day")),
    )
    op.create_table(
        "library_years",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_years")),
        sa.UniqueConstraint("year", name=op.f("uq_library_years_year")),
    )
