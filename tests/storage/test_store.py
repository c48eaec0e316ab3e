"""Tests of the one door: transactions, rights, the log's rows and the announcements."""

from __future__ import annotations

from tests.storage.things import AddThing, ChangeThing, add_thing, change_thing, names


def test_what_a_command_saved_is_read_back(store):
    done = store.run(add_thing, AddThing("spade"))
    assert store.read(names) == ("spade",)
    store.run(change_thing, ChangeThing(done.value, "rake", 1))
    assert store.read(names) == ("rake",)
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert store.read(names) == ()
