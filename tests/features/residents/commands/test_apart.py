"""KAP-01 and KAP-06: pairs are opened, changed, closed and opened again."""

from __future__ import annotations

import pytest

from openblock import clock
from openblock.clock import FOREVER
from openblock.errors import NotAllowed
from openblock.features.residents.commands import (
    ChangeKeepApart,
    CloseKeepApart,
    OpenKeepApart,
    change_keep_apart,
    close_keep_apart,
    open_keep_apart,
)
from openblock.features.residents.queries import PairRow, pairs_open
from tests.factories import with_resident
from tests.features.residents.doing import (
    DAY,
    NOW,
    WHY,
    back,
    codes,
    fields,
    log_of,
    refusal,
    stands,
)


@pytest.fixture
def two(store):
    return with_resident(store, "Bērziņš"), with_resident(store, "Ozols")


def opened(store, two, level: str = "room", reason: str = WHY) -> int:
    first, second = two
    return store.run(open_keep_apart, OpenKeepApart(first, second, level, reason)).value


def pairs(store) -> tuple[PairRow, ...]:
    return store.read(pairs_open)


def test_a_pair_is_kept_with_who_opened_it_and_why(store, two):
    opened(store, two, "section", f" {WHY}\n")
    (pair,) = pairs(store)
    assert (pair.first_name, pair.second_name) == ("Bērziņš Jānis", "Ozols Jānis")
    assert (pair.level, pair.reason, pair.opened_by) == ("section", WHY, "Anna Bērziņa")
    assert (pair.opened_at, pair.closed_at, pair.is_open) == (NOW, FOREVER, True)
    assert {subject for _kind, subject in log_of(store, "open_keep_apart").subjects} == {
        str(number) for number in two
    }


def test_kap_01_a_pair_has_no_order(store, two):
    first, second = two
    opened(store, (second, first))
    assert (pairs(store)[0].first_id, pairs(store)[0].second_id) == (first, second)
    again = OpenKeepApart(first, second, "building", WHY)
    error = refusal(store, open_keep_apart, again)
    assert fields(error) == [("second_id", "pair-exists")]
    assert error.problems[0].facts["first"] == "Bērziņš Jānis"


def test_kap_01_nobody_is_kept_apart_from_themselves(store, two):
    request = OpenKeepApart(two[0], two[0], "x", "")
    assert fields(refusal(store, open_keep_apart, request)) == [
        ("level", "choice-unknown"),
        ("reason", "reason-needed"),
        ("second_id", "pair-of-one"),
    ]


def test_a_pair_is_of_two_people_in_the_register(store, two):
    request = OpenKeepApart(two[0], 99, "room", WHY)
    assert refusal(store, open_keep_apart, request).code == "resident-unknown"


@pytest.mark.parametrize("level", ["room", "section", "building"])
def test_level_and_reason_of_an_open_pair_are_changed(store, two, level):
    number = opened(store, two)
    before = stands(store)
    done = store.run(change_keep_apart, ChangeKeepApart(number, 1, level, "cits iemesls"))
    assert (pairs(store)[0].level, pairs(store)[0].reason) == (level, "cits iemesls")
    back(store, done)
    assert stands(store) == before


def test_a_change_says_everything_that_is_wrong_with_it(store, two):
    request = ChangeKeepApart(opened(store, two), 1, "bed", "abcd")
    assert codes(refusal(store, change_keep_apart, request)) == ["choice-unknown", "reason-needed"]


def test_kap_06_a_pair_is_closed_with_a_reason(store, two):
    number = opened(store, two)
    request = CloseKeepApart(number, 1, "abcd")
    assert codes(refusal(store, close_keep_apart, request)) == ["reason-needed"]
    with clock.standing_at(NOW + DAY):
        done = store.run(close_keep_apart, CloseKeepApart(number, 1, WHY))
    (pair,) = pairs(store)
    assert (pair.closed_at, pair.closed_by, pair.close_reason) == (NOW + DAY, "Anna Bērziņa", WHY)
    back(store, done)
    assert pairs(store)[0].is_open


def test_kap_06_opening_again_keeps_what_was(store, two):
    number = opened(store, two)
    store.run(close_keep_apart, CloseKeepApart(number, 1, WHY))
    with clock.standing_at(NOW + DAY):
        again = opened(store, two, "building", "atkal strīds")
    assert [(each.pair_id, each.is_open) for each in pairs(store)] == [
        (again, True),
        (number, False),
    ]


def test_a_pair_may_be_closed_in_the_instant_it_was_opened(store, two):
    store.run(close_keep_apart, CloseKeepApart(opened(store, two), 1, WHY))
    assert not pairs(store)[0].is_open


def test_a_closed_pair_is_not_touched_any_more(store, two):
    number = opened(store, two)
    store.run(close_keep_apart, CloseKeepApart(number, 1, WHY))
    for command, request in (
        (close_keep_apart, CloseKeepApart(number, 2, WHY)),
        (change_keep_apart, ChangeKeepApart(number, 2, "room", WHY)),
    ):
        assert refusal(store, command, request).code == "pair-closed"


def test_an_unknown_and_an_outdated_pair_are_refused(store, two):
    number = opened(store, two)
    assert refusal(store, close_keep_apart, CloseKeepApart(99, 1, WHY)).code == "pair-unknown"
    request = CloseKeepApart(number, 7, WHY)
    assert refusal(store, close_keep_apart, request).code == "changed-meanwhile"


def test_who_may_not_keep_people_apart_may_not_take_it_back_either(store_as):
    chief, officer = store_as("senior_officer"), store_as("duty_officer")
    two = with_resident(chief, "Bērziņš"), with_resident(chief, "Ozols")
    done = chief.run(open_keep_apart, OpenKeepApart(*two, "room", WHY))
    with pytest.raises(NotAllowed):
        officer.run(open_keep_apart, OpenKeepApart(*two, "room", WHY))
    with pytest.raises(NotAllowed):
        back(officer, done)
    back(chief, done)
    assert pairs(chief) == ()


def test_undoing_a_reopening_while_it_stands_closed_again_is_refused(store, two):
    number = opened(store, two)
    closing = store.run(close_keep_apart, CloseKeepApart(number, 1, WHY))
    opened(store, two)
    from openblock.errors import KnownError

    with pytest.raises(KnownError) as found:
        back(store, closing)
    assert found.value.code == "resident-built-upon"
