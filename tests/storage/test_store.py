"""Tests of the one door: transactions, rights, the log's rows and the announcements."""

from __future__ import annotations

import gc
import threading
import weakref
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from openblock.errors import NotAllowed, Problem, RuleBroken, StorageTrouble
from openblock.storage.audit import Entry
from openblock.storage.engine import close_engine, open_file
from openblock.storage.log import LogFilter, log_rows
from openblock.storage.store import (
    Actor,
    Consultation,
    Disclosure,
    Done,
    Head,
    open_store,
    operation_of,
)
from tests.storage.things import (
    AddThing,
    ChangeThing,
    Thing,
    add_thing,
    change_thing,
    names,
)

ONLOOKER = Actor(2, "Jānis Ķirsis", "onlooker")


def rows(store, **wanted):
    return store.read(log_rows, LogFilter(**wanted))


def test_what_a_command_saved_is_read_back_and_undone(store):
    done = store.run(add_thing, AddThing("spade"))
    assert store.read(names) == ("spade",)
    store.run(change_thing, ChangeThing(done.value, "rake", 1))
    assert store.read(names) == ("rake",)
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert store.read(names) == ()


def test_a_command_that_fails_leaves_nothing(store):
    def fail(work, _request):
        work.session.add(Thing(name="half"))
        work.session.flush()
        raise RuleBroken(Problem("thing-too-small"))

    head = store.head()
    with pytest.raises(RuleBroken):
        store.run(fail, None)
    assert store.read(names) == ()
    assert store.head() == head
    store.run(add_thing, AddThing("whole"))
    assert store.read(names) == ("whole",)


def test_a_role_that_may_not_is_refused_and_logged(open_things):
    store = open_things(ONLOOKER)
    for attempt in (lambda: store.run(add_thing, AddThing("x")), lambda: store.read(names)):
        with pytest.raises(NotAllowed):
            attempt()
    store.sign_in(Actor(1, "Anna", "senior"))
    refused = rows(store, operation="refused")
    assert [each.details["operation"] for each in refused] == ["things.names", "things.add_thing"]
    assert {each.actor for each in refused} == {"Jānis Ķirsis"}
    assert store.read(names) == ()


def test_nobody_signed_in_may_do_nothing(open_things):
    store = open_things(None)
    with pytest.raises(NotAllowed):
        store.run(add_thing, AddThing("x"))
    with pytest.raises(NotAllowed):
        store.consult(Consultation("officer", "5"))
    with pytest.raises(NotAllowed):
        store.disclose(Disclosure("sheet", (), "duty"))


def test_signing_out_ends_what_the_officer_may(store):
    store.sign_out()
    store.sign_out()
    with pytest.raises(NotAllowed):
        store.read(names)
    store.sign_in(Actor(1, "Anna", "senior"))
    assert [each.operation for each in rows(store, limit=4)] == [
        "sign-in",
        "refused",
        "sign-out",
        "sign-in",
    ]


def test_a_disclosure_says_what_went_to_whom(store):
    head = store.disclose(
        Disclosure("month roster", ("officer:5", "all"), "request", "VID", {"copies": 2})
    )
    (row,) = rows(store, operation="disclose")
    assert (row.number, row.mac) == (head.number, head.mac)
    assert row.subjects == (("", "all"), ("officer", "5"))
    assert row.recipient == "VID"
    assert row.details == {"what": "month roster", "copies": 2}
    assert head.short == head.mac[:12]


def test_a_note_is_logged_too(store):
    store.note(Entry("backup", details={"which": frozenset({"b", "a"}), "raw": b"\x01"}))
    assert rows(store, operation="backup")[0].details == {"which": ["a", "b"], "raw": "01"}
    store.note(Entry("check", details={"day": date(2026, 11, 22), "share": Decimal("0.5")}))
    assert rows(store, operation="check")[0].details == {"day": "2026-11-22", "share": "0.5"}


def test_a_query_cannot_write(store):
    def sly(session: Session):
        session.execute(text("INSERT INTO test_thing VALUES (9, 'x', 1, '', 1)"))

    with pytest.raises(StorageTrouble, match="read-only"):
        store.read(sly)


def test_changed_tables_are_announced_after_the_commit(store):
    heard = []
    stop = store.listen(lambda tables: heard.append((tables, store.read(names))))
    store.run(add_thing, AddThing("spade"))
    assert heard == [(frozenset({"test_thing", "audit_row"}), ("spade",))]
    stop()
    stop()
    store.run(add_thing, AddThing("rake"))
    assert len(heard) == 1


def test_looking_is_not_announced_as_a_change(store):
    heard = []
    store.listen(heard.append)
    store.consult(Consultation("officer", "5"))
    store.disclose(Disclosure("sheet", (), "duty"))
    assert heard == []


def test_a_bug_in_a_statement_stays_a_bug(store):
    def wrong(work, _request):
        work.session.add(Thing(name=None))
        return Done()

    from sqlalchemy.exc import IntegrityError

    with pytest.raises(IntegrityError):
        store.run(wrong, None)


def test_a_closed_store_has_neither_key_nor_file(store):
    assert len(store.dek) == 32
    store.close()
    store.close()
    for attempt in (lambda: store.dek, lambda: store.engine, store.head):
        with pytest.raises(StorageTrouble) as refused:
            attempt()
        assert refused.value.code == "store-closed"


def test_the_operation_is_named_after_the_feature_folder():
    def lay_cycle():
        pass

    lay_cycle.__module__ = "openblock.features.roster.commands.cycles"
    assert operation_of(lay_cycle) == "roster.lay_cycle"


def test_a_store_that_cannot_settle_is_not_left_open(things_file):
    from openblock.storage.slots import key_file_of

    open_store(things_file.path, things_file.dek, may=lambda *_: True).close()
    key_file_of(things_file.path).unlink()
    with pytest.raises(StorageTrouble) as refused:
        open_store(things_file.path, things_file.dek, may=lambda *_: True)
    assert refused.value.code == "keys-missing"
    close_engine(engine := open_file(things_file.path, things_file.dek), things_file.path)
    assert engine.pool.checkedout() == 0


def test_two_threads_save_at_once_and_nothing_is_lost(store):
    def save(start):
        for number in range(start, start + 20):
            store.run(add_thing, AddThing(str(number)))

    threads = [threading.Thread(target=save, args=(start,)) for start in (0, 100)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(store.read(names)) == 40
    assert isinstance(store.head(), Head)


def test_a_closed_store_lets_go_of_everything_that_knows_the_key(open_things):
    store = open_things()
    engine = weakref.ref(store.engine)
    store.run(add_thing, AddThing("x"))
    store.close()
    gc.collect()
    assert engine() is None


def test_a_file_cut_off_anywhere_is_opened_or_refused_as_damaged(things_file):
    content = things_file.path.read_bytes()
    told = set()
    for end in range(4096 - 17, len(content), 4096):
        things_file.path.write_bytes(content[:end])
        try:
            open_store(things_file.path, things_file.dek, may=lambda _role, _deed: True).close()
        except StorageTrouble as trouble:
            told.add(trouble.code)
    assert told == {"file-damaged"}


def test_a_disclosure_by_nobody_is_refused_and_logged(open_things):
    store = open_things(None)
    with pytest.raises(NotAllowed):
        store.disclose(Disclosure("roster", (), "duty"))
    store.sign_in(Actor(1, "Anna Bērziņa", "senior"))
    (row,) = store.read(log_rows, LogFilter(operation="refused"))
    assert row.details == {"operation": "disclose"}
