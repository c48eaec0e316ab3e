"""Tests of the backstops in the database itself."""

from __future__ import annotations

import io

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from openblock.migrations.triggers import append_only, no_overlap, refuse_when
from openblock.storage.engine import close_engine, create_file, open_file

DEK = bytes(32)


@pytest.fixture
def engine(tmp_path):
    create_file(tmp_path / "file", DEK)
    opened = open_file(tmp_path / "file", DEK)
    with opened.begin() as connection:
        connection.execute(
            text(
                "CREATE TABLE stay (id INTEGER PRIMARY KEY, bed INTEGER, "
                '"from_at" INTEGER, "to_at" INTEGER)'
            )
        )
        with Operations.context(MigrationContext.configure(connection)):
            no_overlap("stay", "bed", "from_at", "to_at")
    yield opened
    close_engine(opened, tmp_path / "file")


def insert(engine, *rows):
    with engine.begin() as connection:
        for row in rows:
            connection.execute(text(f"INSERT INTO stay VALUES {row}"))  # noqa: S608


def test_two_stays_in_one_bed_may_touch_but_not_overlap(engine):
    insert(engine, (1, 7, 10, 20), (2, 7, 20, 30), (3, 8, 15, 25), (4, 7, 0, 10))
    for row in ((5, 7, 19, 21), (5, 7, 5, 50), (5, 7, 12, 13)):
        with pytest.raises(IntegrityError, match="overlap:stay"):
            insert(engine, row)


def test_a_stay_may_be_moved_within_itself_but_not_into_another(engine):
    insert(engine, (1, 7, 10, 20), (2, 7, 20, 30))
    with engine.begin() as connection:
        connection.execute(text("UPDATE stay SET from_at = 12 WHERE id = 1"))
    with engine.begin() as connection, pytest.raises(IntegrityError, match="overlap:stay"):
        connection.execute(text("UPDATE stay SET to_at = 21 WHERE id = 1"))


def test_the_same_backstops_are_worded_for_postgresql():
    written = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    with Operations.context(context):
        append_only("audit_row")
        no_overlap("stay", "bed", "from_at", "to_at")
    statements = written.getvalue()
    assert "CREATE TRIGGER audit_row_no_update BEFORE UPDATE ON audit_row" in statements
    assert "CREATE TRIGGER audit_row_no_delete BEFORE DELETE ON audit_row" in statements
    assert 'EXCLUDE USING gist (bed WITH =, tstzrange("from_at", "to_at") WITH &&)' in statements


def test_a_refusal_of_its_own_wording_is_raised_where_it_holds_and_nowhere_else(engine):
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        refuse_when("stay", "UPDATE", "NEW.bed <> OLD.bed", "bed-stays")
        refuse_when("stay", "DELETE", "OLD.bed = 7", "seven-stays")
    insert(engine, (1, 7, 10, 20), (2, 8, 10, 20))
    with engine.begin() as connection:
        connection.execute(text("UPDATE stay SET from_at = 12 WHERE id = 1"))
        connection.execute(text("DELETE FROM stay WHERE id = 2"))
    for statement, why in (
        ("UPDATE stay SET bed = 9", "bed-stays"),
        ("DELETE FROM stay", "seven-stays"),
    ):
        with engine.begin() as connection, pytest.raises(IntegrityError, match=why):
            connection.execute(text(statement))
