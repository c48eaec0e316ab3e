"""Tests of what a command's row in the log holds, and of what would slip past it."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, insert, select, text, update

from openblock.storage.capture import WITHHELD, WITHOUT_VALUES
from openblock.storage.log import LogFilter, log_rows
from openblock.storage.store import (
    Actor,
    Done,
)
from tests.storage.things import (
    AddThing,
    ChangeThing,
    Echo,
    Remark,
    Safe,
    Thing,
    add_thing,
    change_thing,
    remove_thing,
)

ONLOOKER = Actor(2, "Jānis Ķirsis", "onlooker")


def rows(store, **wanted):
    return store.read(log_rows, LogFilter(**wanted))


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


def test_what_is_masked_is_told_in_the_log_as_changed_and_never_in_full(store):
    def lock(work, pin):
        work.session.add(Safe(id=1, pin=pin))
        return Done()

    def relock(work, pin):
        work.session.get_one(Safe, 1).pin = pin
        return Done()

    def unlock(work, _request):
        safe = work.session.get_one(Safe, 1)
        work.session.expire(safe, ["pin"])
        work.session.delete(safe)
        return Done()

    for deed, pin in (
        (lock, "1234"),
        (relock, "5634"),
        (relock, None),
        (relock, "9999"),
        (unlock, ""),
    ):
        store.run(deed, pin)
    told = [row.changes[0] for row in reversed(rows(store)) if row.changes]
    assert [(each.get("old"), each.get("new")) for each in told] == [
        (None, {"id": 1, "pin": "**34"}),
        ({"pin": "**34"}, {"pin": "**34"}),
        ({"pin": "**34"}, {"pin": None}),
        ({"pin": None}, {"pin": "**99"}),
        ({"id": 1, "pin": "**99"}, None),
    ]


def test_the_log_row_of_a_removal_holds_what_was_removed_but_no_hidden_column(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value
    store.run(remove_thing, thing, undoes=True)
    (row,) = rows(store, operation="things.remove_thing")
    assert row.changes[0]["old"] == {"id": thing, "name": "spade", "size": 3}
    assert row.details == {"undoes": True}
    assert "hidden" not in str(rows(store))


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


def test_a_column_never_loaded_still_shows_its_old_value_in_the_log(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value

    def blind(work, _request):
        row = work.session.get_one(Thing, thing)
        work.session.expire(row, ["size"])
        row.size = 4
        return Done()

    store.run(blind, None)
    (row,) = rows(store, operation="test_capture.blind")
    assert row.changes[0]["old"] == {"size": 3}


def test_setting_the_same_value_is_no_change(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value

    def same(work, _request):
        row = work.session.get_one(Thing, thing)
        row.name = "other"
        row.name = "spade"
        return Done()

    store.run(same, None)
    assert rows(store, operation="test_capture.same")[0].changes == ()


def test_a_column_never_loaded_and_set_to_what_it_was_is_no_change(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value

    def blind_same(work, _request):
        row = work.session.get_one(Thing, thing)
        work.session.expire(row, ["size"])
        row.size = 3
        return Done()

    store.run(blind_same, None)
    assert rows(store, operation="test_capture.blind_same")[0].changes == ()


def test_a_removed_row_of_which_nothing_was_loaded_is_logged_whole(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value

    def blind_removal(work, _request):
        row = work.session.get_one(Thing, thing)
        work.session.expire(row, ["name", "size"])
        work.session.delete(row)
        return Done()

    store.run(blind_removal, None)
    (row,) = rows(store, operation="test_capture.blind_removal")
    assert row.changes[0]["old"] == {"id": thing, "name": "spade", "size": 3}


def test_a_row_without_a_version_is_logged_too(store):
    def remark(work, words):
        row = work.session.get(Remark, 1) or Remark(id=1)
        row.words = words
        work.session.add(row)
        return Done()

    store.run(remark, "one")
    store.run(remark, "two")
    store.run(remark, "two")
    found = rows(store, operation="test_capture.remark")
    assert found[0].changes == ()
    assert (found[1].changes[0]["old"], found[1].changes[0]["new"]) == (
        {"words": "one"},
        {"words": "two"},
    )


def test_a_command_that_withholds_values_is_logged_by_column_alone(store):
    thing = store.run(add_thing, AddThing("spade", 3)).value
    other = store.run(add_thing, AddThing("rake", 1)).value

    def forget(work, _request):
        work.session.info[WITHOUT_VALUES] = True
        row = work.session.get_one(Thing, thing)
        row.name, row.size = "nothing", None
        work.session.delete(work.session.get_one(Thing, other))
        return Done()

    heard = []
    store.listen(heard.append)
    store.run(forget, None)
    (row,) = rows(store, operation="test_capture.forget")
    assert row.changes == (
        {
            "table": "test_thing",
            "id": str(thing),
            "old": {"name": WITHHELD, "size": WITHHELD},
            "new": {"name": WITHHELD, "size": WITHHELD},
        },
        {
            "table": "test_thing",
            "id": str(other),
            "old": {"id": WITHHELD, "name": WITHHELD, "size": WITHHELD},
        },
    )
    assert "test_thing" in heard[0]


def test_the_next_command_is_logged_with_its_values_again(store):
    def forget(work, _request):
        work.session.info[WITHOUT_VALUES] = True
        return Done()

    store.run(forget, None)
    store.run(add_thing, AddThing("spade", 3))
    (row,) = rows(store, operation="things.add_thing")
    assert row.changes[0]["new"]["name"] == "spade"


def test_rows_that_only_repeat_others_are_announced_and_not_logged_row_by_row(store):
    def echo(work, name):
        row = work.session.get(Echo, 1)
        if name is None:
            work.session.delete(row)
        elif row is None:
            work.session.add(Echo(id=1, name=name))
        else:
            row.name = name
        return Done()

    heard = []
    store.listen(heard.append)
    for name in ("one", "two", None):
        store.run(echo, name)
    assert [row.changes for row in rows(store, operation="test_capture.echo")] == [(), (), ()]
    assert ["test_echo" in tables for tables in heard] == [True, True, True]


def test_rows_that_only_repeat_others_may_be_written_in_bulk_and_are_announced(store):
    def echo_all(work, names):
        work.session.execute(delete(Echo).where(Echo.of_thing == 7))
        if names:
            work.session.execute(insert(Echo), [{"of_thing": 7, "name": each} for each in names])
        return Done()

    def heard_again(session):
        return tuple(session.scalars(select(Echo.name).order_by(Echo.id)))

    heard = []
    store.listen(heard.append)
    for names in (("one", "two"), ("three",), ()):
        store.run(echo_all, names)
        assert store.read(heard_again) == names
    assert ["test_echo" in tables for tables in heard] == [True, True, True]
    assert [row.changes for row in rows(store, operation="test_capture.echo_all")] == [(), (), ()]
