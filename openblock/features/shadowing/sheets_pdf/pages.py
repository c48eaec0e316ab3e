"""Which rows of a wall sheet stand on which page: about as many on each, and none torn."""

from __future__ import annotations

from collections.abc import Sequence

Page = tuple[int, int]


def paged(heights: Sequence[float], room: float, tail: float) -> tuple[Page, ...]:
    """Pages as (first row, row after the last); the last leaves ``tail`` points of ``room`` free.

    A row higher than a page has one of its own. Where nothing but the tail is left over, the last
    page has no row.
    """
    filled = _filled(heights, room, tail)
    count = len(heights)
    for pages in range(1, len(filled) + 1):
        even = tuple(
            (-(-count * at // pages), -(-count * (at + 1) // pages)) for at in range(pages)
        )
        if all(
            sum(heights[first:last]) + (tail if last == count else 0) <= room
            for first, last in even
        ):
            return even
    return filled


def _filled(heights: Sequence[float], room: float, tail: float) -> tuple[Page, ...]:
    pages: list[Page] = []
    first, used = 0, 0.0
    for at, height in enumerate(heights):
        if at > first and used + height > room:
            pages.append((first, at))
            first, used = at, 0.0
        used += height
    pages.append((first, len(heights)))
    if used + tail > room and heights:
        pages[-1:] = _parted(heights, room, tail, pages[-1])
    return tuple(pages)


def _parted(heights: Sequence[float], room: float, tail: float, page: Page) -> list[Page]:
    """The last page in two: as many rows go over as leave room for the tail."""
    first, last = page
    cut = last
    while cut > first + 1 and sum(heights[cut - 1 : last]) + tail <= room:
        cut -= 1
    return [(first, cut), (cut, last)]
