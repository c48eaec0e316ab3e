"""What takes places that were not taken, and what an undo would bring back that may not be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from openblock.errors import Problem, RuleBroken, Severity
from openblock.features.grounds.commands.stored import content_of
from openblock.features.grounds.queries.judging import Judge
from openblock.features.grounds.queries.live import AHEAD
from openblock.features.grounds.rules import place_problems
from openblock.features.grounds.rules.content import LIVE, BookingContent, GroundsLimits, Span
from openblock.features.grounds.tables import Booking
from openblock.storage.store import Work

Values = Mapping[str, Any]
Stood = frozenset[tuple[int, str]]

# One too many, or two at once: whatever stood before, the database refuses them.
_NEVER = frozenset({"area-full", "area-taken", "guest-busy"})


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What forbids, whatever reason is given."""
    return tuple(each for each in problems if each.severity is Severity.ERROR)


def lives(values: Values | None) -> bool:
    """Whether a booking of these values takes places (GR-03)."""
    return values is not None and values["state"] in LIVE


def gains(before: Values | None, after: Values | None) -> bool:
    """Whether ``after`` takes places, or a time, that ``before`` did not take."""
    if after is None or not lives(after):
        return False
    if before is None or not lives(before) or before["area_id"] != after["area_id"]:
        return True
    return bool(after["heads"] > before["heads"]) or not _held(before).holds(_held(after))


def asks_anew(before: Values | None, after: Values | None) -> bool:
    """Whether ``after`` asks for more than ``before``: places, a time, or an officer's watch."""
    if gains(before, after):
        return True
    return (
        before is not None
        and after is not None
        and lives(after)
        and after["officer_id"] is not None
        and before["officer_id"] != after["officer_id"]
    )


def _held(values: Values) -> Span:
    ended: datetime | None = values["ended_at"]
    end: datetime = values["ends_at"]
    return Span(values["starts_at"], end if ended is None else min(end, ended))


def stands_wrong(work: Work, row: Booking) -> Stood:
    """The errors a booking stands in before it is changed, as (number, code).

    The officer may be off duty by now, or a limit tightened: who takes back a mistaken change is
    not refused for it.
    """
    if row.state not in AHEAD:
        return frozenset()
    found = Judge(work.session, work.now).problems(content_of(work, row), row.id)
    return frozenset((row.id, each.code) for each in errors(found))


def judge_place(work: Work, number: int, content: BookingContent) -> None:
    """RuleBroken where a booking that comes back has no place any more, before it is written.

    The database would refuse it without a word. A closure that is taken back in the same step
    still stands then, so that is judged when all is written.
    """
    wish = Judge(work.session, work.now).wish(content, number)
    found = [each for each in place_problems(wish, GroundsLimits()) if each.code in _NEVER]
    if found:
        raise RuleBroken(*found)


def judge_back(work: Work, back: Iterable[int], stood: Stood) -> None:
    """RuleBroken where a booking that came back breaks a rule it did not break before.

    Judged on how it all stands now, by one that has read nothing before.
    """
    judge = Judge(work.session, work.now)
    found: list[Problem] = []
    for number in back:
        row = work.session.get(Booking, number)
        if row is None or row.state not in AHEAD:
            continue
        found.extend(
            each
            for each in errors(judge.problems(content_of(work, row), number))
            if each.code in _NEVER or (number, each.code) not in stood
        )
    if found:
        raise RuleBroken(*found)
