"""Test of the facts the file keeps about itself."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sqlalchemy import text
from sqlalchemy.dialects import postgresql, sqlite

from openblock.storage.engine import close_engine, open_file
from openblock.storage.facts import fact, set_fact

SQLITE, POSTGRESQL = sqlite.dialect(), postgresql.dialect()
RIGA_NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=2)))


def test_a_fact_replaces_the_one_before(blank_file):
    engine = open_file(blank_file.path, blank_file.dek)
    with engine.begin() as connection:
        assert fact(connection, "colour") == ""
        set_fact(connection, "colour", "green")
        set_fact(connection, "colour", "blue")
        assert fact(connection, "colour") == "blue"
        assert connection.execute(text("SELECT count(*) FROM storage_fact")).scalar_one() == 1
    close_engine(engine, blank_file.path)
