"""Whether a trainee may stand beside a mentor at a time: TR-01 to TR-09, each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openblock.clock import day_of, minutes_between
from openblock.errors import Problem, Severity
from openblock.features.roster.rules import Shift
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.strain import night_problems, strain_problems
from openblock.features.shadowing.rules.times import whole
from openblock.features.shadowing.rules.wish import Mentor, Neighbour, Wish
from openblock.features.staff.rules import MentorStanding, mentor_standing, serves_on

__all__ = [
    "clearance_problems",
    "course_problems",
    "duty_problems",
    "fullest",
    "mentor_problems",
    "nearest_duty",
    "night_problems",
    "overlap_problems",
    "places_problems",
    "plan_problems",
    "strain_problems",
]


def plan_problems(wish: Wish, limits: PracticeLimits) -> tuple[Problem, ...]:
    """Everything that speaks against the wish, by the order of the rules."""
    rules = (
        course_problems,
        clearance_problems,
        mentor_problems,
        duty_problems,
        places_problems,
        overlap_problems,
        strain_problems,
        night_problems,
    )
    return tuple(problem for rule in rules for problem in rule(wish, limits))


def course_problems(wish: Wish, _limits: PracticeLimits) -> tuple[Problem, ...]:
    """TR-01: within the course, its last midnight included, and before the trainee left."""
    found = []
    if not wish.course.span.holds(wish.span):
        facts: dict[str, object] = {
            "trainee": wish.trainee,
            "course": wish.course.name,
            "first_day": wish.course.first_day,
            "last_day": wish.course.last_day,
        }
        found.append(Problem("practice-outside-course", facts=facts, field="starts_at"))
    if wish.left_on is not None and wish.span.end > whole(wish.left_on).end:
        facts = {"trainee": wish.trainee, "left_on": wish.left_on}
        found.append(Problem("practice-trainee-left", facts=facts, field="starts_at"))
    return tuple(found)


def clearance_problems(wish: Wish, _limits: PracticeLimits) -> tuple[Problem, ...]:
    """TR-02: every item had on the day of the shift at the latest; one problem names them all."""
    lacking = tuple(name for name, day in wish.clearances if day is None or day > wish.day)
    if not lacking:
        return ()
    facts = {"trainee": wish.trainee, "items": lacking, "day": wish.day}
    return (Problem("practice-not-cleared", facts=facts),)


def mentor_problems(wish: Wish, limits: PracticeLimits) -> tuple[Problem, ...]:
    """TR-03: serving, flagged a mentor and certified on the day the shift begins."""
    mentor = wish.mentor
    found = list(_certificate_problems(wish, limits))
    if not serves_on(mentor.active_from, mentor.last_day, wish.day):
        facts = {
            "trainee": wish.trainee,
            "name": mentor.name,
            "first_day": mentor.active_from,
            "last_day": mentor.last_day,
            "day": wish.day,
        }
        found.append(Problem("practice-mentor-not-serving", facts=facts, field="officer"))
    return tuple(found)


def _certificate_problems(wish: Wish, limits: PracticeLimits) -> Iterator[Problem]:
    mentor, until = wish.mentor, wish.mentor.certified_until
    standing = mentor_standing(is_mentor=mentor.is_mentor, certified_until=until, day=wish.day)
    facts: dict[str, object] = {"trainee": wish.trainee, "name": mentor.name}
    if standing is MentorStanding.NOT_A_MENTOR:
        yield Problem("practice-no-mentor", facts=facts, field="officer")
    elif standing is MentorStanding.NOT_CERTIFIED:
        yield Problem("practice-mentor-uncertified", facts=facts, field="officer")
    elif until is not None and standing is MentorStanding.EXPIRED:
        fresh = (wish.day - until).days < limits.expired_days
        severity = Severity.WARNING if fresh else Severity.ERROR
        yield Problem("practice-mentor-expired", severity, facts | {"until": until}, "officer")


def duty_problems(wish: Wish, limits: PracticeLimits) -> tuple[Problem, ...]:
    """TR-04: within one duty of the officer, ends included, and two hours long at the least."""
    found = []
    if not any(Span(each.start, each.end).holds(wish.span) for each in wish.mentor.duties):
        nearest = nearest_duty(wish.span, wish.mentor)
        facts: dict[str, object] = {
            "trainee": wish.trainee,
            "name": wish.mentor.name,
            "start": nearest.start if nearest else None,
            "end": nearest.end if nearest else None,
            "wanted_start": wish.span.start,
            "wanted_end": wish.span.end,
        }
        found.append(Problem("practice-outside-duty", facts=facts, field="starts_at"))
    if wish.span.minutes < limits.shortest:
        facts = {
            "trainee": wish.trainee,
            "minutes": wish.span.minutes,
            "least": limits.shortest,
        }
        found.append(Problem("practice-too-short", facts=facts, field="starts_at"))
    return tuple(found)


def nearest_duty(span: Span, mentor: Mentor) -> Shift | None:
    """The officer's duty that shares most with ``span``, else the one fewest minutes away."""

    def away(duty: Shift) -> int:
        return minutes_between(min(duty.end, span.end), max(duty.start, span.start))

    return min(mentor.duties, key=lambda each: (away(each), each.start), default=None)


def places_problems(wish: Wish, limits: PracticeLimits) -> tuple[Problem, ...]:
    """TR-06: at no instant more trainees than places, with the mentor or in the block."""
    found = []
    with_mentor = fullest(wish.span, wish.with_mentor)
    if len(with_mentor) >= limits.most_per_mentor:
        facts = _crowd(wish, with_mentor, limits.most_per_mentor) | {"name": wish.mentor.name}
        found.append(Problem("practice-mentor-full", facts=facts, field="officer"))
    in_block = fullest(wish.span, wish.in_block)
    if len(in_block) >= limits.most_per_block:
        facts = _crowd(wish, in_block, limits.most_per_block)
        found.append(Problem("practice-block-full", facts=facts, field="starts_at"))
    return tuple(found)


def fullest(span: Span, neighbours: Sequence[Neighbour]) -> tuple[Neighbour, ...]:
    """Who is there at the first instant of ``span`` at which most are; touching takes no place."""
    here = sorted(
        (each for each in neighbours if each.span.meets(span)), key=lambda each: each.span
    )
    best: tuple[Neighbour, ...] = ()
    for instant in sorted({max(each.span.start, span.start) for each in here}):
        there = tuple(each for each in here if each.span.start <= instant < each.span.end)
        if len(there) > len(best):
            best = there
    return best


def _crowd(wish: Wish, there: Sequence[Neighbour], most: int) -> dict[str, object]:
    return {
        "trainee": wish.trainee,
        "most": most,
        "trainees": tuple(each.trainee for each in there),
        "planned_by": tuple(dict.fromkeys(each.planned_by for each in there)),
        "planned_at": max((each.planned_at for each in there if each.planned_at), default=None),
        "start": max(wish.span.start, *(each.span.start for each in there)),
        "end": min(wish.span.end, *(each.span.end for each in there)),
    }


def overlap_problems(wish: Wish, _limits: PracticeLimits) -> tuple[Problem, ...]:
    """TR-07: nothing else of the trainee's own at the same time; touching ends are fine."""
    return tuple(
        Problem(
            "practice-trainee-busy",
            facts={
                "trainee": wish.trainee,
                "kind": each.kind,
                "words": each.words,
                "start": each.span.start,
                "end": each.span.end,
                "day": day_of(each.span.start),
            },
            field="starts_at",
        )
        for each in sorted(wish.busy, key=lambda each: each.span)
        if each.span.meets(wish.span)
    )
