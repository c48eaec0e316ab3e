"""How call-outs lie across narrow dates: over empty neighbours, as far as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from openblock.printing.fonts import Face, width

_AIR = 3.0


@dataclass(frozen=True, slots=True)
class Called:
    """The words of one date's call-outs, and the first and last date they lie on."""

    words: str
    first: int
    last: int


def laid(called: Sequence[str], room: float, size: float) -> tuple[Called, ...]:
    """Each date's words on it and on as many empty dates after it, or else before it, as needed.

    They begin on their own date where the month has the room, so that they are read with it.
    """
    found: list[Called] = []
    for place, words in enumerate(called):
        if not words:
            continue
        wanted = ceil((width(words, Face.BOLD, size) + _AIR) / room)
        last = place
        while last - place + 1 < wanted and last + 1 < len(called) and not called[last + 1]:
            last += 1
        first, least = place, found[-1].last + 1 if found else 0
        while last - first + 1 < wanted and first > least:
            first -= 1
        found.append(Called(words, first, last))
    return tuple(found)
