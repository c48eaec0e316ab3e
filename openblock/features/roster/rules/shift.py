"""A shift as the rules see it, and the templates that shifts are made from (RO-01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from openblock.clock import MINUTES_OF_DAY, at, minutes_between
from openblock.errors import Problem
from openblock.features.roster.rules.limits import Limits

KEEP_FREE = "B"
LONGEST_CODE = 3
LONGEST_NAME = 40
#: As long as an officer's own may be.
LONGEST_POST = 60


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """One officer's duty ``[start, end)``, aware UTC, belonging to the ``day`` it starts on."""

    start: datetime
    end: datetime
    day: date
    post: str = ""

    @property
    def minutes(self) -> int:
        """Elapsed minutes: a 24-hour shift is 1380 or 1500 of them twice a year (RO-02)."""
        return minutes_between(self.start, self.end)


@dataclass(frozen=True, slots=True)
class TemplateShape:
    """When a template's shift starts, and how long it is, in minutes of the wall clock."""

    code: str
    name: str
    start_minute: int
    length_minutes: int

    def on(self, day: date, post: str = "") -> Shift:
        """The shift this template makes on ``day``; it ends when the wall clock says so."""
        end = self.start_minute + self.length_minutes
        return Shift(at(day, self.start_minute), at(day, end), day, post)


def length_problems(shift: Shift, limits: Limits) -> tuple[Problem, ...]:
    """RO-01: a shift lasts one hour at least and 25 at most, elapsed."""
    if limits.shortest_shift <= shift.minutes <= limits.longest_shift:
        return ()
    facts = {"minutes": shift.minutes, "least": limits.shortest_shift, "most": limits.longest_shift}
    return (Problem("duty-length", facts=facts),)


def is_name(name: str, longest: int) -> bool:
    """Whether something may be called so: not empty, not too long, and every sign can be seen."""
    return bool(name.strip()) and len(name) <= longest and name.isprintable()


def post_problems(post: str) -> tuple[Problem, ...]:
    """What is wrong with a post that is written beside a shift or a minimum; it may be none."""
    text = " ".join(post.split())
    if not text or is_name(text, LONGEST_POST):
        return ()
    return (Problem("post-name", facts={"most": LONGEST_POST}, field="post"),)


def template_problems(shape: TemplateShape, limits: Limits) -> tuple[Problem, ...]:
    """What is wrong with a template, field by field; codes taken by others are not known here."""
    found = []
    code = shape.code
    if not code or len(code) > LONGEST_CODE or not code.isalnum() or code != code.upper():
        found.append(Problem("template-code", facts={"most": LONGEST_CODE}, field="code"))
    elif code == KEEP_FREE:
        found.append(Problem("template-code-reserved", facts={"code": code}, field="code"))
    if not is_name(shape.name, LONGEST_NAME):
        found.append(Problem("template-name", facts={"most": LONGEST_NAME}, field="name"))
    if not 0 <= shape.start_minute < MINUTES_OF_DAY:
        found.append(Problem("template-start", field="start_minute"))
    # The day of 25 hours lengthens a shift by one, so a template may not fill that hour itself.
    if not limits.shortest_shift <= shape.length_minutes <= MINUTES_OF_DAY:
        facts = {"least": limits.shortest_shift, "most": MINUTES_OF_DAY}
        found.append(Problem("template-length", facts=facts, field="length_minutes"))
    return tuple(found)
