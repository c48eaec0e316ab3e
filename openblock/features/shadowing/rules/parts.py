"""Which part of an officer's duty a trainee usually takes: what the limits leave of it."""

from __future__ import annotations

from datetime import timedelta

from openblock.features.shadowing.rules.content import CourseContent, Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.times import day_parts, shared


def usual_part(duty: Span, limits: PracticeLimits, course: CourseContent) -> Span | None:
    """From the duty's start, the longest a trainee may stay; None where too little is left.

    Without the night where the course has none: then the first part by day that is long enough.
    What lies outside the course's own days is never offered.
    """
    within = shared(duty, course.span)
    if within is None:
        return None
    parts = (within,) if course.night_allowed else day_parts(within, limits)
    long_enough = (each for each in parts if each.minutes >= limits.shortest)
    first = next(long_enough, None)
    if first is None:
        return None
    return Span(first.start, min(first.end, first.start + timedelta(minutes=limits.longest)))
