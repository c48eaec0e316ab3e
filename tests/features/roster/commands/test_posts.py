"""RO-11: posts that ask for a qualification are listed with who holds them, and taken back."""

import pytest

from openblock.errors import KnownError, NotAllowed, RuleBroken
from openblock.features.roster.commands.posts import remove_post, save_post
from openblock.features.roster.commands.requests import RemovePost, SavePost
from openblock.features.roster.queries.posts import posts
from tests.factories import with_officer


def back(store, done):
    return store.run(done.undo.command, done.undo.request, undoes=True)


def shown(store):
    return [(each.name, each.holders) for each in store.read(posts)]


def fields_refused(store, request):
    with pytest.raises(RuleBroken) as refused:
        store.run(save_post, request)
    return [(each.code, each.field) for each in refused.value.problems]


def test_a_post_is_listed_changed_and_removed_and_every_step_taken_back(store):
    one, other = with_officer(store, "1"), with_officer(store, "2", "Kalns")
    added = store.run(save_post, SavePost(" Vārti  1 ", (other, one)))
    assert shown(store) == [("Vārti 1", (one, other))]
    version = store.read(posts)[0].version
    changed = store.run(save_post, SavePost("Vārti", (other,), added.value, version))
    version = store.read(posts)[0].version
    removed = store.run(remove_post, RemovePost(added.value, version))
    assert shown(store) == []
    back(store, removed)
    assert shown(store) == [("Vārti", (other,))]
    back(store, changed)
    assert shown(store) == [("Vārti 1", (one, other))]
    redone = back(store, added)
    assert shown(store) == []
    back(store, redone)
    assert shown(store) == [("Vārti 1", (one, other))]


def test_a_change_of_holders_alone_is_a_newer_version_of_the_post(store):
    one = with_officer(store)
    number = store.run(save_post, SavePost("Vārti")).value
    seen = store.read(posts)[0].version
    store.run(save_post, SavePost("Vārti", (one,), number, seen))
    with pytest.raises(KnownError, match="changed-meanwhile"):
        store.run(save_post, SavePost("Vārti", (), number, seen))
    assert shown(store) == [("Vārti", (one,))]


def test_taking_a_holder_back_is_a_newer_version_of_the_post_too(store):
    one = with_officer(store)
    number = store.run(save_post, SavePost("Vārti")).value
    done = store.run(save_post, SavePost("Vārti", (one,), number, 1))
    seen = store.read(posts)[0].version
    back(store, done)
    with pytest.raises(KnownError, match="changed-meanwhile"):
        store.run(save_post, SavePost("Vārti", (one,), number, seen))
    assert shown(store) == [("Vārti", ())]


def test_a_name_that_differs_only_in_capitals_is_taken_and_an_empty_one_refused(store):
    store.run(save_post, SavePost("Vārti"))
    assert fields_refused(store, SavePost("vārti ")) == [("post-name-taken", "name")]
    assert fields_refused(store, SavePost("  ")) == [("post-name", "name")]
    assert fields_refused(store, SavePost("x" * 61)) == [("post-name", "name")]
    assert fields_refused(store, SavePost("Korpuss", (99,))) == [("officer-unknown", "holders")]


def test_a_post_somebody_has_removed_is_said_to_be_gone(store):
    with pytest.raises(KnownError, match="post-unknown"):
        store.run(remove_post, RemovePost(7, 1))


def test_an_officer_who_does_not_plan_lists_no_posts(store_as):
    with pytest.raises(NotAllowed):
        store_as("duty_officer").run(save_post, SavePost("Vārti"))
