"""The demonstration's grounds: two weeks of bookings in every state, and what went wrong."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from openblock import clock
from openblock.demonstration.areas import AREAS, CORNER, HABITS, HALL, SECOND_ROOM, WORKSHOP, Habit
from openblock.demonstration.booked import AHEAD, BEHIND, Booked
from openblock.features.accounts.commands import ChangeSetting, change_setting
from openblock.features.grounds.commands import (
    BookArea,
    BookSeries,
    CancelBooking,
    CloseArea,
    FinishBooking,
    Hit,
    NoShow,
    SaveArea,
    StartBooking,
    book_area,
    book_series,
    cancel_booking,
    close_area,
    finish_booking,
    no_show,
    save_area,
    start_booking,
)
from openblock.features.grounds.queries import (
    BookingRow,
    closure_hits,
)
from openblock.features.grounds.rules.content import (
    OPEN,
    SLOT,
    AreaContent,
    BookingContent,
    ClosureContent,
    ClosureReason,
    Repeat,
    SeriesContent,
)
from openblock.features.residents.queries import pairs_open, residents
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.staff.queries import officers
from openblock.storage.store import Actor, Store

MORNING, FORENOON = 9 * 60, 11 * 60
GROUPS, LARGEST = 5, 6
_DAY = timedelta(days=1)
_QUARTER = timedelta(minutes=SLOT)
_REASON = "ierasta nodarbība, saskaņots"


class Grounds:
    """Does what the officers would have done, the clock standing at each time."""

    def __init__(self, store: Store, day: date) -> None:
        self._store = store
        self._day = day
        self._booked = Booked(store, day)
        self._groups: tuple[tuple[int, ...], ...] = ()
        self._moment = clock.now() if clock.today() == day else self._booked.at(0, FORENOON)

    def happen(self, setting_up: Actor, asking: Actor) -> None:
        """The areas, two weeks of use, and what came in between; ``asking`` asks for one booking.

        ``setting_up`` is signed in and stays so.
        """
        with clock.standing_at(self._booked.at(-BEHIND - 1, MORNING)):
            self._booked.areas = {each.name: self._area(each) for each in AREAS}
            self._groups = self._people()
            for habit in HABITS:
                self._repeat(habit)
            self._families()
        self._tick()
        with clock.standing_at(self._booked.at(-1, MORNING)):
            self._workshop_closes()
            self._ask(setting_up, asking)
            self._kept_apart_together()
            self._officer_falls_out()
        self._in_use()

    # What is set up and planned

    def _area(self, content: AreaContent) -> int:
        return int(self._store.run(save_area, SaveArea(None, 0, content)).value)

    def _people(self) -> tuple[tuple[int, ...], ...]:
        """Groups of people who stay all the while, nobody beside whom to keep apart from."""
        staying = [
            each.resident_id
            for each in self._store.read(residents, clock.now())
            if each.admitted is not None
            and each.admitted <= self._booked.at(-BEHIND - 1)
            and each.discharged > self._booked.at(AHEAD + 1)
        ]
        pairs = self._store.read(pairs_open)
        apart = {frozenset((each.first_id, each.second_id)) for each in pairs}
        groups: list[list[int]] = [[] for _each in range(GROUPS)]
        for turn, number in enumerate(staying):
            order = [groups[(turn + step) % GROUPS] for step in range(GROUPS)]
            group = next(
                (
                    each
                    for each in order
                    if len(each) < LARGEST
                    and not any(frozenset((number, other)) in apart for other in each)
                ),
                None,
            )
            if group is not None:
                group.append(number)
        return tuple(map(tuple, groups))

    def _repeat(self, habit: Habit) -> None:
        days = [self._day + number * _DAY for number in range(-BEHIND, AHEAD + 1)]
        first = next(day for day in days if day.weekday() in habit.weekdays)
        booking = self._booked.booking(
            habit.area,
            (clock.at(first, habit.start), clock.at(first, habit.end)),
            self._groups[habit.group],
            habit.purpose,
            habit.equipment,
        )
        content = SeriesContent(booking, Repeat.WEEKLY, days[-1], habit.weekdays)
        self._store.run(book_series, BookSeries(content, _REASON))

    def _families(self) -> None:
        """At weekends somebody has visitors."""
        days = [self._day + number * _DAY for number in range(-BEHIND, AHEAD + 1)]
        for turn, day in enumerate(each for each in days if each.weekday() in {5, 6}):
            times = (clock.at(day, 15 * 60), clock.at(day, 16 * 60 + 30))
            guest = self._groups[turn % GROUPS][-1:]
            self._book(self._booked.booking(CORNER, times, guest, "tikšanās ar ģimeni"))

    # What happened at the door

    def _tick(self) -> None:
        """What lies behind was used, but for one rained off and one to which nobody came."""
        done = [
            each
            for each in self._booked.bookings(-BEHIND, 0)
            if each.state in OPEN and each.span.end <= self._moment - timedelta(hours=1)
        ]
        for turn, row in enumerate(done):
            if turn == 2:
                with clock.standing_at(row.span.start - timedelta(hours=2)):
                    request = CancelBooking(row.booking_id, row.version, "lietus, laukums slapjš")
                    self._store.run(cancel_booking, request)
            elif turn == 5:
                with clock.standing_at(row.span.start + _QUARTER):
                    missed = NoShow(row.booking_id, row.version, "grupa atteicās")
                    self._store.run(no_show, missed)
            else:
                self._used(row, turn)

    def _used(self, row: BookingRow, turn: int) -> None:
        missing = row.residents[1:][-1:] if turn % 4 == 3 else ()
        with clock.standing_at(row.span.start + timedelta(minutes=turn % 6)):
            begun = StartBooking(row.booking_id, row.version, missing=missing)
            self._store.run(start_booking, begun)
        with clock.standing_at(row.span.end - timedelta(minutes=turn % 4)):
            version = self._booked.version(row.booking_id, row.residents[0])
            self._store.run(finish_booking, FinishBooking(row.booking_id, version))

    def _in_use(self) -> None:
        """A group in the hall at this very moment, where the hall is open and it is no night."""
        since = clock.local(self._moment - timedelta(minutes=30))
        minute = (since.hour * 60 + since.minute) // SLOT * SLOT
        if clock.day_of(self._moment) != since.date() or not 7 * 60 <= minute <= 19 * 60:
            return
        start = clock.at(since.date(), minute)
        times = (start, start + timedelta(minutes=90))
        free = self._booked.free(self._groups[2], *times)
        if len(free) < LARGEST // 2:
            return
        with clock.standing_at(start - timedelta(hours=2)):
            wanted = self._booked.booking(HALL, times, free, "galda teniss", "2 galdi")
            content = self._booked.watched(wanted)
            if content.officer_id is None:
                return
            number = int(self._store.run(book_area, BookArea(content, reason=_REASON)).value)
        with clock.standing_at(start + timedelta(minutes=2)):
            version = self._booked.version(number, free[0])
            self._store.run(start_booking, StartBooking(number, version))

    # What came in between

    def _workshop_closes(self) -> None:
        closing = ClosureContent(
            self._booked.areas[WORKSHOP],
            clock.now(),
            self._booked.at(3, 18 * 60),
            ClosureReason.REPAIR,
            "nosūces remonts",
        )
        hits = tuple(
            Hit(each.booking_id, each.version) for each in self._store.read(closure_hits, closing)
        )
        self._store.run(close_area, CloseArea(closing, hits, reason="meistars pieteikts"))

    def _ask(self, setting_up: Actor, asking: Actor) -> None:
        """Somebody who may only ask has asked for a room, while asking is what has to be done."""
        day = next(day for day in self._booked.days(2) if day.weekday() < 5)
        times = (clock.at(day, 14 * 60), clock.at(day, 15 * 60 + 30))
        wanted = self._booked.booking(SECOND_ROOM, times, self._groups[2], "darba tiesību stunda")
        self._store.run(change_setting, ChangeSetting("grounds_approval", value=True))
        self._store.sign_in(asking)
        self._store.run(book_area, BookArea(wanted, reason=_REASON))
        self._store.sign_in(setting_up)
        self._store.run(change_setting, ChangeSetting("grounds_approval", value=False))

    def _kept_apart_together(self) -> None:
        """Two who are to be kept apart, booked together with a reason: the warning stays."""
        last = self._booked.at(AHEAD + 1)
        here = {each.resident_id for each in self._store.read(residents, last)}
        pair = next(
            each for each in self._store.read(pairs_open) if {each.first_id, each.second_id} <= here
        )
        both = (pair.first_id, pair.second_id)
        for day in self._booked.days(1):
            times = (clock.at(day, 11 * 60 + 45), clock.at(day, 12 * 60 + 45))
            wanted = self._booked.booking(HALL, times, both, "pārrunas ar treneri")
            content = self._booked.watched(wanted)
            if content.officer_id is not None and self._booked.free(both, *times) == both:
                reason = "izlīgums, abi lūdza, klāt kontaktpersona"
                self._store.run(book_area, BookArea(content, reason=reason))
                return

    def _officer_falls_out(self) -> None:
        """The officer named for a booking ahead is taken off the roster of that day."""
        mentors = {each.officer_id for each in self._store.read(officers) if each.is_mentor}
        ahead = [each for each in self._booked.bookings(1, AHEAD) if each.state in OPEN]
        watched = Counter((each.officer_id, each.day) for each in ahead)
        # Nothing else hangs on that day: no second group, and if it can be no trainee either.
        alone = [
            each
            for each in ahead
            if each.officer_id is not None
            and watched[each.officer_id, each.day] == 1
            and not each.warnings
        ]
        row = next((each for each in alone if each.officer_id not in mentors), alone[0])
        edit = CellEdit(row.officer_id or 0, row.day, None)
        self._store.run(change_cells, ChangeCells((edit,), reason="norīkots citur"))

    def _book(self, content: BookingContent) -> None:
        self._store.run(book_area, BookArea(self._booked.watched(content), reason=_REASON))
