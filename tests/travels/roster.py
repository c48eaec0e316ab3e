"""What happens to a roster while something else hangs on it: cells, cycles, who serves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    LayCycle,
    change_cells,
    lay_cycle,
)
from openblock.features.roster.queries import TeamCycle
from openblock.features.staff.commands import ChangeOfficer, change_officer
from openblock.features.staff.queries import officers
from tests.travels.retold import day_of, planned
from tests.travels.traveller import Traveller

which = st.integers(0, 9999)
offsets = st.integers(-3, 6)
codes = st.sampled_from(["24", "D", "N", "8", "B", None])
leaving = st.sampled_from([None, None, None, -2, 0, 1, 3, 9])


class RosterChanges(Traveller):
    """Time passes, and the roster is not as it was."""

    @rule(hour=st.sampled_from([1, 5, 24, 50]))
    def time_passes(self, hour: int) -> None:
        self.now += timedelta(hours=hour)

    # the roster

    @rule(who=which, offset=offsets, code=codes, more=st.integers(0, 2))
    def duty(self, who: int, offset: int, code: str | None, more: int) -> None:
        """One cell, or a sweep of cells."""
        officer = self.any_of("officers", who)
        days = [self.day(offset + each) for each in range(more + 1)]
        self.attempt(change_cells, ChangeCells(tuple(CellEdit(officer, day, code) for day in days)))

    @rule(number=which, offset=st.sampled_from([0, 0, -1, 1]), code=codes)
    def move_a_duty(self, number: int, offset: int, code: str | None) -> None:
        """Another duty in its place or beside it."""
        duty = self.near("duties", number)
        day = day_of(planned(duty).start)
        edits = [CellEdit(duty["officer_id"], day, None)] if offset else []
        edits.append(CellEdit(duty["officer_id"], day + timedelta(days=offset), code))
        self.attempt(change_cells, ChangeCells(tuple(edits)))

    @rule(
        offset=offsets,
        length=st.integers(0, 5),
        pattern=st.sampled_from([("24", "", ""), ("D", "N", "", ""), ("", "24"), ("8",)]),
    )
    def cycle(self, offset: int, length: int, pattern: tuple[str, ...]) -> None:
        """Only what was laid and not typed gives way to it: the officers of the second team."""
        first = self.day(offset)
        cycles = (TeamCycle(2, pattern, self.first),)
        self.attempt(lay_cycle, LayCycle(first, first + timedelta(days=length), cycles))

    @rule(who=which, mentors=st.sampled_from([True, True, False]), last=leaving)
    def an_officer_changes(self, who: int, mentors: bool, last: int | None) -> None:
        """Leaves, stays after all, mentors no more, or again."""
        rows = self.store.read(officers)
        row = rows[who % len(rows)]
        last_day = None if last is None else self.day(last)
        content = replace(row.content, is_mentor=mentors, last_day=last_day)
        request = ChangeOfficer(row.officer_id, row.version, content, another_person=True)
        self.attempt(change_officer, request)
