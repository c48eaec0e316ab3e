"""Tests of the log's chain: whatever is done to a row is found, and the row is named."""

from __future__ import annotations

import os
import random
import time

import pytest
from sqlalchemy import text

from openblock import clock
from openblock.storage.acts import Actor, Head
from openblock.storage.audit import Entry, append, head_of, mac_of
from openblock.storage.chain import verify
from openblock.storage.engine import close_engine, open_file
from openblock.storage.keys import derive

ANNA = Actor(1, "Anna Bērziņa", "senior")
ROWS = 30
FIELDS = ("at", "actor", "role", "operation", "reason", "changes", "details", "recipient", "mac")


@pytest.fixture
def opened(blank_file):
    engine = open_file(blank_file.path, blank_file.dek)
    yield engine
    close_engine(engine, blank_file.path)


@pytest.fixture
def key(blank_file):
    return derive(blank_file.dek, "audit")


@pytest.fixture
def heads(opened, key):
    """Thirty rows, and the head after each of them."""
    with opened.begin() as connection:
        return [NO, *(write(connection, key, number) for number in range(1, ROWS + 1))]


NO = Head(0, "0" * 64)


def write(connection, key, number):
    entry = Entry(
        "roster.change_cells",
        [("officer", str(number)), ("officer", "99")],
        reason="šodien",
        changes=({"table": "duty", "id": str(number), "new": {"code": "24"}},),
    )
    return append(connection, key, entry, actor=ANNA, at=clock.now(), workstation="desk")


def tampered(opened, *statements):
    """Do to the log what somebody with the key and another programme could do."""
    with opened.begin() as connection:
        for table in ("audit_row", "audit_subject"):
            for verb in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_{verb}"))
        for statement in statements:
            connection.execute(text(statement))


def found(opened, key, anchors=()):
    with opened.connect() as connection:
        return [
            (each.code, each.facts["number"]) for each in verify(connection, key, anchors).findings
        ]


def test_an_untouched_log_is_right_and_ends_at_its_head(opened, key, heads):
    with opened.connect() as connection:
        verdict = verify(connection, key, [heads[3], Head(20, heads[20].short), NO])
        assert head_of(connection) == heads[-1]
    assert (verdict.findings, verdict.rows, verdict.head) == ((), ROWS, heads[-1])


def test_a_log_without_rows_is_right(opened, key):
    assert found(opened, key) == []


@pytest.mark.parametrize("field", [*FIELDS, "account_id"])
def test_a_changed_row_is_named(opened, key, heads, field):
    value = "'2020-01-01 00:00:00.000000'" if field == "at" else "'7'"
    tampered(opened, f"UPDATE audit_row SET {field} = {value} WHERE number = 12")  # noqa: S608
    assert found(opened, key)[0] == ("audit-row-altered", 12)


def test_a_removed_row_is_named(opened, key, heads):
    tampered(
        opened,
        "DELETE FROM audit_subject WHERE number = 12",
        "DELETE FROM audit_row WHERE number = 12",
    )
    assert found(opened, key) == [("audit-row-missing", 12)]
    assert found(opened, key, [heads[12]]) == [
        ("audit-row-missing", 12),
        ("audit-row-missing", 12),
    ]


def test_a_removed_row_is_named_even_when_the_rest_moves_up(opened, key, heads):
    tampered(
        opened,
        "PRAGMA defer_foreign_keys=ON",
        "DELETE FROM audit_subject WHERE number = 12",
        "DELETE FROM audit_row WHERE number = 12",
        "UPDATE audit_row SET number = number - 1 WHERE number > 12",
        "UPDATE audit_subject SET number = number - 1 WHERE number > 12",
    )
    assert found(opened, key)[0] == ("audit-row-altered", 12)


def test_reordered_rows_are_named(opened, key, heads):
    tampered(
        opened,
        "PRAGMA defer_foreign_keys=ON",
        "UPDATE audit_row SET number = 1012 WHERE number = 12",
        "UPDATE audit_row SET number = 12 WHERE number = 13",
        "UPDATE audit_row SET number = 13 WHERE number = 1012",
    )
    assert found(opened, key)[0] == ("audit-row-altered", 12)


def test_an_inserted_row_is_named(opened, key, heads):
    columns = "at, account_id, actor, role, workstation, operation, purpose, reason, recipient"
    tampered(
        opened,
        f"INSERT INTO audit_row (number, {columns}, changes, details, mac) "  # noqa: S608
        f"SELECT 31, {columns}, changes, details, mac FROM audit_row WHERE number = 30",
    )
    assert found(opened, key) == [("audit-row-altered", 31)]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_subject WHERE number = 12 AND subject_id = '99'",
        "UPDATE audit_subject SET subject_id = '98' WHERE number = 12 AND subject_id = '99'",
        "INSERT INTO audit_subject VALUES (12, 'about', 'officer', '1')",
    ],
)
def test_a_changed_subject_is_found_with_its_row(opened, key, heads, statement):
    tampered(opened, statement)
    assert found(opened, key) == [("audit-row-altered", 12)]


def test_a_cut_tail_is_found_against_a_head_kept_outside(opened, key, heads):
    tampered(
        opened,
        "DELETE FROM audit_subject WHERE number > 25",
        "DELETE FROM audit_row WHERE number > 25",
    )
    assert found(opened, key) == []
    assert found(opened, key, [heads[20], heads[28]]) == [("audit-tail-cut", 28)]


def test_a_chain_made_anew_by_somebody_with_the_key_differs_from_a_printed_head(opened, key, heads):
    tampered(
        opened,
        "DELETE FROM audit_subject WHERE number > 25",
        "DELETE FROM audit_row WHERE number > 25",
    )
    with opened.begin() as connection:
        for number in range(101, 106):
            write(connection, key, number)
    assert found(opened, key) == []
    printed = Head(28, heads[28].short.upper())
    assert found(opened, key, [printed]) == [("audit-anchor-differs", 28)]


def test_another_key_verifies_nothing(opened, key, heads):
    assert found(opened, bytes(32)) == [("audit-row-altered", 1)]


def test_random_tampering_is_found_every_time(opened, key, heads):
    chance = random.Random(7)
    for _ in range(40):
        number = chance.randrange(1, ROWS + 1)
        field = chance.choice(FIELDS[1:])
        with opened.connect() as connection:
            for table in ("audit_row", "audit_subject"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_update"))
            connection.execute(
                text(f"UPDATE audit_row SET {field} = {field} || 'x' WHERE number = {number}")  # noqa: S608
            )
            (finding,) = verify(connection, key).findings
            connection.rollback()
        assert (finding.code, finding.facts["number"]) == ("audit-row-altered", number)


@pytest.mark.skipif("OPENBLOCK_THOROUGH" not in os.environ, reason="takes a minute")
def test_a_hundred_thousand_rows_are_verified_in_seconds(opened, key):
    with opened.begin() as connection:
        for number in range(100_000):
            write(connection, key, number)
    started = time.perf_counter()
    assert found(opened, key) == []
    assert time.perf_counter() - started < 6


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_row SET actor = x'416e6e61' WHERE number = 5",
        "UPDATE audit_row SET reason = 'a' || char(31), recipient = 'b' WHERE number = 5",
        "UPDATE audit_row SET account_id = 'None' WHERE number = 5",
        "UPDATE audit_subject SET subject_id = x'35' WHERE number = 5 AND subject_id = '99'",
    ],
)
def test_what_a_column_never_holds_is_an_alteration_and_no_crash(opened, key, heads, change):
    tampered(opened, change)
    assert found(opened, key) == [("audit-row-altered", 5)]


def test_a_text_with_the_hash_s_own_separator_stays_apart_from_two_texts(opened, key):
    texts = ("Anna", "senior", "desk", "x", "", "a\x1fb", "c", "[]", "{}")
    moved = ("Anna", "senior", "desk", "x", "", "a", "b\x1fc", "[]", "{}")
    row = [1, "2026-11-22 09:00:00.000000", 1]
    assert mac_of(key, "0", [*row, *texts], []) != mac_of(key, "0", [*row, *moved], [])
    assert mac_of(key, "0", [*row, "a", "b"], []) != mac_of(key, "0", [*row, "a\x1fb"], [])
