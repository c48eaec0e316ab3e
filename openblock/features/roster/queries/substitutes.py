"""Who could take a duty over or swap one for it: everybody judged alike, the best first (RO-11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from sqlalchemy.orm import Session

from openblock.clock import now
from openblock.errors import KnownError, Problem
from openblock.features.roster.queries.candidates import Field, field_of
from openblock.features.roster.queries.open_duty import duty_there, open_duty
from openblock.features.roster.queries.rows import (
    OpenDuty,
    Reason,
    SubstituteOffer,
    SwapOffer,
)
from openblock.features.roster.rules import (
    Candidate,
    Judged,
    Shift,
    exchange_problems,
    fits,
    judged,
    lowest_overtime,
    named,
    ranking,
    reasons_of,
)
from openblock.features.staff.queries import OfficerRow, officer_card, officers

MOST_SWAPS = 40
# What is looked at closely: half of it may yet turn out to be nothing.
_LOOKED_AT = 2 * MOST_SWAPS
_AROUND = timedelta(days=14)


def substitutes(session: Session, duty: OpenDuty) -> tuple[SubstituteOffer, ...]:
    """Everybody who serves on the day of the duty, best first, with why and why not."""
    wanted = shift_of(duty)
    people = [each for each in officers(session, on=duty.day) if each.officer_id != duty.officer_id]
    ground = field_of(session, people, duty.day, duty.day)
    team = _team(session, duty.officer_id)
    found = [
        judged(ground.candidate(each.officer_id, wanted), wanted, ground.limits) for each in people
    ]
    found.sort(key=lambda one: ranking(one, team))
    least = lowest_overtime(found)
    return tuple(
        SubstituteOffer(
            officer_id=one.candidate.officer_id,
            name=one.candidate.name,
            rank=ground.people[one.candidate.officer_id].rank,
            team=one.candidate.team,
            is_suitable=one.is_suitable,
            reasons=_reasons(one, wanted, team, least),
            problems=one.problems,
        )
        for one in found
    )


def substitute_problems(
    session: Session, duty: OpenDuty, substitute_id: int
) -> tuple[Problem, ...]:
    """What speaks against this officer having the duty, with the name, as a command refuses it."""
    found = exchange_problems(duty.officer_id, substitute_id)
    if found:
        return found
    wanted = shift_of(duty)
    ground = field_of(session, [_officer(session, substitute_id)], duty.day, duty.day)
    one = judged(ground.candidate(substitute_id, wanted), wanted, ground.limits)
    return named(one.problems, one.candidate.name, "substitute_id")


def swap_problems(session: Session, given: OpenDuty, returned: OpenDuty) -> tuple[Problem, ...]:
    """What speaks against two officers swapping these duties, judged as it all ends."""
    found = exchange_problems(given.officer_id, returned.officer_id)
    if found:
        return found
    people = [_officer(session, each.officer_id) for each in (given, returned)]
    days = sorted((given.day, returned.day))
    return _Swap(field_of(session, people, days[0], days[-1]), given, returned).problems


def swap_offers(session: Session, officer_id: int, day: date) -> tuple[SwapOffer, ...]:
    """Other officers' duties within two weeks that could be swapped for this one, best first."""
    given = open_duty(session, officer_id, day)
    if given is None or given.is_lost:
        return ()
    first, last = day - _AROUND, day + _AROUND
    ground = field_of(session, officers(session), first, last)
    moment = now()
    near = _worth_a_look(ground, given, _others(ground, given, first, last), moment)
    near.sort(key=lambda swap: swap.order(moment))
    return tuple(each.offer for each in near[:MOST_SWAPS])


def shift_of(duty: OpenDuty) -> Shift:
    """The duty as the rules see it."""
    return Shift(duty.starts_at, duty.ends_at, duty.day, duty.post)


def _officer(session: Session, officer_id: int) -> OfficerRow:
    row = officer_card(session, officer_id)
    if row is None:
        raise KnownError("officer-unknown")
    return row


def _team(session: Session, officer_id: int) -> int | None:
    row = officer_card(session, officer_id)
    return None if row is None else row.team


def _reasons(one: Judged, duty: Shift, team: int | None, least: int | None) -> tuple[Reason, ...]:
    return tuple(Reason(code, facts) for code, facts in reasons_of(one, duty, team, least))


def _others(ground: Field, given: OpenDuty, first: date, last: date) -> Iterator[OpenDuty]:
    """The duties of others; the very same hours are nothing to swap for.

    Neither are those of who has a duty on the other's day beside: one duty a day (RO-03).
    """
    own = {row.day for row in ground.duties.get(given.officer_id, ())} - {given.day}
    for officer_id, rows in ground.duties.items():
        if officer_id == given.officer_id or officer_id not in ground.people:
            continue
        days = {row.day for row in rows}
        for row in rows:
            same = (row.starts_at, row.ends_at) == (given.starts_at, given.ends_at)
            two_a_day = row.day in own or given.day in days - {row.day}
            if first <= row.day <= last and not same and not two_a_day:
                yield duty_there(row)


def _worth_a_look(
    ground: Field, given: OpenDuty, others: Iterable[OpenDuty], moment: datetime
) -> list[_Swap]:
    """What is still to come and near first, and of that what fits both sides before all else."""
    swaps = sorted(
        (_Swap(ground, given, each) for each in others), key=lambda swap: swap.nearness(moment)
    )
    fit: list[_Swap] = []
    unfit: list[_Swap] = []
    for swap in swaps:
        if len(fit) >= _LOOKED_AT:
            break
        (fit if swap.fits else unfit).append(swap)
    return (fit + unfit)[:_LOOKED_AT]


@dataclass(frozen=True)
class _Swap:
    """Two duties whose officers would have each other's."""

    ground: Field
    given: OpenDuty
    returned: OpenDuty

    @cached_property
    def takers(self) -> tuple[Candidate, Candidate]:
        """Who would take the given duty, and who the one in return: each rid of what they give."""
        given, returned = self.given, self.returned
        return (
            self.ground.candidate(returned.officer_id, shift_of(given), without=returned.day),
            self.ground.candidate(given.officer_id, shift_of(returned), without=given.day),
        )

    @cached_property
    def judged(self) -> tuple[Judged, Judged]:
        """The same in the order of the takers, with all that speaks against it."""
        theirs, own = self.takers
        in_force = self.ground.limits
        return (
            judged(theirs, shift_of(self.given), in_force),
            judged(own, shift_of(self.returned), in_force),
        )

    @property
    def is_suitable(self) -> bool:
        """Whether neither is forbidden."""
        return all(each.is_suitable for each in self.judged)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What speaks against it, with whose it is."""
        theirs, own = self.judged
        return (
            *named(theirs.problems, theirs.candidate.name, "other_id"),
            *named(own.problems, own.candidate.name, "other_day"),
        )

    @property
    def days_apart(self) -> int:
        """How many days lie between the two duties."""
        return abs((self.returned.day - self.given.day).days)

    @property
    def fits(self) -> bool:
        """Whether both are free then, with the rest of RO-04 around it."""
        theirs, own = self.takers
        in_force = self.ground.limits
        return fits(theirs, shift_of(self.given), in_force) and fits(
            own, shift_of(self.returned), in_force
        )

    def nearness(self, moment: datetime) -> tuple[object, ...]:
        """What is looked at first: what is not over, and lies near."""
        return (self.returned.ends_at <= moment, self.days_apart, *self._last)

    def order(self, moment: datetime) -> tuple[object, ...]:
        """Suitable first, then fewer objections, what is still to come, the nearest, the team."""
        return (
            not self.is_suitable,
            len(self.problems),
            self.returned.starts_at <= moment,
            self.days_apart,
            not self._is_team,
            self.takers[0].name,
            *self._last,
        )

    @property
    def offer(self) -> SwapOffer:
        """What leaves the store of it."""
        theirs, _own = self.judged
        returned = self.returned
        return SwapOffer(
            officer_id=returned.officer_id,
            name=theirs.candidate.name,
            team=theirs.candidate.team,
            day=returned.day,
            code=returned.code,
            starts_at=returned.starts_at,
            ends_at=returned.ends_at,
            is_suitable=self.is_suitable,
            reasons=_reasons(theirs, shift_of(self.given), self._team, None),
            problems=self.problems,
        )

    @property
    def _team(self) -> int | None:
        return self.ground.people[self.given.officer_id].team

    @property
    def _is_team(self) -> bool:
        return self._team is not None and self.takers[0].team == self._team

    @property
    def _last(self) -> tuple[date, int]:
        """What decides where nothing else does, so that no list ever dances."""
        return self.returned.day, self.returned.officer_id
