"""Everything that can be done to bookings, and what holds after each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from openblock.errors import Severity
from openblock.features.grounds.commands import (
    ApproveBooking,
    BookArea,
    BookSeries,
    CancelBooking,
    FinishBooking,
    NameSupervisor,
    NoShow,
    StartBooking,
    approve_booking,
    book_area,
    book_series,
    cancel_booking,
    finish_booking,
    name_supervisor,
    no_show,
    start_booking,
)
from openblock.features.grounds.queries import (
    WeekAsked,
    fair_use,
    free_areas,
    grounds_now,
    mending_number,
    week,
)
from openblock.features.grounds.rules.content import BookingContent, Repeat, SeriesContent
from openblock.storage.store import Actor
from tests.features.grounds.living import Living, answers, hours, lengths, soon
from tests.features.grounds.replay import broken, coming, lost, out_there, shares
from tests.travels.roster import which
from tests.travels.traveller import ANNA, REASON, moment

sizes = st.integers(1, 4)
shifts = st.sampled_from([0, 0, 0.5, 1, -1, 0.25, -0.5, 24])
MINUTE = timedelta(minutes=1)
JANIS = Actor(2, "Jānis Kalns", "duty_officer", "en")


class Journey(Living):
    """Six officers, eight residents, four areas, and whatever may come."""

    @rule(
        where=which,
        offset=soon,
        hour=hours,
        length=lengths,
        who=st.tuples(which, sizes, which),
        reason=answers,
        asks=st.sampled_from([False, False, True]),
    )
    def book(
        self,
        *,
        where: int,
        offset: int,
        hour: float,
        length: float,
        who: tuple[int, int, int],
        reason: str,
        asks: bool,
    ) -> None:
        """By the administrator, or by an officer whose bookings are requests."""
        wish = self._wish(where, offset, hour, length, who)
        self.store.sign_in(JANIS if asks else ANNA)
        self.attempt(book_area, BookArea(wish, reason=reason))
        self.store.sign_in(ANNA)

    def _wish(
        self, where: int, offset: int, hour: float, length: float, who: tuple[int, int, int]
    ) -> BookingContent:
        start = self.hour(offset, hour)
        end = start + timedelta(hours=length)
        first, size, officer = who
        wish = BookingContent(self.place(where), start, end, self.group(first, size))
        return replace(wish, officer_id=self.watched(wish, officer))

    @rule(
        offset=st.integers(0, 4),
        hour=hours,
        length=st.sampled_from([0.5, 1, 1.5]),
        who=which,
        size=sizes,
        number=which,
    )
    def book_what_is_free(
        self, *, offset: int, hour: float, length: float, who: int, size: int, number: int
    ) -> None:
        """What is said to be free can be had, with whoever is said to fit."""
        start = self.hour(offset, hour)
        span = (start, start + timedelta(hours=length))
        people = self.group(who, size)
        offers = [
            each
            for each in self.store.read(free_areas, *span, people, self.now)
            if all(problem.severity is not Severity.ERROR for problem in each.problems)
        ]
        if not offers:
            return
        area = offers[number % len(offers)].area
        wish = BookingContent(area.area_id, *span, people)
        if area.content.ratio:
            wish = replace(wish, officer_id=self.fitting(wish))
        assert self.attempt(book_area, BookArea(wish, reason=REASON)) is not None

    @rule(
        where=which,
        offset=st.integers(0, 2),
        hour=hours,
        length=lengths,
        who=st.tuples(which, sizes, which),
        days=st.integers(0, 4),
    )
    def book_daily(
        self,
        *,
        where: int,
        offset: int,
        hour: float,
        length: float,
        who: tuple[int, int, int],
        days: int,
    ) -> None:
        first = self._wish(where, offset, hour, length, who)
        content = SeriesContent(first, Repeat.DAILY, self.day(offset + days))
        self.attempt(book_series, BookSeries(content, REASON))

    @rule(
        number=which,
        earlier=shifts,
        later=shifts,
        to=st.none() | which,
        who=st.none() | st.tuples(which, sizes),
        officer=which,
        reason=answers,
    )
    def change(
        self,
        *,
        number: int,
        earlier: float,
        later: float,
        to: int | None,
        who: tuple[int, int] | None,
        officer: int,
        reason: str,
    ) -> None:
        """Moved, stretched, on another area, for other people, under other eyes."""
        found = self.open_one(number)
        if found is None:
            return
        wish = self.content(found)
        wish = replace(
            wish,
            area_id=wish.area_id if to is None else self.place(to),
            starts_at=wish.starts_at + timedelta(hours=earlier),
            ends_at=wish.ends_at + timedelta(hours=later),
            residents=wish.residents if who is None else self.group(*who),
        )
        wish = replace(wish, officer_id=self.watched(wish, officer, found))
        seen = (found, self.version("bookings", found))
        self.attempt(book_area, BookArea(wish, *seen, reason))

    @rule(number=which, officer=which)
    def name(self, number: int, officer: int) -> None:
        found = self.open_one(number)
        if found is not None:
            named = self.watched(self.content(found), officer, found)
            seen = (found, self.version("bookings", found))
            done = self.attempt(name_supervisor, NameSupervisor(*seen, named, REASON))
            fits = officer % 5 > 1 and named is not None
            settled = self.replay.rows("bookings")[found]["state"] in {
                "finished",
                "cancelled",
                "no-show",
            }
            assert done is not None or settled or not fits

    @rule(number=which)
    def approve(self, number: int) -> None:
        found = self.one("bookings", number, state="requested")
        if found is not None:
            seen = (found[0], self.version("bookings", found[0]))
            self.attempt(approve_booking, ApproveBooking(*seen))

    @rule(number=which, rest=st.booleans())
    def cancel(self, number: int, rest: bool) -> None:
        found = self.open_one(number)
        if found is not None:
            seen = (found, self.version("bookings", found))
            self.attempt(cancel_booking, CancelBooking(*seen, REASON, rest))

    @rule(number=which, missing=st.integers(0, 2), late=st.sampled_from([0, 0, 5, 40, -20]))
    def start(self, number: int, missing: int, late: int) -> None:
        """The group goes out, some of them not there; mostly when it is its time."""
        found = self.open_one(number)
        if found is None:
            return
        self.come_to(found, "starts_at")
        self.now += max(late, 0) * MINUTE
        people = coming(self.replay, found)[:missing]
        seen = (found, self.version("bookings", found))
        when = self.now + min(late, 0) * MINUTE
        self.attempt(start_booking, StartBooking(*seen, when, people))

    @rule(number=which, early=st.booleans())
    def finish(self, number: int, early: bool) -> None:
        found = self.one("bookings", number, state="in-use")
        if found is None:
            return
        if not early:
            self.come_to(found[0], "ends_at")
        seen = (found[0], self.version("bookings", found[0]))
        self.attempt(finish_booking, FinishBooking(*seen))

    @rule(number=which)
    def nobody_came(self, number: int) -> None:
        found = self.open_one(number)
        if found is not None:
            self.come_to(found, "starts_at")
            seen = (found, self.version("bookings", found))
            self.attempt(no_show, NoShow(*seen, "nobody was there"))

    # what holds after each of it

    @invariant()
    def nothing_is_broken(self) -> None:
        assert broken(self.replay, self.diary()) == []

    @invariant()
    def the_program_answers_as_the_log_does(self) -> None:
        """Now, or at one of the instants at which a booking begins or ends."""
        seen = (self.now, self.replay.last)
        if seen == self.seen:
            return
        self.seen = seen
        rows = self.replay.rows("bookings")
        edges = [moment(row[name]) for row in rows.values() for name in ("starts_at", "ends_at")]
        at = self.dice.choice([self.now, self.now, *edges])
        shown = self.store.read(week, WeekAsked(self.day(-40), self.day(60)), at)
        assert {row.booking_id for row in shown.bookings} == set(rows)
        for row in shown.bookings:
            assert row.state == rows[row.booking_id]["state"]
            there = {
                part["resident_id"]
                for part in self.replay.rows("participants").values()
                if part["booking_id"] == row.booking_id
            }
            assert set(row.residents) == there
        told = lost(self.replay, at)
        flagged = {row.booking_id for row in shown.bookings if row.lost is not None}
        assert flagged == {number for number, is_lost in told.items() if is_lost}
        to_mend = {row.booking_id for row in shown.to_mend}
        assert flagged <= to_mend
        assert self.store.read(mending_number, at) == len(to_mend)
        # A group is out from now on, not from any instant that is looked at.
        areas = self.store.read(grounds_now, self.now)
        heads = {each.area.area_id: each.heads for each in areas if each.heads}
        assert heads == dict(out_there(self.replay, self.now))
        days = (self.day(-3), self.day(3))
        counted = shares(self.replay, *days, at)
        for line in self.store.read(fair_use, *days, at).lines:
            share = counted[line.resident_id]
            shown_share = (line.times, line.missed, line.ahead)
            assert shown_share == (share["times"], share["missed"], share["ahead"])
