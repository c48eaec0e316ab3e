"""Which part of a mentor's duty a trainee can take: the usual one, or what is left of the duty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from openblock.clock import day_of
from openblock.errors import Problem, Severity
from openblock.features.shadowing.queries.wishing import Around
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.parts import usual_part
from openblock.features.shadowing.rules.planning import plan_problems
from openblock.features.shadowing.rules.wish import Mentor

#: What another part of the same duty may not meet: a place, the trainee's time, the rest.
_OF_THE_HOURS = frozenset(
    {
        "practice-mentor-full",
        "practice-block-full",
        "practice-trainee-busy",
        "practice-trainee-left",
        "practice-rest-short",
        "practice-too-long",
    }
)
#: So many other parts of a duty are tried, the longest first.
_TRIES = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a duty and what speaks against it."""

    span: Span
    problems: tuple[Problem, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing stands in the way, though a reason may be asked for."""
        return all(each.severity is not Severity.ERROR for each in self.problems)


def best_part(around: Around, mentor: Mentor, duty: Span, limits: PracticeLimits) -> Part:
    """The usual part of the duty; where something is in its way, the longest part that fits.

    Another part begins on the duty's own day, the one that is asked about. Where none fits, what
    speaks against the usual one is told.
    """
    course = around.learner.course
    usual = usual_part(duty, limits, course)
    if usual is None:
        longest = min(duty.end, duty.start + timedelta(minutes=limits.longest))
        return judged(around, mentor, Span(duty.start, longest), limits)
    part = judged(around, mentor, usual, limits)
    if part.fits or not _errors(part.problems) <= _OF_THE_HOURS:
        return part
    others = {
        found
        for piece in _pieces(around, duty, limits)
        if (found := usual_part(piece, limits, course)) is not None
        and day_of(found.start) == day_of(duty.start)
    } - {usual}
    best_first = sorted(others, key=lambda each: (-each.minutes, each.start))
    tried = (judged(around, mentor, each, limits) for each in best_first[:_TRIES])
    return next((each for each in tried if each.fits), part)


def judged(around: Around, mentor: Mentor, span: Span, limits: PracticeLimits) -> Part:
    """The time beside the mentor with every problem it meets."""
    return Part(span, plan_problems(around.wish(mentor, span), limits))


def _errors(problems: Iterable[Problem]) -> set[str]:
    return {each.code for each in problems if each.severity is Severity.ERROR}


def _pieces(around: Around, duty: Span, limits: PracticeLimits) -> Iterator[Span]:
    """The duty cut where something that was in the way ends, and where something begins."""
    starts, ends = {duty.start}, {duty.end}
    for span in _in_the_way(around, limits):
        if duty.start < span.end < duty.end:
            starts.add(span.end)
        if duty.start < span.start < duty.end:
            ends.add(span.start)
    for start in starts:
        for end in ends:
            if start < end:
                yield Span(start, end)


def _in_the_way(around: Around, limits: PracticeLimits) -> Iterator[Span]:
    """Others' shifts, and the trainee's own time with the rest around work."""
    rest = timedelta(minutes=limits.rest)
    for each in around.beside:
        yield each.neighbour.span
    for busy in around.busy:
        yield busy.span
        if busy.is_work:
            yield Span(busy.span.start - rest, busy.span.end + rest)
