"""Stays are corrected while they last, and planned ones called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.commands import (
    CancelArrival,
    ChangeStay,
    ReadmitResident,
    cancel_arrival,
    change_stay,
    readmit_resident,
)
from openblock.features.residents.queries import residents
from openblock.features.residents.rules.content import Status, StayContent
from tests.factories import with_prison, with_resident
from tests.features.residents.doing import (
    DAY,
    MINUTE,
    NOW,
    WHY,
    back,
    card,
    codes,
    fields,
    log_of,
    refusal,
    stands,
)

STAY = StayContent(NOW - DAY)


def changed(store, number: int, content: StayContent, reason: str = "") -> ChangeStay:
    shown = card(store, number).stays[0]
    return ChangeStay(shown.stay_id, shown.version, content, reason)


def cancelled(store, number: int, reason: str = WHY) -> CancelArrival:
    shown = card(store, number).stays[0]
    return CancelArrival(shown.stay_id, shown.version, reason)


def test_arrival_origin_and_sentence_are_corrected_and_the_end_is_left(store):
    number = with_resident(store, admitted=NOW - DAY, discharged=NOW + DAY)
    prison = with_prison(store)
    content = StayContent(
        NOW - 2 * DAY,
        admission_kind="court",
        admitted_from_id=prison,
        discharge_kind="died",
        sentence_start=date(2026, 1, 1),
        sentence_end=date(2026, 12, 31),
    )
    before = stands(store)
    done = store.run(change_stay, changed(store, number, content))
    stored = card(store, number).stays[0]
    assert stored.content == replace(content, discharged=NOW + DAY, discharge_kind="")
    assert log_of(store, "change_stay").subjects == (("resident", str(number)),)
    again = back(store, done)
    assert stands(store) == before
    back(store, again)
    assert card(store, number).stays[0].content == stored.content


def test_res_06_a_changed_stay_may_touch_another_but_not_overlap_it(store):
    number = with_resident(store, admitted=NOW - 9 * DAY, discharged=NOW - 5 * DAY)
    store.run(readmit_resident, ReadmitResident(number, 1, STAY))
    store.run(change_stay, changed(store, number, StayContent(NOW - 5 * DAY)))
    early = changed(store, number, StayContent(NOW - 5 * DAY - MINUTE))
    assert fields(refusal(store, change_stay, early)) == [("admitted", "stays-overlap")]


def test_res_07_a_sentence_that_ends_before_it_begins_is_refused(store):
    number = with_resident(store)
    wrong = replace(
        STAY, sentence_start=date(2026, 2, 2), sentence_end=date(2026, 2, 1), admission_kind="x"
    )
    assert codes(refusal(store, change_stay, changed(store, number, wrong))) == [
        *("choice-unknown", "sentence-ends-before-start"),
    ]


def test_res_07_an_earlier_admission_may_make_a_person_too_young(store):
    number = with_resident(store, admitted=NOW, birth_date=date(2008, 11, 22))
    early = StayContent(NOW - DAY)
    error = refusal(store, change_stay, changed(store, number, early))
    assert codes(error) == ["resident-under-age"]
    store.run(change_stay, changed(store, number, early, WHY))
    # The same warning is not asked about again when something else is corrected.
    store.run(change_stay, changed(store, number, replace(early, admission_kind="court")))


def test_a_prison_that_is_closed_by_now_may_stay_where_it_stands(store):
    prison = with_prison(store, active_to=date(2026, 11, 21))
    number = with_resident(store, admitted=NOW - DAY, admitted_from_id=prison)
    later = replace(STAY, admitted=NOW, admitted_from_id=prison)
    store.run(change_stay, changed(store, number, later))
    other = with_prison(store, "Cits cietums", active_to=date(2026, 11, 21))
    wrong = changed(store, number, replace(later, admitted_from_id=other))
    assert fields(refusal(store, change_stay, wrong)) == [("admitted_from_id", "prison-not-in-use")]


def test_a_stay_that_has_ended_is_not_changed(store):
    number = with_resident(store, admitted=NOW - 9 * DAY, discharged=NOW)
    assert refusal(store, change_stay, changed(store, number, STAY)).code == "stay-ended"
    with clock.standing_at(NOW - MINUTE):
        store.run(change_stay, changed(store, number, STAY))


def test_an_unknown_stay_and_an_outdated_one_are_refused(store):
    number = with_resident(store)
    assert refusal(store, change_stay, ChangeStay(99, 1, STAY)).code == "stay-unknown"
    late = changed(store, number, STAY)
    store.run(change_stay, late)
    other = replace(late, stay=StayContent(NOW - 2 * DAY))
    assert refusal(store, change_stay, other).code == "changed-meanwhile"


def test_a_planned_arrival_is_called_off_and_the_person_stays_known(store):
    number = with_resident(store, admitted=NOW + DAY)
    before = stands(store)
    done = store.run(cancel_arrival, cancelled(store, number))
    assert card(store, number).row.status is Status.DISCHARGED
    assert card(store, number).row.stay_id is None
    assert store.read(residents, NOW) == ()
    assert [row.resident_id for row in store.read(residents, NOW, with_discharged=True)] == [number]
    assert log_of(store, "cancel_arrival").reason == WHY
    again = back(store, done)
    assert stands(store) == before
    back(store, again)
    assert card(store, number).stays == ()


def test_a_planned_arrival_of_somebody_known_leaves_the_earlier_stays(store):
    number = with_resident(store, admitted=NOW - 9 * DAY, discharged=NOW - DAY)
    store.run(readmit_resident, ReadmitResident(number, 1, StayContent(NOW + DAY)))
    store.run(cancel_arrival, cancelled(store, number))
    assert [each.content.admitted for each in card(store, number).stays] == [NOW - 9 * DAY]


@pytest.mark.parametrize(("shift", "begun"), [(0, True), (1, False)])
def test_who_has_arrived_is_released_and_not_called_off(store, shift, begun):
    number = with_resident(store, admitted=NOW + timedelta(minutes=shift))
    if begun:
        assert refusal(store, cancel_arrival, cancelled(store, number)).code == "stay-begun"
    else:
        store.run(cancel_arrival, cancelled(store, number))


@pytest.mark.parametrize("reason", ["", "abcd", "x" * 501])
def test_an_arrival_is_called_off_with_a_reason(store, reason):
    number = with_resident(store, admitted=NOW + DAY)
    assert codes(refusal(store, cancel_arrival, cancelled(store, number, reason))) == [
        "reason-needed"
    ]


def test_an_arrival_called_off_twice_is_unknown_the_second_time(store):
    number = with_resident(store, admitted=NOW + DAY)
    request = cancelled(store, number)
    store.run(cancel_arrival, request)
    with pytest.raises(KnownError) as found:
        store.run(cancel_arrival, request)
    assert found.value.code == "stay-unknown"
