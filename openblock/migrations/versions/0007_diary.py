"""The diary of everyone's commitments, begun with the duties there are; officers' own accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from openblock.migrations.triggers import no_overlap

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# The guard of the duties (0004) has seen to it that none of these overlap.
DUTIES = (
    "INSERT INTO commitments (person, kind, source_id, starts_at, ends_at) "
    "SELECT 'officer:' || officer_id, 'duty', id, starts_at, ends_at FROM duties ORDER BY id"
)


def upgrade() -> None:
    """Make the diary, its guard against overlaps, and the table of officers' accounts."""
    _commitments()
    no_overlap("commitments", "person", "starts_at", "ends_at")
    op.execute(DUTIES)
    _officer_accounts()


def _commitments() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_commitments_forwards")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
        sa.UniqueConstraint(
            "kind", "source_id", "person", name=op.f("uq_commitments_kind_source_id_person")
        ),
    )
    op.create_index("ix_commitments_person_ends", "commitments", ["person", "ends_at"])


def _officer_accounts() -> None:
    op.create_table(
        "officer_accounts",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_officer_accounts_officer_id_officers")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_officer_accounts_account_id_accounts")
        ),
        sa.PrimaryKeyConstraint("officer_id", name=op.f("pk_officer_accounts")),
        sa.UniqueConstraint("account_id", name=op.f("uq_officer_accounts_account_id")),
    )
