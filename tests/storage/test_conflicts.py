"""Tests of saves that meet somebody else's."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import make_transient_to_detached

from openblock.errors import KnownError
from openblock.storage.store import (
    Actor,
    Done,
)
from tests.storage.things import (
    AddThing,
    ChangeThing,
    Remark,
    Safe,
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


def test_what_the_log_masks_is_masked_in_what_somebody_else_saved(open_things):
    one, other = open_things(), open_things(Actor(3, "Zane", "senior"))

    def lock(work, pin):
        work.session.merge(Safe(id=1, pin=pin, version=1))
        return Done()

    def expecting(work, version):
        work.expect(work.session.get_one(Safe, 1), version)
        return Done()

    one.run(lock, "1234")
    other.run(lock, "5678")
    with pytest.raises(KnownError) as refused:
        one.run(expecting, 1)
    assert refused.value.facts["theirs"] == {"id": 1, "pin": "**78"}


def test_of_two_changed_rows_the_stale_one_is_named(open_things):
    one, other = open_things(), open_things(Actor(3, "Zane", "senior"))
    first, second = (one.run(add_thing, AddThing(name)).value for name in ("a", "b"))
    other.run(change_thing, ChangeThing(second, "theirs", 1))

    def change_both(work, _request):
        work.session.get_one(Thing, first).name = "mine"
        return stale_change(work, ChangeThing(second, "mine", 1))

    with pytest.raises(KnownError) as refused:
        one.run(change_both, None)
    assert refused.value.facts["theirs"]["name"] == "theirs"
    assert one.read(names) == ("a", "theirs")


def test_a_row_without_a_version_that_is_gone_is_told_without_a_name(store):
    def change_what_is_gone(work, _request):
        gone = Remark(id=77, words="x")
        make_transient_to_detached(gone)
        work.session.add(gone)
        gone.words = "y"
        return Done()

    with pytest.raises(KnownError) as refused:
        store.run(change_what_is_gone, None)
    assert refused.value.code == "changed-meanwhile"
    assert refused.value.facts == {"who": "", "when": None, "theirs": None}
