"""Tests of the check: a sound file is clean, and each thing wrong has its own finding."""

from __future__ import annotations

import os
import random

from sqlalchemy import text

from openblock.storage.acts import Head
from openblock.storage.audit import Entry
from openblock.storage.check import check, check_file
from openblock.storage.cipher import connect
from openblock.storage.engine import close_engine, open_file
from openblock.storage.log import LogFilter, log_rows
from openblock.storage.store import Consultation
from tests.storage.things import AddThing, add_thing

FLIPS = 1000 if "OPENBLOCK_THOROUGH" in os.environ else 60


def codes(report):
    return [each.code for each in report.findings]


def change(file, *statements):
    engine = open_file(file.path, file.dek, foreign_keys=False)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    close_engine(engine, file.path)


def test_a_file_in_use_is_clean(store):
    store.run(add_thing, AddThing("spade"))
    report = check(store, newest=9999)
    assert codes(report) == ["schema-older"]
    report = check(store, anchors=[store.head()])
    assert (codes(report), report.is_clean, report.rows) == ([], True, store.head().number)
    assert report.head == store.head()


def test_pages_somebody_is_reading_are_said_to_be_unproved_and_not_wrong(store, things_file):
    engine = open_file(things_file.path, things_file.dek)
    with engine.execution_options(readonly=True).connect() as reader:
        reader.execute(text("SELECT count(*) FROM audit_row"))
        store.run(add_thing, AddThing("spade"))
        report = check(store)
    close_engine(engine, things_file.path)
    assert codes(report) == ["file-busy"]
    assert report.is_clean


def test_a_check_that_found_something_leaves_the_file_free_for_a_restore(store, things_file):
    assert codes(check(store, newest=9999)) == ["schema-older"]
    store.close()
    connection = connect(things_file.path, things_file.dek)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.close()


def test_a_broken_link_is_named(things_file):
    change(things_file, "INSERT INTO audit_subject VALUES (77, 'about', 'a', 'b')")
    report = check_file(things_file.path, things_file.dek)
    assert codes(report) == ["link-broken"]
    assert report.findings[0].facts["table"] == "audit_subject"
    assert not report.is_clean


def test_a_newer_schema_is_a_finding(things_file):
    change(things_file, "PRAGMA user_version=99")
    assert codes(check_file(things_file.path, things_file.dek, newest=4)) == ["file-newer"]
    engine = open_file(things_file.path, things_file.dek)
    from openblock.storage.check import check_engine

    report = check_engine(engine, things_file.path, things_file.dek, newest=4)
    assert codes(report) == ["file-newer"]
    close_engine(engine, things_file.path)


def test_a_cut_tail_is_found_against_a_printed_head(store):
    report = check(store, anchors=[Head(50, "abc")])
    assert codes(report) == ["audit-tail-cut"]


def test_a_log_whose_table_was_dropped_is_reported_as_damaged(things_file):
    change(things_file, "DROP TABLE audit_subject")
    report = check_file(things_file.path, things_file.dek)
    assert codes(report) == ["file-damaged"]


def test_after_damage_was_found_the_finding_can_still_be_logged(things_file, open_things):
    content = bytearray(things_file.path.read_bytes())
    content[-2000] ^= 1
    things_file.path.write_bytes(content)
    store = open_things()
    assert "file-damaged" in codes(check(store))
    store.note(Entry("check"))
    assert store.read(log_rows, LogFilter(limit=1))[0].operation == "check"


def test_a_first_page_damaged_under_an_open_file_is_a_finding(things_file):
    from openblock.storage.check import check_engine

    engine = open_file(things_file.path, things_file.dek)
    content = things_file.path.read_bytes()
    things_file.path.write_bytes(content[:100] + bytes(100) + content[200:])
    report = check_engine(engine, things_file.path, things_file.dek)
    close_engine(engine, things_file.path)
    assert set(codes(report)) == {"file-damaged"}


def test_every_flipped_bit_is_noticed(things_file, open_things):
    store = open_things()
    for number in range(50):
        store.run(add_thing, AddThing("spade" * number))
        store.consult(Consultation("officer", str(number)))
    store.close()
    good = things_file.path.read_bytes()
    assert check_file(things_file.path, things_file.dek).is_clean
    chance = random.Random(os.urandom(8))
    noticed = 0
    for _ in range(FLIPS):
        at, bit = chance.randrange(len(good)), chance.randrange(8)
        bad = bytearray(good)
        bad[at] ^= 1 << bit
        things_file.path.write_bytes(bad)
        assert not check_file(things_file.path, things_file.dek).is_clean, (at, bit)
        assert things_file.path.read_bytes() == bad
        noticed += 1
    print(f"{noticed} of {FLIPS} flipped bits noticed")  # noqa: T201 - the figure of the issue
