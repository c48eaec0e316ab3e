"""What lies around a booking: everything that meets it is there, and nothing that only touches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock.errors import KnownError
from openblock.features.grounds.queries.around import About, Around, readable
from openblock.features.grounds.queries.limits import read_figures
from openblock.features.grounds.queries.stored import stored_bookings
from openblock.features.grounds.rules.content import Span
from openblock.features.grounds.tables import Booking
from tests.factories import with_booking
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import inside

TODAY = Span(on(16, 0), on(17, 0))


def around(block, ask, letters="", areas=None, span=TODAY):
    """What ``ask`` gets from what lies around ``span`` for these residents."""

    def work(session):
        about = About(span, areas, frozenset(block.people(letters)), frozenset())
        return ask(Around(session, about, read_figures(session), NOW))

    return inside(block.store, work)


def test_a_wish_knows_its_neighbours_and_who_is_among_them(block):
    content = block.wish("field", "eg", 16, (16, 17))
    wish = around(block, lambda there: there.wish(content), "eg")
    (other,) = wish.neighbours
    assert (other.booking_id, other.heads, other.span) == (
        block.football,
        4,
        Span(on(16, 15), on(16, 16.5)),
    )
    assert set(other.residents) == set(block.people("abcd"))
    assert around(block, lambda there: there.neighbours(block.hall, TODAY)) == ()
    after = Span(on(16, 16.5), on(16, 17))
    assert around(block, lambda there: there.neighbours(block.field, after)) == ()


def test_a_stored_booking_is_judged_by_names_without_reading_anybodys_time(block):
    def stored(there):
        (booking,) = inside(block.store, stored_bookings_of, block.gym)
        return there.as_stored(booking)

    wish = around(block, stored, span=Span(on(17, 0), on(18, 0)))
    assert [each.name for each in wish.guests] == ["Egle Jānis"]
    assert (wish.before, wish.neighbours, wish.roster_laid) == (wish.span, (), True)
    assert Span(on(17, 9), on(17, 21)) in wish.supervisor.duties


def stored_bookings_of(session, number):
    return stored_bookings(session, Booking.id == number)


def test_bookings_that_were_read_already_are_not_read_again(block):
    def ask(session):
        about = About(TODAY, None, frozenset(), frozenset())
        there = Around(session, about, read_figures(session), NOW, bookings=())
        return there.neighbours(block.field, TODAY)

    assert inside(block.store, ask) == ()


def test_pairs_are_those_of_whom_both_are_there(block):
    with_booking(
        block.store, block.field, block.people("e"), on(16, 17), on(16, 18), officer_id=block.agnese
    )
    pair = (block.residents["e"], block.residents["f"])

    def apart(letters, hours):
        content = block.wish("field", letters, 16, hours)
        return around(block, lambda there: there.wish(content).apart, letters)

    assert apart("f", (17.5, 18.5)) == {pair}
    assert apart("f", (18, 19)) == frozenset()
    assert apart("g", (17.5, 18.5)) == frozenset()


def test_only_the_areas_asked_for_are_known(block):
    only = frozenset({block.hall})
    assert set(around(block, lambda there: there.areas, areas=only)) == {block.hall}
    with pytest.raises(KnownError, match="area-unknown"):
        around(block, lambda there: there.area(block.field), areas=only)


def test_the_hours_and_the_light_are_of_every_date_a_time_touches(block):
    night = Span(on(16, 20), on(17, 8))
    area = around(block, lambda there: there.areas[block.garden])
    assert len(around(block, lambda there: there.open(area, night))) == 2
    assert [each.day.day for each in around(block, lambda there: there.light(night))] == [16, 17]


@pytest.mark.parametrize(
    ("wished", "read"),
    [
        (Span(on(16, 10), on(16, 11)), Span(on(16, 10), on(16, 11))),
        (Span(on(16, 11), on(16, 10)), Span(on(16, 10), on(16, 11))),
        (Span(on(16, 10), on(26, 10)), Span(on(16, 10), on(18, 10))),
        (Span(datetime(1, 1, 1, tzinfo=UTC), on(16, 10)), Span(NOW, NOW)),
        (Span(on(16, 10), datetime(9999, 12, 31, tzinfo=UTC)), Span(NOW, NOW)),
    ],
)
def test_however_wrong_a_time_is_only_a_little_is_read_for_it(wished, read):
    found = readable(wished, NOW)
    assert found == read
    assert found.end - found.start <= timedelta(days=2)
