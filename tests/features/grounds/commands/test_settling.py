"""Bookings are approved, ticked out and in at the door, missed, and cancelled (GR-11)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from openblock.clock import standing_at
from openblock.features.grounds.commands import (
    ApproveBooking,
    BookSeries,
    CancelBooking,
    FinishBooking,
    NoShow,
    StartBooking,
    approve_booking,
    book_series,
    cancel_booking,
    finish_booking,
    no_show,
    start_booking,
)
from openblock.features.grounds.rules.content import Repeat, SeriesContent
from tests.features.grounds.commands.doing import refusal, refused, utc
from tests.features.grounds.outside import on

MINUTE = timedelta(minutes=1)


def test_gr_11_a_group_goes_out_and_comes_back_and_the_rest_of_the_time_is_free(deeds):
    block = deeds.block
    with standing_at(on(16, 15) + 3 * MINUTE):
        deeds.run(start_booking, StartBooking(*deeds.seen(block.football)))
        row = deeds.booking(block.football)
        assert (row.state, row.started_at) == ("in-use", on(16, 15) + 3 * MINUTE)
    with standing_at(on(16, 16)):
        deeds.run(finish_booking, FinishBooking(*deeds.seen(block.football)))
    row = deeds.booking(block.football)
    assert (row.state, row.ended_at, row.settled_by) == ("finished", on(16, 16), "Anna Bērziņa")
    assert {each[2] for each in deeds.diary(block.football)} == {utc(16, 16)}


def test_a_tick_may_name_the_time_it_was(deeds):
    block = deeds.block
    with standing_at(on(16, 15.5)):
        early = StartBooking(*deeds.seen(block.football), at=on(16, 15) - 10 * MINUTE)
        deeds.run(start_booking, early)
        late = FinishBooking(*deeds.seen(block.football), at=on(16, 15.25))
        deeds.run(finish_booking, late)
    row = deeds.booking(block.football)
    assert (row.started_at, row.ended_at) == (on(16, 15) - 10 * MINUTE, on(16, 15.25))


def test_who_is_back_late_takes_nobodys_time(deeds):
    block = deeds.block
    deeds.booked(block.wish("garden", "ef", 16, (15, 16)))
    with standing_at(on(16, 14)):
        deeds.store.run(start_booking, StartBooking(*deeds.seen(block.weeding)))
    with standing_at(on(16, 15.5)):
        deeds.run(finish_booking, FinishBooking(*deeds.seen(block.weeding)))
    assert {each[2] for each in deeds.diary(block.weeding)} == {utc(16, 15)}


def test_who_did_not_come_has_the_time_for_something_else_and_takes_no_place(deeds):
    block = deeds.block
    with standing_at(on(16, 14)):
        missing = StartBooking(*deeds.seen(block.weeding), missing=block.people("h"))
        deeds.run(start_booking, missing)
        assert deeds.booking(block.weeding).heads == 1
        assert deeds.coming(block.weeding) == list(block.people("g"))
        assert [each[0] for each in deeds.diary(block.weeding)] == [f"resident:{block.g}"]
        deeds.booked(block.wish("garden", "a", 16, (14, 14.75)))
        deeds.booked(block.wish("corner", "h", 16, (14, 15), officer="agnese"))


def test_a_missing_one_who_is_elsewhere_by_now_keeps_the_tick_from_being_taken_back(deeds):
    block = deeds.block
    with standing_at(on(16, 14)):
        missing = StartBooking(*deeds.seen(block.weeding), missing=block.people("h"))
        done = deeds.store.run(start_booking, missing)
        deeds.booked(block.wish("corner", "h", 16, (14, 15), officer="agnese"))
        assert refused(deeds.back, done.undo) == ["guest-busy"]


@pytest.mark.parametrize(
    ("hour", "facts", "code"),
    [
        (14.5, {}, "booking-too-early"),
        (16.5, {}, "booking-over"),
        (15, {"at": on(16, 15.25)}, "booking-tick-in-future"),
        (15, {"missing": "abcd"}, "booking-all-missing"),
    ],
)
def test_a_tick_that_cannot_be_is_refused(deeds, hour, facts, code):
    block = deeds.block
    if "missing" in facts:
        facts = {"missing": block.people(facts["missing"])}
    with standing_at(on(16, hour)):
        request = StartBooking(*deeds.seen(block.football), **facts)
        assert refused(deeds.run, start_booking, request) == [code]


def test_who_is_not_out_does_not_come_back_and_who_is_out_does_not_go_out_again(deeds):
    block = deeds.block
    with standing_at(on(16, 15)):
        back = FinishBooking(*deeds.seen(block.football))
        assert refused(deeds.run, finish_booking, back) == ["booking-not-started"]
        deeds.store.run(start_booking, StartBooking(*deeds.seen(block.football)))
        again = StartBooking(*deeds.seen(block.football))
        assert refused(deeds.run, start_booking, again) == ["booking-settled"]
        before = FinishBooking(*deeds.seen(block.football), at=on(16, 14.75))
        assert refused(deeds.run, finish_booking, before) == ["booking-back-before-out"]
        cancelled = CancelBooking(*deeds.seen(block.football), "it rains hard")
        assert refused(deeds.run, cancel_booking, cancelled) == ["booking-settled"]
        gone = NoShow(*deeds.seen(block.football))
        assert refused(deeds.run, no_show, gone) == ["booking-settled"]


def test_a_stale_version_is_told_who_was_quicker(deeds):
    block = deeds.block
    with standing_at(on(16, 15)):
        seen = deeds.seen(block.football)
        deeds.store.run(start_booking, StartBooking(*seen))
        error = refusal(deeds.run, finish_booking, FinishBooking(*seen))
    assert (error.code, error.facts["who"]) == ("changed-meanwhile", "Anna Bērziņa")


def test_gr_11_nobody_came_and_the_time_is_free(deeds):
    block = deeds.block
    assert refused(deeds.run, no_show, NoShow(*deeds.seen(block.football))) == ["booking-not-begun"]
    with standing_at(on(16, 15.25)):
        deeds.run(no_show, NoShow(*deeds.seen(block.football), "the ball  was lost"))
    row = deeds.booking(block.football)
    assert (row.state, row.cause, row.settled_by) == (
        "no-show",
        "the ball was lost",
        "Anna Bērziņa",
    )
    assert deeds.diary(block.football) == []


def test_cancelling_wants_a_reason_which_the_log_keeps(deeds):
    block = deeds.block
    seen = deeds.seen(block.gym)
    assert refused(deeds.run, cancel_booking, CancelBooking(*seen, "wet")) == ["reason-needed"]
    deeds.run(cancel_booking, CancelBooking(*seen, "the floor is wet"))
    row = deeds.booking(block.gym)
    assert (row.state, row.cause) == ("cancelled", "the floor is wet")
    assert deeds.diary(block.gym) == []
    (logged, *_others) = deeds.log("grounds.cancel_booking")
    assert logged.reason == "the floor is wet"
    assert ("resident", str(block.e)) in logged.subjects


def test_the_rest_of_a_series_is_cancelled_with_one_date_and_what_is_before_stays(deeds):
    block = deeds.block
    first = block.wish("garden", "a", 17, (8, 9))
    weekly = SeriesContent(first, Repeat.WEEKLY, first.starts_at.date() + timedelta(days=21))
    assert deeds.store.run(book_series, BookSeries(weekly)).value == 4
    numbers = [5, 6, 7, 8]
    deeds.store.run(cancel_booking, CancelBooking(*deeds.seen(7), "another reason"))
    done = deeds.run(cancel_booking, CancelBooking(*deeds.seen(6), "the season ends", rest=True))
    assert done.value == 2
    found = [deeds.booking(each) for each in numbers]
    assert [each.state for each in found] == ["approved", "cancelled", "cancelled", "cancelled"]
    assert [each.cause for each in found][1:] == [
        "the season ends",
        "another reason",
        "the season ends",
    ]


def test_the_rest_of_what_is_no_series_is_nothing(deeds):
    request = CancelBooking(*deeds.seen(deeds.block.gym), "the floor is wet", rest=True)
    assert deeds.run(cancel_booking, request).value == 1


def test_only_what_was_requested_is_approved(deeds):
    seen = deeds.seen(deeds.block.gym)
    assert refused(deeds.run, approve_booking, ApproveBooking(*seen)) == ["booking-not-requested"]


def test_what_is_only_requested_does_not_go_out(deeds):
    block = deeds.block
    block.set("grounds_approval", True)
    block.sign_in("duty_officer")
    number = deeds.booked(block.wish("garden", "f", 16, (16, 17)))
    with standing_at(on(16, 16)):
        start = StartBooking(*deeds.seen(number))
        assert refused(deeds.run, start_booking, start) == ["booking-not-approved"]
