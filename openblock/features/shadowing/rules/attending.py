"""Which trainees a class takes the time of, and how much of it where they were elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.times import whole


def attends(class_group: str, own_group: str, left_on: date | None, span: Span) -> bool:
    """Whether a class for a group, or for everybody, is one for a trainee who may have left."""
    left = left_on is not None and span.start >= whole(left_on).end
    return class_group in {"", own_group} and not left


def longest_left(span: Span, taken: Iterable[Span]) -> Span | None:
    """The longest part of the time that nothing has taken, the first of equals; None for nothing.

    Who was away, or is confirmed to have been on a shift, was not in class at that time.
    """
    best: Span | None = None
    start = span.start
    for each in (*sorted(taken), Span(span.end, span.end)):
        end = min(each.start, span.end)
        if end > start and (best is None or end - start > best.end - best.start):
            best = Span(start, end)
        start = max(start, each.end)
    return best
