"""Shadowing shifts are planned, as asked for or as offered, beside whatever else is going on."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from openblock.features.shadowing.commands import PlanShadowing, plan_shadowing
from openblock.features.shadowing.queries import mentor_offers
from tests.travels.roster import RosterChanges, offsets, which
from tests.travels.traveller import REASON, moment

answers = st.sampled_from([REASON, REASON, REASON, ""])
lengths = st.sampled_from([2, 4, 6, 8, 12, 12, 1.5, 13])
starts = st.sampled_from([0, 0, 0, 1, 4, 11, 12, 13, 15, -1])


class PracticePlans(RosterChanges):
    """Somebody is to be beside an officer on duty."""

    @rule(who=which, number=which, start=starts, length=lengths, reason=answers)
    def plan(self, who: int, number: int, start: float, length: float, reason: str) -> None:
        trainee, duty = self.any_of("trainees", who), self.near("duties", number)
        begins = moment(duty["starts_at"]) + timedelta(hours=start)
        ends = begins + timedelta(hours=length)
        request = PlanShadowing(trainee, duty["officer_id"], begins, ends, reason=reason)
        self.attempt(plan_shadowing, request)

    @rule(who=which, offset=offsets, number=which)
    def plan_what_is_offered(self, who: int, offset: int, number: int) -> None:
        """Whoever is said to fit can be had."""
        trainee = self.any_of("trainees", who)
        fit = self.store.read(mentor_offers, trainee, self.day(offset), self.now).fit
        if fit:
            offer = fit[number % len(fit)]
            assert offer.span is not None
            span = (offer.span.start, offer.span.end)
            request = PlanShadowing(trainee, offer.officer_id, *span, reason=REASON)
            assert self.attempt(plan_shadowing, request) is not None
