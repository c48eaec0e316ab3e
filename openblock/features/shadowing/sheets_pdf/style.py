"""The type and measures of the wall sheets of practice: a week on A4, a month on A4 and A3."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from openblock.printing.style import A3_WALL, A4_WALL, MM, PageStyle

Paper = Literal["A4", "A3"]


@dataclass(frozen=True, slots=True)
class WallStyle:
    """Sizes in points; ``name_width`` and ``row`` are the least and the greatest."""

    page: PageStyle
    name: float
    name_width: tuple[float, float]
    entry: float
    row: tuple[float, float]
    day: float
    weekday: float
    head: float
    head_height: float
    total: float
    total_width: float
    note: float
    sign: float
    hatch: float


WEEK = WallStyle(
    page=replace(A4_WALL, title=20),
    name=14,
    name_width=(30 * MM, 42 * MM),
    entry=12,
    row=(15 * MM, 23 * MM),
    day=12,
    weekday=8,
    head=8,
    head_height=11.2 * MM,
    total=12,
    total_width=47 * MM,
    note=8,
    sign=8.5,
    hatch=1.7 * MM,
)

_MONTH_A4 = WallStyle(
    page=A4_WALL,
    name=11,
    name_width=(30 * MM, 44 * MM),
    entry=8.5,
    row=(9 * MM, 13 * MM),
    day=9.5,
    weekday=8,
    head=7.25,
    head_height=9 * MM,
    total=9.25,
    total_width=34 * MM,
    note=7.75,
    sign=8.5,
    hatch=1.35 * MM,
)

_MONTH_A3 = replace(
    _MONTH_A4,
    page=A3_WALL,
    name=13,
    name_width=(38 * MM, 62 * MM),
    entry=12.5,
    row=(12 * MM, 17 * MM),
    day=14,
    weekday=9,
    head=9,
    head_height=12.5 * MM,
    total=12,
    total_width=46 * MM,
    note=10,
    sign=9,
    hatch=1.7 * MM,
)

MONTH: dict[Paper, WallStyle] = {"A4": _MONTH_A4, "A3": _MONTH_A3}
