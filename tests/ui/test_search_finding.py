"""What is found: by kind, best first, only what the officer may see, and logged once an opening."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError
from openblock.features.accounts.rights import may
from openblock.storage.store import Actor
from openblock.ui.desk import Desk
from openblock.ui.search import MOST, Finder
from tests.ui.searching import PEOPLE, ROOMS, consulted, logged, source


def found(finder: Finder, typed: str) -> list[tuple[str, list[str]]]:
    return [(group.source.key, [hit.title for hit in group.hits]) for group in finder.find(typed)]


def test_the_kind_with_the_best_hit_stands_first_and_in_it_the_best_hit(desk):
    finder = Finder(desk, (source("rooms", ROOMS), source("people", PEOPLE)))
    assert found(finder, "berz") == [
        ("people", ["Bērziņš Jānis", "Bērziņa Anna", "Kalniņš Bērtulis"]),
        ("rooms", ["101 Bērzu telpa"]),
    ]
    assert found(finder, "10") == [("rooms", list(ROOMS))]
    assert found(finder, "bertul ka")[0][1] == ["Kalniņš Bērtulis"]


@pytest.mark.parametrize("typed", ["", "   ", "qqq"])
def test_nothing_typed_or_nothing_like_it_finds_no_kind(desk, typed):
    assert found(Finder(desk, (source("people", PEOPLE),)), typed) == []


def test_no_more_than_eight_of_a_kind_are_shown_and_the_rest_is_told(desk):
    crowd = tuple(f"Ozols {number}" for number in range(MOST + 1))
    (group,) = Finder(desk, (source("people", crowd),)).find("ozol")
    assert len(group.hits) == MOST
    assert group.more
    (group,) = Finder(desk, (source("people", crowd[:MOST]),)).find("ozol")
    assert not group.more


def test_a_kind_the_role_may_not_see_is_not_asked(store_as):
    desk = Desk(store_as("trainee"), may=may)
    sources = (source("people", PEOPLE, operation="staff.officers"), source("rooms", ROOMS))
    finder = Finder(desk, sources)
    assert [each.key for each in finder.sources] == ["rooms"]
    assert found(finder, "berz") == [("rooms", ["101 Bērzu telpa"])]
    desk.close()


def test_names_are_logged_once_for_each_opening_and_only_where_some_were_seen(desk, store):
    sources = (source("residents", PEOPLE, consults=True), source("rooms", ROOMS))
    finder = Finder(desk, sources)
    finder.begin()
    finder.find("qqq")
    finder.find("102")
    assert consulted(store) == []
    for typed in ("b", "be", "ber"):
        finder.find(typed)
    assert consulted(store) == [(("search", "residents"),)]


def test_the_next_opening_is_another_look(desk, store):
    finder = Finder(desk, (source("residents", PEOPLE, consults=True),))
    for _opening in range(2):
        finder.begin()
        finder.find("ber")
        finder.find("berz")
    store.sign_out()
    store.sign_in(Actor(1, "Anna Bērziņa", "administrator", "en"))
    assert [each.details["repeats"] for each in logged(store, "consult-repeated")] == [1]


def test_names_that_cannot_be_logged_are_not_given(desk, store):
    finder = Finder(desk, (source("residents", PEOPLE, consults=True),))
    store.sign_out()
    with pytest.raises(KnownError):
        finder.find("berz")
