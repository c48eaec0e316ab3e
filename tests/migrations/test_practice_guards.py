"""Tests of the backstops of TR-06 and TR-12: past the rules, the database itself refuses."""

from __future__ import annotations

import io

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from openblock.migrations.practice_guards import confirmed_within_duties, places_are_few
from openblock.storage.engine import close_engine, create_file, open_file

DEK = bytes(32)
TABLES = (
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value JSON)",
    (
        "CREATE TABLE duties (id INTEGER PRIMARY KEY, officer_id INTEGER, "
        "starts_at DATETIME, ends_at DATETIME)"
    ),
    (
        "CREATE TABLE shadowings (id INTEGER PRIMARY KEY AUTOINCREMENT, officer_id INTEGER, "
        "state TEXT, cause TEXT, starts_at DATETIME, ends_at DATETIME, "
        "actual_starts_at DATETIME, actual_ends_at DATETIME)"
    ),
)


@pytest.fixture
def engine(tmp_path):
    """Officers 1 to 5 are on duty from 8 to 20 on the first of June."""
    create_file(tmp_path / "file", DEK)
    opened = open_file(tmp_path / "file", DEK)
    with opened.begin() as connection:
        for statement in TABLES:
            connection.execute(text(statement))
        with Operations.context(MigrationContext.configure(connection)):
            places_are_few()
            confirmed_within_duties()
        for officer in range(1, 6):
            connection.execute(
                text(f"INSERT INTO duties VALUES ({officer}, {officer}, {at(8)}, {at(20)})")  # noqa: S608
            )
    yield opened
    close_engine(opened, tmp_path / "file")


def at(hour):
    """The hour of 1 June as the store writes it; 32 is eight in the morning of the second."""
    return f"'2026-06-{1 + hour // 24:02d} {hour % 24:02d}:00:00.000000'"


def do(engine, statement):
    with engine.begin() as connection:
        connection.execute(text(statement))


def shadowing(engine, officer, start, end, *, state="planned", cause="", actual=None):
    really = "NULL, NULL" if actual is None else f"{at(actual[0])}, {at(actual[1])}"
    do(
        engine,
        "INSERT INTO shadowings (officer_id, state, cause, starts_at, ends_at, actual_starts_at, "  # noqa: S608
        f"actual_ends_at) VALUES ({officer}, '{state}', '{cause}', {at(start)}, {at(end)}, "
        f"{really})",
    )


def most(engine, **caps):
    for what, count in caps.items():
        do(
            engine,
            f"INSERT OR REPLACE INTO settings VALUES ('shadow_most_per_{what}', '{count}')",  # noqa: S608
        )


def test_two_trainees_with_one_mentor_pass_and_a_third_at_the_same_instant_does_not(engine):
    shadowing(engine, 1, 8, 14)
    shadowing(engine, 1, 10, 20)
    with pytest.raises(IntegrityError, match="mentor-full"):
        shadowing(engine, 1, 13, 15)
    with pytest.raises(IntegrityError, match="mentor-full"):
        shadowing(engine, 1, 8, 20)
    with pytest.raises(IntegrityError, match="mentor-full"):
        shadowing(engine, 1, 11, 12)


def test_a_third_trainee_who_only_touches_the_others_passes(engine):
    shadowing(engine, 1, 8, 14)
    shadowing(engine, 1, 10, 14)
    shadowing(engine, 1, 14, 20)
    shadowing(engine, 1, 14, 16)
    shadowing(engine, 1, 16, 18)
    shadowing(engine, 1, 8, 10)


def test_three_that_never_meet_at_one_instant_are_no_crowd(engine):
    """Each overlaps the long one, none the other: two at once at most."""
    shadowing(engine, 1, 8, 11)
    shadowing(engine, 1, 11, 14)
    shadowing(engine, 1, 8, 20)
    with pytest.raises(IntegrityError, match="mentor-full"):
        shadowing(engine, 1, 13, 16)
    shadowing(engine, 1, 14, 16)


def test_four_in_the_block_pass_and_a_fifth_with_whomever_does_not(engine):
    for officer, (start, end) in enumerate([(8, 12), (9, 13), (10, 14), (11, 20)], 1):
        shadowing(engine, officer, start, end)
    with pytest.raises(IntegrityError, match="block-full"):
        shadowing(engine, 5, 8, 20)
    with pytest.raises(IntegrityError, match="block-full"):
        shadowing(engine, 5, 11, 12)
    shadowing(engine, 5, 8, 11)
    shadowing(engine, 5, 12, 20)


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ("starts_at = {8}, ends_at = {14}", False),
        ("starts_at = {14}, ends_at = {20}", False),
        ("starts_at = {13}", True),
        ("starts_at = {13}, ends_at = {15}", True),
        ("starts_at = {13}, ends_at = {20}, officer_id = 2", False),
        ("starts_at = {13}, ends_at = {20}, cause = 'class'", False),
        ("starts_at = {13}, ends_at = {20}, state = 'missed'", False),
        (
            "state = 'confirmed', actual_starts_at = {13}, actual_ends_at = {18}",
            True,
        ),
        (
            "state = 'confirmed', actual_starts_at = {14}, actual_ends_at = {18}",
            False,
        ),
    ],
)
def test_a_change_is_looked_at_as_what_is_new_is(engine, change, refused):
    shadowing(engine, 1, 8, 14)
    shadowing(engine, 1, 10, 14)
    shadowing(engine, 1, 14, 18)
    if "{8}" in change:
        do(engine, "DELETE FROM shadowings WHERE id = 1")
    hours = [at(hour) for hour in range(25)]
    statement = f"UPDATE shadowings SET {change.format(*hours)} WHERE id = 3"  # noqa: S608
    if refused:
        with pytest.raises(IntegrityError, match="mentor-full"):
            do(engine, statement)
    else:
        do(engine, statement)


@pytest.mark.parametrize(("state", "cause"), [("missed", ""), ("planned", "class")])
def test_what_will_not_be_takes_no_place_until_it_will_be_after_all(engine, state, cause):
    shadowing(engine, 1, 8, 14)
    shadowing(engine, 1, 8, 14, state=state, cause=cause)
    shadowing(engine, 1, 8, 14)
    with pytest.raises(IntegrityError, match="mentor-full"):
        do(engine, "UPDATE shadowings SET state = 'planned', cause = '' WHERE id = 2")


def test_confirmed_ones_hold_their_place_for_the_hours_they_really_had(engine):
    shadowing(engine, 1, 8, 12, state="confirmed", actual=(9, 15))
    shadowing(engine, 1, 8, 12, state="confirmed", actual=(9, 15))
    with pytest.raises(IntegrityError, match="mentor-full"):
        shadowing(engine, 1, 14, 18)
    shadowing(engine, 1, 15, 18)
    with pytest.raises(IntegrityError, match="mentor-full"):
        shadowing(engine, 1, 8, 10)


def test_the_caps_are_those_of_the_settings(engine):
    most(engine, mentor=1)
    shadowing(engine, 1, 8, 14)
    with pytest.raises(IntegrityError, match="mentor-full"):
        shadowing(engine, 1, 8, 14)
    most(engine, mentor=3, block=3)
    shadowing(engine, 1, 8, 14)
    shadowing(engine, 1, 8, 14)
    with pytest.raises(IntegrityError, match="block-full"):
        shadowing(engine, 2, 8, 14)
    most(engine, block=5)
    shadowing(engine, 2, 8, 14)


def test_a_cap_lowered_since_refuses_no_change_that_takes_nothing_new(engine):
    most(engine, mentor=3, block=9)
    for _ in range(3):
        shadowing(engine, 1, 8, 14)
    most(engine, mentor=1, block=1)
    do(engine, "UPDATE shadowings SET starts_at = " + at(9) + " WHERE id = 1")  # noqa: S608
    confirmed = f"state = 'confirmed', actual_starts_at = {at(9)}, actual_ends_at = {at(13)}"
    do(engine, f"UPDATE shadowings SET {confirmed} WHERE id = 2")  # noqa: S608
    with pytest.raises(IntegrityError, match="-full"):
        do(engine, "UPDATE shadowings SET starts_at = " + at(8) + " WHERE id = 1")  # noqa: S608


def test_a_crowd_of_another_day_is_nobodys_crowd(engine):
    shadowing(engine, 1, 8, 20)
    shadowing(engine, 1, 8, 20)
    shadowing(engine, 1, 20, 32)
    shadowing(engine, 1, 32, 44)


@pytest.mark.parametrize(
    ("officer", "actual"), [(1, (7, 12)), (1, (12, 21)), (1, (21, 23)), (9, (8, 12))]
)
def test_confirmed_hours_outside_the_officers_duty_are_refused_however_written(
    engine, officer, actual
):
    with pytest.raises(IntegrityError, match="confirmed-outside-duty"):
        shadowing(engine, officer, 8, 12, state="confirmed", actual=actual)
    shadowing(engine, officer, 8, 12)
    times = f"actual_starts_at = {at(actual[0])}, actual_ends_at = {at(actual[1])}"
    with pytest.raises(IntegrityError, match="confirmed-outside-duty"):
        do(engine, f"UPDATE shadowings SET state = 'confirmed', {times}")  # noqa: S608


def test_confirmed_hours_may_fill_the_whole_duty(engine):
    shadowing(engine, 1, 8, 20, state="confirmed", actual=(8, 20))
    do(engine, f"UPDATE shadowings SET actual_ends_at = {at(19)}")  # noqa: S608


@pytest.mark.parametrize(
    "change", ["starts_at = {11}", "ends_at = {14}", "officer_id = 7", "starts_at = {21}"]
)
def test_a_duty_is_not_cut_from_under_confirmed_hours(engine, change):
    shadowing(engine, 1, 10, 15, state="confirmed", actual=(10, 15))
    hours = [at(hour) for hour in range(25)]
    with pytest.raises(IntegrityError, match="duty-has-confirmed"):
        do(engine, f"UPDATE duties SET {change.format(*hours)} WHERE id = 1")  # noqa: S608
    with pytest.raises(IntegrityError, match="duty-has-confirmed"):
        do(engine, "DELETE FROM duties WHERE id = 1")


def test_a_duty_may_be_cut_as_far_as_the_confirmed_hours_reach(engine):
    shadowing(engine, 1, 10, 15, state="confirmed", actual=(10, 15))
    do(engine, f"UPDATE duties SET starts_at = {at(10)}, ends_at = {at(15)} WHERE id = 1")  # noqa: S608


def test_a_duty_goes_from_under_what_is_only_planned_and_another_officers_goes_freely(engine):
    shadowing(engine, 1, 10, 15)
    shadowing(engine, 2, 10, 15, state="confirmed", actual=(10, 15))
    do(engine, "DELETE FROM duties WHERE id IN (1, 3)")


def test_the_guards_are_worded_for_postgresql_too():
    written = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    with Operations.context(context):
        places_are_few()
        confirmed_within_duties()
    statements = written.getvalue()
    assert "datetime(" not in statements
    assert "interval '+2 days'" in statements
    for table, why, verb in (
        ("shadowings", "mentor_full", "INSERT"),
        ("shadowings", "mentor_full", "UPDATE"),
        ("shadowings", "block_full", "INSERT"),
        ("shadowings", "block_full", "UPDATE"),
        ("shadowings", "confirmed_outside_duty", "INSERT"),
        ("shadowings", "confirmed_outside_duty", "UPDATE"),
        ("duties", "duty_has_confirmed", "UPDATE"),
        ("duties", "duty_has_confirmed", "DELETE"),
    ):
        name = f"{table}_{why}_{verb.lower()}"
        function = statements.partition(f"CREATE FUNCTION {name}()")[2].partition("$$;")[0]
        assert f"RAISE EXCEPTION '{why.replace('_', '-')}'" in function
        assert f"CREATE TRIGGER {name} BEFORE {verb} ON {table}" in statements
        assert verb != "INSERT" or "OLD." not in function
        assert verb != "DELETE" or "NEW." not in function
