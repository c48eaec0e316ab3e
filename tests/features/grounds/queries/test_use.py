"""Everybody's share of the grounds in a period, and one person's bookings."""

from __future__ import annotations

from datetime import date

from openblock.clock import standing_at
from openblock.features.grounds.commands import (
    CancelBooking,
    FinishBooking,
    NoShow,
    StartBooking,
    cancel_booking,
    finish_booking,
    no_show,
    start_booking,
)
from openblock.features.grounds.queries import fair_use, resident_bookings
from openblock.features.grounds.rules.content import State
from tests.factories import with_booking, with_resident
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import seen
from tests.features.shadowing.queries.asking import scanned, statements

SEPTEMBER = (date(2026, 9, 1), date(2026, 9, 30))


def share(block, letter, at=NOW, period=SEPTEMBER):
    found = block.store.read(fair_use, *period, at)
    number = block.residents[letter]
    return next(each for each in found.lines if each.resident_id == number)


def test_minutes_are_those_ticked_at_the_door_and_only_of_who_came(block):
    with standing_at(on(16, 15.25)):
        missing = block.people("d")
        block.store.run(start_booking, StartBooking(block.football, 1, missing=missing))
    out = share(block, "c", on(16, 15.75))
    assert (out.minutes, out.times, out.missed) == ({block.field: 30}, 1, 0)
    (version,) = {each.version for each in seen(block, "field").bookings[1:]}
    with standing_at(on(16, 16)):
        block.store.run(finish_booking, FinishBooking(block.football, version))
    assert share(block, "c", on(16, 18)).minutes == {block.field: 45}
    assert share(block, "a", on(16, 18)).total == 60 + 45
    missed = share(block, "d", on(16, 18))
    assert (missed.total, missed.times, missed.missed) == (0, 0, 1)


def test_what_is_booked_ahead_is_no_use_yet_and_what_nobody_came_to_is_missed(block):
    assert (share(block, "e").ahead, share(block, "e").total) == (1, 0)
    with standing_at(on(17, 10.5)):
        block.store.run(no_show, NoShow(block.gym, 1, "slept"))
    after = share(block, "e", on(17, 12))
    assert (after.ahead, after.missed, after.times) == (0, 1, 0)


def test_what_was_cancelled_or_never_ticked_counts_for_nothing(block):
    block.store.run(cancel_booking, CancelBooking(block.weeding, 1, "it rains"))
    assert (share(block, "g").ahead, share(block, "g").missed) == (0, 0)
    never = share(block, "c", on(20, 12))
    assert (never.ahead, never.times, never.missed) == (0, 0, 0)


def test_the_least_served_stand_first_and_the_average_is_over_everybody_here(block):
    found = block.store.read(fair_use, *SEPTEMBER, NOW)
    assert [each.name.split()[0] for each in found.lines] == [
        *("Celmiņš", "Dārziņš", "Egle", "Freimanis", "Grāvis", "Hofmanis", "Apsītis", "Bērziņš")
    ]
    assert found.average == 15
    assert [each.area_id for each in found.areas] == [block.field]


def test_who_has_left_stands_after_those_who_can_still_be_served(block):
    gone = with_resident(block.store, "Ābols", admitted=on(1, 12, 8), discharged=on(10, 12))
    found = block.store.read(fair_use, *SEPTEMBER, NOW)
    assert found.lines[-1].resident_id == gone
    then = block.store.read(fair_use, date(2026, 9, 1), date(2026, 9, 9), NOW)
    assert then.lines[-1].resident_id != gone


def test_only_the_days_of_the_period_and_people_here_in_it_count(block):
    late = with_resident(block.store, "Vilks", admitted=on(1, 12, 10))
    found = block.store.read(fair_use, date(2026, 9, 16), date(2026, 9, 30), NOW)
    assert all(each.total == 0 for each in found.lines)
    assert late not in {each.resident_id for each in found.lines}
    empty = block.store.read(fair_use, date(2020, 1, 1), date(2020, 1, 31), NOW)
    assert (empty.lines, empty.average, empty.areas) == ((), 0, ())


def test_one_persons_bookings_are_read_with_those_to_come_and_those_cancelled(block):
    block.store.run(cancel_booking, CancelBooking(block.football, 1, "it rains"))
    later = with_booking(
        block.store,
        block.hall,
        block.people("a"),
        on(18, 10),
        on(18, 11),
        officer_id=block.kristine,
    )
    rows = block.store.read(resident_bookings, block.residents["a"], NOW)
    assert [(each.booking_id, each.state) for each in rows] == [
        (block.gone, State.FINISHED),
        (block.football, State.CANCELLED),
        (later, State.APPROVED),
    ]
    assert block.store.read(resident_bookings, 99, NOW) == ()


def test_a_lost_officer_shows_among_a_persons_bookings(block):
    block.duty("agnese", 16, None)
    rows = block.store.read(resident_bookings, block.residents["a"], NOW)
    assert [each.lost.code for each in rows if each.lost] == ["supervisor-off-duty"]


def test_the_report_takes_so_many_statements_and_looks_through_no_bookings(block):
    before = statements(block.store, fair_use, *SEPTEMBER, NOW)
    with_booking(
        block.store,
        block.hall,
        block.people("h"),
        on(18, 10),
        on(18, 11),
        officer_id=block.kristine,
    )
    assert statements(block.store, fair_use, *SEPTEMBER, NOW) == before
    assert not scanned(block.store, fair_use, *SEPTEMBER, NOW) & {"bookings", "participants"}
