"""Whether those who are to take part can: present, free, not kept apart, not too often."""

from __future__ import annotations

from collections.abc import Iterator

from openblock.errors import Problem, Severity
from openblock.features.grounds.rules.content import GroundsLimits, Guest, Span, Wish
from openblock.features.shadowing.rules.times import merged, shared

_FIELD = "residents"


def guest_problems(wish: Wish, _limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-07: everybody is in the block throughout, and has nothing else at the time."""
    return tuple(problem for each in wish.guests for problem in _of_guest(each, wish.span))


def _of_guest(guest: Guest, span: Span) -> Iterator[Problem]:
    if not any(each.holds(span) for each in merged(guest.present)):
        facts: dict[str, object] = {"name": guest.name, "start": span.start, "end": span.end}
        yield Problem("guest-absent", facts=facts, field=_FIELD)
    for busy, kind, words in sorted(guest.busy):
        if busy.meets(span):
            facts = {
                "name": guest.name,
                "kind": kind,
                "words": words,
                "start": busy.start,
                "end": busy.end,
            }
            yield Problem("guest-busy", facts=facts, field=_FIELD)


def apart_problems(wish: Wish, _limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-08: people kept apart meet, in this group or with another in the area at the time."""
    found = []
    for one, other in sorted(wish.apart):
        met = _meeting(wish, one, other)
        if met is not None:
            span, names = met
            facts = {
                "one": names.get(one, ""),
                "other": names.get(other, ""),
                "start": span.start,
                "end": span.end,
            }
            found.append(Problem("guests-apart", Severity.WARNING, facts, _FIELD))
    return tuple(found)


def _meeting(wish: Wish, one: int, other: int) -> tuple[Span, dict[int, str]] | None:
    """When the two would first be in the area together because of this wish, and their names."""
    names = {each.resident_id: each.name for each in wish.guests}
    own = set(wish.content.residents)
    if {one, other} <= own:
        return wish.span, names
    if not {one, other} & own:
        return None
    elsewhere = one if other in own else other
    for each in sorted(wish.neighbours, key=lambda each: each.span):
        span = shared(each.span, wish.span)
        if span is not None and elsewhere in each.residents:
            return span, {**each.residents, **names}
    return None


def quota_problems(wish: Wish, limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-12: not more bookings ahead in one week than the quota; none is set with 0."""
    if not limits.week_quota or wish.span.start <= wish.now:
        return ()
    return tuple(
        Problem(
            "guest-over-quota",
            Severity.WARNING,
            {"name": each.name, "times": each.this_week + 1, "quota": limits.week_quota},
            _FIELD,
        )
        for each in wish.guests
        if each.this_week + 1 > limits.week_quota
    )
