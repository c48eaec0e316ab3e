"""The log, its subjects, the open consultations and the facts of the file.

Rules for whoever writes a step:
- A step is self-contained: plain ``op`` and ``sa``, instants as ``sa.DateTime()``, never an
  import of a mapped class or of its constants, which will mean something else next year.
- One file for each step, ``000N_what.py``, ``revision = "000N"``, ``down_revision`` the step
  before; the number becomes the file's ``user_version``.
- Constraints have the names of ``storage.base.NAMING``; ``op.f("pk_thing")`` keeps them as written.
- Backstops come from ``openblock.migrations.triggers``. A table rebuilt in batch mode loses its
  triggers: create them again in the same step.
- A step that was released is never edited; a mistake is mended by the next step. No downgrades:
  the way back is the backup taken before.
- Foreign keys are off while steps run, and checked before the commit.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from openblock.migrations.triggers import append_only

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables of the storage itself."""
    op.create_table(
        "audit_row",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("account_id", sa.Integer()),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("actor", "role", "workstation", "operation", "purpose")
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("mac", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_row")),
    )
    for column in ("at", "account_id", "operation"):
        op.create_index(op.f(f"ix_audit_row_{column}"), "audit_row", [column])
    _create_subjects()
    _create_open_consultations()
    op.create_table(
        "storage_fact",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_storage_fact")),
    )
    append_only("audit_row")
    append_only("audit_subject")


def _create_subjects() -> None:
    op.create_table(
        "audit_subject",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("subject_type", sa.String(), nullable=False),
        sa.Column("subject_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["audit_row.number"], name=op.f("fk_audit_subject_number_audit_row")
        ),
        sa.PrimaryKeyConstraint(
            "number", "link", "subject_type", "subject_id", name=op.f("pk_audit_subject")
        ),
    )
    op.create_index(
        "ix_audit_subject_subject", "audit_subject", ["subject_type", "subject_id", "number"]
    )


def _create_open_consultations() -> None:
    op.create_table(
        "open_consultation",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("actor", "role", "subject_type", "subject_id", "purpose")
        ),
        sa.Column("first_at", sa.DateTime(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.Column("repeats", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_open_consultation")),
        sa.UniqueConstraint(
            "account_id",
            "subject_type",
            "subject_id",
            "purpose",
            name=op.f("uq_open_consultation_account_id_subject_type_subject_id_purpose"),
        ),
    )
