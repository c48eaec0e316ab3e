"""What a mentor may confirm, what counts as missed, and what is added later (TR-11, TR-12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from openblock.clock import at, day_of, local
from openblock.errors import Problem, Severity
from openblock.features.residents.rules.names import LINES, unseen_problems
from openblock.features.residents.rules.reasons import reason_problems
from openblock.features.shadowing.rules.content import Confirmation, Mark, Span, Standing
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.times import time_problems
from openblock.features.shadowing.rules.wish import Busy

LONGEST_REMARK = 1000
SETTLED = frozenset({Standing.CONFIRMED, Standing.MISSED})


@dataclass(frozen=True, slots=True)
class Settling:
    """A shadowing shift about to be settled, as it stands ``at`` this instant.

    ``duties`` are the mentor's duties that meet it, ``situations`` and ``competences`` the numbers
    that may be named, ``busy`` what else the trainee was at.
    """

    span: Span
    standing: Standing
    trainee: str
    mentor: str
    at: datetime
    duties: tuple[Span, ...] = ()
    situations: frozenset[int] = frozenset()
    competences: frozenset[int] = frozenset()
    busy: tuple[Busy, ...] = ()


def confirm_until(span: Span, limits: PracticeLimits) -> datetime:
    """Until when a shift is confirmed in time: so many days later at the same time of the wall."""
    wall = local(span.end)
    return at(wall.date() + timedelta(days=limits.confirm_days), wall.hour * 60 + wall.minute)


def is_late(span: Span, moment: datetime, limits: PracticeLimits) -> bool:
    """Whether the days for confirming have passed at ``moment``; exactly so many have not."""
    return moment > confirm_until(span, limits)


def confirm_problems(
    settling: Settling, confirmation: Confirmation, limits: PracticeLimits
) -> tuple[Problem, ...]:
    """Everything that speaks against confirming so (TR-12).

    The shift must have begun, and not end in the future: who goes home early may be confirmed at
    once. Late is a warning, and so is too long, for the hours were worked all the same.
    """
    return (
        *_standing_problems(settling),
        *_time_problems(settling, confirmation),
        *_length_problems(settling, confirmation, limits),
        *_learnt_problems(settling, confirmation),
        *_remark_problems(confirmation.remark, "remark"),
        *_late_problems(settling, limits),
    )


def miss_problems(settling: Settling, reason: str) -> tuple[Problem, ...]:
    """Everything that speaks against "did not come": settled, not begun, or no reason given."""
    return (*_standing_problems(settling), *reason_problems(reason))


def addendum_problems(words: str, standing: Standing = Standing.CONFIRMED) -> tuple[Problem, ...]:
    """Why words cannot be added: they must be there, and only to what has been confirmed."""
    found: list[Problem] = []
    if standing is not Standing.CONFIRMED:
        found.append(Problem("practice-not-confirmed"))
    if not words.strip():
        found.append(Problem("text-missing", field="words"))
    return (*found, *_remark_problems(words, "words"))


def _standing_problems(settling: Settling) -> Iterator[Problem]:
    facts = _facts(settling)
    if settling.standing in SETTLED:
        yield Problem("practice-locked", facts=facts | {"standing": settling.standing.value})
    elif settling.standing is Standing.REPLAN:
        yield Problem("practice-upset", facts=facts)
    if settling.at < settling.span.start:
        yield Problem("practice-not-begun", facts=facts)


def _facts(settling: Settling) -> dict[str, object]:
    return {
        "trainee": settling.trainee,
        "name": settling.mentor,
        "start": settling.span.start,
        "end": settling.span.end,
    }


def _time_problems(settling: Settling, confirmation: Confirmation) -> Iterator[Problem]:
    actual = Span(confirmation.starts_at, confirmation.ends_at)
    who: dict[str, object] = {"trainee": settling.trainee, "name": settling.mentor}
    found = tuple(time_problems(actual))
    if found:
        yield from found
        return
    if actual.end > settling.at:
        facts = who | {"end": actual.end, "now": settling.at}
        yield Problem("practice-in-future", facts=facts, field="ends_at")
    if not any(each.holds(actual) for each in settling.duties):
        duty = max(settling.duties, key=lambda each: _overlap(each, actual), default=None)
        facts = who | {"start": duty and duty.start, "end": duty and duty.end}
        yield Problem("practice-hours-outside-duty", facts=facts, field="starts_at")
    for each in settling.busy:
        if each.span.meets(actual):
            yield Problem("practice-trainee-busy", facts=_clash(settling, each), field="starts_at")


def _length_problems(
    settling: Settling, confirmation: Confirmation, limits: PracticeLimits
) -> Iterator[Problem]:
    """TR-08: a day is confirmed where an evening was meant, by one slip, and locked from then on.

    Longer than may be planned is asked about, for the hours may have been so all the same.
    """
    actual = Span(confirmation.starts_at, confirmation.ends_at)
    most = max(limits.longest, settling.span.minutes)
    if actual.minutes > most and any(each.holds(actual) for each in settling.duties):
        facts: dict[str, object] = {
            "trainee": settling.trainee,
            "minutes": actual.minutes,
            "most": limits.longest,
            "start": actual.start,
            "end": actual.end,
        }
        yield Problem("practice-too-long", Severity.WARNING, facts, "ends_at")


def _overlap(one: Span, other: Span) -> timedelta:
    return min(one.end, other.end) - max(one.start, other.start)


def _clash(settling: Settling, busy: Busy) -> dict[str, object]:
    return {
        "trainee": settling.trainee,
        "kind": busy.kind,
        "words": busy.words,
        "start": busy.span.start,
        "end": busy.span.end,
        "day": day_of(busy.span.start),
    }


def _learnt_problems(settling: Settling, confirmation: Confirmation) -> Iterator[Problem]:
    if not settling.situations.issuperset(confirmation.situations):
        yield Problem("practice-situation-unknown", field="situations")
    if not settling.competences.issuperset(confirmation.evaluation):
        yield Problem("practice-competence-unknown", field="evaluation")
    if not all(mark in set(Mark) for mark in confirmation.evaluation.values()):
        yield Problem("practice-mark-unknown", field="evaluation")


def _remark_problems(remark: str, field: str) -> Iterator[Problem]:
    if len(remark) > LONGEST_REMARK:
        facts = {"length": len(remark), "limit": LONGEST_REMARK}
        yield Problem("text-too-long", facts=facts, field=field)
    yield from unseen_problems(field, remark, LINES)


def _late_problems(settling: Settling, limits: PracticeLimits) -> Iterator[Problem]:
    if is_late(settling.span, settling.at, limits):
        facts = _facts(settling) | {
            "days": limits.confirm_days,
            "until": confirm_until(settling.span, limits),
        }
        yield Problem("practice-confirm-late", Severity.WARNING, facts)
