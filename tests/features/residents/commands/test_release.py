"""RES-09: a stay ends with everything open, at once, late or planned; and goes back in one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.commands import (
    CancelArrival,
    ReadmitResident,
    ReleaseResident,
    cancel_arrival,
    ends_with,
    readmit_resident,
    release_resident,
    save_alert,
)
from openblock.features.residents.commands import release as releasing
from openblock.features.residents.commands.requests import SaveAlert
from openblock.features.residents.queries import Join, OpenMatter, join, open_matters
from openblock.features.residents.queries.joined import joined
from openblock.features.residents.rules.content import AlertContent, Status, StayContent
from openblock.features.staff.tables import RememberedHeadings
from openblock.storage.store import Done, Step
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
    version,
)

OUT = "leave of the tests"


@dataclass(frozen=True)
class Put:
    """What the tests' own feature holds of a person, as a row any table will do for."""

    resident_id: int
    held: str


def put(work, request: Put) -> Done:
    """Holds something of a person; the way back is what was held before."""
    row = work.session.get(RememberedHeadings, f"held {request.resident_id}")
    if row is None:
        row = RememberedHeadings(list_name=f"held {request.resident_id}", headings={"held": ""})
        work.session.add(row)
    before = row.headings["held"]
    row.headings = {"held": request.held}
    return Done(undo=Step(put, Put(request.resident_id, before)))


put.__module__ = "openblock.features.staff.commands"
put.__name__ = "import_officers"


def held(session, resident_id: int) -> str:
    row = session.get(RememberedHeadings, f"held {resident_id}")
    return "" if row is None else row.headings["held"]


held.__module__ = "openblock.features.staff.queries"
held.__name__ = "officers"


@pytest.fixture(autouse=True)
def alone() -> Iterator[None]:
    """Nothing is joined but what a test joins itself."""
    queries, endings = dict(joined_by_key()), dict(releasing._endings)  # noqa: SLF001
    joined_by_key().clear()
    releasing._endings.clear()  # noqa: SLF001
    yield
    for there, before in ((joined_by_key(), queries), (releasing._endings, endings)):  # noqa: SLF001
        there.clear()
        there.update(before)


def joined_by_key():
    from openblock.features.residents.queries import joined as module

    return module._joined  # noqa: SLF001


@pytest.fixture
def feature(store):
    """A feature that holds something of everybody until their stay ends."""

    def ending(work, resident_id, at):
        done = put(work, Put(resident_id, f"ended {at:%d.%m.}"))
        return (done.undo,)

    ends_with("held", ending)
    return ending


def release(store, number: int, at=NOW, kind: str = "released", **facts) -> ReleaseResident:
    return ReleaseResident(number, version(store, number), at, kind, **facts)


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


def stopping() -> None:
    def matters(_session, _resident_id, at):
        return (
            OpenMatter("bed", {"until": at}),
            OpenMatter("leave-open", {"since": at}, stops=True),
        )

    join(Join(OUT, lambda *_a: {}, lambda *_a: (), matters))


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


def test_an_arrival_called_off_ends_what_was_planned_with_it_too(store, feature):
    number = with_resident(store, admitted=NOW + DAY)
    store.run(put, Put(number, "bed 105 A"))
    shown = card(store, number).stays[0]
    done = store.run(cancel_arrival, CancelArrival(shown.stay_id, shown.version, WHY))
    assert store.read(held, number) == "ended 23.11."
    back(store, done)
    assert store.read(held, number) == "bed 105 A"


def test_a_release_of_an_outdated_card_or_of_nobody_is_refused(store):
    number = with_resident(store)
    late = replace(release(store, number), version=7)
    assert refusal(store, release_resident, late).code == "changed-meanwhile"
    nobody = replace(late, resident_id=99)
    assert refusal(store, release_resident, nobody).code == "resident-unknown"


def test_a_feature_joins_once_by_its_name(store):
    for _ in range(2):
        stopping()
    assert [each.key for each in joined()] == [OUT]


def test_a_planned_release_that_has_come_is_over(store):
    number = with_resident(store, discharged=NOW + DAY)
    with clock.standing_at(NOW + DAY):
        request = release(store, number, NOW + DAY)
        assert refusal(store, release_resident, request).code == "resident-not-here"
