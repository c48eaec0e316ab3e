"""Who could take a duty over (RO-11), judged by every rule of the roster, and in what order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from openblock.clock import minutes_between
from openblock.errors import Problem, Severity
from openblock.features.roster.rules.hours import hours_by_day, minutes_within
from openblock.features.roster.rules.limits import Limits
from openblock.features.roster.rules.rest import (
    needed_rest,
    overlap_problems,
    rest_problems,
    weekly_rest_problems,
)
from openblock.features.roster.rules.shift import Shift
from openblock.features.roster.rules.working_time import limit_problems

#: A code and its facts; the screen has the sentence.
Said = tuple[str, Mapping[str, object]]
_WITHOUT_POST = "post-not-held"


@dataclass(frozen=True, slots=True)
class Load:
    """What an officer has worked of the reference period up to the duty's month, in minutes.

    ``counted_days`` are days served without those absent; ``month_end`` is the last day counted.
    """

    worked: int
    overtime: int
    counted_days: int
    month_end: date


@dataclass(frozen=True, slots=True)
class Candidate:
    """An officer who could take a duty over, with everything the rules look at.

    ``shifts`` are those around the duty in order of start, call-outs with them, without any duty
    given in return; ``duty_days`` are the days on which one of them is a duty. ``away`` are the
    absences. ``holds_post`` is None where the post asks for nothing. ``load`` is None where the
    sums are not known.
    """

    officer_id: int
    name: str
    team: int | None = None
    shifts: tuple[Shift, ...] = ()
    duty_days: frozenset[date] = frozenset()
    away: tuple[tuple[datetime, datetime], ...] = ()
    serves: bool = True
    first_day: date | None = None
    last_day: date | None = None
    holds_post: bool | None = None
    nights: int = 0
    load: Load | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate, what speaks against the duty, and the rest around it; None where it is long."""

    candidate: Candidate
    problems: tuple[Problem, ...]
    rest_before: int | None
    rest_after: int | None

    @property
    def is_suitable(self) -> bool:
        """Whether nothing forbids it; warnings need a reason."""
        return all(each.severity is not Severity.ERROR for each in self.problems)


def judged(candidate: Candidate, duty: Shift, limits: Limits) -> Judged:
    """RO-11: the candidate with everything that speaks against taking ``duty``."""
    before = [each for each in candidate.shifts if each.end <= duty.start]
    after = [each for each in candidate.shifts if each.start >= duty.end]
    return Judged(
        candidate,
        substitute_problems(candidate, duty, limits),
        minutes_between(before[-1].end, duty.start) if before else None,
        minutes_between(duty.end, after[0].start) if after else None,
    )


def substitute_problems(candidate: Candidate, duty: Shift, limits: Limits) -> tuple[Problem, ...]:
    """Why the candidate may not, or should not, have ``duty``: only what it would bring anew."""
    forbidden = (*_not_serving(candidate, duty), *_away(candidate, duty), *_busy(candidate, duty))
    if forbidden:
        # Rest and sums of somebody who cannot be there say nothing that anybody needs.
        return forbidden
    return (
        *_anew(candidate, duty, limits),
        *_over(candidate, duty, limits),
        *_without_post(candidate, duty),
    )


def _not_serving(candidate: Candidate, duty: Shift) -> tuple[Problem, ...]:
    if candidate.serves:
        return ()
    facts = {
        "first_day": candidate.first_day,
        "last_day": candidate.last_day,
        "day": duty.day,
    }
    return (Problem("officer-not-active", facts=facts),)


def _away(candidate: Candidate, duty: Shift) -> tuple[Problem, ...]:
    """RO-03: absent then; the kind is nobody's business here."""
    return tuple(
        Problem("officer-absent", facts={"start": start, "end": end})
        for start, end in candidate.away
        if start < duty.end and duty.start < end
    )[:1]


def _busy(candidate: Candidate, duty: Shift) -> tuple[Problem, ...]:
    """RO-03, and one duty for each officer and day."""
    if duty.day in candidate.duty_days:
        there = next((each for each in candidate.shifts if each.day == duty.day), duty)
        facts = {"day": duty.day, "start": there.start, "end": there.end}
        return (Problem("duty-that-day", facts=facts),)
    together = sorted([*candidate.shifts, duty])
    return tuple(problem for _day, problem in overlap_problems(together))


def _anew(candidate: Candidate, duty: Shift, limits: Limits) -> tuple[Problem, ...]:
    """RO-04 and RO-05: the short rests that were not there before."""
    together = sorted([*candidate.shifts, duty])
    found = []
    for rule in (rest_problems, weekly_rest_problems):
        there = rule(candidate.shifts, limits)
        found += [problem for day, problem in rule(together, limits) if (day, problem) not in there]
    return tuple(found)


def _over(candidate: Candidate, duty: Shift, limits: Limits) -> tuple[Problem, ...]:
    """RO-06 and RO-07: over the average or the overtime of the reference period, with this duty."""
    load = candidate.load
    if load is None:
        return ()
    more = minutes_within(duty, duty.day, load.month_end)
    return limit_problems(load.worked + more, load.counted_days, load.overtime + more, limits)


def _without_post(candidate: Candidate, duty: Shift) -> tuple[Problem, ...]:
    if candidate.holds_post is not False:
        return ()
    return (Problem(_WITHOUT_POST, Severity.WARNING, {"post": duty.post}),)


def fits(candidate: Candidate, duty: Shift, limits: Limits) -> bool:
    """Whether the candidate is free then, with the rest of RO-04 around it.

    It says less than :func:`substitute_problems` and costs a tenth: for looking through hundreds.
    """
    if duty.day in candidate.duty_days or _away(candidate, duty):
        return False
    free_from = duty.end + _rest(duty, limits)
    return not any(
        each.start < free_from and duty.start < each.end + _rest(each, limits)
        for each in candidate.shifts
    )


def _rest(shift: Shift, limits: Limits) -> timedelta:
    return timedelta(minutes=needed_rest(shift.minutes, limits))


def named(problems: Iterable[Problem], name: str, field: str = "") -> tuple[Problem, ...]:
    """The problems with whose they are, for a refusal that stands beside no row of the officer."""
    return tuple(
        replace(each, facts={**each.facts, "name": name}, field=field or each.field)
        for each in problems
    )


def ranking(one: Judged, team: int | None) -> tuple[object, ...]:
    """The sort key of candidates, best first; ``team`` is that of the officer who gives the duty.

    Who may comes before who may not, who would stay rested and within the hours before who would
    not, though they lack the post's qualification, and who needs fewer reasons before who needs
    more; then the least overtime, the longer rest before, the same team, the name; the number at
    last, so that no list ever dances.
    """
    load = one.candidate.load
    return (
        not one.is_suitable,
        any(each.code != _WITHOUT_POST for each in one.problems),
        len(one.problems),
        load.overtime if load else 0,
        one.rest_before is not None,
        -(one.rest_before or 0),
        team is None or one.candidate.team != team,
        one.candidate.name,
        one.candidate.officer_id,
    )


def is_free_on(candidate: Candidate, day: date) -> bool:
    """Whether nothing of the candidate's shifts touches the day."""
    return not any(hours_by_day(each).get(day) for each in candidate.shifts)


def lowest_overtime(found: Sequence[Judged]) -> int | None:
    """The least overtime among those who may; None where nobody's is known."""
    known = [one.candidate.load.overtime for one in found if one.is_suitable and one.candidate.load]
    return min(known, default=None)


def reasons_of(one: Judged, duty: Shift, team: int | None, least: int | None) -> tuple[Said, ...]:
    """Why a candidate stands where it does, in the order of the ranking; ``least`` as above."""
    who, load = one.candidate, one.candidate.load
    overtime = load.overtime if load else None
    found: list[Said | None] = [
        ("least-overtime", {}) if one.is_suitable and overtime == least is not None else None,
        ("overtime", {"minutes": overtime}) if overtime is not None else None,
        ("free-that-day", {}) if is_free_on(who, duty.day) else None,
        ("rest-before", {"minutes": one.rest_before}) if one.rest_before is not None else None,
        ("rest-after", {"minutes": one.rest_after}) if one.rest_after is not None else None,
        ("holds-post", {"post": duty.post}) if who.holds_post else None,
        ("same-team", {"team": team}) if team is not None and who.team == team else None,
        ("nights", {"number": who.nights}),
    ]
    return tuple(each for each in found if each is not None)
