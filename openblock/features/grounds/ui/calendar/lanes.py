"""Bookings that overlap stand side by side: which lane each one has, and of how many."""

from __future__ import annotations

from collections.abc import Sequence

Extent = tuple[int, int]


def lanes_of(extents: Sequence[Extent]) -> tuple[tuple[int, int], ...]:
    """For each ``[top, bottom)`` its lane and the number of lanes of those it hangs together with.

    Who stands first in ``extents`` has the lane further left where two begin together.
    """
    order = sorted(range(len(extents)), key=lambda place: (extents[place][0], place))
    found = [(0, 1)] * len(extents)
    together: list[int] = []
    ends: list[int] = []
    for place in order:
        top, bottom = extents[place]
        if together and top >= max(ends):
            _settle(found, together, len(ends))
            together, ends = [], []
        free = next((lane for lane, end in enumerate(ends) if end <= top), len(ends))
        ends[free : free + 1] = [bottom]
        found[place] = (free, 1)
        together.append(place)
    _settle(found, together, len(ends))
    return tuple(found)


def _settle(found: list[tuple[int, int]], together: Sequence[int], lanes: int) -> None:
    for place in together:
        found[place] = (found[place][0], lanes)
