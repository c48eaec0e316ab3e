"""Areas as the plan gets them, without a block."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from openblock import clock
from openblock.features.grounds.queries.rows import AreaNow, AreaRow
from openblock.features.grounds.rules.content import AreaContent, AreaKind, AreaState
from openblock.features.grounds.ui.plan.picture import AreaPicture, pictures_of

DAY = date(2026, 11, 22)
AT = clock.at(DAY, 4 * 60 + 52)


def at(hour: float, day: int = 22) -> datetime:
    """An instant of November 2026 by the wall clock."""
    return clock.at(date(2026, 11, day), round(hour * 60))


def now(
    number: int,
    state: AreaState = AreaState.FREE,
    until: datetime | None = None,
    *,
    heads: int = 0,
    closure: tuple[str, str] = ("", ""),
    **facts: Any,
) -> AreaNow:
    """Area ``number``, two by two on the plan unless ``facts`` say otherwise."""
    place = {"x": (number - 1) % 2 * 500, "y": (number - 1) // 2 * 300, "width": 460, "height": 260}
    content = AreaContent(**{"name": f"Area {number}", **place, **facts})
    row = AreaRow(number, 1, number, content)
    return AreaNow(row, state, heads, until, *closure)


def five() -> tuple[AreaPicture, ...]:
    """Four places, two by two, and a building under them."""
    house = now(5, AreaState.SHUT, kind=AreaKind.BUILDING, width=900)
    states = (AreaState.DARK, AreaState.FREE, AreaState.IN_USE, AreaState.CLOSED)
    areas = [now(number, state, at(9)) for number, state in enumerate(states, 1)]
    return pictures_of((*areas, house), AT)
