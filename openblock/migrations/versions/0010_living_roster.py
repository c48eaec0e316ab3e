"""Absences, exchanges and call-outs; versions and closed time-sheets of months; posts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from openblock.migrations.triggers import append_only, no_overlap

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the tables of the living roster, and the backstops of RO-03 and RO-10."""
    _absences()
    _codes()
    _call_outs()
    _exchanges()
    _months()
    _versions()
    _closed()
    _posts()
    no_overlap("absences", "officer_id", "starts_at", "ends_at")
    no_overlap("call_outs", "officer_id", "starts_at", "ends_at")
    append_only("roster_versions")
    append_only("roster_changes")
    every_day = sa.Column("weekdays", sa.String(7), nullable=False, server_default="1234567")
    op.add_column("staffing_minimums", every_day)


def _number(name: str = "id", *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _words(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _check(owner: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{owner}_{name}"))


def _link(column: str, table: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{table}.id"], name=op.f(f"fk_{owner}_{column}_{table}")
    )


def _once(owner: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{owner}_{'_'.join(columns)}"))


def _key(owner: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{owner}"))


def _absences() -> None:
    op.create_table(
        "absences",
        _number(),
        _number("officer_id"),
        _words("kind", 10),
        _day("first_day"),
        _day("last_day"),
        _moment("starts_at"),
        _moment("ends_at"),
        _words("remark", 200),
        _words("entered_by", 120),
        _moment("entered_at"),
        _number("version"),
        _check("absences", "forwards", "ends_at > starts_at"),
        _check("absences", "days_in_order", "last_day >= first_day"),
        _check(
            "absences",
            "kind_known",
            "kind IN ('leave', 'sick', 'training', 'trip', 'paid-rest', 'other')",
        ),
        _link("officer_id", "officers", "absences"),
        _key("absences"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_absences_officer_ends", "absences", ["officer_id", "ends_at"])
    op.create_index("ix_absences_last_day", "absences", ["last_day"])


def _codes() -> None:
    op.create_table(
        "absence_codes",
        _number(),
        _words("kind", 10),
        _words("code", 3),
        _words("sheet_code", 3),
        _number("version"),
        _once("absence_codes", "kind"),
        _key("absence_codes"),
    )


def _call_outs() -> None:
    op.create_table(
        "call_outs",
        _number(),
        _number("officer_id"),
        _moment("starts_at"),
        _moment("ends_at"),
        _words("reason", 200),
        _words("entered_by", 120),
        _moment("entered_at"),
        _number("version"),
        _check("call_outs", "forwards", "ends_at > starts_at"),
        _link("officer_id", "officers", "call_outs"),
        _key("call_outs"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_call_outs_officer_ends", "call_outs", ["officer_id", "ends_at"])
    op.create_index("ix_call_outs_ends", "call_outs", ["ends_at"])


def _exchanges() -> None:
    op.create_table(
        "exchanges",
        _number(),
        _words("kind", 12),
        _words("state", 10),
        _number("officer_id"),
        _day("day"),
        _words("code", 3),
        _moment("starts_at"),
        _moment("ends_at"),
        _number("other_id"),
        _day("other_day", nullable=True),
        _words("other_code", 3),
        _moment("other_starts_at", nullable=True),
        _moment("other_ends_at", nullable=True),
        _words("reason", 500),
        _words("asked_by", 120),
        _moment("asked_at"),
        _words("agreed_by", 120),
        _moment("agreed_at", nullable=True),
        _words("decided_by", 120),
        _moment("decided_at", nullable=True),
        _words("refusal", 500),
        _number("version"),
        *_exchange_checks(),
        _link("officer_id", "officers", "exchanges"),
        _link("other_id", "officers", "exchanges"),
        _key("exchanges"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_exchanges_day", "exchanges", ["day"])
    op.create_index("ix_exchanges_state", "exchanges", ["state"])


def _exchange_checks() -> tuple[sa.CheckConstraint, ...]:
    states = "state IN ('asked', 'agreed', 'done', 'declined', 'withdrawn')"
    return (
        _check("exchanges", "kind_known", "kind IN ('substitution', 'swap')"),
        _check("exchanges", "state_known", states),
        _check("exchanges", "two_officers", "officer_id <> other_id"),
        _check("exchanges", "swap_has_both", "(kind = 'swap') = (other_day IS NOT NULL)"),
    )


def _months() -> None:
    op.create_table(
        "roster_months",
        _number(),
        _day("month"),
        _words("state", 10),
        _number("number"),
        _number("version"),
        _check("roster_months", "state_known", "state IN ('draft', 'published', 'closed')"),
        _check("roster_months", "number", "number >= 0"),
        _once("roster_months", "month"),
        _key("roster_months"),
    )


def _versions() -> None:
    op.create_table(
        "roster_versions",
        _number(),
        _day("month"),
        _number("number"),
        _words("kind", 10),
        _words("reason", 500),
        _words("made_by", 120),
        _moment("made_at"),
        sa.Column("snapshot", sa.JSON(), nullable=True),
        _check("roster_versions", "kind_known", "kind IN ('published', 'changed', 'withdrawn')"),
        _check("roster_versions", "number", "number > 0"),
        _once("roster_versions", "month", "number"),
        _key("roster_versions"),
    )
    op.create_table(
        "roster_changes",
        _number(),
        _number("version_id"),
        _number("officer_id"),
        _day("day"),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        _link("version_id", "roster_versions", "roster_changes"),
        _link("officer_id", "officers", "roster_changes"),
        _once("roster_changes", "version_id", "officer_id", "day"),
        _key("roster_changes"),
    )
    op.create_index("ix_roster_changes_day", "roster_changes", ["day"])


def _closed() -> None:
    op.create_table(
        "closed_sheets",
        _number(),
        _day("month"),
        sa.Column("content", sa.JSON(), nullable=False),
        _words("closed_by", 120),
        _moment("closed_at"),
        _once("closed_sheets", "month"),
        _key("closed_sheets"),
    )
    op.create_table(
        "roster_addenda",
        _number(),
        _day("month"),
        _number("officer_id"),
        _day("day"),
        _number("minutes"),
        _number("night_minutes"),
        _words("reason", 500),
        _words("entered_by", 120),
        _moment("entered_at"),
        _check("roster_addenda", "corrects_something", "minutes <> 0 OR night_minutes <> 0"),
        _link("officer_id", "officers", "roster_addenda"),
        _key("roster_addenda"),
    )
    op.create_index("ix_roster_addenda_month", "roster_addenda", ["month"])


def _posts() -> None:
    op.create_table(
        "posts",
        _number(),
        _words("name", 60),
        _number("version"),
        _once("posts", "name"),
        _key("posts"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "post_holders",
        _number(),
        _number("post_id"),
        _number("officer_id"),
        _link("post_id", "posts", "post_holders"),
        _link("officer_id", "officers", "post_holders"),
        _once("post_holders", "post_id", "officer_id"),
        _key("post_holders"),
    )
