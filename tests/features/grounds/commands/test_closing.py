"""An area is closed: every booking that hits is moved or cancelled in the same step (GR-09)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from openblock.clock import standing_at
from openblock.features.grounds.commands import (
    BookArea,
    CancelBooking,
    Hit,
    OpenArea,
    StartBooking,
    book_area,
    cancel_booking,
    close_area,
    open_area,
    start_booking,
)
from openblock.features.grounds.rules.content import ClosureContent, ClosureReason
from openblock.features.grounds.tables import AreaClosure
from tests.factories import with_closure
from tests.features.grounds.commands.doing import closing, refusal, refused, utc
from tests.features.grounds.outside import NOW, on


def stored(deeds, number):
    with Session(deeds.store.engine, expire_on_commit=False) as session:
        return session.get(AreaClosure, number)


def test_gr_09_what_a_closure_hits_is_counted_and_nothing_is_closed(deeds):
    block = deeds.block
    request = closing(block.field, on(16, 13), on(18, 0))
    error = refusal(deeds.run, close_area, request)
    assert [(each.code, each.facts["number"]) for each in error.problems] == [("closure-hits", 1)]
    assert deeds.booking(block.football).state == "approved"


def test_gr_09_what_is_hit_is_cancelled_with_a_cause_that_names_the_closure(deeds):
    block = deeds.block
    hit = Hit(*deeds.seen(block.football))
    request = closing(block.field, on(16, 13), on(18, 0), hit, remark=" vārti  lūst")
    number = deeds.run(close_area, request).value
    row = deeds.booking(block.football)
    assert (row.state, row.cause) == ("cancelled", "closed: Repair: vārti lūst")
    assert deeds.diary(block.football) == []
    closure = stored(deeds, number)
    assert (closure.remark, closure.closed_by, closure.closed_at) == (
        "vārti lūst",
        "Anna Bērziņa",
        NOW,
    )


def test_gr_09_what_is_hit_is_moved_and_judged_where_it_goes(deeds):
    block = deeds.block
    content = deeds.content(block.football, starts_at=on(16, 12.5), ends_at=on(16, 13.5))
    hit = Hit(*deeds.seen(block.football), content)
    error = refusal(deeds.run, close_area, closing(block.field, on(16, 13), on(18, 0), hit))
    assert [each.code for each in error.problems] == ["area-closed"]
    assert error.problems[0].facts["booking"] == block.football
    deeds.run(close_area, closing(block.field, on(16, 13.5), on(18, 0), hit))
    assert [each[1:] for each in deeds.diary(block.football)] == [
        (utc(16, 12.5), utc(16, 13.5))
    ] * 4


def test_warnings_of_what_is_moved_are_answered_with_one_reason(deeds):
    block = deeds.block
    content = deeds.content(
        block.football, starts_at=on(28, 10), ends_at=on(28, 11), officer_id=None
    )
    hit = Hit(*deeds.seen(block.football), content)
    request = closing(block.field, on(16, 13), on(18, 0), hit)
    assert refused(deeds.run, close_area, request) == ["supervisor-open"]
    answered = closing(block.field, on(16, 13), on(18, 0), hit, reason="planned next month")
    deeds.run(close_area, answered)
    assert deeds.booking(block.football).override == "planned next month"


def test_two_that_are_moved_to_one_place_do_not_both_get_it(deeds):
    block = deeds.block
    other = deeds.booked(block.wish("garden", "ab", 17, (14, 15)))
    moved = [
        Hit(*deeds.seen(number), deeds.content(number, starts_at=on(18, 14), ends_at=on(18, 15)))
        for number in (block.weeding, other)
    ]
    request = closing(block.garden, on(16, 13), on(18, 0), *moved)
    assert refused(deeds.run, close_area, request) == ["area-full"]


def test_a_stale_hit_is_told_and_one_that_is_hit_no_longer_is_left_alone(deeds):
    block = deeds.block
    hit = Hit(*deeds.seen(block.football))
    deeds.store.run(book_area, deeds.changed(block.football, purpose="Basketbols"))
    request = closing(block.field, on(16, 13), on(18, 0), hit)
    assert refused(deeds.run, close_area, request) == ["changed-meanwhile"]
    deeds.store.run(cancel_booking, CancelBooking(*deeds.seen(block.football), "it rains"))
    deeds.run(close_area, closing(block.field, on(16, 13), on(18, 0), hit))
    assert deeds.booking(block.football).cause == "it rains"


def test_a_hit_that_the_closure_does_not_hit_is_not_touched(deeds):
    block = deeds.block
    deeds.run(close_area, closing(block.field, on(20, 9), on(20, 12), Hit(block.football, 1)))
    assert deeds.booking(block.football).state == "approved"


def test_a_group_that_is_out_comes_in_now_or_when_the_closure_begins(deeds):
    block = deeds.block
    with standing_at(on(16, 15)):
        deeds.store.run(start_booking, StartBooking(*deeds.seen(block.football)))
    with standing_at(on(16, 15.25)):
        hit = Hit(*deeds.seen(block.football))
        deeds.run(close_area, closing(block.field, on(16, 15.75), on(16, 20), hit))
        row = deeds.booking(block.football)
        assert (row.state, row.ends_at) == ("in-use", on(16, 15.75))
        hit = Hit(*deeds.seen(block.football))
        deeds.run(close_area, closing(block.field, on(16, 15.25), on(16, 15.5), hit))
    row = deeds.booking(block.football)
    assert (row.state, row.ended_at) == ("finished", on(16, 15.25))


def test_in_a_closed_area_nothing_is_booked_until_it_opens(deeds):
    block = deeds.block
    number = with_closure(deeds.store, block.garden, on(17, 9), on(18, 9))
    wish = BookArea(block.wish("garden", "a", 17))
    assert refused(deeds.run, book_area, wish) == ["area-closed"]
    with standing_at(on(17, 9.5)):
        deeds.run(open_area, OpenArea(number, stored(deeds, number).version))
        assert stored(deeds, number).ends_at == on(17, 9.5)
        deeds.run(book_area, wish)
        again = OpenArea(number, stored(deeds, number).version)
        assert refused(deeds.run, open_area, again) == ["area-closure-over"]


def test_a_closure_that_has_not_begun_is_taken_back_and_then_unknown(deeds):
    block = deeds.block
    number = with_closure(deeds.store, block.garden, on(17, 9), on(18, 9))
    assert refused(deeds.run, open_area, OpenArea(number, 99)) == ["changed-meanwhile"]
    deeds.run(open_area, OpenArea(number, 1))
    assert stored(deeds, number) is None
    assert refused(deeds.run, open_area, OpenArea(number, 1)) == ["closure-unknown"]


def test_a_closure_gets_another_time_and_what_it_hits_then_is_named_too(deeds):
    block = deeds.block
    number = with_closure(deeds.store, block.field, on(17, 9), on(18, 9))
    content = ClosureContent(block.field, on(16, 15), on(18, 9), ClosureReason.WEATHER)
    request = closing(block.field, on(16, 15), on(18, 9), closure_id=number, version=1)
    assert refused(deeds.run, close_area, request) == ["closure-hits"]
    hit = Hit(*deeds.seen(block.football))
    deeds.run(close_area, type(request)(content, (hit,), number, 1))
    assert (stored(deeds, number).reason, stored(deeds, number).starts_at) == (
        "weather",
        on(16, 15),
    )
    assert deeds.booking(block.football).cause == "closed: Weather"


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        (on(18, 0), on(17, 0), "closure-backwards"),
        (on(15, 0), on(16, 10), "area-closure-over"),
    ],
)
def test_a_closure_that_cannot_be_is_refused(deeds, start, end, code):
    assert code in refused(deeds.run, close_area, closing(deeds.block.garden, start, end))


def test_undoing_a_closure_brings_its_bookings_back_unless_others_have_the_time(deeds):
    block = deeds.block
    hit = Hit(*deeds.seen(block.football))
    done = deeds.store.run(close_area, closing(block.field, on(16, 13), on(18, 0), hit))
    deeds.booked(block.wish("garden", "a", 16, (15, 16)))
    assert refused(deeds.back, done.undo) == ["guest-busy"]
    assert stored(deeds, done.value) is not None


def test_what_is_unknown_is_said_to_be(deeds):
    soon = NOW + timedelta(hours=1)
    assert refused(deeds.run, close_area, closing(99, NOW, soon)) == ["area-unknown"]
    gone = closing(deeds.block.garden, NOW, soon, closure_id=99, version=1)
    assert refused(deeds.run, close_area, gone) == ["closure-unknown"]
