"""Tests of the backstops of GR-03: past the rules, the database itself refuses."""

from __future__ import annotations

import io

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from openblock.migrations.grounds_guards import areas_are_full, participants_are_counted
from openblock.storage.engine import close_engine, create_file, open_file

DEK = bytes(32)
TABLES = (
    "CREATE TABLE areas (id INTEGER PRIMARY KEY, capacity INTEGER, exclusive BOOLEAN)",
    (
        "CREATE TABLE bookings (id INTEGER PRIMARY KEY AUTOINCREMENT, area_id INTEGER, "
        "starts_at DATETIME, ends_at DATETIME, heads INTEGER, state TEXT, ended_at DATETIME)"
    ),
    "CREATE INDEX ix_bookings_area_ends ON bookings (area_id, ends_at)",
    (
        "CREATE TABLE participants (id INTEGER PRIMARY KEY, booking_id INTEGER, "
        "resident_id INTEGER, came BOOLEAN)"
    ),
)
FIELD, GARDEN, CORNER = 1, 2, 3


@pytest.fixture
def engine(tmp_path):
    """A field and a garden for twelve, and a corner for twelve of one group alone."""
    create_file(tmp_path / "file", DEK)
    opened = open_file(tmp_path / "file", DEK)
    with opened.begin() as connection:
        for statement in TABLES:
            connection.execute(text(statement))
        with Operations.context(MigrationContext.configure(connection)):
            areas_are_full()
            participants_are_counted()
        for area in ((FIELD, 12, 0), (GARDEN, 12, 0), (CORNER, 12, 1)):
            connection.execute(text(f"INSERT INTO areas VALUES {area}"))  # noqa: S608
    yield opened
    close_engine(opened, tmp_path / "file")


def at(hour):
    """The hour of 1 June as the store writes it; 32 is eight in the morning of the second."""
    return f"'2026-06-{1 + int(hour) // 24:02d} {int(hour) % 24:02d}:00:00.000000'"


def do(engine, statement):
    with engine.begin() as connection:
        connection.execute(text(statement))


def book(engine, start, end, heads, *, area=FIELD, state="approved", ended=None):
    really = "NULL" if ended is None else at(ended)
    do(
        engine,
        "INSERT INTO bookings (area_id, starts_at, ends_at, heads, state, ended_at) "  # noqa: S608
        f"VALUES ({area}, {at(start)}, {at(end)}, {heads}, '{state}', {really})",
    )


def test_gr_03_an_area_takes_as_many_as_it_has_places_and_not_one_more(engine):
    book(engine, 8, 10, 5)
    book(engine, 9, 11, 7)
    for start, end in ((9, 10), (8, 12), (7, 20)):
        with pytest.raises(IntegrityError, match="area-full"):
            book(engine, start, end, 1)
    with pytest.raises(IntegrityError, match="area-full"):
        book(engine, 20, 21, 13)
    book(engine, 9, 10, 12, area=GARDEN)


def test_gr_03_groups_that_touch_or_never_meet_at_one_instant_are_no_crowd(engine):
    book(engine, 8, 10, 12)
    book(engine, 10, 12, 6)
    book(engine, 12, 14, 6)
    book(engine, 10, 14, 6)
    book(engine, 14, 38, 12)
    with pytest.raises(IntegrityError, match="area-full"):
        book(engine, 37, 39, 1)
    book(engine, 38, 40, 12)


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ("starts_at = {9}, ends_at = {10}", True),
        ("starts_at = {7}, ends_at = {8}", False),
        ("ends_at = {13}", False),
        ("starts_at = {9}", True),
        ("heads = 13", True),
        ("heads = 12", False),
        ("starts_at = {9}, area_id = 2", False),
        ("starts_at = {9}, state = 'cancelled'", False),
        ("starts_at = {9}, state = 'no-show'", False),
        ("starts_at = {9}, state = 'in-use'", True),
    ],
)
def test_gr_03_a_change_is_looked_at_as_what_is_new_is(engine, change, refused):
    book(engine, 8, 10, 12)
    book(engine, 10, 12, 6)
    hours = [at(hour) for hour in range(25)]
    statement = f"UPDATE bookings SET {change.format(*hours)} WHERE id = 2"  # noqa: S608
    if refused:
        with pytest.raises(IntegrityError, match="area-full"):
            do(engine, statement)
    else:
        do(engine, statement)


@pytest.mark.parametrize("state", ["cancelled", "no-show"])
def test_what_will_not_be_takes_no_place_until_it_will_be_after_all(engine, state):
    book(engine, 8, 10, 12)
    book(engine, 8, 10, 12, state=state)
    with pytest.raises(IntegrityError, match="area-full"):
        do(engine, "UPDATE bookings SET state = 'approved' WHERE id = 2")


def test_who_is_back_early_frees_the_rest_and_who_is_late_takes_nobodys_time(engine):
    book(engine, 8, 12, 12, state="finished", ended=10)
    book(engine, 10, 12, 12)
    book(engine, 14, 16, 12, state="finished", ended=18)
    book(engine, 16, 18, 12)
    with pytest.raises(IntegrityError, match="area-full"):
        do(engine, "UPDATE bookings SET state = 'in-use', ended_at = NULL WHERE id = 1")


def test_a_capacity_lowered_since_refuses_no_change_that_takes_nothing_new(engine):
    book(engine, 8, 12, 12)
    do(engine, f"UPDATE areas SET capacity = 4 WHERE id = {FIELD}")  # noqa: S608
    do(engine, f"UPDATE bookings SET ends_at = {at(11)}, heads = 9")  # noqa: S608
    do(engine, "UPDATE bookings SET state = 'in-use'")
    for more in ("heads = 10", f"ends_at = {at(12)}", f"area_id = {GARDEN}, heads = 13"):
        with pytest.raises(IntegrityError, match="area-full"):
            do(engine, f"UPDATE bookings SET {more}")  # noqa: S608


def test_gr_03_whoever_has_an_area_alone_has_it_alone(engine):
    book(engine, 8, 10, 1, area=CORNER)
    with pytest.raises(IntegrityError, match="area-taken"):
        book(engine, 9, 11, 1, area=CORNER)
    book(engine, 10, 12, 1, area=CORNER)
    with pytest.raises(IntegrityError, match="area-taken"):
        do(engine, f"UPDATE bookings SET ends_at = {at(11)} WHERE id = 1")  # noqa: S608
    book(engine, 9, 11, 1, area=CORNER, state="cancelled")
    with pytest.raises(IntegrityError, match="area-taken"):
        do(engine, "UPDATE bookings SET state = 'approved' WHERE id = 3")


def test_an_area_that_is_for_one_group_alone_since_refuses_no_change_that_takes_nothing(engine):
    book(engine, 8, 12, 1)
    book(engine, 9, 11, 1)
    do(engine, "UPDATE areas SET exclusive = 1")
    do(engine, f"UPDATE bookings SET ends_at = {at(10)} WHERE id = 2")  # noqa: S608


def test_a_booking_lasts_a_day_at_the_longest_for_the_count_looks_no_farther(engine):
    book(engine, 8, 32, 12)
    with pytest.raises(IntegrityError, match="booking-over-a-day"):
        book(engine, 40, 65, 1)
    with pytest.raises(IntegrityError, match="booking-over-a-day"):
        do(engine, f"UPDATE bookings SET ends_at = {at(33)}")  # noqa: S608


def test_nobody_more_takes_part_than_the_booking_counts(engine):
    book(engine, 8, 10, 2)
    for resident in (1, 2):
        do(engine, f"INSERT INTO participants VALUES ({resident}, 1, {resident}, 1)")  # noqa: S608
    with pytest.raises(IntegrityError, match="booking-over-heads"):
        do(engine, "INSERT INTO participants VALUES (3, 1, 3, 1)")
    with pytest.raises(IntegrityError, match="booking-over-heads"):
        do(engine, "UPDATE bookings SET heads = 1")
    do(engine, "UPDATE participants SET came = 0 WHERE id = 2")
    do(engine, "UPDATE bookings SET heads = 1")
    do(engine, "INSERT INTO participants VALUES (3, 1, 3, 0)")
    with pytest.raises(IntegrityError, match="booking-over-heads"):
        do(engine, "UPDATE participants SET came = 1 WHERE id = 2")


def test_the_past_is_passed_over_by_the_index(engine):
    """What is asked within the guard, as SQLite would look for it: bounded on both sides."""
    asked = (
        "EXPLAIN QUERY PLAN SELECT SUM(t.heads) FROM bookings t WHERE t.area_id = 1 "  # noqa: S608
        f"AND t.ends_at > {at(8)} AND t.ends_at < datetime({at(10)}, '+24 hours')"
    )
    with engine.connect() as connection:
        plan = " ".join(str(row) for row in connection.execute(text(asked)))
        stored = connection.execute(
            text("SELECT sql FROM sqlite_master WHERE name = 'bookings_area_full_insert'")
        ).scalar_one()
    assert "ix_bookings_area_ends (area_id=? AND ends_at>? AND ends_at<?)" in plan
    for row in "bt":
        bounds = f"{row}.ends_at > NEW.starts_at AND {row}.ends_at < datetime(NEW.ends_at"
        assert bounds in stored


def test_the_guards_are_worded_for_postgresql_too():
    written = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    with Operations.context(context):
        areas_are_full()
        participants_are_counted()
    statements = written.getvalue()
    assert "datetime(" not in statements
    assert "NEW.ends_at + interval '+24 hours'" in statements
    for table, why, verbs in (
        ("bookings", "area_full", ("INSERT", "UPDATE")),
        ("bookings", "area_taken", ("INSERT", "UPDATE")),
        ("bookings", "booking_over_a_day", ("INSERT", "UPDATE")),
        ("bookings", "booking_over_heads", ("UPDATE",)),
        ("participants", "booking_over_heads", ("INSERT", "UPDATE")),
    ):
        for verb in verbs:
            name = f"{table}_{why}_{verb.lower()}"
            function = statements.partition(f"CREATE FUNCTION {name}()")[2].partition("$$;")[0]
            assert f"RAISE EXCEPTION '{why.replace('_', '-')}'" in function
            assert f"CREATE TRIGGER {name} BEFORE {verb} ON {table}" in statements
            assert verb != "INSERT" or "OLD." not in function
