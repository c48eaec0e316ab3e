"""A wish is judged with exactly what can clash with it, and nothing of the past is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from openblock.errors import KnownError, Severity
from openblock.features.grounds.commands import BookArea, book_area
from openblock.features.grounds.queries import Judge, risks_of_booking
from openblock.features.grounds.rules.content import ClosureReason
from tests.factories import with_booking, with_closure, with_resident
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import codes, inside, risks
from tests.features.shadowing.queries.asking import scanned, statements


def test_a_wish_that_nothing_forbids_has_no_problems(block):
    assert risks(block, block.wish("field", "eg", 17, (11, 12), officer="kristine")) == ()


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (("hall", "eg", 18, (6.5, 7.5), "ilze"), ["booking-outside-hours"]),
        (("field", "eg", 17, (19.5, 20)), ["outside-daylight"]),
        (("hall", "abcdf", 18, (10, 11)), ["area-full"]),
        (("field", "eg", 18, (10, 11), None), ["supervisor-missing"]),
        (("field", "eg", 30, (10, 11), None), ["supervisor-open"]),
        (("field", "eg", 17, (10, 11)), ["guest-busy"]),
        (("field", "ef", 18, (10, 11)), ["guests-apart"]),
        (("field", "", 18, (10, 11)), ["booking-nobody"]),
        (("house", "ab", 18, (10, 11)), ["area-not-active"]),
    ],
)
def test_each_kind_of_problem_is_found_in_what_is_stored(block, content, found):
    area, letters, day, hours, *officer = content
    named = officer[0] if officer else "kristine"
    wish = block.wish(area, letters, day, hours, officer=named)
    assert codes(risks(block, wish)) == found


def test_who_has_the_places_and_who_booked_them_is_told(block):
    wish = block.wish("garden", "a", 16, (14, 15))
    full = next(each for each in risks(block, wish) if each.code == "area-full")
    assert (full.facts["who"], full.facts["by"]) == (("Ravēšana",), ("Anna Bērziņa",))
    assert (full.facts["taken"], full.facts["capacity"]) == (2, 2)


def test_a_booking_is_not_in_its_own_way(block):
    longer = block.wish("garden", "gh", 16, (14, 15.5))
    assert {"area-full", "guest-busy"} <= set(codes(risks(block, longer)))
    assert risks(block, longer, block.weeding) == ()


def test_what_else_takes_a_persons_time_is_named_by_the_area(block):
    wish = block.wish("corner", "a", 16, (16, 17), officer="kristine")
    busy = next(each for each in risks(block, wish) if each.code == "guest-busy")
    assert (busy.facts["kind"], busy.facts["words"]) == ("booking", "Sporta laukums")
    assert (busy.facts["start"], busy.facts["end"]) == (on(16, 15), on(16, 16.5))


def test_who_watches_two_groups_has_both_under_the_eyes(block):
    block.store.run(book_area, BookArea(block.wish("hall", "fgh", 17, (12, 13), officer="ilze")))
    few = block.wish("field", "abcd", 17, (12, 13), officer="ilze")
    assert risks(block, few) == ()
    many = replace(few, residents=(*few.residents, *block.people("e")))
    more = [with_resident(block.store, name) for name in ("Ozols",)]
    assert risks(block, many) == ()
    one_more = replace(many, residents=(*many.residents, *more))
    assert codes(risks(block, one_more)) == ["supervisor-overloaded"]


def test_somebody_kept_apart_from_another_group_there_is_a_warning(block):
    block.store.run(book_area, BookArea(block.wish("field", "e", 18, (10, 12), officer="kristine")))
    beside = block.wish("field", "fa", 18, (11, 12), officer="kristine")
    apart = risks(block, beside)
    assert [(each.code, each.severity) for each in apart] == [("guests-apart", Severity.WARNING)]
    assert (apart[0].facts["one"], apart[0].facts["other"]) == ("Egle Jānis", "Freimanis Jānis")
    after = block.wish("field", "fa", 18, (12, 13), officer="kristine")
    assert risks(block, after) == ()


def test_a_closure_and_its_reason_stand_against_a_wish(block):
    with_closure(
        block.store, block.hall, on(18, 9), on(18, 11), ClosureReason.EVENT, "durvju diena"
    )
    closed = risks(block, block.wish("hall", "a", 18, (10.5, 11.5), officer="kristine"))
    assert codes(closed) == ["area-closed"]
    assert (closed[0].facts["reason"], closed[0].facts["remark"]) == ("event", "durvju diena")
    assert risks(block, block.wish("hall", "a", 18, (11, 12), officer="kristine")) == ()


def test_only_bookings_that_lie_ahead_in_the_same_week_count_for_the_quota(block):
    block.set("grounds_week_quota", 1)
    assert codes(risks(block, block.wish("corner", "a", 18, officer="kristine"))) == [
        "guest-over-quota"
    ]
    assert risks(block, block.wish("corner", "a", 21, officer="kristine")) == ()
    # The bookings of yesterday and of this afternoon are not ahead any more.
    at = on(16, 17)
    assert risks(block, block.wish("corner", "ab", 18, officer="kristine"), at=at) == ()
    moved = block.wish("hall", "e", 18, officer="kristine")
    assert risks(block, moved, block.gym) == ()


def test_a_group_that_is_back_early_leaves_the_rest_to_others(block):
    # The booking of yesterday was ticked back at 16:00 and would have ended then.
    content = block.wish("field", "ab", 15, (16, 17), officer="andris")
    assert "guest-busy" not in codes(risks(block, content))


@pytest.mark.parametrize("years", [-1900, 7900])
def test_a_time_in_no_year_of_the_block_is_refused_and_reads_nothing(block, years):
    wild = datetime(2026 + years, 1, 1, tzinfo=UTC)
    content = replace(
        block.wish("field", "a", 17, officer="kristine"), starts_at=wild, ends_at=wild
    )
    assert "date-out-of-range" in codes(risks(block, content))


def test_a_time_that_goes_backwards_is_told_so_and_nothing_else(block):
    content = block.wish("field", "a", 17, (11, 10), officer="kristine")
    assert codes(risks(block, content)) == ["booking-backwards"]


def test_a_booking_of_a_year_is_only_too_long(block):
    content = replace(
        block.wish("hall", "a", 17, officer="kristine"), ends_at=on(17, 10) + timedelta(days=365)
    )
    assert "booking-too-long" in codes(risks(block, content))


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"area_id": 99}, "area-unknown"),
        ({"residents": (99,)}, "resident-unknown"),
        ({"officer_id": 99}, "officer-unknown"),
    ],
)
def test_a_number_that_is_nobodys_is_said(block, facts, code):
    content = replace(block.wish("field", "a", 17, officer="kristine"), **facts)
    with pytest.raises(KnownError) as refused:
        block.store.read(risks_of_booking, BookArea(content), NOW)
    assert refused.value.code == code


def test_one_judge_sees_what_was_booked_between_two_questions(block):
    content = block.wish("garden", "a", 18)

    def twice(session):
        judge = Judge(session, NOW)
        first = judge.problems(content)
        with_booking(block.store, block.garden, block.people("ab"), on(18, 10), on(18, 11))
        session.rollback()
        return first, judge.problems(content)

    before, after = inside(block.store, twice)
    assert before == ()
    assert codes(after) == ["area-full", "guest-busy"]


def test_a_wish_asks_so_often_however_much_is_booked_and_looks_through_nothing_past(block):
    wish = BookArea(block.wish("hall", "h", 18, (9, 10), officer="kristine"))
    before = statements(block.store, risks_of_booking, wish, NOW)
    for hour in range(10, 18):
        with_booking(
            block.store,
            block.hall,
            block.people("hg"),
            on(18, hour),
            on(18, hour + 1),
            officer_id=block.kristine,
        )
    assert statements(block.store, risks_of_booking, wish, NOW) == before
    looked_through = scanned(block.store, risks_of_booking, wish, NOW)
    # Pairs are few, and asked for from both sides.
    assert looked_through <= {"settings", "keep_apart"}
