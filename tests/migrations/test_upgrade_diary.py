"""An older file's duties are in the diary after the upgrade, and it is guarded from then on."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from openblock.migrations.upgrade import upgrade
from openblock.storage.check import check_file
from openblock.storage.engine import close_engine, create_file, open_file

DEK = bytes(range(32))
# A whole day over the night the clock goes back (25 hours), the next one, and another officer's.
DUTIES = (
    (1, "2026-10-24", "2026-10-24 06:00:00.000000", "2026-10-25 07:00:00.000000"),
    (1, "2026-10-25", "2026-10-25 07:00:00.000000", "2026-10-26 07:00:00.000000"),
    (2, "2026-10-24", "2026-10-24 06:00:00.000000", "2026-10-24 18:00:00.000000"),
)
OFFICER = """INSERT INTO officers (id, badge, given_name, surname, rank, position, post, is_mentor,
phone, active_from, version) VALUES (:id, :id, 'Jānis', 'Bērziņš', '', '', '', 0, '',
'2020-01-01', 1)"""
TEMPLATE = """INSERT INTO shift_templates (id, code, name, start_minute, length_minutes, post,
active, version) VALUES (1, '24', 'diennakts', 540, 1440, '', 1, 1)"""
DUTY = """INSERT INTO duties (officer_id, template_id, day, code, starts_at, ends_at, post, origin,
changed_by, changed_at, version) VALUES (:officer, 1, :day, '24', :starts, :ends, '', 'typed',
'Anna', :starts, 1)"""
HELD = """INSERT INTO commitments (person, kind, source_id, starts_at, ends_at)
VALUES (:person, 'class', 1, :starts, :ends)"""


@pytest.fixture
def opened(tmp_path):
    """A file of step 6 with three duties, taken to step 7."""
    path = tmp_path / "block.openblock"
    create_file(path, DEK)
    upgrade(path, DEK, backups=None, to=6)
    engine = open_file(path, DEK)
    with engine.begin() as connection:
        for number in (1, 2):
            connection.execute(text(OFFICER), {"id": number})
        connection.execute(text(TEMPLATE))
        for officer, day, starts, ends in DUTIES:
            values = {"officer": officer, "day": day, "starts": starts, "ends": ends}
            connection.execute(text(DUTY), values)
    close_engine(engine, path)
    assert upgrade(path, DEK, backups=tmp_path / "backups", to=7)
    assert check_file(path, DEK).is_clean
    engine = open_file(path, DEK)
    yield engine
    close_engine(engine, path)


def test_ro_03_the_duties_of_an_older_file_are_in_the_diary_to_the_second(opened):
    with opened.connect() as connection:
        asked = "SELECT person, kind, source_id, starts_at, ends_at FROM commitments ORDER BY id"
        found = connection.execute(text(asked)).all()
        numbers = connection.execute(text("SELECT id FROM duties ORDER BY id")).scalars().all()
    assert [tuple(row) for row in found] == [
        (f"officer:{officer}", "duty", number, starts, ends)
        for number, (officer, _day, starts, ends) in zip(numbers, DUTIES, strict=True)
    ]


def test_the_diary_refuses_what_would_overlap_an_older_duty(opened):
    free = {"starts": "2026-10-26 07:00:00.000000", "ends": "2026-10-26 08:00:00.000000"}
    taken = free | {"starts": "2026-10-26 06:59:59.000000"}
    with pytest.raises(IntegrityError, match="overlap:commitments"), opened.begin() as connection:
        connection.execute(text(HELD), {"person": "officer:1", **taken})
    with opened.begin() as connection:
        connection.execute(text(HELD), {"person": "officer:1", **free})
