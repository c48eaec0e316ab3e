"""What goes on around the grounds: who comes and leaves, beds, areas, closures, other hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from openblock.clock import FOREVER, standing_at
from openblock.features.grounds.commands import (
    CloseArea,
    Hit,
    OpenArea,
    SaveArea,
    SaveAreaDay,
    close_area,
    open_area,
    save_area,
    save_area_day,
)
from openblock.features.grounds.queries import areas, closure_hits
from openblock.features.grounds.rules.content import (
    AreaDayContent,
    ClosureContent,
    ClosureReason,
)
from openblock.features.residents.commands import (
    AdmitResident,
    OpenKeepApart,
    ReadmitResident,
    ReleaseResident,
    WithdrawRelease,
    admit_resident,
    open_keep_apart,
    readmit_resident,
    release_resident,
    withdraw_release,
)
from openblock.features.residents.rules.content import ResidentContent, StayContent
from openblock.features.rooms.commands import PlaceResident, Why, place_resident
from tests.features.grounds.travelling import GroundsTraveller
from tests.travels.practice import PracticePlans
from tests.travels.roster import which
from tests.travels.traveller import REASON

answers = st.sampled_from([REASON, REASON, REASON, ""])
hours = st.sampled_from([2, 3, 3.5, 9, 10, 10.5, 11, 12, 14, 15, 16, 17, 18, 19.5, 20.75, 22])
lengths = st.sampled_from([0.25, 0.5, 0.75, 1, 1, 1.5, 2, 2, 3, 0])
soon = st.sampled_from([-1, 0, 0, 0, 1, 1, 2, 3, 4])
leaving = st.sampled_from([0, 0, 3, 24, 40, 90])
MOST_PEOPLE = 11


class Living(GroundsTraveller, PracticePlans):
    """Everything but bookings."""

    # who is here, and where they sleep

    @rule(hour=leaving, before=which)
    def somebody_comes(self, hour: int, before: int) -> None:
        people = len(self.replay.rows("residents"))
        if people >= MOST_PEOPLE:
            return
        person = ResidentContent("Jauns" + chr(97 + people), "Pēteris")
        starts = self.now + timedelta(hours=hour)
        ends = FOREVER if before % 3 else starts + timedelta(days=2)
        self.run(admit_resident, AdmitResident(person, StayContent(starts, ends), REASON))

    @rule(who=which, hour=leaving)
    def somebody_leaves(self, who: int, hour: int) -> None:
        person = self.any_of("residents", who)
        seen = (person, self.version("residents", person))
        when = self.now + timedelta(hours=hour)
        request = ReleaseResident(*seen, when, "released", reason=REASON)
        self.attempt(release_resident, request)

    @rule(who=which)
    def somebody_stays_after_all(self, who: int) -> None:
        person = self.any_of("residents", who)
        request = WithdrawRelease(person, self.version("residents", person), REASON)
        self.attempt(withdraw_release, request)

    @rule(who=which, hour=leaving)
    def somebody_comes_again(self, who: int, hour: int) -> None:
        person = self.any_of("residents", who)
        stay = StayContent(self.now + timedelta(hours=hour))
        request = ReadmitResident(person, self.version("residents", person), stay, REASON)
        self.attempt(readmit_resident, request)

    @rule(who=which, bed=which, hour=leaving)
    def somebody_moves(self, who: int, bed: int, hour: int) -> None:
        person, there = self.any_of("residents", who), self.any_of("beds", bed)
        why = Why("request", override=REASON)
        when = self.now + timedelta(hours=hour)
        self.attempt(place_resident, PlaceResident(person, there, when, why))

    @rule(one=which, other=which)
    def two_are_kept_apart(self, one: int, other: int) -> None:
        pair = sorted({self.any_of("residents", one), self.any_of("residents", other)})
        if len(pair) == 2:
            self.run(open_keep_apart, OpenKeepApart(*pair, "room", REASON))

    # the areas

    @rule(
        where=which,
        open_to=st.sampled_from([16, 20, 21, 24]),
        indoor=st.booleans(),
        active=st.sampled_from([True, True, True, False]),
        reason=answers,
    )
    def an_area_changes(
        self, *, where: int, open_to: int, indoor: bool, active: bool, reason: str
    ) -> None:
        """Not its places or its ratio: bookings too many for those stay where a reason is given."""
        number = self.place(where)
        row = next(each for each in self.store.read(areas) if each.area_id == number)
        day = ((60, open_to * 60),)
        content = replace(row.content, hours=(day,) * 7, indoor=indoor, active=active)
        self.attempt(save_area, SaveArea(number, row.version, content, reason=reason))

    @rule(where=which, offset=soon, first=hours, length=lengths, reason=answers)
    def other_hours(
        self, where: int, offset: int, first: float, length: float, reason: str
    ) -> None:
        number, day = self.place(where), self.day(offset)
        row = next(each for each in self.store.read(areas) if each.area_id == number)
        there = next((each for each in row.days if each.day == day), None)
        seen = (None, 0) if there is None else (there.area_day_id, there.version)
        opens = round(first * 60)
        span = ((opens, min(opens + round(length * 240), 24 * 60)),) if length else ()
        content = AreaDayContent(number, day, span)
        self.attempt(save_area_day, SaveAreaDay(*seen, content, reason))

    @rule(where=which, offset=soon, first=hours, length=lengths, moves=st.booleans(), miss=which)
    def an_area_closes(
        self, *, where: int, offset: int, first: float, length: float, moves: bool, miss: int
    ) -> None:
        """The bookings it hits are cancelled, or moved to the next day; one may be forgotten."""
        start = self.hour(offset, first)
        end = start + timedelta(hours=3 * length)
        content = ClosureContent(self.place(where), start, end, ClosureReason.WEATHER)
        with standing_at(self.now):
            found = self.store.read(closure_hits, content)
        hits = tuple(self._hit(each.booking_id, each.version, moves=moves) for each in found)
        if miss % 6 == 0:
            hits = hits[1:]
        self.attempt(close_area, CloseArea(content, hits, reason=REASON))

    def _hit(self, number: int, version: int, *, moves: bool) -> Hit:
        content = self.content(number)
        day = timedelta(days=1)
        moved = replace(content, starts_at=content.starts_at + day, ends_at=content.ends_at + day)
        return Hit(number, version, moved if moves else None)

    @rule(number=which)
    def an_area_opens(self, number: int) -> None:
        found = self.one("area_closures", number)
        if found is not None:
            version = self.version("area_closures", found[0])
            self.attempt(open_area, OpenArea(found[0], version))
