"""The bed of somebody whose planned release is withdrawn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.residents.commands import (
    ReleaseResident,
    WithdrawRelease,
    release_resident,
    withdraw_release,
)
from openblock.features.residents.queries import people
from openblock.features.rooms.commands import (
    CloseSpace,
    PlaceResident,
    Why,
    close_space,
    place_resident,
)
from openblock.features.rooms.queries import resident_placements
from openblock.features.rooms.rules.content import ClosureContent
from tests.factories import with_house, with_placement, with_resident

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
DAY = timedelta(days=1)
END = NOW + 3 * DAY


@pytest.fixture(autouse=True)
def standing_clock():
    with clock.standing_at(NOW):
        yield


@pytest.fixture
def house(store):
    return with_house(store, {"101": ("A", "B")})


@pytest.fixture
def leaver(store, house):
    number = with_resident(store)
    with_placement(store, number, house.beds["101 A"], NOW - DAY)
    version = store.read(people, [number], NOW)[number].version
    store.run(release_resident, ReleaseResident(number, version, END, "released"))
    return number


def withdrawn(store, number):
    version = store.read(people, [number], NOW)[number].version
    return store.run(withdraw_release, WithdrawRelease(number, version, "tā lēma komisija"))


def ends(store, number):
    (row,) = store.read(resident_placements, number)
    return row.content.ends_at


def test_the_bed_goes_on_with_the_stay_and_ends_again_when_that_is_taken_back(store, leaver):
    assert ends(store, leaver) == END
    done = withdrawn(store, leaver)
    assert ends(store, leaver) == FOREVER
    store.run(done.undo.command, done.undo.request, undoes=True)
    assert ends(store, leaver) == END


def test_it_goes_on_until_the_bed_is_somebody_elses(store, house, leaver):
    other = with_resident(store, surname="Kalniņš")
    request = PlaceResident(other, house.beds["101 A"], END + DAY, Why("request"))
    store.run(place_resident, request)
    withdrawn(store, leaver)
    assert ends(store, leaver) == END + DAY


def test_it_does_not_go_on_where_somebody_comes_at_once(store, house, leaver):
    other = with_resident(store, surname="Kalniņš")
    store.run(place_resident, PlaceResident(other, house.beds["101 A"], END, Why("request")))
    withdrawn(store, leaver)
    assert ends(store, leaver) == END


def test_it_does_not_go_on_into_a_closure(store, house, leaver):
    content = ClosureContent("bed", house.beds["101 A"], "repair", END + DAY)
    store.run(close_space, CloseSpace(content))
    withdrawn(store, leaver)
    assert ends(store, leaver) == END


def test_somebody_without_a_bed_goes_on_without_one(store, house):
    number = with_resident(store)
    version = store.read(people, [number], NOW)[number].version
    store.run(release_resident, ReleaseResident(number, version, END, "released"))
    withdrawn(store, number)
    assert store.read(resident_placements, number) == ()
