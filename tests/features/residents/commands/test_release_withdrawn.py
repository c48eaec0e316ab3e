"""A planned release that is withdrawn, and what of other features goes on with it."""

from __future__ import annotations

import pytest

from openblock.clock import FOREVER
from openblock.features.residents.commands import (
    ReadmitResident,
    WithdrawRelease,
    readmit_resident,
    release,
    release_resident,
    resumes_with,
    withdraw_release,
)
from openblock.features.residents.rules.content import StayContent
from tests.factories import with_resident
from tests.features.residents.commands.test_release import release as request_of
from tests.features.residents.doing import DAY, NOW, WHY, back, card, codes, refusal, version
from tests.features.residents.joining import Put, held, put


@pytest.fixture(autouse=True)
def resuming(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "_resumings", {})


def withdrawal(store, number, reason=WHY):
    return WithdrawRelease(number, version(store, number), reason)


def planned(store):
    number = with_resident(store)
    store.run(release_resident, request_of(store, number, NOW + 3 * DAY))
    return number


def test_a_planned_release_is_withdrawn_and_the_withdrawal_taken_back(store):
    number = planned(store)
    done = store.run(withdraw_release, withdrawal(store, number))
    stay = card(store, number).stays[0].content
    assert (stay.discharged, stay.discharge_kind) == (FOREVER, "")
    again = back(store, done)
    stay = card(store, number).stays[0].content
    assert (stay.discharged, stay.discharge_kind) == (NOW + 3 * DAY, "released")
    back(store, again)
    assert card(store, number).row.discharged == FOREVER


def test_what_joined_features_ended_goes_on_once_the_stay_does(store):
    def goes_on(work, resident_id, at):
        undo = put(work, Put(resident_id, f"on from {at:%d.%m.}")).undo
        return (undo,)

    resumes_with("held", goes_on)
    number = planned(store)
    done = store.run(withdraw_release, withdrawal(store, number))
    assert store.read(held, number) == "on from 25.11."
    back(store, done)
    assert store.read(held, number) == ""


@pytest.mark.parametrize("ahead", [None, -1])
def test_only_a_release_that_lies_ahead_is_withdrawn(store, ahead):
    number = with_resident(store)
    if ahead is not None:
        store.run(release_resident, request_of(store, number, NOW + ahead * DAY))
    assert refusal(store, withdraw_release, withdrawal(store, number)).code == "release-not-planned"


def test_a_withdrawal_says_why_and_does_not_reach_into_the_next_stay(store):
    number = planned(store)
    assert codes(refusal(store, withdraw_release, withdrawal(store, number, "no"))) == [
        "reason-needed"
    ]
    store.run(
        readmit_resident,
        ReadmitResident(number, version(store, number), StayContent(NOW + 9 * DAY)),
    )
    assert codes(refusal(store, withdraw_release, withdrawal(store, number))) == ["stays-overlap"]
