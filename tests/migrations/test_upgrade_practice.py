"""A block that works already has the usual lists of practice after the upgrade, a new one none."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from openblock.features.shadowing.rules.content import USUAL_ITEMS
from openblock.migrations.upgrade import upgrade
from openblock.storage.check import check_file
from openblock.storage.engine import close_engine, create_file, open_file

DEK = bytes(range(32))
ACCOUNT = """INSERT INTO accounts (slot_id, name, name_key, role, language, theme, text_size,
active, must_change_password, added_at, version) VALUES ('a', 'Anna', 'anna', 'administrator',
'lv', 'light', 100, 1, 0, '2026-01-01 00:00:00.000000', 1)"""


@pytest.fixture
def upgraded(tmp_path):
    """Takes a file of step 7, with or without somebody in it, to step 8; the items it has then."""
    path = tmp_path / "block.openblock"

    def run(*, works_already):
        create_file(path, DEK)
        upgrade(path, DEK, backups=None, to=7)
        engine = open_file(path, DEK)
        if works_already:
            with engine.begin() as connection:
                connection.execute(text(ACCOUNT))
        close_engine(engine, path)
        assert upgrade(path, DEK, backups=tmp_path / "backups", to=8)
        assert check_file(path, DEK).is_clean
        engine = open_file(path, DEK)
        asked = "SELECT kind, place, code, name, active, version FROM practice_items ORDER BY id"
        with engine.connect() as connection:
            found = [tuple(row) for row in connection.execute(text(asked))]
        close_engine(engine, path)
        return found

    return run


def test_tr_02_a_block_that_works_already_has_the_usual_lists_after_the_upgrade(upgraded):
    usual = [
        (kind.value, place, code, "", 1, 1)
        for kind, codes in USUAL_ITEMS.items()
        for place, code in enumerate(codes)
    ]
    assert upgraded(works_already=True) == usual


def test_a_file_nobody_has_set_up_yet_gets_its_lists_with_the_set_up(upgraded):
    assert upgraded(works_already=False) == []


@pytest.mark.parametrize("table", ["trainees", "shadowings"])
def test_a_number_once_given_stays_one_trainees_and_one_shifts(upgraded, tmp_path, table):
    upgraded(works_already=False)
    engine = open_file(tmp_path / "block.openblock", DEK)
    asked = text("SELECT sql FROM sqlite_master WHERE name = :name")
    with engine.connect() as connection:
        made = connection.execute(asked, {"name": table}).scalar_one()
    close_engine(engine, tmp_path / "block.openblock")
    assert "AUTOINCREMENT" in made
