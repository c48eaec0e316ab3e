"""Guests and officers are read as a wish needs them, over weeks, in so many statements."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError
from openblock.features.diary.rules import CommitmentKind
from openblock.features.grounds.queries.people import Guests, Staff, week_of
from openblock.features.grounds.rules.content import Span
from tests.factories import with_booking
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import inside

NOON = Span(on(17, 12), on(17, 13))


def guest(block, letter, span, booking_id=None, now=NOW):
    number = block.residents[letter]
    return inside(
        block.store,
        lambda session: Guests(session, (number,), span).guest(number, span, booking_id, now),
    )


def test_a_week_goes_from_monday_to_monday_by_the_wall_clock():
    assert week_of(on(20, 23.5)) == Span(on(14, 0), on(21, 0))
    assert week_of(on(21, 0)) == Span(on(21, 0), on(28, 0))
    # The week in which the clock goes back is an hour longer.
    assert week_of(on(25, 12, 10)).minutes == (7 * 24 + 1) * 60


def test_a_guest_has_a_name_stays_and_what_takes_the_time_then(block):
    found = guest(block, "a", Span(on(16, 16), on(16, 17)))
    assert (found.name, len(found.present)) == ("Apsītis Jānis", 1)
    busy = Span(on(16, 15), on(16, 16.5))
    assert found.busy == ((busy, CommitmentKind.BOOKING, "Sporta laukums"),)
    assert guest(block, "a", Span(on(16, 16.5), on(16, 17))).busy == ()


def test_only_other_bookings_of_the_same_week_that_have_not_begun_are_counted(block):
    for day in (18, 19, 21):
        with_booking(block.store, block.garden, block.people("a"), on(day, 9), on(day, 10))
    assert guest(block, "a", NOON).this_week == 3
    assert guest(block, "a", NOON, block.football).this_week == 2
    assert guest(block, "a", NOON, now=on(16, 15)).this_week == 2
    assert guest(block, "a", Span(on(22, 12), on(22, 13))).this_week == 1


def test_a_resident_nobody_knows_is_no_guest(block):
    with pytest.raises(KnownError, match="resident-unknown"):
        inside(block.store, lambda session: Guests(session, (99,), NOON).guest(99, NOON, None, NOW))


def test_officers_on_duty_are_those_whose_duty_meets_the_time(block):
    def on_duty(session):
        return {each.officer_id for each in Staff(session, NOON).on_duty(NOON)}

    assert inside(block.store, on_duty) == {block.ilze, block.kristine}


def test_the_roster_is_laid_where_anybody_has_a_duty_in_those_hours(block):
    days = Span(on(27, 0), on(29, 0))

    def laid(session, start, end):
        return Staff(session, days).laid(Span(start, end))

    # The last duty ends at nine in the morning of the 28th.
    assert inside(block.store, laid, on(28, 8), on(28, 10))
    assert not inside(block.store, laid, on(28, 9), on(28, 10))


def test_a_supervisor_has_the_duties_around_and_the_others_watched_then(block):
    span = Span(on(16, 16), on(16, 17))

    def supervisor(session, booking_id=None):
        return Staff(session, span).supervisor(block.agnese, span, booking_id)

    found = inside(block.store, supervisor)
    assert found.duties == (Span(on(16, 9), on(17, 9)),)
    assert found.watched == ((Span(on(16, 15), on(16, 16.5)), 4, 12),)
    assert inside(block.store, supervisor, block.football).watched == ()


def test_only_officers_asked_for_are_asked_what_they_watch(block):
    span = Span(on(16, 15), on(16, 16))

    def watching(session, officers):
        return len(Staff(session, span, officers).watching(block.agnese, span))

    assert inside(block.store, watching, None) == 1
    assert inside(block.store, watching, (block.agnese,)) == 1
    assert inside(block.store, watching, (block.ilze,)) == 0
    assert inside(block.store, watching, ()) == 0


def test_who_is_off_duty_is_known_by_name_and_who_is_nobody_is_said(block):
    def name(session, number):
        return Staff(session, NOON).supervisor(number, NOON, None).name

    assert inside(block.store, name, block.oskars) == "Oskarsska Jana"
    with pytest.raises(KnownError, match="officer-unknown"):
        inside(block.store, name, 99)
