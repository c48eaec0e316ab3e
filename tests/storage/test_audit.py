"""Tests of the log's rows: the database itself keeps them from being changed."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from enum import StrEnum

import pytest
from sqlalchemy import text

from openblock import clock
from openblock.storage.acts import Actor, Head
from openblock.storage.audit import Entry, append, mac_of
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


@pytest.mark.parametrize("table", ["audit_row", "audit_subject"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET number = 99", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_the_log(opened, heads, table, verb):
    from sqlalchemy.exc import DBAPIError

    with opened.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(text(verb.format(table)))


def test_a_row_may_not_be_replaced_either(opened, heads):
    from sqlalchemy.exc import DBAPIError

    with opened.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(text("REPLACE INTO audit_row SELECT * FROM audit_row WHERE number = 3"))


def test_the_hash_of_a_row_is_the_same_from_memory_and_from_the_file():
    moment = datetime(2026, 11, 22, 11, tzinfo=timezone(timedelta(hours=2)))
    links = [("about", "officer", "5")]
    written = mac_of(bytes(32), "0", [1, moment, None, "šodien"], links)
    assert written == mac_of(
        bytes(32), "0", (1, "2026-11-22 09:00:00.000000", None, "šodien"), iter(links)
    )
    assert written != mac_of(bytes(32), "0", [1, moment, "None", "šodien"], links)
    assert written != mac_of(bytes(32), "1", [1, moment, None, "šodien"], links)


def test_a_role_given_as_a_member_of_an_enumeration_is_hashed_as_it_is_stored(opened, key):
    class Rank(StrEnum):
        SENIOR = "senior"

    actor = Actor(1, "Anna Bērziņa", Rank.SENIOR)
    entry = Entry("sign-in", [(Rank.SENIOR, "1")])
    with opened.begin() as connection:
        append(connection, key, entry, actor=actor, at=clock.now(), workstation="desk")
    with opened.connect() as connection:
        assert verify(connection, key).findings == ()


def test_what_cannot_be_written_down_is_logged_by_its_number(opened, key):
    entry = Entry("import", reason="saraksts\udce9.csv", details={"name": "\ud800"})
    with opened.begin() as connection:
        append(connection, key, entry, actor=ANNA, at=clock.now(), workstation="desk")
    with opened.connect() as connection:
        last = text("SELECT reason, details FROM audit_row ORDER BY number DESC LIMIT 1")
        assert tuple(connection.execute(last).one()) == (
            "saraksts\\udce9.csv",
            '{"name": "\\ud800"}',
        )
        assert verify(connection, key).findings == ()
