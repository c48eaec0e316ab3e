"""An area is booked, and what is booked is moved, extended, changed and watched over."""

from __future__ import annotations

import pytest

from openblock.clock import standing_at
from openblock.errors import KnownError
from openblock.features.grounds.commands import (
    ApproveBooking,
    BookArea,
    CancelBooking,
    FinishBooking,
    NameSupervisor,
    StartBooking,
    approve_booking,
    book_area,
    cancel_booking,
    finish_booking,
    name_supervisor,
    start_booking,
)
from tests.features.grounds.commands.doing import REASON, refusal, refused, utc
from tests.features.grounds.outside import NOW, on


def book(deeds, *what, **facts):
    return deeds.run(book_area, BookArea(deeds.block.wish(*what, **facts)))


def test_gr_02_a_booking_takes_the_participants_time_and_is_logged_about_everybody(deeds):
    number = book(deeds, "field", "gh", 17, officer="ilze", purpose=" Volejbols  otrdien ").value
    row = deeds.booking(number)
    assert (row.state, row.heads, row.purpose) == ("approved", 2, "Volejbols otrdien")
    assert (row.booked_by, row.booked_at, row.approved_by) == ("Anna Bērziņa", NOW, "Anna Bērziņa")
    assert deeds.diary(number) == [
        (f"resident:{each}", utc(17, 10), utc(17, 11)) for each in deeds.block.people("gh")
    ]


def test_the_warning_of_a_pair_kept_apart_is_answered_with_a_reason_that_stays(deeds):
    wish = deeds.block.wish("field", "ef", 17, (12, 13), officer="ilze")
    error = refusal(deeds.run, book_area, BookArea(wish))
    assert [each.code for each in error.problems] == ["guests-apart"]
    assert refused(deeds.run, book_area, BookArea(wish, reason="none")) == [
        "guests-apart",
    ]
    number = deeds.run(book_area, BookArea(wish, reason="they made it up")).value
    assert deeds.booking(number).override == "they made it up"
    (logged, *_others) = deeds.log("grounds.book_area")
    assert logged.reason == "they made it up"
    people = {("resident", str(each)) for each in deeds.block.people("ef")}
    about = {("booking", str(number)), ("area", str(deeds.block.field))}
    watched = {("officer", str(deeds.block.ilze))}
    assert people | about | watched <= set(logged.subjects)


def test_every_problem_of_a_wish_is_told_at_once(deeds):
    wish = deeds.block.wish("field", "ab", 16, (15, 15.25), officer="oskars")
    found = refused(deeds.run, book_area, BookArea(wish))
    assert {"booking-too-short", "supervisor-off-duty", "guest-busy"} <= set(found)


def test_gr_03_exactly_at_capacity_passes_and_one_more_is_told_who_has_the_places(deeds):
    deeds.booked(deeds.block.wish("hall", "abc", 17, officer="ilze"))
    error = refusal(deeds.run, book_area, BookArea(deeds.block.wish("hall", "f", 17)))
    full = next(each for each in error.problems if each.code == "area-full")
    assert (full.facts["capacity"], full.facts["heads"]) == (4, 1)
    assert "Anna Bērziņa" in str(full.facts["by"])
    assert str(NOW)[:16] in str(full.facts["when"]) or NOW in full.facts["when"]
    deeds.run(book_area, BookArea(deeds.block.wish("hall", "fgh", 17, (11, 12), officer="ilze")))


def test_a_booking_is_moved_to_another_place_and_time_by_the_same_rules(deeds):
    block = deeds.block
    start, end = on(17, 15), on(17, 16)
    moved = deeds.changed(block.football, starts_at=start, ends_at=end, officer_id=block.ilze)
    deeds.run(book_area, moved)
    assert [each[1:] for each in deeds.diary(block.football)] == [(utc(17, 15), utc(17, 16))] * 4
    dark = deeds.changed(block.football, starts_at=on(17, 19), ends_at=on(17, 20))
    assert refused(deeds.run, book_area, dark) == ["outside-daylight"]
    off = deeds.changed(block.football, starts_at=on(18, 10), ends_at=on(18, 11))
    assert refused(deeds.run, book_area, off) == ["supervisor-off-duty"]


def test_gr_02_an_extension_is_judged_as_a_booking_is(deeds):
    block = deeds.block
    longer = deeds.changed(block.football, ends_at=on(16, 17))
    deeds.run(book_area, longer)
    too_long = deeds.changed(block.football, ends_at=on(16, 17.25))
    assert refused(deeds.run, book_area, too_long) == ["booking-too-long"]
    deeds.booked(block.wish("garden", "f", 16, (15, 16)))
    with_f = deeds.changed(block.football, residents=block.people("abcf"))
    assert refused(deeds.run, book_area, with_f) == ["guest-busy"]


def test_participants_come_and_go_and_the_heads_with_them(deeds):
    block = deeds.block
    for letters in ("abcde", "ae", "f", "ghab"):
        changed = deeds.changed(block.football, residents=block.people(letters), ends_at=on(16, 16))
        deeds.run(book_area, changed)
        assert deeds.booking(block.football).heads == len(letters)
        assert set(deeds.coming(block.football)) == set(block.people(letters))
        assert len(deeds.diary(block.football)) == len(letters)


def test_nobody_takes_part_twice_and_nobody_at_all_is_refused(deeds):
    wish = deeds.block.wish("garden", "aa", 17)
    number = deeds.run(book_area, BookArea(wish)).value
    assert deeds.booking(number).heads == 1
    assert refused(book, deeds, "garden", "", 17) == ["booking-nobody"]


def test_swapping_one_for_another_makes_the_booking_a_newer_one(deeds):
    """Somebody else who still sees the old names is told so."""
    block = deeds.block
    stale = deeds.changed(block.gym, purpose="Trenažieri")
    deeds.store.run(book_area, deeds.changed(block.gym, residents=block.people("f")))
    error = refusal(deeds.store.run, book_area, stale)
    assert error.code == "changed-meanwhile"
    assert error.facts["who"] == "Anna Bērziņa"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"area_id": 99}, "area-unknown"),
        ({"residents": (99,)}, "resident-unknown"),
        ({"officer_id": 99}, "officer-unknown"),
    ],
)
def test_what_does_not_exist_is_said_to_be_unknown(deeds, facts, code):
    assert refused(deeds.run, book_area, deeds.changed(deeds.block.gym, **facts)) == [code]
    gone = BookArea(deeds.block.wish("garden", "a", 17), 99, 1)
    assert refused(deeds.run, book_area, gone) == ["booking-unknown"]


def test_a_time_that_is_none_is_refused_and_not_a_crash(deeds):
    for start, end in ((on(17, 11), on(17, 10)), (on(17, 10), on(17, 10 + 24 * 4000))):
        wish = deeds.block.wish("garden", "a", 17)
        found = refused(deeds.run, book_area, BookArea(type(wish)(wish.area_id, start, end, (1,))))
        assert found[0] in {"booking-backwards", "booking-too-long"}


def test_entered_afterwards_wants_a_reason(deeds):
    wish = deeds.block.wish("garden", "a", 16, (9, 10))
    assert refused(deeds.run, book_area, BookArea(wish)) == ["booking-in-past"]
    deeds.run(book_area, BookArea(wish, reason="the list lay at the door"))


def test_what_is_over_or_off_is_not_changed_any_more(deeds):
    block = deeds.block
    deeds.store.run(cancel_booking, CancelBooking(*deeds.seen(block.gym), "the hall is wet"))
    for number, state in ((block.gone, "finished"), (block.gym, "cancelled")):
        error = refusal(deeds.run, book_area, deeds.changed(number, purpose="x"))
        assert (error.code, error.facts["state"]) == ("booking-settled", state)
        assert error.facts["who"] == "Anna Bērziņa"
        named = NameSupervisor(*deeds.seen(number), block.agnese)
        assert refused(deeds.run, name_supervisor, named) == ["booking-settled"]


def test_a_group_that_is_out_may_stay_longer_but_is_not_moved(deeds):
    block = deeds.block
    with standing_at(on(16, 15)):
        missing = block.people("d")
        start = StartBooking(*deeds.seen(block.football), missing=missing)
        deeds.store.run(start_booking, start)
        assert refused(
            deeds.run, book_area, deeds.changed(block.football, starts_at=on(16, 15.25))
        ) == ["booking-settled"]
        hall = deeds.changed(block.football, area_id=block.hall)
        assert refused(deeds.run, book_area, hall) == ["booking-settled"]
        others = deeds.changed(block.football, residents=block.people("abce"))
        assert refused(deeds.run, book_area, others) == ["booking-settled"]
        everybody = block.people("abcd")
        longer = deeds.changed(block.football, ends_at=on(16, 17), residents=everybody)
        deeds.run(book_area, longer)
        deeds.run(book_area, deeds.changed(block.football, purpose="Basketbols"))
    assert deeds.coming(block.football) == list(block.people("abc"))
    assert deeds.booking(block.football).state == "in-use"
    assert [each[2] for each in deeds.diary(block.football)] == [utc(16, 17)] * 3


def test_where_the_block_wants_approval_a_bookers_wish_waits_and_a_planners_does_not(deeds):
    block = deeds.block
    block.set("grounds_approval", True)
    assert deeds.booking(deeds.booked(block.wish("garden", "a", 17))).state == "approved"
    block.sign_in("duty_officer", "Ilze Duty")
    number = book(deeds, "garden", "b", 17).value
    assert (deeds.booking(number).state, deeds.booking(number).approved_by) == ("requested", "")
    block.sign_in("senior_officer", "Vera Senior")
    deeds.run(approve_booking, ApproveBooking(*deeds.seen(number)))
    assert deeds.booking(number).approved_by == "Vera Senior"
    block.sign_in("duty_officer", "Ilze Duty")
    deeds.run(book_area, deeds.changed(number, purpose="Ravēšana"))
    deeds.run(book_area, deeds.changed(number, ends_at=on(17, 10.5)))
    assert deeds.booking(number).state == "approved"
    deeds.run(book_area, deeds.changed(number, ends_at=on(17, 11)))
    assert (deeds.booking(number).state, deeds.booking(number).booked_by) == (
        "requested",
        "Ilze Duty",
    )


def test_gr_06_another_officer_takes_over_if_on_duty_throughout(deeds):
    block = deeds.block
    seen = deeds.seen(block.gym)
    assert refused(deeds.run, name_supervisor, NameSupervisor(*seen, block.agnese)) == [
        "supervisor-off-duty"
    ]
    assert refused(deeds.run, name_supervisor, NameSupervisor(*seen, None)) == [
        "supervisor-missing"
    ]
    deeds.run(name_supervisor, NameSupervisor(*seen, block.ilze))
    assert deeds.booking(block.gym).officer_id == block.ilze


def test_a_lost_booking_gets_another_officer_whatever_else_is_wrong_with_it(deeds):
    """The sun may set earlier than was thought: that is another matter than who watches."""
    block = deeds.block
    block.duty("agnese", 16, None)
    block.set("daylight_margin", 120)
    number = deeds.booked(block.wish("field", "e", 16, (16, 17), officer="kristine"))
    block.duty("agnese", 16, "24")
    block.duty("kristine", 16, None)
    block.set("night_rest_from", 16 * 60)
    deeds.run(name_supervisor, NameSupervisor(*deeds.seen(number), block.agnese))


def test_undoing_a_step_is_refused_where_somebody_else_has_the_place_by_now(deeds):
    block = deeds.block
    done = deeds.store.run(cancel_booking, CancelBooking(*deeds.seen(block.weeding), "it rains"))
    other = deeds.booked(block.wish("garden", "a", 16, (14, 14.75)))
    assert refused(deeds.back, done.undo) == ["area-full"]
    deeds.store.run(cancel_booking, CancelBooking(*deeds.seen(other), "it rains"))
    deeds.booked(block.wish("corner", "g", 16, (14, 15), officer="agnese"))
    assert refused(deeds.back, done.undo) == ["guest-busy"]


def test_undoing_a_step_is_refused_where_the_booking_has_moved_on(deeds):
    block = deeds.block
    done = deeds.store.run(book_area, deeds.changed(block.gym, purpose="Trenažieri"))
    deeds.store.run(book_area, deeds.changed(block.gym, purpose="Bokss"))
    assert refused(deeds.back, done.undo) == ["grounds-changed-meanwhile"]


def test_undoing_is_not_refused_for_what_was_wrong_before_already(deeds):
    block = deeds.block
    block.duty("agnese", 16, None)
    renamed = deeds.changed(block.football, ends_at=on(16, 16), officer_id=block.kristine)
    deeds.run(book_area, renamed)


def test_who_gives_back_time_is_never_refused_for_a_rule_that_came_since(deeds):
    block = deeds.block
    done = deeds.store.run(book_area, deeds.changed(block.football, ends_at=on(16, 17)))
    block.duty("agnese", 16, None)
    deeds.back(done.undo)
    assert deeds.booking(block.football).ends_at == on(16, 16.5)


def test_who_may_book_may_take_back_bookings_and_not_ticks_at_the_door(deeds):
    block = deeds.block
    with standing_at(on(16, 15)):
        done = deeds.store.run(start_booking, StartBooking(*deeds.seen(block.football)))
        block.sign_in("programme_coordinator")
        with pytest.raises(KnownError, match="not-allowed"):
            deeds.back(done.undo)
        block.sign_in("duty_officer")
        deeds.back(done.undo)


def test_nobody_is_booked_for_a_time_that_is_freed_and_taken_within_one_minute(deeds):
    """A group comes back early; the rest of its time is somebody else's at once."""
    block = deeds.block
    with standing_at(on(16, 14)):
        deeds.store.run(start_booking, StartBooking(*deeds.seen(block.weeding)))
    with standing_at(on(16, 14.5)):
        done = deeds.store.run(finish_booking, FinishBooking(*deeds.seen(block.weeding)))
        deeds.booked(block.wish("garden", "gh", 16, (14.5, 15)))
        assert set(refused(deeds.back, done.undo)) == {"area-full"}


def test_a_reason_is_kept_only_where_something_asked_for_it(deeds):
    number = deeds.booked(deeds.block.wish("garden", "a", 17), REASON)
    assert deeds.booking(number).override == ""
