"""Tests of saves that meet somebody else's."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError
from openblock.storage.store import (
    Actor,
    Done,
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
