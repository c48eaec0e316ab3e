"""Whether a planned shadowing shift still stands, and how it counts now (TR-05, TR-11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from openblock.features.roster.rules import Shift
from openblock.features.shadowing.rules.content import CourseContent, Span, Standing, State, Upset
from openblock.features.shadowing.rules.times import whole
from openblock.features.shadowing.rules.wish import Mentor
from openblock.features.staff.rules import serves_on


def upset_of(  # noqa: PLR0913 - the five things a planned shift hangs on
    span: Span,
    *,
    duties: Sequence[Shift],
    mentor: Mentor,
    day: date,
    cause: str,
    course: CourseContent,
    left_on: date | None,
) -> Upset | None:
    """Why a planned shadowing shift needs planning anew (TR-05), None where nothing has happened.

    ``duties`` are the officer's as they are now, ``day`` the day the shift begins on, ``cause``
    what the trainee's own time took it away for. A certificate that ran out meanwhile upsets
    nothing: the block is warned beside the name, and what was agreed stands.
    """
    return (
        _trainees_own(span, cause, course, left_on)
        or _mentors(mentor, day)
        or _rosters(span, duties)
    )


def _trainees_own(
    span: Span, cause: str, course: CourseContent, left_on: date | None
) -> Upset | None:
    if left_on is not None and span.end > whole(left_on).end:
        return Upset.TRAINEE_LEFT
    if not course.span.holds(span):
        return Upset.OUTSIDE_COURSE
    return Upset(cause) if cause else None


def _mentors(mentor: Mentor, day: date) -> Upset | None:
    if not serves_on(mentor.active_from, mentor.last_day, day):
        return Upset.MENTOR_LEFT
    return None if mentor.is_mentor else Upset.NOT_MENTOR


def _rosters(span: Span, duties: Sequence[Shift]) -> Upset | None:
    spans = [Span(each.start, each.end) for each in duties]
    if any(each.holds(span) for each in spans):
        return None
    return Upset.DUTY_MOVED if any(each.meets(span) for each in spans) else Upset.DUTY_GONE


def standing_of(state: State | str, span: Span, at: datetime, upset: Upset | None) -> Standing:
    """How a shadowing shift stands at ``at``; what was settled stays, whatever became of the duty.

    A planned one that is upset needs planning anew also when its time is past: nobody knows
    whether it took place, so it is never counted by itself.
    """
    settled = State(state)
    if settled is not State.PLANNED:
        return Standing(settled.value)
    if upset is not None:
        return Standing.REPLAN
    return Standing.DONE if span.end <= at else Standing.PLANNED
