"""Who could watch over a booking: those on duty throughout first, whoever has the least to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from openblock.clock import standing_at
from openblock.errors import KnownError
from openblock.features.grounds.commands import BookArea, book_area
from openblock.features.grounds.queries import supervisor_offers
from openblock.features.grounds.queries.officers import minutes_watched
from openblock.features.grounds.rules.content import Span
from tests.factories import with_booking, with_resident
from tests.features.grounds.outside import on
from tests.features.grounds.queries.asking import codes, inside
from tests.features.shadowing.queries.asking import statements

HOUR = timedelta(hours=1)


def names(block, content, number=None):
    found = block.store.read(supervisor_offers, content, number)
    return [(each.name.removesuffix("ska Jana"), each.fits) for each in found]


def test_only_officers_with_a_duty_then_are_offered(block):
    content = block.wish("field", "e", 17, (10, 11))
    assert names(block, content) == [("Ilze", True), ("Kristine", True)]


def test_whoever_is_on_duty_for_a_part_only_cannot_and_is_told_why(block):
    content = block.wish("field", "e", 17, (8.5, 9.5))
    offers = block.store.read(supervisor_offers, content)
    assert [each.fits for each in offers] == [False, False, False]
    assert {each.name for each in offers} == {"Agneseska Jana", "Ilzeska Jana", "Kristineska Jana"}
    assert {each.code for offer in offers for each in offer.problems} == {"supervisor-off-duty"}


def test_whoever_has_nobody_under_the_eyes_stands_before_who_has(block):
    block.store.run(book_area, BookArea(block.wish("hall", "fg", 17, (11, 11.5), officer="ilze")))
    offers = block.store.read(supervisor_offers, block.wish("field", "h", 17, (11, 12)))
    assert [(each.name, each.watching) for each in offers] == [
        ("Kristineska Jana", 0),
        ("Ilzeska Jana", 2),
    ]


def test_whoever_watched_least_of_late_stands_first(block):
    with standing_at(on(15, 12)):
        for hour in (13, 15, 17):
            with_booking(
                block.store,
                block.hall,
                block.people("h"),
                on(15, hour),
                on(15, hour + 2),
                officer_id=block.kristine,
            )
    block.duty("oskars", 17, "D")
    offers = block.store.read(supervisor_offers, block.wish("field", "f", 17, (11, 12)))
    assert [(each.name.removesuffix("ska Jana"), each.hours) for each in offers] == [
        ("Ilze", 0),
        ("Oskars", 0),
        ("Kristine", 7),
    ]


def test_who_would_have_too_many_under_the_eyes_cannot(block):
    for name in ("Ozols", "Priede", "Rutks", "Sils", "Timma"):
        with_resident(block.store, name)
    others = tuple(range(9, 14))
    block.store.run(book_area, BookArea(block.wish("hall", "fgh", 17, (11, 12), officer="ilze")))
    just = block.wish("field", "abcde", 17, (11, 12))
    assert names(block, just) == [("Kristine", True), ("Ilze", True)]
    many = replace(just, residents=just.residents + others)
    offers = block.store.read(supervisor_offers, many)
    assert [(each.fits, codes(each.problems)) for each in offers] == [
        (True, []),
        (False, ["supervisor-overloaded"]),
    ]


def test_the_booking_that_is_changed_is_not_under_the_eyes_already(block):
    content = block.wish("field", "abcd", 16, (15, 16.5), officer="agnese")
    own = block.store.read(supervisor_offers, content, block.football)
    assert {each.name: each.watching for each in own}["Agneseska Jana"] == 0
    again = block.store.read(supervisor_offers, content)
    assert {each.name: each.watching for each in again}["Agneseska Jana"] == 4


def test_an_offer_shows_the_duty_and_the_post(block):
    offer = block.store.read(supervisor_offers, block.wish("field", "e", 17, (10, 11)))[0]
    assert offer.duty == Span(on(17, 9), on(18, 9))


def test_an_unknown_area_is_said_and_a_time_backwards_has_no_offers(block):
    content = block.wish("field", "e", 17, (11, 10))
    assert block.store.read(supervisor_offers, content) == ()
    with pytest.raises(KnownError, match="area-unknown"):
        block.store.read(
            supervisor_offers, type(content)(99, content.ends_at, content.starts_at, ())
        )


@pytest.mark.parametrize("year", [1, 9999])
def test_nobody_is_offered_for_a_time_nobody_can_mean(block, year):
    wild = datetime(year, 1, 1, tzinfo=UTC)
    content = replace(block.wish("field", "e", 17), starts_at=wild, ends_at=wild + HOUR)
    assert block.store.read(supervisor_offers, content) == ()


def test_hours_are_counted_four_weeks_back_and_not_of_what_was_cancelled(block):
    span = Span(on(17, 10), on(17, 11))
    found = inside(block.store, minutes_watched, span, (block.andris, block.agnese))
    assert found == {block.andris: 60, block.agnese: 90}
    later = Span(on(14, 12, 10), on(14, 13, 10))
    assert inside(block.store, minutes_watched, later, (block.andris, block.agnese)) == {
        block.agnese: 90
    }
    assert inside(block.store, minutes_watched, span, ()) == {}


def test_offers_take_so_many_statements_however_many_officers_there_are(block):
    content = block.wish("field", "e", 17, (10, 11))
    before = statements(block.store, supervisor_offers, content)
    block.duty("oskars", 17, "24")
    block.duty("andris", 17, "24")
    assert statements(block.store, supervisor_offers, content) == before
