"""Tests of reading the log: filters, order, limit, and the rows as records."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock import clock
from openblock.storage.log import LogFilter, as_records, log_rows, operations
from openblock.storage.store import Actor, Consultation
from tests.storage.things import AddThing, add_thing

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def filled(store):
    for day in range(3):
        with clock.standing_at(START + timedelta(days=day)):
            store.consult(Consultation("officer", str(day)))
            store.run(add_thing, AddThing(f"thing {day}"))
    with clock.standing_at(START + timedelta(days=4)):
        store.sign_in(Actor(2, "Zane", "auditor"))
    return store


def found(store, **wanted):
    return [each.operation for each in store.read(log_rows, LogFilter(**wanted))]


def test_the_newest_row_comes_first(filled):
    every = filled.read(log_rows)
    assert [each.number for each in every] == list(range(len(every), 0, -1))
    assert every[0].operation == "sign-in"


def test_a_list_is_cut_at_its_limit_and_goes_on_below(filled):
    first = filled.read(log_rows, LogFilter(limit=3))
    rest = filled.read(log_rows, LogFilter(limit=3, before=first[-1].number))
    assert [each.number for each in (*first, *rest)] == [8, 7, 6, 5, 4, 3]


def test_rows_are_found_by_time(filled):
    day = START + timedelta(days=1)
    assert found(filled, since=day, until=day + timedelta(days=1)) == [
        "things.add_thing",
        "consult",
    ]


def test_rows_are_found_by_who_acted(filled):
    assert found(filled, account_id=2) == ["sign-in"]
    assert found(filled, actor="Zane") == ["sign-in"]


def test_rows_are_found_by_what_was_done(filled):
    assert found(filled, operation="consult") == ["consult"] * 3
    assert found(filled, operation="things.") == ["things.add_thing"] * 3
    assert found(filled, operation="thing_.") == []
    assert filled.read(operations) == ("consult", "sign-in", "things.add_thing")


def test_rows_are_found_by_whom_they_are_about_and_by_what_they_changed(filled):
    assert found(filled, subject=("officer", "1")) == ["consult"]
    assert found(filled, subject=("test_thing", "1")) == ["things.add_thing"]


def test_the_rows_of_an_export_are_text_by_column(filled):
    (record,) = as_records(filled.read(log_rows, LogFilter(subject=("test_thing", "1"))))
    assert record["at"] == "2026-11-22T09:00:00+00:00"
    assert record["account"] == "1"
    assert record["subjects"] == "thing:1"
    assert '"name": "thing 0"' in record["changes"]
    assert all(isinstance(value, str) for value in record.values())


def test_a_row_of_nobody_is_exported_too(open_things):
    store = open_things(None)
    from openblock.errors import NotAllowed

    with pytest.raises(NotAllowed):
        store.run(add_thing, AddThing("x"))
    store.sign_in(Actor(1, "Anna", "senior"))
    assert as_records(store.read(log_rows))[1]["account"] == ""
