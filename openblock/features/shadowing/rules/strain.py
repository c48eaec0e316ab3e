"""What a shadowing shift asks of the trainee: length, rest and the week (TR-08), the night (TR-09).

A class is work like any other here. Shadowing shifts that touch are one stretch: whoever stands
beside two mentors in a row needs no rest between them, and may not be kept longer either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from openblock.clock import at, day_of, minutes_between
from openblock.errors import Problem, Severity
from openblock.features.roster.rules import Limits, Shift, weekly_rest_problems
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.times import (
    MINUTES_OF_DAY,
    days_of,
    merged,
    minutes_of,
    night_parts,
    shared,
)
from openblock.features.shadowing.rules.wish import Busy, Wish

WEEK = 7 * MINUTES_OF_DAY
LEAST_AT_NIGHT = 2


def stretch_of(wish: Wish) -> Span:
    """The wished time together with the trainee's shadowing shifts that touch it in a row."""
    others = [each.span for each in wish.busy if each.kind == "shadowing"]
    start, end = wish.span.start, wish.span.end
    for each in sorted(others, reverse=True):
        if each.end == start:
            start = each.start
    for each in sorted(others):
        if each.start == end:
            end = each.end
    return Span(start, end)


def strain_problems(wish: Wish, limits: PracticeLimits) -> tuple[Problem, ...]:
    """TR-08: at most 12 h in a row, 11 h of rest before and after, 35 h free, 48 h a week."""
    return (
        *_length_problems(wish, limits),
        *_rest_problems(wish, limits),
        *_weekly_rest_problems(wish, limits),
        *_week_problems(wish, limits),
    )


def night_problems(wish: Wish, limits: PracticeLimits) -> tuple[Problem, ...]:
    """TR-09: at night only where the course allows it, and with two officers on duty."""
    nights = night_parts(wish.span, limits)
    found = []
    if nights and not wish.course.night_allowed:
        facts = {
            "trainee": wish.trainee,
            "course": wish.course.name,
            "start": nights[0].start,
            "end": nights[0].end,
            "night_from": limits.night_from,
            "night_to": limits.night_to,
        }
        found.append(Problem("practice-night", facts=facts, field="starts_at"))
    alone = next(_too_few(nights, wish.on_duty), None)
    if alone is not None:
        span, present = alone
        lonely: dict[str, object] = {
            "trainee": wish.trainee,
            "start": span.start,
            "end": span.end,
            "present": present,
            "needed": LEAST_AT_NIGHT,
        }
        found.append(
            Problem("practice-alone-at-night", Severity.WARNING, lonely, field="starts_at")
        )
    return tuple(found)


def _too_few(nights: Iterable[Span], on_duty: Iterable[Span]) -> Iterator[tuple[Span, int]]:
    """Each part of a night with fewer than two officers, and how many there are."""
    duties = tuple(on_duty)
    for night in nights:
        here = [found for each in duties if (found := shared(night, each)) is not None]
        edges = {
            night.start,
            night.end,
            *(edge for each in here for edge in (each.start, each.end)),
        }
        for start, end in pairwise(sorted(edges)):
            present = sum(1 for each in here if each.start <= start and end <= each.end)
            if present < LEAST_AT_NIGHT:
                yield Span(start, end), present


def _length_problems(wish: Wish, limits: PracticeLimits) -> Iterator[Problem]:
    stretch = stretch_of(wish)
    if stretch.minutes > limits.longest:
        facts = {
            "trainee": wish.trainee,
            "minutes": stretch.minutes,
            "most": limits.longest,
            "start": stretch.start,
            "end": stretch.end,
        }
        yield Problem("practice-too-long", facts=facts, field="starts_at")


def _rest_problems(wish: Wish, limits: PracticeLimits) -> Iterator[Problem]:
    stretch = stretch_of(wish)
    work = [each for each in wish.busy if each.is_work]
    before = [each for each in work if each.span.end <= stretch.start]
    after = [each for each in work if each.span.start >= stretch.end]
    if before:
        last = max(before, key=lambda each: each.span.end)
        yield from _rest_between(wish, last, Span(last.span.end, stretch.start), limits)
    if after:
        following = min(after, key=lambda each: each.span.start)
        yield from _rest_between(wish, following, Span(stretch.end, following.span.start), limits)


def _rest_between(wish: Wish, other: Busy, free: Span, limits: PracticeLimits) -> Iterator[Problem]:
    if free.minutes >= limits.rest:
        return
    facts = {
        "trainee": wish.trainee,
        "rest": free.minutes,
        "needed": limits.rest,
        "ended": free.start,
        "starts": free.end,
        "kind": other.kind,
        "words": other.words,
    }
    yield Problem("practice-rest-short", facts=facts, field="starts_at")


def rest_before(span: Span, busy: Iterable[Busy]) -> int | None:
    """Minutes the trainee is free before ``span``; None where nothing is known before it."""
    ends = [each.span.end for each in busy if each.is_work and each.span.end <= span.start]
    return minutes_between(max(ends), span.start) if ends else None


def _weekly_rest_problems(wish: Wish, limits: PracticeLimits) -> Iterator[Problem]:
    """Only what this wish brings about: what the trainee lacked before is not its doing."""
    roster = Limits(
        weekly_rest=limits.weekly_rest,
        weekly_window_days=limits.weekly_window_days,
    )
    work = [each.span for each in wish.busy if each.is_work]
    before = {(day, found.facts["since"]) for day, found in _weekly(work, roster)}
    for day, found in _weekly([*work, wish.span], roster):
        if (day, found.facts["since"]) not in before:
            facts = {"trainee": wish.trainee, **found.facts}
            yield Problem("practice-weekly-rest", Severity.WARNING, facts, field="starts_at")


def _weekly(spans: Iterable[Span], limits: Limits) -> tuple[tuple[date, Problem], ...]:
    shifts = [Shift(each.start, each.end, day_of(each.start)) for each in merged(spans)]
    return weekly_rest_problems(shifts, limits)


def _week_problems(wish: Wish, limits: PracticeLimits) -> Iterator[Problem]:
    """The 48 hours of a calendar week, Monday to Sunday; a night from Sunday counts in both."""
    work = merged([wish.span, *(each.span for each in wish.busy if each.is_work)])
    mondays = sorted({day - timedelta(days=day.weekday()) for day in days_of(wish.span)})
    for monday in mondays:
        week = Span(at(monday), at(monday, WEEK))
        minutes = minutes_of(found for each in work if (found := shared(week, each)) is not None)
        if minutes > limits.week:
            facts = {
                "trainee": wish.trainee,
                "minutes": minutes,
                "most": limits.week,
                "first": monday,
                "last": monday + timedelta(days=6),
            }
            yield Problem("practice-week-long", Severity.WARNING, facts, field="starts_at")
