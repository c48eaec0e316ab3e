"""Residents: people, stays, prisons, keep-apart pairs, alert marks, notes, photographs."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from alembic import op

from openblock.migrations.triggers import no_overlap

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# The places people come from and go to, with what is known of their first and last day.
PRISONS: tuple[tuple[str, date | None, date | None], ...] = (
    ("Brasas cietums", None, date(2019, 3, 31)),
    ("Cēsu Audzināšanas iestāde nepilngadīgajiem", None, None),
    ("Daugavgrīvas cietuma Grīvas nodaļa", None, None),
    ("Daugavgrīvas cietums", None, None),
    ("Iļģuciema cietums", None, None),
    ("Jelgavas cietums", None, None),
    ("Jēkabpils cietums", None, None),
    ("Liepājas cietums", None, None),
    ("Liepājas cietums (jaunais)", date(2025, 8, 28), None),
    ("Olaines cietums (Latvijas Cietumu slimnīca)", None, None),
    ("Rīgas Centrālcietums", None, None),
    ("Valmieras cietums", None, None),
)


def upgrade() -> None:
    """Make the tables of residents, the guard against overlapping stays, and the prisons."""
    _prisons()
    _residents()
    _stays()
    _keep_apart()
    _alerts()
    _notes_and_photos()
    no_overlap("stays", "resident_id", "admitted", "discharged")


def _prisons() -> None:
    prisons = op.create_table(
        "prisons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("active_from", sa.Date(), nullable=True),
        sa.Column("active_to", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_prisons_name_given")),
        sa.CheckConstraint(
            "active_from IS NULL OR active_to IS NULL OR active_to >= active_from",
            name=op.f("ck_prisons_dates_in_order"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prisons")),
        sa.UniqueConstraint("name", name=op.f("uq_prisons_name")),
    )
    op.bulk_insert(
        prisons,
        [
            {"name": name, "active_from": first, "active_to": last, "version": 1}
            for name, first, last in PRISONS
        ],
    )


def _residents() -> None:
    op.create_table(
        "residents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("surname", sa.String(100), nullable=False),
        sa.Column("given_name", sa.String(100), nullable=False),
        sa.Column("folded", sa.String(210), nullable=False),
        sa.Column("personal_code", sa.String(11), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("sex", sa.String(10), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("contact_officer_id", sa.Integer(), nullable=True),
        sa.Column("accepted", sa.JSON(), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("surname <> ''", name=op.f("ck_residents_surname_given")),
        sa.CheckConstraint("given_name <> ''", name=op.f("ck_residents_given_name_given")),
        sa.CheckConstraint("sex IN ('', 'female', 'male')", name=op.f("ck_residents_sex_known")),
        sa.ForeignKeyConstraint(
            ["contact_officer_id"],
            ["officers.id"],
            name=op.f("fk_residents_contact_officer_id_officers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_residents")),
        sa.UniqueConstraint("personal_code", name=op.f("uq_residents_personal_code")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_residents_folded", "residents", ["folded"])


def _stays() -> None:
    op.create_table(
        "stays",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("admitted", sa.DateTime(timezone=True), nullable=False),
        sa.Column("discharged", sa.DateTime(timezone=True), nullable=False),
        sa.Column("admission_kind", sa.String(20), nullable=False),
        sa.Column("admitted_from_id", sa.Integer(), nullable=True),
        sa.Column("discharge_kind", sa.String(20), nullable=False),
        sa.Column("transferred_to_id", sa.Integer(), nullable=True),
        sa.Column("sentence_start", sa.Date(), nullable=True),
        sa.Column("sentence_end", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("discharged > admitted", name=op.f("ck_stays_forwards")),
        sa.CheckConstraint(
            "sentence_start IS NULL OR sentence_end IS NULL OR sentence_end >= sentence_start",
            name=op.f("ck_stays_sentence_forwards"),
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name=op.f("fk_stays_resident_id_residents")
        ),
        sa.ForeignKeyConstraint(
            ["admitted_from_id"], ["prisons.id"], name=op.f("fk_stays_admitted_from_id_prisons")
        ),
        sa.ForeignKeyConstraint(
            ["transferred_to_id"], ["prisons.id"], name=op.f("fk_stays_transferred_to_id_prisons")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stays")),
    )
    op.create_index("ix_stays_resident_discharged", "stays", ["resident_id", "discharged"])
    op.create_index("ix_stays_discharged", "stays", ["discharged"])


def _keep_apart() -> None:
    op.create_table(
        "keep_apart",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("second_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(10), nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.String(100), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_by", sa.String(100), nullable=False),
        sa.Column("close_reason", sa.String(500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("ck_keep_apart_two_in_order")),
        sa.CheckConstraint(
            "level IN ('room', 'section', 'building')", name=op.f("ck_keep_apart_level_known")
        ),
        sa.CheckConstraint("closed_at > opened_at", name=op.f("ck_keep_apart_forwards")),
        sa.ForeignKeyConstraint(
            ["first_id"], ["residents.id"], name=op.f("fk_keep_apart_first_id_residents")
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["residents.id"], name=op.f("fk_keep_apart_second_id_residents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keep_apart")),
    )
    # One open record for each pair (KAP-01); what has no end ends in the year 9999.
    op.create_index(
        "uq_keep_apart_open",
        "keep_apart",
        ["first_id", "second_id"],
        unique=True,
        sqlite_where=sa.text("closed_at > '9999-01-01'"),
        postgresql_where=sa.text("closed_at > '9999-01-01'"),
    )
    op.create_index("ix_keep_apart_second", "keep_apart", ["second_id"])


def _alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("text", sa.String(200), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "last_day IS NULL OR last_day >= first_day", name=op.f("ck_alerts_dates_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name=op.f("fk_alerts_resident_id_residents")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
    )
    op.create_index("ix_alerts_resident", "alerts", ["resident_id"])


def _notes_and_photos() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("text", sa.String(4000), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("written_by", sa.String(100), nullable=False),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('fact', 'assessment')", name=op.f("ck_notes_kind_known")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name=op.f("fk_notes_resident_id_residents")
        ),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["notes.id"], name=op.f("fk_notes_corrects_id_notes")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    op.create_index("ix_notes_resident", "notes", ["resident_id"])
    op.create_table(
        "photos",
        sa.Column("resident_id", sa.Integer(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name=op.f("fk_photos_resident_id_residents")
        ),
        sa.PrimaryKeyConstraint("resident_id", name=op.f("pk_photos")),
    )
