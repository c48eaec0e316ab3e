"""Wishes for tests: one that every rule lets pass, and times by the wall clock to change it with.

The day is Tuesday, 24 November 2026; the mentor's duty runs from 09:00 to 09:00.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from openblock.clock import at
from openblock.features.roster.rules import Shift
from openblock.features.shadowing.rules.content import CourseContent, Span, TraineeContent
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.planning import plan_problems
from openblock.features.shadowing.rules.wish import Busy, Mentor, Neighbour, Wish

HOUR = 60
DAY = date(2026, 11, 24)
LIMITS = PracticeLimits()
COURSE = CourseContent("2. kurss", date(2026, 11, 1), date(2026, 12, 18))
NIGHT_COURSE = replace(COURSE, night_allowed=True)
YEAR = CourseContent("Gads", date(2026, 1, 1), date(2026, 12, 31), night_allowed=True)
MINUTE = timedelta(minutes=1)
# The nights after these days are of 23 and 25 hours between 09:00 and 09:00.
MARCH, OCTOBER = date(2026, 3, 28), date(2026, 10, 24)
ELINA = TraineeContent(1, "Zariņa", "Elīna", "A", "+371 20000000", clearances={1: DAY})


def span(start: float, end: float, day: date = DAY) -> Span:
    """From and to an hour of ``day``'s wall clock; 33 is 09:00 of the next day."""
    return Span(at(day, round(start * HOUR)), at(day, round(end * HOUR)))


def duty(start: float, end: float, day: date = DAY, post: str = "") -> Shift:
    """A duty from and to an hour of ``day``."""
    time = span(start, end, day)
    return Shift(time.start, time.end, day, post)


def mentor(**changes: object) -> Mentor:
    """Čakste Gunārs, certified, on duty from 09:00 for a day."""
    plain = Mentor(
        7,
        "Čakste Gunārs",
        is_mentor=True,
        certified_until=date(2027, 6, 30),
        active_from=date(2020, 1, 1),
        duties=(duty(9, 33),),
    )
    return replace(plain, **changes)


def wish(**changes: object) -> Wish:
    """Zariņa Elīna beside him from 09:00 to 21:00: nothing speaks against it."""
    plain = Wish(
        span(9, 21),
        COURSE,
        "Zariņa Elīna",
        mentor(),
        clearances=(("Briefing", DAY), ("Work safety", date(2026, 11, 2))),
        on_duty=(span(9, 33), span(9, 33)),
    )
    return replace(plain, **changes)


def at_hours(start: float, end: float, day: date = DAY, **changes: object) -> Wish:
    """The wish for other hours, the mentor on duty for just these."""
    time = span(start, end, day)
    return wish(span=time, mentor=mentor(duties=(Shift(time.start, time.end, day),)), **changes)


def busy(start: float, end: float, kind: str = "class", day: date = DAY, words: str = "") -> Busy:
    """Something else of the trainee's own."""
    return Busy(span(start, end, day), kind, 1, words)


def beside(start: float, end: float, name: str = "Ozols Jānis", by: str = "Vītola K.") -> Neighbour:
    """Another trainee's shadowing shift on the day."""
    return Neighbour(span(start, end), name, by)


def found(problems: object) -> list[tuple[str, str]]:
    """Codes and severities, as they are compared."""
    return [(each.code, each.severity.value) for each in problems]


def codes(problems: object) -> list[str]:
    """Only the codes."""
    return [each.code for each in problems]


def planned(asked: Wish, limits: PracticeLimits = LIMITS) -> list[tuple[str, str]]:
    """What all the rules together find."""
    return found(plan_problems(asked, limits))
