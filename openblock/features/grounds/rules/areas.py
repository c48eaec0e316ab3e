"""What may be entered about an area, its hours and its closures (GR-01, GR-09)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from openblock.clock import MINUTES_OF_DAY
from openblock.errors import Problem
from openblock.features.grounds.rules.content import (
    PLAN_HEIGHT,
    PLAN_WIDTH,
    SLOT,
    AreaContent,
    AreaDayContent,
    AreaKind,
    ClosureContent,
    ClosureReason,
    Hours,
)
from openblock.features.residents.rules.names import tidy
from openblock.features.shadowing.rules.courses import text_problems
from openblock.features.staff.rules import FIRST_YEAR, LAST_YEAR, fold

LONGEST_NAME = 60
LONGEST_REMARK = 200
LONGEST_SHORT_REMARK = 120
MOST_CAPACITY = 500
MOST_INTERVALS = 6
SMALLEST_ON_PLAN = 20


def cleaned_area(content: AreaContent) -> AreaContent:
    """The area with its texts tidied and the hours of every weekday in order, touching ones one."""
    hours = tuple(joined_hours(each) for each in content.hours)
    return replace(content, name=tidy(content.name), remark=tidy(content.remark), hours=hours)


def joined_hours(hours: Hours) -> Hours:
    """Opening intervals in order; two that touch are one. What is wrong with them stays wrong."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(hours):
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def area_problems(content: AreaContent, others: Iterable[str] = ()) -> tuple[Problem, ...]:
    """All that is wrong with a tidied area, by field; ``others`` are the names beside it."""
    found = [
        *text_problems("name", content.name, LONGEST_NAME, needed=True),
        *text_problems("remark", content.remark, LONGEST_REMARK),
        *_plan_problems(content),
    ]
    if content.name and fold(content.name) in {fold(each) for each in others}:
        found.append(Problem("area-name-taken", facts={"name": content.name}, field="name"))
    if content.kind == AreaKind.PLACE:
        found += (*_figure_problems(content), *_length_problems(content), *_week_problems(content))
    return tuple(found)


def _plan_problems(content: AreaContent) -> Iterator[Problem]:
    if min(content.width, content.height) < SMALLEST_ON_PLAN:
        yield Problem("area-too-small", facts={"least": SMALLEST_ON_PLAN}, field="plan")
    beyond = content.x + content.width > PLAN_WIDTH or content.y + content.height > PLAN_HEIGHT
    if beyond or min(content.x, content.y) < 0:
        facts = {"width": PLAN_WIDTH, "height": PLAN_HEIGHT}
        yield Problem("area-outside-plan", facts=facts, field="plan")


def _figure_problems(content: AreaContent) -> Iterator[Problem]:
    for field, value, least in (("capacity", content.capacity, 1), ("ratio", content.ratio, 0)):
        if not least <= value <= MOST_CAPACITY:
            facts = {"least": least, "most": MOST_CAPACITY}
            yield Problem("area-figure", facts=facts, field=field)


def _length_problems(content: AreaContent) -> Iterator[Problem]:
    for field, minutes in (("shortest", content.shortest), ("longest", content.longest)):
        if minutes % SLOT or not SLOT <= minutes <= MINUTES_OF_DAY:
            facts = {"slot": SLOT, "most": MINUTES_OF_DAY}
            yield Problem("area-length", facts=facts, field=field)
    if content.longest < content.shortest:
        facts = {"shortest": content.shortest, "longest": content.longest}
        yield Problem("area-lengths-crossed", facts=facts, field="longest")


def _week_problems(content: AreaContent) -> Iterator[Problem]:
    if len(content.hours) != 7:
        yield Problem("area-week", field="hours")
    for weekday, hours in enumerate(content.hours[:7]):
        yield from hours_problems(hours, "hours", weekday)


def hours_problems(
    hours: Hours, field: str = "hours", weekday: int | None = None
) -> tuple[Problem, ...]:
    """What is wrong with one day's intervals; ``weekday`` (0 is Monday) goes into the facts."""
    where: dict[str, object] = {} if weekday is None else {"weekday": weekday}
    found = []
    if len(hours) > MOST_INTERVALS:
        found.append(Problem("hours-many", facts=where | {"most": MOST_INTERVALS}, field=field))
    for start, end in hours:
        if not 0 <= start < end <= MINUTES_OF_DAY:
            facts = where | {"start": start, "end": end}
            found.append(Problem("hours-backwards", facts=facts, field=field))
    for earlier, later in pairwise(sorted(hours)):
        if later[0] < earlier[1]:
            facts = where | {"start": later[0], "end": min(earlier[1], later[1])}
            found.append(Problem("hours-overlap", facts=facts, field=field))
    return tuple(found)


def area_day_problems(content: AreaDayContent) -> tuple[Problem, ...]:
    """All that is wrong with other hours on one date."""
    found = list(hours_problems(content.hours))
    if not FIRST_YEAR <= content.day.year <= LAST_YEAR:
        facts = {"day": content.day, "first_year": FIRST_YEAR, "last_year": LAST_YEAR}
        found.append(Problem("date-out-of-range", facts=facts, field="day"))
    return (*found, *text_problems("remark", tidy(content.remark), LONGEST_SHORT_REMARK))


def closure_problems(content: ClosureContent, now: datetime) -> tuple[Problem, ...]:
    """GR-09: forwards, not over already, a reason of the list, and "other" said in words."""
    found = list(moment_problems(content.starts_at, content.ends_at))
    if content.ends_at <= content.starts_at:
        facts: dict[str, object] = {"start": content.starts_at}
        found.append(Problem("closure-backwards", facts=facts, field="ends_at"))
    elif content.ends_at <= now:
        facts = {"end": content.ends_at}
        found.append(Problem("area-closure-over", facts=facts, field="ends_at"))
    if content.reason not in set(ClosureReason):
        found.append(Problem("closure-reason-missing", field="reason"))
    if content.reason == ClosureReason.OTHER and not content.remark.strip():
        found.append(Problem("closure-remark-missing", field="remark"))
    return (*found, *text_problems("remark", tidy(content.remark), LONGEST_SHORT_REMARK))


def moment_problems(starts_at: datetime, ends_at: datetime) -> Iterator[Problem]:
    """Times in no year of the block's: there is no day around them to reckon with."""
    for field, moment in (("starts_at", starts_at), ("ends_at", ends_at)):
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            facts = {"day": moment.date(), "first_year": FIRST_YEAR, "last_year": LAST_YEAR}
            yield Problem("date-out-of-range", facts=facts, field=field)
