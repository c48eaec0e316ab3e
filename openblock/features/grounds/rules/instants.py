"""What holds at every instant of a time: its pieces between the ends of all that meets it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from openblock.features.grounds.rules.content import Span

#: So many heads for a time.
Load = tuple[Span, int]


def pieces(span: Span, others: Iterable[Span]) -> tuple[Span, ...]:
    """The time cut wherever one of ``others`` begins or ends: within a piece nothing changes."""
    edges = {span.start, span.end}
    for each in others:
        edges |= {edge for edge in (each.start, each.end) if span.start < edge < span.end}
    return tuple(Span(start, end) for start, end in pairwise(sorted(edges)))


def fullest(span: Span, loads: Sequence[Load]) -> tuple[int, Span]:
    """The most heads at any instant of the time, and the first piece of it that has them."""
    best = (0, span)
    for piece in pieces(span, (each for each, _heads in loads)):
        heads = sum(heads for each, heads in loads if each.holds(piece))
        if heads > best[0]:
            best = (heads, piece)
    return best
