"""RES-09: what other features hold of a person ends with the stay, and comes back with it."""

from __future__ import annotations

from openblock.features.residents.commands import (
    CancelArrival,
    cancel_arrival,
    ends_with,
    release_resident,
)
from openblock.features.residents.queries import open_matters
from openblock.features.residents.queries.joined import joined
from openblock.features.residents.rules.content import Status
from openblock.features.staff.tables import RememberedHeadings
from tests.factories import with_resident
from tests.features.residents.doing import (
    DAY,
    NOW,
    WHY,
    back,
    card,
    codes,
    log_of,
    refusal,
    stands,
)
from tests.features.residents.joining import OUT, Put, held, put, release, stopping


def test_what_joined_features_hold_ends_with_it_and_comes_back_with_it(store, feature):
    number = with_resident(store)
    store.run(put, Put(number, "bed 105 A"))
    before = stands(store)
    done = store.run(release_resident, release(store, number))
    assert store.read(held, number) == "ended 22.11."
    again = back(store, done)
    assert store.read(held, number) == "bed 105 A"
    assert stands(store) == before
    once_more = back(store, again)
    assert store.read(held, number) == "ended 22.11."
    assert card(store, number).row.status is Status.DISCHARGED
    back(store, once_more)
    assert stands(store) == before


def test_several_features_end_in_order_and_come_back_in_the_other(store):
    order: list[str] = []

    def ending_of(key):
        def ending(work, resident_id, at):
            order.append(key)
            return (put(work, Put(resident_id, key)).undo,)

        return ending

    for key in ("b", "a"):
        ends_with(key, ending_of(key))
    number = with_resident(store)
    store.run(put, Put(number, "before"))
    done = store.run(release_resident, release(store, number))
    assert order == ["a", "b"]
    assert store.read(held, number) == "b"
    back(store, done)
    assert store.read(held, number) == "before"


def test_what_hangs_on_the_stay_is_written_before_the_stay_ends(store):
    """The database lets no assignment outlast its stay, so the order is part of the deed."""
    seen = []

    def ending(work, resident_id, at):
        row = RememberedHeadings(list_name="order", headings={})
        work.session.add(row)
        seen.append(row)
        return ()

    ends_with("order", ending)
    number = with_resident(store)
    store.run(release_resident, release(store, number))
    changes = [each["table"] for each in log_of(store, "release_resident").changes]
    assert changes == ["remembered_headings", "stays"]


def test_an_open_matter_that_stops_is_told_and_refuses_the_release(store):
    stopping()
    number = with_resident(store)
    error = refusal(store, release_resident, release(store, number, reason=WHY))
    assert codes(error) == ["release-stopped"]
    assert error.problems[0].facts == {"matter": "leave-open", "since": NOW}
    assert [each.kind for each in store.read(open_matters, number, NOW)] == ["bed", "leave-open"]


def test_who_did_not_return_is_released_out_of_an_open_leave(store):
    stopping()
    number = with_resident(store)
    store.run(release_resident, release(store, number, kind="did_not_return"))
    assert card(store, number).row.status is Status.DISCHARGED


def test_an_arrival_called_off_ends_what_was_planned_with_it_too(store, feature):
    number = with_resident(store, admitted=NOW + DAY)
    store.run(put, Put(number, "bed 105 A"))
    shown = card(store, number).stays[0]
    done = store.run(cancel_arrival, CancelArrival(shown.stay_id, shown.version, WHY))
    assert store.read(held, number) == "ended 23.11."
    back(store, done)
    assert store.read(held, number) == "bed 105 A"


def test_a_feature_joins_once_by_its_name(store):
    for _ in range(2):
        stopping()
    assert [each.key for each in joined()] == [OUT]
