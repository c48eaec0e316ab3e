"""Accounts, settings and drafts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROLES = (
    "'duty_officer', 'senior_officer', 'practice_coordinator', 'programme_coordinator', "
    "'administrator', 'auditor', 'trainee'"
)


def upgrade() -> None:
    """Make the three tables."""
    _accounts()
    _settings()
    _drafts()


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slot_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("text_size", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(f"role IN ({ROLES})", name=op.f("ck_accounts_role_known")),
        sa.CheckConstraint("language IN ('lv', 'en')", name=op.f("ck_accounts_language_known")),
        sa.CheckConstraint(
            "theme IN ('light', 'dark', 'night')", name=op.f("ck_accounts_theme_known")
        ),
        sa.CheckConstraint(
            "text_size BETWEEN 100 AND 200", name=op.f("ck_accounts_text_size_in_range")
        ),
        sa.CheckConstraint(
            "active = (slot_id IS NOT NULL)", name=op.f("ck_accounts_active_has_slot")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("name_key", name=op.f("uq_accounts_name_key")),
        sa.UniqueConstraint("slot_id", name=op.f("uq_accounts_slot_id")),
    )


def _settings() -> None:
    op.create_table(
        "settings",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_drafts_account_id_accounts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("account_id", "form", name=op.f("uq_drafts_account_id_form")),
    )


def downgrade() -> None:
    """An older programme never opens a newer file; there is no way back."""
    raise NotImplementedError
