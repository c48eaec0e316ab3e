"""Tests of noticing that another process has written."""

from __future__ import annotations

from openblock.storage.store import (
    Actor,
)
from tests.storage.things import (
    AddThing,
    add_thing,
)

ONLOOKER = Actor(2, "Jānis Ķirsis", "onlooker")


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
