"""How an area stands at a moment, and when that changes: the letter on the plan of the grounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from openblock.clock import FOREVER
from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaKind,
    AreaState,
    GroundsLimits,
    Light,
    Span,
)
from openblock.features.grounds.rules.light import light_parts
from openblock.features.grounds.rules.night import nights_near
from openblock.features.shadowing.rules.times import merged, whole


@dataclass(frozen=True, slots=True)
class Around:
    """An area with what lies around a moment.

    ``used`` are the times groups are out there, to FOREVER for one that is overdue; ``light`` is
    of the dates that ``open`` holds the hours of, today's and at least tomorrow's.
    """

    area: AreaContent
    open: tuple[Span, ...]
    closures: tuple[Span, ...]
    used: tuple[Span, ...]
    light: tuple[Light, ...]


def area_state(
    around: Around, moment: datetime, limits: GroundsLimits
) -> tuple[AreaState, datetime | None]:
    """How it stands, and when it next stands otherwise; None where that is not known.

    What is dark or shut next stands otherwise when it can be used again: that it is shut rather
    than dark from some hour on helps nobody. Closed comes before in use, that before shut (outside
    its hours, or night rest), that before dark; what is none of these is free.
    """
    if around.area.kind != AreaKind.PLACE or not around.area.active:
        return AreaState.SHUT, None
    layers = _layers(around, limits)
    state = _state_at(layers, moment)
    known = max((whole(each.day).end for each in around.light), default=moment)
    edges = sorted({edge for spans in layers.values() for each in spans for edge in _ends(each)})
    for edge in edges:
        if edge > moment and _differs(_state_at(layers, edge), state):
            lasts = state in {AreaState.CLOSED, AreaState.IN_USE}
            return state, edge if edge < known or (lasts and edge < FOREVER) else None
    return state, None


def _differs(later: AreaState, state: AreaState) -> bool:
    return later in _USABLE if state in _UNUSABLE else later is not state


_USABLE = frozenset({AreaState.FREE, AreaState.IN_USE})
_UNUSABLE = frozenset({AreaState.DARK, AreaState.SHUT})
_Layers = dict[AreaState, tuple[Span, ...]]


def _layers(around: Around, limits: GroundsLimits) -> _Layers:
    """When each state may hold: FREE within the hours by light, DARK within the hours at all."""
    known = merged(whole(each.day) for each in around.light)
    nights = tuple(night for each in known for night in nights_near(each, limits))
    hours = _without(merged(around.open), nights)
    parts = merged(part for each in around.light for part in light_parts(each, limits))
    return {
        AreaState.CLOSED: merged(around.closures),
        AreaState.IN_USE: merged(around.used),
        AreaState.DARK: hours,
        AreaState.FREE: parts if around.area.needs_light else hours,
    }


def _state_at(layers: _Layers, moment: datetime) -> AreaState:
    if _within(layers[AreaState.CLOSED], moment):
        return AreaState.CLOSED
    if _within(layers[AreaState.IN_USE], moment):
        return AreaState.IN_USE
    if not _within(layers[AreaState.DARK], moment):
        return AreaState.SHUT
    return AreaState.FREE if _within(layers[AreaState.FREE], moment) else AreaState.DARK


def _within(spans: Iterable[Span], moment: datetime) -> bool:
    return any(each.start <= moment < each.end for each in spans)


def _without(spans: Iterable[Span], gaps: Iterable[Span]) -> tuple[Span, ...]:
    """The times with the gaps cut out of them."""
    found = tuple(spans)
    for gap in gaps:
        cut = (
            part
            for each in found
            for part in (
                Span(each.start, min(each.end, gap.start)),
                Span(max(each.start, gap.end), each.end),
            )
        )
        found = tuple(each for each in cut if each.start < each.end)
    return found


def _ends(span: Span) -> tuple[datetime, datetime]:
    return span.start, span.end
