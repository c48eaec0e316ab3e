"""Whether an area is open and has room: opening hours, closures and capacity (GR-02, GR-03)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openblock.clock import at
from openblock.errors import Problem
from openblock.features.grounds.rules.content import GroundsLimits, Hours, Span, Wish
from openblock.features.grounds.rules.instants import fullest
from openblock.features.shadowing.rules.times import merged


def open_on(hours: Hours, day: date) -> tuple[Span, ...]:
    """A date's opening hours as instants; those up to 24:00 end at the next midnight."""
    return tuple(Span(at(day, start), at(day, end)) for start, end in hours)


def opening_problems(wish: Wish, _limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-02: within the opening hours; over midnight where both dates are open there."""
    hours = merged(wish.open)
    if any(each.holds(wish.span) for each in hours):
        return ()
    begins_well = any(each.start <= wish.span.start < each.end for each in hours)
    facts = {
        "area": wish.area.name,
        "open": tuple((each.start, each.end) for each in hours),
        "start": wish.span.start,
        "end": wish.span.end,
    }
    field = "ends_at" if begins_well else "starts_at"
    return (Problem("booking-outside-hours", facts=facts, field=field),)


def place_problems(wish: Wish, _limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-03: not closed, and at no instant more people than places, or a second exclusive use.

    Who has the places is told by what for and who booked it, not by the names of residents: the
    one who is refused looks at nobody's data, and no look is logged.
    """
    return (*_closure_problems(wish), *_exclusive_problems(wish), *_capacity_problems(wish))


def _closure_problems(wish: Wish) -> Iterator[Problem]:
    for span, reason, remark in sorted(wish.closures):
        if span.meets(wish.span):
            facts = {
                "area": wish.area.name,
                "start": span.start,
                "end": span.end,
                "reason": str(reason),
                "remark": remark,
            }
            yield Problem("area-closed", facts=facts, field="starts_at")


def _exclusive_problems(wish: Wish) -> Iterator[Problem]:
    if not wish.area.exclusive:
        return
    for each in sorted(wish.neighbours, key=lambda each: (each.span, each.booking_id)):
        if each.span.meets(wish.span):
            facts = {
                "area": wish.area.name,
                "who": each.purpose,
                "heads": each.heads,
                "by": each.by,
                "when": each.when,
                "start": each.span.start,
                "end": each.span.end,
            }
            yield Problem("area-taken", facts=facts, field="starts_at")


def _capacity_problems(wish: Wish) -> Iterator[Problem]:
    beside = () if wish.area.exclusive else wish.neighbours
    taken, piece = fullest(wish.span, [(each.span, each.heads) for each in beside])
    if taken + wish.heads <= wish.area.capacity:
        return
    there = [each for each in beside if each.span.holds(piece)] if taken else []
    facts = {
        "area": wish.area.name,
        "capacity": wish.area.capacity,
        "heads": wish.heads,
        "taken": taken,
        "start": piece.start,
        "end": piece.end,
        "who": tuple(each.purpose for each in there if each.purpose),
        "by": tuple(dict.fromkeys(each.by for each in there)),
        "when": max((each.when for each in there), default=None),
    }
    yield Problem("area-full", facts=facts, field="residents")
