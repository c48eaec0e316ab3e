"""Who watches over a group: on duty all the time, with no more people than one can see (GR-06)."""

from __future__ import annotations

from collections.abc import Iterator

from openblock.errors import Problem, Severity
from openblock.features.grounds.rules.content import GroundsLimits, Span, Supervisor, Wish
from openblock.features.grounds.rules.instants import pieces
from openblock.features.shadowing.rules.times import merged

_FIELD = "officer_id"


def supervisor_problems(wish: Wish, _limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-06 of a wish: somebody on duty throughout, and at no instant too many for one officer."""
    lost = lost_problem(wish.span, wish.supervisor, wish.area.ratio, roster_laid=wish.roster_laid)
    found = () if lost is None else (lost,)
    return (*found, *overload_problems(wish, _limits))


def overload_problems(wish: Wish, _limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-06 alone of how many one officer watches: also of a booking that was made long ago."""
    return () if wish.supervisor is None else tuple(_overloads(wish, wish.supervisor))


def lost_problem(
    span: Span, supervisor: Supervisor | None, ratio: int, *, roster_laid: bool
) -> Problem | None:
    """Why nobody watches: nobody is named where somebody has to be, or who is named is off duty.

    While the roster of those hours is not laid, a missing name is only a warning. An area without
    a ratio needs nobody, but whoever is named for it has to be there.
    """
    if supervisor is None:
        return _unnamed(span, roster_laid=roster_laid) if ratio > 0 else None
    if any(each.holds(span) for each in merged(supervisor.duties)):
        return None
    facts = {
        "name": supervisor.name,
        "start": span.start,
        "end": span.end,
        "duties": tuple((each.start, each.end) for each in merged(supervisor.duties)),
    }
    return Problem("supervisor-off-duty", facts=facts, field=_FIELD)


def _unnamed(span: Span, *, roster_laid: bool) -> Problem:
    facts = {"start": span.start, "end": span.end}
    if roster_laid:
        return Problem("supervisor-missing", facts=facts, field=_FIELD)
    return Problem("supervisor-open", Severity.WARNING, facts, _FIELD)


def _overloads(wish: Wish, supervisor: Supervisor) -> Iterator[Problem]:
    """Where people need no watching they do not count; else the strictest ratio holds for all."""
    if not wish.area.ratio:
        return
    watched = [each for each in supervisor.watched if each[2]]
    for piece in pieces(wish.span, (span for span, _heads, _ratio in watched)):
        now = [(heads, ratio) for span, heads, ratio in watched if span.holds(piece)]
        heads = wish.heads + sum(each for each, _ratio in now)
        ratio = min([wish.area.ratio, *(each for _heads, each in now)])
        if heads > ratio:
            facts = {
                "name": supervisor.name,
                "heads": heads,
                "ratio": ratio,
                "start": piece.start,
                "end": piece.end,
            }
            yield Problem("supervisor-overloaded", facts=facts, field=_FIELD)
            return
