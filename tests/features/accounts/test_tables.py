"""What the database itself refuses, should a command ever forget."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from openblock.storage.engine import close_engine, open_file


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts SET role = 'king'",
        "UPDATE accounts SET language = 'xx'",
        "UPDATE accounts SET theme = 'pink'",
        "UPDATE accounts SET text_size = 99",
        "UPDATE accounts SET slot_id = NULL",
        (
            "INSERT INTO drafts (account_id, form, content, saved_at, version)"
            " VALUES (99, 'f', '{}', '2026-01-01 00:00:00.000000', 1)"
        ),
    ],
)
def test_a_row_that_breaks_the_house_rules_is_refused_by_the_database(block, blank_file, statement):
    engine = open_file(block.entrance.path, blank_file.dek)
    try:
        with engine.connect() as connection, pytest.raises(IntegrityError):
            connection.execute(text(statement))
    finally:
        close_engine(engine, block.entrance.path)
