"""The tables of accounts: who may sign in, what the block has set, what was half typed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from openblock.storage.base import Base, Versioned

ROLES = (
    "'duty_officer', 'senior_officer', 'practice_coordinator', 'programme_coordinator', "
    "'administrator', 'auditor', 'trainee'"
)


class Account(Versioned, Base):
    """A person who may sign in; the key slot of the same ``slot_id`` is the only password."""

    __tablename__ = "accounts"
    __table_args__ = (
        CheckConstraint(f"role IN ({ROLES})", name="role_known"),
        CheckConstraint("language IN ('lv', 'en')", name="language_known"),
        CheckConstraint("theme IN ('light', 'dark', 'night')", name="theme_known"),
        CheckConstraint("text_size BETWEEN 100 AND 200", name="text_size_in_range"),
        CheckConstraint("active = (slot_id IS NOT NULL)", name="active_has_slot"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slot_id: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    language: Mapped[str]
    theme: Mapped[str] = mapped_column(default="light")
    text_size: Mapped[int] = mapped_column(default=100)
    active: Mapped[bool]
    must_change_password: Mapped[bool]
    added_at: Mapped[datetime] = mapped_column()


class SettingRow(Versioned, Base):
    """One setting an administrator changed; a setting without a row has its default."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class Draft(Versioned, Base):
    """What an officer had typed into a form when the window was locked (SEC-11)."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("account_id", "form"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    form: Mapped[str]
    # Half a form is no record yet, so the log keeps that it was put aside, not what it said.
    content: Mapped[dict[str, Any]] = mapped_column(JSON, info={"audited": False})
    saved_at: Mapped[datetime] = mapped_column()
