"""Things with a time, kept in order, so that those that meet another time are found at once."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import timedelta
from operator import itemgetter
from typing import Generic, TypeVar

from openblock.features.grounds.rules.content import Span

T = TypeVar("T")
Key = TypeVar("Key", bound=Hashable)


class Timeline(Generic[T]):
    """Things in order of their beginning; quick as long as none of them is very long."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._things = sorted(things, key=itemgetter(0))
        self._starts = [span.start for span, _thing in self._things]
        lengths = (span.end - span.start for span, _thing in self._things)
        self._longest = max(lengths, default=timedelta())

    def meeting(self, wanted: Span) -> tuple[tuple[Span, T], ...]:
        """Those that overlap ``wanted``, by their beginning."""
        first = bisect_left(self._starts, wanted.start - self._longest)
        last = bisect_left(self._starts, wanted.end)
        return tuple(each for each in self._things[first:last] if each[0].end > wanted.start)


def timelines(
    things: Iterable[T], key: Callable[[T], Key], span: Callable[[T], Span]
) -> Mapping[Key, Timeline[T]]:
    """One timeline for each key."""
    found: dict[Key, list[tuple[Span, T]]] = defaultdict(list)
    for thing in things:
        found[key(thing)].append((span(thing), thing))
    return {each: Timeline(those) for each, those in found.items()}
