"""RES-09: a stay ends at once, late or planned; and goes back in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.commands import (
    ReadmitResident,
    readmit_resident,
    release_resident,
    save_alert,
)
from openblock.features.residents.commands.requests import SaveAlert
from openblock.features.residents.rules.content import AlertContent, Status, StayContent
from tests.factories import with_prison, with_resident
from tests.features.residents.doing import (
    DAY,
    MINUTE,
    NOW,
    WHY,
    back,
    card,
    fields,
    log_of,
    refusal,
)
from tests.features.residents.joining import held, release


def test_a_release_ends_the_stay_at_once(store):
    number = with_resident(store)
    prison = with_prison(store)
    request = release(store, number, kind="transferred", transferred_to_id=prison, reason="vēstule")
    done = store.run(release_resident, request)
    found = card(store, number)
    assert (found.row.status, found.row.discharged) == (Status.DISCHARGED, NOW)
    assert found.stays[0].transferred_to == "Tālais cietums"
    assert found.stays[0].stay_id == done.value
    assert log_of(store, "release_resident").reason == "vēstule"


@pytest.mark.parametrize(
    ("shift", "refused"), [(-MINUTE, True), (timedelta(0), True), (MINUTE, False)]
)
def test_nobody_is_released_before_the_admission(store, shift, refused):
    number = with_resident(store, admitted=NOW - DAY)
    request = release(store, number, NOW - DAY + shift)
    if refused:
        error = refusal(store, release_resident, request)
        assert fields(error) == [("at", "release-before-admission")]
    else:
        store.run(release_resident, request)


@pytest.mark.parametrize(("minutes", "asked"), [(0, False), (1, True)])
def test_a_release_is_entered_up_to_three_days_late_without_ado(store, minutes, asked):
    number = with_resident(store)
    at = NOW - timedelta(hours=72, minutes=minutes)
    if asked:
        error = refusal(store, release_resident, release(store, number, at))
        assert fields(error) == [("at", "release-long-ago")]
    store.run(release_resident, release(store, number, at, reason=WHY if asked else ""))
    assert card(store, number).row.discharged == at


def test_a_release_in_the_future_is_planned_and_what_is_held_ends_then(store, feature):
    number = with_resident(store)
    store.run(release_resident, release(store, number, NOW + 3 * DAY))
    assert card(store, number).row.status is Status.PRESENT
    assert card(store, number, NOW + 3 * DAY).row.status is Status.DISCHARGED
    assert store.read(held, number) == "ended 25.11."
    # It may be brought forward, or come to be at once.
    store.run(release_resident, release(store, number))
    assert card(store, number).row.status is Status.DISCHARGED


def test_a_planned_release_may_touch_the_next_stay_but_not_reach_into_it(store):
    number = with_resident(store, discharged=NOW + DAY)
    next_stay = StayContent(NOW + 9 * DAY)
    store.run(readmit_resident, ReadmitResident(number, 1, next_stay))
    late = release(store, number, NOW + 9 * DAY + MINUTE)
    assert fields(refusal(store, release_resident, late)) == [("at", "stays-overlap")]
    store.run(release_resident, release(store, number, NOW + 9 * DAY))


def test_a_release_says_how_and_to_a_prison_that_is_in_use(store):
    number = with_resident(store)
    prison = with_prison(store, active_to=date(2026, 11, 21))
    wrong = release(store, number, kind="gone", transferred_to_id=prison)
    assert fields(refusal(store, release_resident, wrong)) == [
        ("kind", "choice-unknown"),
        ("transferred_to_id", "prison-not-in-use"),
    ]


@pytest.mark.parametrize(("admitted", "discharged"), [(NOW + DAY, NOW + 2 * DAY), (NOW - DAY, NOW)])
def test_only_who_is_here_is_released(store, admitted, discharged):
    number = with_resident(store, admitted=admitted, discharged=discharged)
    assert refusal(store, release_resident, release(store, number)).code == "resident-not-here"


def test_alert_marks_stay_with_the_person(store):
    number = with_resident(store)
    content = AlertContent("health", "Cukura diabēts", date(2026, 11, 1))
    store.run(save_alert, SaveAlert(number, None, 0, content))
    store.run(release_resident, release(store, number))
    assert card(store, number).row.alerts == ("health",)


def test_a_release_somebody_built_upon_is_not_taken_back(store):
    number = with_resident(store)
    done = store.run(release_resident, release(store, number))
    store.run(readmit_resident, ReadmitResident(number, 1, StayContent(NOW)))
    with pytest.raises(KnownError) as found:
        back(store, done)
    assert found.value.code == "resident-built-upon"
    assert len(card(store, number).stays) == 2


def test_a_stay_changed_since_its_release_is_not_taken_back(store):
    number = with_resident(store)
    done = store.run(release_resident, release(store, number, NOW + 2 * DAY))
    store.run(release_resident, release(store, number, NOW + DAY))
    with pytest.raises(KnownError) as found:
        back(store, done)
    assert found.value.code == "residents-changed-meanwhile"


def test_a_release_of_an_outdated_card_or_of_nobody_is_refused(store):
    number = with_resident(store)
    late = replace(release(store, number), version=7)
    assert refusal(store, release_resident, late).code == "changed-meanwhile"
    nobody = replace(late, resident_id=99)
    assert refusal(store, release_resident, nobody).code == "resident-unknown"


def test_a_planned_release_that_has_come_is_over(store):
    number = with_resident(store, discharged=NOW + DAY)
    with clock.standing_at(NOW + DAY):
        request = release(store, number, NOW + DAY)
        assert refusal(store, release_resident, request).code == "resident-not-here"
