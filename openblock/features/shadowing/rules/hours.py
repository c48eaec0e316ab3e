"""Practice hours: planned, done, confirmed, missed, and what is lacking (TR-11, TR-14)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from openblock.errors import Problem, Severity
from openblock.features.shadowing.rules.content import CourseContent, Standing
from openblock.features.shadowing.rules.limits import HOUR, PracticeLimits

# Where breaks are deducted: the half hour that a shift of more than six hours has to hold.
BREAK_AFTER = 6 * HOUR
BREAK = 30


@dataclass(frozen=True, slots=True)
class Tally:
    """The hours of one trainee in minutes; only ``confirmed`` have been reached (TR-11)."""

    required: int
    confirmed: int = 0
    planned: int = 0
    done: int = 0
    missed: int = 0

    @property
    def short(self) -> int:
        """Minutes for which nothing is planned yet, never below nothing (TR-14)."""
        return max(self.required - self.confirmed - self.planned - self.done, 0)


def counted(minutes: int, limits: PracticeLimits) -> int:
    """What a shift of so many minutes counts: all of it, unless the block deducts breaks."""
    return minutes - BREAK if limits.deduct_breaks and minutes > BREAK_AFTER else minutes


def hours_of(rows: Iterable[tuple[Standing, int]], required: int, limits: PracticeLimits) -> Tally:
    """The tally of a trainee's shadowing shifts; what needs planning anew counts as nothing."""
    sums = dict.fromkeys(Standing, 0)
    for standing, minutes in rows:
        sums[standing] += counted(minutes, limits)
    return Tally(
        required,
        confirmed=sums[Standing.CONFIRMED],
        planned=sums[Standing.PLANNED],
        done=sums[Standing.DONE],
        missed=sums[Standing.MISSED],
    )


def progress_problems(
    tally: Tally, course: CourseContent, today: date, limits: PracticeLimits
) -> tuple[Problem, ...]:
    """TR-14: hours are lacking and the course ends within 14 days, or has ended."""
    left = (course.last_day - today).days
    if not tally.short or left > limits.warn_days:
        return ()
    facts = {
        "minutes": tally.short,
        "required": tally.required,
        "course": course.name,
        "last_day": course.last_day,
        "days": left,
    }
    return (Problem("practice-hours-short", Severity.WARNING, facts),)
