"""Everything that can be done to where people sleep, and what holds after each of it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import (
    invariant,
    precondition,
    rule,
)

from openblock.clock import FOREVER, day_of, standing_at
from openblock.clock import at as midnight
from openblock.features.residents.commands import (
    AdmitResident,
    CancelArrival,
    OpenKeepApart,
    ReadmitResident,
    ReleaseResident,
    admit_resident,
    cancel_arrival,
    open_keep_apart,
    readmit_resident,
    release_resident,
)
from openblock.features.residents.rules.content import ResidentContent, StayContent
from openblock.features.rooms.commands import (
    CancelAssignment,
    ChangeAssignment,
    ChangeClosure,
    CloseSpace,
    EndHold,
    HoldBed,
    OpenSpace,
    PlaceResident,
    SwapResidents,
    VacateBed,
    Why,
    cancel_assignment,
    change_assignment,
    change_closure,
    close_space,
    end_hold,
    hold_bed,
    open_space,
    place_resident,
    swap_residents,
    vacate_bed,
)
from openblock.features.rooms.queries import find_beds, occupancy_by_day, roll_at, who_slept
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from tests.features.rooms.replay import broken, figures
from tests.features.rooms.travelling import REASON, TICK, Traveller

which = st.integers(0, 9999)
hours = st.sampled_from([-73, -72, -50, -24, -8, -2, -1, 0, 0, 0, 1, 2, 8, 24, 50, 90, 2159, 2161])
near = st.sampled_from([-24, -2, 0, 0, 1, 8, 24, 50])
ahead = st.sampled_from([1, 2, 8, 24, 72, 240])
lasting = st.none() | ahead


class Journey(Traveller):
    """A few rooms, a few people, and whatever may come."""

    @rule(hour=st.sampled_from([1, 5, 24, 80]))
    def time_passes(self, hour: int) -> None:
        self.now += timedelta(hours=hour)

    @rule(
        hour=hours, length=lasting, sex=st.sampled_from(["male", "female", ""]), need=st.booleans()
    )
    def somebody_comes(self, hour: int, length: int | None, sex: str, need: bool) -> None:
        if len(self.people) > 7:  # few people in few beds meet more often
            return
        start = self.moment(hour)
        person = ResidentContent(
            f"Kārkliņš {'abcdefgh'[len(self.people)]}",
            "Jānis",
            sex=sex,
            needs=("lower_bed",) * need,
        )
        request = AdmitResident(person, StayContent(start, self.end(start, length)), "as it is")
        with standing_at(self.now):
            self.people.append(self.store.run(admit_resident, request).value)
        self.replay.read_on()

    @precondition(lambda self: self.people)
    @rule(who=which, bed=which, hour=hours, length=lasting, answered=st.booleans())
    def place(self, who: int, bed: int, hour: int, length: int | None, answered: bool) -> None:
        at = self.moment(hour)
        why = REASON if answered else Why("request")
        until = self.end(at, length)
        self.attempt(place_resident, PlaceResident(self.person(who), self.bed(bed), at, why, until))

    @precondition(lambda self: self.people)
    @rule(who=which, number=which, hour=near)
    def take_what_the_finder_offers(self, who: int, number: int, hour: int) -> None:
        """What is not ruled out can be had for as long as it is offered."""
        at, person = self.moment(hour), self.person(who)
        with standing_at(self.now):
            offers = [each for each in self.store.read(find_beds, person, at) if not each.stops]
        if offers:
            offer = offers[number % len(offers)]
            request = PlaceResident(person, offer.bed_id, at, REASON, offer.until)
            assert self.attempt(place_resident, request) is not None

    @precondition(lambda self: self.people)
    @rule(who=which, bed=which)
    def place_now(self, who: int, bed: int) -> None:
        self.attempt(
            place_resident, PlaceResident(self.person(who), self.bed(bed), self.now, REASON)
        )

    @precondition(lambda self: len(self.people) > 1)
    @rule(one=which, other=which, hour=hours)
    def swap(self, one: int, other: int, hour: int) -> None:
        both = (self.person(one), self.person(other))
        self.attempt(swap_residents, SwapResidents(*both, self.moment(hour), REASON))

    @precondition(lambda self: self.people)
    @rule(who=which, hour=hours)
    def vacate(self, who: int, hour: int) -> None:
        self.attempt(vacate_bed, VacateBed(self.person(who), self.moment(hour), REASON))

    @rule(number=which, bed=st.none() | which, first=st.none() | hours, last=st.none() | hours)
    def stretch(self, number: int, bed: int | None, first: int | None, last: int | None) -> None:
        found = self.one("assignments", number)
        if found is None:
            return
        row = self.replay.rows("assignments")[found[0]]
        stored = [datetime.fromisoformat(row[name]) for name in ("starts_at", "ends_at")]
        ends = [
            one if hour is None else self.moment(hour)
            for one, hour in zip(stored, (first, last), strict=True)
        ]
        to = row["bed_id"] if bed is None else self.bed(bed)
        self.attempt(change_assignment, ChangeAssignment(*found, to, *ends, REASON))

    @rule(number=which)
    def cancel(self, number: int) -> None:
        found = self.one("assignments", number)
        if found is not None:
            self.attempt(cancel_assignment, CancelAssignment(*found, "not needed"))

    @rule(
        scope=st.sampled_from(["bed", "bed", "room", "section"]),
        number=which,
        hour=hours,
        length=lasting,
    )
    def close(self, scope: str, number: int, hour: int, length: int | None) -> None:
        places = {place[scope] for place in self.replay.places().values()}
        subject = sorted(places)[number % len(places)]
        start = self.moment(hour)
        content = ClosureContent(scope, subject, "repair", start, ends_at=self.end(start, length))
        self.attempt(close_space, CloseSpace(content))

    @rule(number=which, hour=hours, length=lasting)
    def change_what_is_closed(self, number: int, hour: int, length: int | None) -> None:
        found = self.one("closures", number)
        if found is not None:
            start = self.moment(hour)
            content = ClosureContent("bed", 0, "damp", start, ends_at=self.end(start, length))
            self.attempt(change_closure, ChangeClosure(*found, content))

    @rule(number=which, hour=hours)
    def open_again(self, number: int, hour: int) -> None:
        found = self.one("closures", number)
        if found is not None:
            self.attempt(open_space, OpenSpace(*found, self.moment(hour)))

    @rule(bed=which, who=st.none() | which, hour=hours, length=ahead)
    def hold(self, bed: int, who: int | None, hour: int, length: int) -> None:
        person = self.person(who) if who is not None and self.people else None
        start = self.moment(hour)
        content = HoldContent(self.bed(bed), start, self.end(start, length), person, "kept")
        self.attempt(hold_bed, HoldBed(content))

    @rule(number=which, hour=hours)
    def let_go(self, number: int, hour: int) -> None:
        found = self.one("holds", number)
        if found is not None:
            self.attempt(end_hold, EndHold(*found, self.moment(hour)))

    @precondition(lambda self: self.people)
    @rule(who=which, hour=hours)
    def release(self, who: int, hour: int) -> None:
        person = self.person(who)
        request = ReleaseResident(
            person, self.version(person), self.moment(hour), "released", reason="as it is"
        )
        self.attempt(release_resident, request)

    @precondition(lambda self: self.people)
    @rule(who=which, hour=hours, length=lasting)
    def come_again(self, who: int, hour: int, length: int | None) -> None:
        person, start = self.person(who), self.moment(hour)
        stay = StayContent(start, self.end(start, length))
        request = ReadmitResident(person, self.version(person), stay, "as it is")
        self.attempt(readmit_resident, request)

    @rule(number=which)
    def call_off(self, number: int) -> None:
        found = self.one("stays", number)
        if found is not None:
            self.attempt(cancel_arrival, CancelArrival(*found, "not coming"))

    @precondition(lambda self: len(self.people) > 1)
    @rule(one=which, other=which)
    def keep_apart(self, one: int, other: int) -> None:
        """Two people who share no room; those who do may go on doing so (KAP-05)."""
        request = OpenKeepApart(self.person(one), self.person(other), "room", "a quarrel")
        done = self.run(open_keep_apart, request)
        if done is not None and broken(self.replay):
            with standing_at(self.now):
                self.store.run(done.undo.command, done.undo.request)
            self.replay.read_on()

    @precondition(lambda self: self.backs)
    @rule(number=which)
    def take_back(self, number: int) -> None:
        """Any of what was done, also what was built upon since."""
        step = self.backs.pop(-1 - number % len(self.backs))
        done = self.run(step.command, step.request)
        if done is not None and done.undo is not None:
            self.backs.append(done.undo)

    @invariant()
    def nothing_is_broken(self) -> None:
        assert broken(self.replay) == []

    @invariant()
    def the_program_answers_as_the_log_does(self) -> None:
        """At any of the instants at which something changes, and just before it."""
        seen = (self.now, self.replay.last)
        if seen == self.seen:
            return
        self.seen = seen
        edges = [edge for edge in self.replay.edges() if edge < FOREVER]
        at = self.dice.choice([self.now, *edges, *(edge - TICK for edge in edges)])
        told, roll = self.store.read(who_slept, at), self.store.read(roll_at, at)
        assert [(each.bed, each.resident_id, each.since, each.until) for each in told] == sorted(
            (self.names[row["bed_id"]], row["resident_id"], *span)
            for row, span in self.replay.at("assignments", at)
        )
        assert asdict(roll) == figures(self.replay, at)
        assert roll.beds_in_use == roll.inside + roll.outside
        assert roll.present == roll.inside + roll.without_bed
        (counted,) = self.store.read(occupancy_by_day, day_of(at), day_of(at))
        close = midnight(day_of(at) + timedelta(days=1)) - TICK
        assert (counted.day, asdict(counted.roll)) == (day_of(at), figures(self.replay, close))
