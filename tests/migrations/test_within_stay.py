"""Tests of the backstop of ROOM-03: bypassing the rules, nobody gets a bed outside a stay."""

from __future__ import annotations

import io

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from openblock.migrations.within_stay import assignments_within_stays
from openblock.storage.engine import close_engine, create_file, open_file

DEK = bytes(32)


@pytest.fixture
def engine(tmp_path):
    """Person 1 is here from 10 to 20 and from 20 to 30, and has bed 1 from 12 to 18."""
    create_file(tmp_path / "file", DEK)
    opened = open_file(tmp_path / "file", DEK)
    with opened.begin() as connection:
        for statement in (
            (
                "CREATE TABLE stays (id INTEGER PRIMARY KEY, resident_id INTEGER, "
                "admitted INTEGER, discharged INTEGER)"
            ),
            (
                "CREATE TABLE assignments (id INTEGER PRIMARY KEY, resident_id INTEGER, "
                "starts_at INTEGER, ends_at INTEGER)"
            ),
        ):
            connection.execute(text(statement))
        with Operations.context(MigrationContext.configure(connection)):
            assignments_within_stays()
        connection.execute(text("INSERT INTO stays VALUES (1, 1, 10, 20), (2, 1, 20, 30)"))
        connection.execute(text("INSERT INTO assignments VALUES (1, 1, 12, 18)"))
    yield opened
    close_engine(opened, tmp_path / "file")


def do(engine, statement):
    with engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize(("start", "end"), [(10, 20), (20, 30), (29, 30)])
def test_a_bed_within_a_stay_is_let_through(engine, start, end):
    do(engine, f"INSERT INTO assignments VALUES (2, 1, {start}, {end})")  # noqa: S608
    do(engine, f"UPDATE assignments SET starts_at = {start}, ends_at = {end} WHERE id = 1")  # noqa: S608


@pytest.mark.parametrize(
    ("whose", "start", "end"), [(1, 9, 12), (1, 18, 21), (1, 29, 31), (1, 40, 41), (2, 12, 18)]
)
def test_a_bed_no_stay_covers_is_refused_however_it_is_written(engine, whose, start, end):
    with pytest.raises(IntegrityError, match="outside-stay"):
        do(engine, f"INSERT INTO assignments VALUES (2, {whose}, {start}, {end})")  # noqa: S608
    values = f"resident_id = {whose}, starts_at = {start}, ends_at = {end}"
    with pytest.raises(IntegrityError, match="outside-stay"):
        do(engine, f"UPDATE assignments SET {values} WHERE id = 1")  # noqa: S608


@pytest.mark.parametrize(
    "change", ["admitted = 12", "discharged = 18", "admitted = 12, discharged = 18"]
)
def test_a_stay_may_be_cut_as_far_as_the_bed_reaches(engine, change):
    do(engine, f"UPDATE stays SET {change} WHERE id = 1")  # noqa: S608


@pytest.mark.parametrize("change", ["admitted = 13", "discharged = 17", "resident_id = 2"])
def test_a_stay_is_not_cut_from_under_a_bed(engine, change):
    with pytest.raises(IntegrityError, match="stay-has-assignment"):
        do(engine, f"UPDATE stays SET {change} WHERE id = 1")  # noqa: S608


def test_a_stay_is_taken_out_only_where_no_bed_hangs_on_it(engine):
    with pytest.raises(IntegrityError, match="stay-has-assignment"):
        do(engine, "DELETE FROM stays WHERE id = 1")
    do(engine, "DELETE FROM stays WHERE id = 2")


def test_the_backstop_is_worded_for_postgresql_too():
    written = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    with Operations.context(context):
        assignments_within_stays()
    statements = written.getvalue()
    for table, why, verb, given_back in (
        ("assignments", "outside_stay", "INSERT", "NEW"),
        ("assignments", "outside_stay", "UPDATE", "NEW"),
        ("stays", "stay_has_assignment", "UPDATE", "NEW"),
        ("stays", "stay_has_assignment", "DELETE", "OLD"),
    ):
        name = f"{table}_{why}_{verb.lower()}"
        function = statements.partition(f"CREATE FUNCTION {name}()")[2].partition("$$;")[0]
        assert f"RAISE EXCEPTION '{why.replace('_', '-')}'" in function
        assert f"RETURN {given_back}; END" in function
        assert (
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
        ) in statements
    deleting = statements.partition("CREATE FUNCTION stays_stay_has_assignment_delete")[2]
    assert "NEW." not in deleting
