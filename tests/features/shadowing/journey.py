"""Everything that can be done to practice and what it hangs on, and what holds after each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from openblock.features.shadowing.commands import (
    CancelShadowing,
    ChangePractice,
    ConfirmShadowing,
    MissShadowing,
    PlanShadowing,
    PracticeEdit,
    cancel_shadowing,
    change_practice,
    confirm_shadowing,
    miss_shadowing,
    plan_shadowing,
)
from openblock.features.shadowing.queries import (
    mentor_offers,
    practice_grid,
    to_confirm,
    to_replan,
    trainee_card,
)
from openblock.features.shadowing.queries.rows import PracticeGrid
from openblock.features.shadowing.rules.content import Confirmation
from tests.features.shadowing.living import Living, people
from tests.features.shadowing.replay import broken, hours_of, standings
from tests.travels.practice import answers, lengths, starts
from tests.travels.retold import day_of, planned
from tests.travels.roster import offsets, which
from tests.travels.traveller import REASON, moment

later = st.sampled_from([0, 0, 0, 0, 0, 0.5, 1, 3, -0.5, -1, 13])
earlier = st.sampled_from([0, 0, 0, 0, 0, -0.5, -1, -3, 0.5, 1, -13])

COUNTED = ("planned", "done", "confirmed", "missed")


class Journey(Living):
    """Six officers, six trainees on two courses, and whatever may come."""

    @rule(number=which, other=which, start=starts, length=lengths, reason=answers)
    def plan_anew(self, number: int, other: int, start: float, length: float, reason: str) -> None:
        found, duty = self.one("shadowings", number), self.near("duties", other)
        if found is None:
            return
        begins = moment(duty["starts_at"]) + timedelta(hours=start)
        ends = begins + timedelta(hours=length)
        version = self.version("shadowings", found[0])
        who = (found[1]["trainee_id"], duty["officer_id"])
        request = PlanShadowing(*who, begins, ends, found[0], version, reason)
        self.attempt(plan_shadowing, request)

    @rule(number=which, other=which)
    def plan_anew_as_offered(self, number: int, other: int) -> None:
        """A substitute who is said to fit can be had in the place of the one who was planned."""
        found = self.one("shadowings", number, state="planned")
        if found is None:
            return
        moved, row = found
        day = day_of(planned(row).start)
        asked = (row["trainee_id"], day, self.now)
        fit = self.store.read(mentor_offers, *asked, instead_of=moved).fit
        if fit:
            offer = fit[other % len(fit)]
            assert offer.span is not None
            span = (offer.span.start, offer.span.end)
            version = self.version("shadowings", moved)
            request = PlanShadowing(asked[0], offer.officer_id, *span, moved, version, REASON)
            assert self.attempt(plan_shadowing, request) is not None

    @rule(who=which, offset=offsets, officers=st.lists(people, min_size=1, max_size=3))
    def cells(self, who: int, offset: int, officers: list[int | None]) -> None:
        """The cells of a few days in a row, one sweep; None is cut."""
        trainee, edits = self.any_of("trainees", who), []
        for place, officer in enumerate(officers):
            day = self.day(offset + place)
            seen = tuple(
                (number, self.version("shadowings", number))
                for number, row in self.replay.rows("shadowings").items()
                if row["trainee_id"] == trainee and day_of(planned(row).start) == day
            )
            chosen = None if officer is None else self.any_of("officers", officer)
            edits.append(PracticeEdit(trainee, day, chosen, seen))
        self.attempt(change_practice, ChangePractice(tuple(edits), REASON))

    @rule(number=which, first=later, last=earlier, reason=answers)
    def confirm(self, number: int, first: float, last: float, reason: str) -> None:
        """Mostly what is over by now, with the hours as planned or nearly so."""
        found = self.over(number)
        if found is None:
            return
        row = self.replay.rows("shadowings")[found]
        actual = [
            moment(row[name]) + timedelta(hours=hours)
            for name, hours in (("starts_at", first), ("ends_at", last))
        ]
        version = self.version("shadowings", found)
        request = ConfirmShadowing(found, version, Confirmation(*actual), reason)
        self.attempt(confirm_shadowing, request)

    @rule(number=which)
    def miss(self, number: int) -> None:
        found = self.over(number)
        if found is not None:
            version = self.version("shadowings", found)
            self.attempt(miss_shadowing, MissShadowing(found, version, "did not come"))

    @rule(number=which)
    def unplan(self, number: int) -> None:
        found = self.one("shadowings", number)
        if found is not None:
            version = self.version("shadowings", found[0])
            self.attempt(cancel_shadowing, CancelShadowing(found[0], version, "not needed"))

    # what holds after each of it

    @invariant()
    def nothing_is_broken(self) -> None:
        assert broken(self.replay, self.diary()) == []

    @invariant()
    def the_program_answers_as_the_log_does(self) -> None:
        """Now, or at one of the instants at which a shift begins or ends."""
        seen = (self.now, self.replay.last)
        if seen == self.seen:
            return
        self.seen = seen
        rows = self.replay.rows("shadowings").values()
        edges = [moment(row[name]) for row in rows for name in ("starts_at", "ends_at")]
        at = self.dice.choice([self.now, self.now, *edges])
        stand, minutes = standings(self.replay, at), hours_of(self.replay, at)
        days = (self.first, self.first + timedelta(days=120))
        grid = self.store.read(practice_grid, *days, at)
        assert {row.shadowing_id: row.standing.value for row in grid.shadowings} == stand
        for line in grid.lines:
            told = {name: getattr(line.hours, name) for name in COUNTED}
            assert told == {name: minutes[line.trainee.trainee_id][name] for name in COUNTED}
        self._waiting(stand, grid)
        line = self.dice.choice(grid.lines)
        card = self.store.read(trainee_card, line.trainee.trainee_id, at)
        assert card is not None
        assert card.line == line

    def _waiting(self, stand: Mapping[int, str], grid: PracticeGrid) -> None:
        """What has to be planned anew, and what waits to be confirmed."""
        anew = self.store.read(to_replan, grid.at)
        waits = self.store.read(to_confirm, grid.at)
        assert {row.shadowing_id for row in anew} == _those(stand, "replan")
        assert {row.shadowing_id for row in grid.to_replan} == _those(stand, "replan")
        assert {each.row.shadowing_id for each in waits} == _those(stand, "done")
        assert grid.to_confirm == len(waits)


def _those(stand: Mapping[int, str], standing: str) -> set[int]:
    return {number for number, each in stand.items() if each == standing}
