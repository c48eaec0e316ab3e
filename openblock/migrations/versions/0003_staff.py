"""Officers, and the headings their lists were imported with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the tables of staff."""
    op.create_table(
        "officers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("badge", sa.String(20), nullable=False),
        sa.Column("given_name", sa.String(100), nullable=False),
        sa.Column("surname", sa.String(100), nullable=False),
        sa.Column("rank", sa.String(60), nullable=False),
        sa.Column("position", sa.String(100), nullable=False),
        sa.Column("post", sa.String(60), nullable=False),
        sa.Column("team", sa.Integer(), nullable=True),
        sa.Column("is_mentor", sa.Boolean(), nullable=False),
        sa.Column("mentor_certified_until", sa.Date(), nullable=True),
        sa.Column("phone", sa.String(40), nullable=False),
        sa.Column("active_from", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("badge <> ''", name=op.f("ck_officers_badge_given")),
        sa.CheckConstraint("surname <> ''", name=op.f("ck_officers_surname_given")),
        sa.CheckConstraint("given_name <> ''", name=op.f("ck_officers_given_name_given")),
        sa.CheckConstraint(
            "team IS NULL OR team BETWEEN 1 AND 99", name=op.f("ck_officers_team_in_range")
        ),
        sa.CheckConstraint(
            "last_day IS NULL OR last_day >= active_from",
            name=op.f("ck_officers_dates_in_order"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officers")),
        sa.UniqueConstraint("badge", name=op.f("uq_officers_badge")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "remembered_headings",
        sa.Column("list_name", sa.String(40), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("list_name", name=op.f("pk_remembered_headings")),
    )
