"""Tests of logged looks: at once, counted for ten minutes, settled as a row of the chain."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock import clock
from openblock.storage.chain import verify
from openblock.storage.keys import derive
from openblock.storage.log import LogFilter, log_rows
from openblock.storage.store import Actor, Consultation
from tests.storage.things import names

START = datetime(2026, 11, 22, 9, tzinfo=UTC)
CARD = Consultation("officer", "5")


def looked(store, *operations):
    every = store.read(log_rows, LogFilter())
    return [each for each in every if each.operation in (operations or ("consult",))]


def at(minutes):
    return clock.standing_at(START + timedelta(minutes=minutes))


def test_the_first_look_is_in_the_chain_at_once(store):
    head = store.consult(CARD)
    (row,) = looked(store)
    assert (row.number, row.mac) == (head.number, head.mac)
    assert row.subjects == (("officer", "5"),)
    assert row.purpose == "duty"


def test_looking_again_within_ten_minutes_is_counted_and_settled_later(store):
    with at(0):
        first = store.consult(CARD)
    for minutes in (1, 5, 9.9):
        with at(minutes):
            assert store.consult(CARD) == first
    with at(10):
        store.consult(CARD)
    assert len(looked(store)) == 2
    (settled,) = looked(store, "consult-repeated")
    assert settled.details == {
        "first_row": first.number,
        "repeats": 3,
        "first_at": START.isoformat(),
        "last_at": (START + timedelta(minutes=9.9)).isoformat(),
    }
    assert settled.subjects == (("officer", "5"),)


def test_another_card_purpose_or_officer_is_another_look(open_things):
    store = open_things()
    with at(0):
        store.consult(CARD)
        store.consult(Consultation("officer", "6"))
        store.consult(Consultation("officer", "5", purpose="check"))
        store.sign_in(Actor(2, "Zane", "senior"))
        store.consult(CARD)
    assert len(looked(store)) == 4


def test_signing_out_settles_what_the_officer_looked_at(store):
    with at(0):
        store.consult(CARD)
        store.consult(CARD)
        store.sign_out()
        store.sign_in(Actor(1, "Anna", "senior"))
    assert looked(store, "consult-repeated")[0].details["repeats"] == 1


def test_a_count_survives_the_programme_being_killed(open_things, things_file):
    store = open_things()
    with at(0):
        store.consult(CARD)
        store.consult(CARD)
        store.consult(CARD)
    # The store is not closed: as after a kill, only the file remembers.
    with at(30):
        next_start = open_things(None)
        next_start.sign_in(Actor(2, "Zane", "senior"))
    (settled,) = looked(next_start, "consult-repeated")
    assert (settled.details["repeats"], settled.actor) == (2, "Anna Bērziņa")
    with next_start.engine.connect() as connection:
        assert verify(connection, derive(things_file.dek, "audit")).findings == ()


def test_a_clock_set_back_does_not_keep_a_look_open(store):
    with at(0):
        store.consult(CARD)
    with at(-60):
        store.consult(CARD)
    assert len(looked(store)) == 2


def test_a_read_that_is_a_look_is_logged_before_anything_is_shown(store):
    assert store.read(names, consult=CARD) == ()
    assert len(looked(store)) == 1

    def broken(_session):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.read(broken, consult=Consultation("officer", "7"))
    assert len(looked(store)) == 2
