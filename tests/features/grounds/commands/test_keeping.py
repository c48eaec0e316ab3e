"""The diary holds what is booked and nothing else, whatever was done in which order."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text

from openblock.clock import now, standing_at
from openblock.errors import KnownError
from openblock.features.grounds.commands import (
    BookArea,
    BookSeries,
    CancelBooking,
    FinishBooking,
    Hit,
    NameSupervisor,
    NoShow,
    StartBooking,
    book_area,
    book_series,
    cancel_booking,
    close_area,
    finish_booking,
    name_supervisor,
    no_show,
    start_booking,
)
from openblock.features.grounds.rules.content import Repeat, SeriesContent
from tests.features.grounds.commands.doing import REASON, closing
from tests.features.grounds.outside import NOW, on

STEPS = 400 if "OPENBLOCK_THOROUGH" in os.environ else 60
SEED = 20_260_916
AREAS = ("field", "hall", "garden", "corner")


class Wanderer:
    """Does one thing after another, by chance; what is refused is left."""

    def __init__(self, deeds, seed):
        self.deeds = deeds
        self.block = deeds.block
        self.chance = random.Random(seed)
        self.undo = []
        self.done = 0

    def step(self):
        deed = self.chance.choice(
            (
                *(self.book, self.book, self.book, self.change, self.change, self.repeat),
                *(self.cancel, self.start, self.start, self.finish, self.finish, self.miss),
                *(self.close, self.watch, self.back, self.back),
            )
        )
        try:
            done = deed()
        except KnownError:
            return
        if done is not None:
            self.done += 1
            self.undo += [done.undo] if done.undo is not None else []

    def wish(self):
        day = self.chance.choice((16, 17, 18))
        start = self.chance.choice(range(28, 80)) / 4
        hours = (start, start + self.chance.choice((2, 4, 6, 8)) / 4)
        letters = self.chance.sample("abcdefgh", self.chance.randint(1, 4))
        officer = self.chance.choice(sorted(self.block.officers))
        return self.block.wish(self.chance.choice(AREAS), letters, day, hours, officer=officer)

    def some(self):
        with self.deeds.store.engine.connect() as connection:
            numbers = connection.execute(text("SELECT id FROM bookings")).scalars().all()
        return self.deeds.seen(self.chance.choice(numbers))

    def run(self, command, request):
        return self.deeds.store.run(command, request)

    def book(self):
        return self.run(book_area, BookArea(self.wish(), reason=REASON))

    def change(self):
        number, version = self.some()
        wish = self.wish()
        if self.chance.random() < 0.5:
            keep = self.deeds.content(number)
            wish = replace(keep, ends_at=keep.ends_at + timedelta(minutes=15))
        return self.run(book_area, BookArea(wish, number, version, REASON))

    def repeat(self):
        wish = self.wish()
        until = wish.starts_at.date() + timedelta(days=2)
        return self.run(book_series, BookSeries(SeriesContent(wish, Repeat.DAILY, until), REASON))

    def cancel(self):
        return self.run(cancel_booking, CancelBooking(*self.some(), REASON))

    def start(self):
        number, version = self.some()
        there = self.deeds.coming(number)
        missing = tuple(self.chance.sample(there, self.chance.randint(0, len(there) - 1)))
        with standing_at(self.deeds.booking(number).starts_at):
            return self.run(start_booking, StartBooking(number, version, missing=missing))

    def finish(self):
        number, version = self.some()
        late = timedelta(minutes=self.chance.choice((0, 20, 60, 200)))
        with standing_at(self.deeds.booking(number).starts_at + late):
            return self.run(finish_booking, FinishBooking(number, version))

    def miss(self):
        number, version = self.some()
        with standing_at(self.deeds.booking(number).starts_at):
            return self.run(no_show, NoShow(number, version))

    def watch(self):
        officer = self.chance.choice(sorted(self.block.officers.values()))
        return self.run(name_supervisor, NameSupervisor(*self.some(), officer, REASON))

    def close(self):
        number, version = self.some()
        row = self.deeds.booking(number)
        hits = [Hit(number, version, self.chance.choice((None, self.wish())))]
        request = closing(row.area_id, row.starts_at, row.ends_at, *hits, reason=REASON)
        return self.run(close_area, request)

    def back(self):
        if not self.undo:
            return None
        step = self.undo.pop(self.chance.randrange(len(self.undo)))
        return self.run(step.command, step.request)


def rows(store, asked):
    with store.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(asked))]


def held(store):
    """Whose time is taken by what, counted from the bookings in plain SQL."""
    until = "CASE WHEN b.ended_at < b.ends_at THEN b.ended_at ELSE b.ends_at END"
    return set(
        rows(
            store,
            f"SELECT 'resident:' || p.resident_id, b.id, b.starts_at, {until} "  # noqa: S608
            "FROM bookings b JOIN participants p ON p.booking_id = b.id AND p.came "
            "WHERE b.state IN ('requested', 'approved', 'in-use', 'finished')",
        )
    )


def diary(store):
    return set(
        rows(
            store,
            "SELECT person, source_id, starts_at, ends_at FROM commitments WHERE kind = 'booking'",
        )
    )


def at_once(store):
    """The most there are on each area at one instant, with what it holds."""
    return rows(
        store,
        "SELECT a.capacity, (SELECT SUM(t.heads) FROM bookings t WHERE t.area_id = b.area_id "
        "AND t.state NOT IN ('cancelled', 'no-show') AND t.starts_at <= b.starts_at AND "
        "b.starts_at < CASE WHEN t.ended_at < t.ends_at THEN t.ended_at ELSE t.ends_at END) "
        "FROM bookings b JOIN areas a ON a.id = b.area_id "
        "WHERE b.state NOT IN ('cancelled', 'no-show')",
    )


def test_on_random_ways_the_diary_repeats_the_bookings_and_no_area_is_over_full(deeds):
    wanderer = Wanderer(deeds, SEED)
    assert now() == NOW
    for number in range(STEPS):
        wanderer.step()
        short = {row for row in diary(deeds.store) ^ held(deeds.store) if not _a_minute(row)}
        assert not short, (SEED, number)
        assert all((most or 0) <= capacity for capacity, most in at_once(deeds.store)), number
        heads = "SELECT COUNT(*) FROM participants p WHERE p.booking_id = b.id AND p.came"
        wrong = f"SELECT id FROM bookings b WHERE heads <> ({heads})"  # noqa: S608
        assert rows(deeds.store, wrong) == []
    assert wanderer.done > STEPS / 4
    print(f"{STEPS} steps, {wanderer.done} done")  # noqa: T201


def _a_minute(row):
    """Whoever was back before it began keeps one minute: a time of no length is no time."""
    start, end = row[2:]
    return end <= start or end[:16] == f"{start[:14]}{int(start[14:16]) + 1:02d}"


def test_a_group_back_before_its_time_began_holds_one_minute_of_it(deeds):
    block = deeds.block
    with standing_at(on(16, 14) - timedelta(minutes=10)):
        deeds.store.run(start_booking, StartBooking(*deeds.seen(block.weeding)))
        deeds.run(finish_booking, FinishBooking(*deeds.seen(block.weeding)))
    ends = {each[2] for each in deeds.diary(block.weeding)}
    assert ends == {f"{on(16, 14) + timedelta(minutes=1):%Y-%m-%d %H:%M}"}
