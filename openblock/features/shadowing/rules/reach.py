"""Whether the hours a trainee lacks can still be had: a bound that no plan can pass (TR-14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from openblock.clock import minutes_between
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.times import merged
from openblock.features.shadowing.rules.wish import Busy


@dataclass(frozen=True, slots=True)
class Counted:
    """A time and how many have it: mentors on duty, or trainees beside them."""

    span: Span
    count: int


def free_places(
    duties: Iterable[Counted],
    with_mentors: Iterable[Counted],
    in_block: Iterable[Counted],
    limits: PracticeLimits,
) -> tuple[Span, ...]:
    """The times at which some mentor on duty has a place left, and the block has one (TR-06).

    ``duties`` are those of officers who may mentor, ``with_mentors`` trainees beside them,
    ``in_block`` everybody's.
    """
    steps: dict[datetime, list[int]] = {}
    for counted, of_mentors, of_block in (
        (duties, limits.most_per_mentor, 0),
        (with_mentors, -1, 0),
        (in_block, 0, -1),
    ):
        for each in counted:
            for moment, sign in ((each.span.start, 1), (each.span.end, -1)):
                step = steps.setdefault(moment, [0, 0])
                step[0] += sign * of_mentors * each.count
                step[1] += sign * of_block * each.count
    return tuple(_while_free(steps, limits.most_per_block))


def _while_free(steps: Mapping[datetime, Sequence[int]], in_block: int) -> Iterator[Span]:
    with_mentors, since = 0, None
    for moment in sorted(steps):
        with_mentors += steps[moment][0]
        in_block += steps[moment][1]
        free = with_mentors > 0 and in_block > 0
        if free and since is None:
            since = moment
        elif not free and since is not None:
            yield Span(since, moment)
            since = None


def without(spans: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """What is left of ``spans``, which are in order and do not overlap, without ``taken``."""
    cuts = merged(taken)
    place = 0
    for each in spans:
        start = each.start
        while place < len(cuts) and cuts[place].end <= start:
            place += 1
        ahead = place
        while ahead < len(cuts) and cuts[ahead].start < each.end:
            if start < cuts[ahead].start:
                yield Span(start, cuts[ahead].start)
            start = max(start, cuts[ahead].end)
            ahead += 1
        if start < each.end:
            yield Span(start, each.end)


def kept_from(busy: Iterable[Busy], limits: PracticeLimits) -> tuple[Span, ...]:
    """The times a trainee's own commitments leave no room for another shadowing shift in.

    Around work there is the rest; but a shadowing shift may be made longer by another that touches
    it, up to the longest, so that much beside it stays free.
    """
    rest = timedelta(minutes=limits.rest)
    commitments = tuple(busy)
    found = [each.span for each in commitments]
    classes = [each.span for each in commitments if each.kind == "class"]
    found += [Span(each.start - rest, each.end + rest) for each in classes]
    for each in merged(one.span for one in commitments if one.kind == "shadowing"):
        longer = timedelta(minutes=max(limits.longest - each.minutes, 0))
        if longer < rest:
            found += [
                Span(each.start - rest, each.start - longer),
                Span(each.end + longer, each.end + rest),
            ]
    return tuple(found)


def most_minutes(free: Iterable[Span], limits: PracticeLimits) -> int:
    """More minutes than these cannot be had in ``free``, which is in order, whatever the plan.

    A stretch of practice is no longer than the longest and has the rest after it, so any time as
    long as both together holds no more than the longest of practice. Such times are laid over
    what is free, each from the first minute the one before it left over. Pieces that are too short
    count as nothing. It is a bound and no plan: the hours of a week are not looked at.
    """
    window = timedelta(minutes=limits.longest + limits.rest)
    total = inside = 0
    laid_until: datetime | None = None
    for piece in free:
        if piece.minutes < limits.shortest:
            continue
        start = piece.start
        while start < piece.end:
            if laid_until is None or start >= laid_until:
                total += min(inside, limits.longest)
                inside, laid_until = 0, start + window
            until = min(piece.end, laid_until)
            inside += minutes_between(start, until)
            start = until
    return total + min(inside, limits.longest)
