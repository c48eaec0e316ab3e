"""Tests of the one door: transactions, rights, the log's rows and the announcements."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from openblock.errors import KnownError, NotAllowed, Problem, RuleBroken, StorageTrouble
from openblock.storage import cipher, transactions
from openblock.storage.audit import Entry
from openblock.storage.engine import close_engine, open_file
from openblock.storage.log import LogFilter, log_rows
from openblock.storage.store import (
    Actor,
    Consultation,
    Disclosure,
    Done,
    Head,
    Step,
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
    remove_thing,
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


def test_the_log_row_of_a_command_tells_who_did_what_to_whom_and_why(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value
    (row,) = rows(store, operation="things.add_thing")
    assert (row.actor, row.account_id, row.role, row.workstation) == (
        "Anna Bērziņa",
        1,
        "senior",
        "desk",
    )
    assert row.subjects == (("thing", str(thing)),)
    assert row.reason == "needed"
    assert row.changes == (
        {"table": "test_thing", "id": str(thing), "new": {"id": thing, "name": "spade", "size": 3}},
    )


def test_the_log_row_of_a_change_holds_old_and_new(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value
    store.run(change_thing, ChangeThing(thing, "rake", 1))
    (row,) = rows(store, operation="things.change_thing")
    assert row.changes[0]["old"] == {"name": "spade"}
    assert row.changes[0]["new"] == {"name": "rake"}


def test_the_log_row_of_a_removal_holds_what_was_removed_but_no_hidden_column(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value
    store.run(remove_thing, thing, undoes=True)
    (row,) = rows(store, operation="things.remove_thing")
    assert row.changes[0]["old"] == {"id": thing, "name": "spade", "size": 3}
    assert row.details == {"undoes": True}
    assert "hidden" not in str(rows(store))


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
    store.note(Entry("backup", details={"when": frozenset({"b", "a"}), "raw": b"\x01"}))
    assert rows(store, operation="backup")[0].details == {"when": ["a", "b"], "raw": "01"}


@dataclass(frozen=True)
class Card:
    inside: object


@pytest.mark.parametrize(
    "wrap",
    [
        lambda thing: thing,
        lambda thing: (1, [thing]),
        lambda thing: {"a": Card(thing)},
        lambda thing: {thing: 1},
        lambda thing: Card(frozenset({thing})),
        lambda thing: iter([thing]),
    ],
)
def test_a_mapped_object_never_leaves_the_store(store, wrap):
    store.run(add_thing, AddThing("spade"))

    def leak(session):
        return wrap(session.scalars(select(Thing)).one())

    with pytest.raises(TypeError, match="leak"):
        store.read(leak)


def test_a_command_may_not_hand_out_a_mapped_object_either(store):
    def leak(work, _request):
        return Done(undo=Step(add_thing, Card(Thing(name="x"))))

    with pytest.raises(TypeError):
        store.run(leak, None)


def test_a_result_row_does_not_leave_the_store(store):
    def leak(session):
        return session.execute(text("SELECT 1")).one()

    with pytest.raises(TypeError):
        store.read(leak)


@pytest.mark.parametrize(
    "statement",
    [
        update(Thing).values(name="x"),
        delete(Thing),
        insert(Thing).values(name="x", version=1),
        text("DELETE FROM test_thing"),
    ],
)
def test_a_statement_that_would_slip_past_the_log_is_refused(store, statement):
    def sly(work, _request):
        work.session.execute(statement)
        return Done()

    with pytest.raises(TypeError):
        store.run(sly, None)


@pytest.mark.parametrize("way", ["commit", "rollback", "begin_nested", "connection"])
def test_a_command_cannot_end_or_leave_its_transaction(store, way):
    def sly(work, _request):
        getattr(work.session, way)()

    with pytest.raises(TypeError):
        store.run(sly, None)


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


def test_another_writer_is_announced_once_and_own_writes_are_not(open_things):
    one, other = open_things(), open_things(Actor(3, "Zane", "senior"))
    heard = []
    one.poll()
    one.listen(heard.append)
    one.run(add_thing, AddThing("own"))
    heard.clear()
    one.poll()
    assert heard == []
    other.run(add_thing, AddThing("theirs"))
    one.poll()
    one.poll()
    assert heard == [frozenset({"*"})]


def test_another_writer_just_before_an_own_write_is_noticed_too(open_things):
    one, other = open_things(), open_things(Actor(3, "Zane", "senior"))
    one.poll()
    other.run(add_thing, AddThing("theirs"))
    one.run(add_thing, AddThing("own"))
    heard = []
    one.listen(heard.append)
    one.poll()
    assert heard == [frozenset({"*"})]


def test_a_save_of_a_stale_copy_names_who_changed_it_and_to_what(open_things):
    one, other = open_things(), open_things(Actor(3, "Zane", "senior"))
    thing = one.run(add_thing, AddThing("spade", 3)).value
    other.run(change_thing, ChangeThing(thing, "rake", 1))
    with pytest.raises(KnownError) as refused:
        one.run(change_thing, ChangeThing(thing, "hoe", 1))
    assert refused.value.code == "changed-meanwhile"
    assert refused.value.facts["who"] == "Zane"
    assert refused.value.facts["when"].tzinfo is not None
    assert refused.value.facts["theirs"] == {
        "id": thing,
        "name": "rake",
        "size": 3,
        "secret": "hidden",
    }
    assert one.read(names) == ("rake",)


def stale_change(work, request):
    """Re-attaches a copy as loaded long ago, as a careless command might."""
    copy = Thing(id=request.thing_id, name="old", version=request.version)
    from sqlalchemy.orm import make_transient_to_detached

    make_transient_to_detached(copy)
    work.session.add(copy)
    copy.name = request.name
    return Done()


def test_a_stale_update_is_worded_the_same_way(open_things):
    one, other = open_things(), open_things(Actor(3, "Zane", "senior"))
    thing = one.run(add_thing, AddThing("spade")).value
    other.run(change_thing, ChangeThing(thing, "rake", 1))
    with pytest.raises(KnownError) as refused:
        one.run(stale_change, ChangeThing(thing, "hoe", 1))
    assert (refused.value.code, refused.value.facts["who"]) == ("changed-meanwhile", "Zane")
    other.run(remove_thing, thing)
    with pytest.raises(KnownError) as refused:
        one.run(stale_change, ChangeThing(thing, "hoe", 2))
    assert refused.value.facts["theirs"] is None
    assert refused.value.facts["who"] == "Zane"
    assert one.read(names) == ()


def test_a_column_never_loaded_still_shows_its_old_value_in_the_log(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value

    def blind(work, _request):
        row = work.session.get_one(Thing, thing)
        work.session.expire(row, ["size"])
        row.size = 4
        return Done()

    store.run(blind, None)
    (row,) = rows(store, operation="test_store.blind")
    assert row.changes[0]["old"] == {"size": 3}


def test_setting_the_same_value_is_no_change(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value

    def same(work, _request):
        row = work.session.get_one(Thing, thing)
        row.name = "other"
        row.name = "spade"
        return Done()

    store.run(same, None)
    assert rows(store, operation="test_store.same")[0].changes == ()


def test_a_writer_who_keeps_the_lock_makes_others_give_up_in_the_end(
    things_file, open_things, monkeypatch
):
    monkeypatch.setattr(cipher, "BUSY_SECONDS", 0.05)
    store = open_things()
    engine = open_file(things_file.path, things_file.dek)
    with engine.begin() as held:
        held.execute(text("SELECT 1"))
        with pytest.raises(StorageTrouble) as refused:
            store.run(add_thing, AddThing("x"))
        assert refused.value.code == "file-busy"
        assert store.read(names) == ()
    close_engine(engine, things_file.path)
    store.run(add_thing, AddThing("x"))
    assert store.read(names) == ("x",)


def test_a_writer_waits_for_another_who_is_quick(things_file, store):
    engine = open_file(things_file.path, things_file.dek)
    held = engine.connect()
    transaction = held.begin()
    held.execute(text("SELECT 1"))
    timer = threading.Timer(0.3, transaction.rollback)
    timer.start()
    store.run(add_thing, AddThing("x"))
    timer.join()
    held.close()
    close_engine(engine, things_file.path)
    assert store.read(names) == ("x",)


def test_a_slow_transaction_is_named_in_the_log_file(store, monkeypatch, caplog):
    monkeypatch.setattr(transactions, "SLOW_SECONDS", 0.0)
    with caplog.at_level(logging.WARNING):
        store.read(names)
    assert "things.names" in caplog.text


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
    for attempt in (lambda: store.dek, lambda: store.engine, lambda: store.head()):
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
