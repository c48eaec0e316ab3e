"""What a benchmark gives back: one figure, what it was measured against, and what it aims at."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A ratio, or milliseconds where ``unit`` says so; ``parts`` says what it was made of."""

    letter: str
    what: str
    value: float
    aim: float
    parts: str = ""
    unit: str = "×"

    @property
    def holds(self) -> bool:
        return self.value <= self.aim


def milliseconds(act: Callable[[], object]) -> float:
    """How long ``act`` takes once."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def in_turns(acts: Sequence[Callable[[], float]], rounds: int) -> list[float]:
    """The median of what each act reports, taken in turns so that the machine treats all alike."""
    taken: list[list[float]] = [[] for _ in acts]
    for _ in range(rounds):
        for times, act in zip(taken, acts, strict=True):
            times.append(act())
    return [statistics.median(times) for times in taken]
