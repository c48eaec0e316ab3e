"""The type and measures of the month roster on each paper, and how they follow the row height."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor
from typing import Literal

from openblock.printing.fonts import Face
from openblock.printing.style import A3_FULL_WALL, A3_WALL, A4_WALL, MM, PageStyle

Paper = Literal["A4", "A3"]

# A caron above and a comma below together are 1.18 of the size; at this ratio only a name with
# both touches its row's hairlines, and that first on a sheet of more than 55 officers.
_ROW_TO_NAME = 1.12
_ROW_TO_CODE = 1.1


@dataclass(frozen=True, slots=True)
class RosterStyle:
    """Sizes in points. ``row`` is the row as it should be, ``row_floor`` the lowest allowed.

    ``position`` 0 leaves the column of positions out.
    """

    page: PageStyle
    name_face: Face
    name: float
    position: float
    code: float
    total: float
    day: float
    weekday: float
    head: float
    note: float
    sign: float
    row: float
    row_floor: float
    head_height: float
    gap: float
    band_width: float
    day_width: tuple[float, float]
    name_width: tuple[float, float]
    hatch: float
    mark: float
    #: How wide the column of positions may be; a longer one wraps.
    position_width: float = 48 * MM

    def with_row(self, row: float) -> RosterStyle:
        """The same style with rows of ``row`` points, its type no larger than they hold."""
        return replace(
            self,
            row=row,
            name=min(self.name, max(9.0, _quarter(row / _ROW_TO_NAME))),
            position=min(self.position, _quarter(row / 1.3)),
            code=min(self.code, max(8.0, _quarter(row / _ROW_TO_CODE))),
            total=min(self.total, max(8.0, _quarter(row / _ROW_TO_NAME))),
        )


def _quarter(size: float) -> float:
    return floor(size * 4) / 4


_A3 = RosterStyle(
    page=A3_WALL,
    name_face=Face.BOLD,
    name=12,
    position=9,
    code=12.5,
    total=11.5,
    day=14,
    weekday=9,
    head=9,
    note=10,
    sign=9,
    row=7.2 * MM,
    row_floor=12.5,
    head_height=12.5 * MM,
    gap=4,
    band_width=8 * MM,
    day_width=(7.2 * MM, 8.4 * MM),
    name_width=(38 * MM, 62 * MM),
    hatch=1.7 * MM,
    mark=1.75 * MM,
)

# More than about 45 officers on one sheet: the frame gives way to keep the names at 9 points.
_A3_FULL = replace(
    _A3,
    page=A3_FULL_WALL,
    name=10.5,
    position=8,
    code=10.5,
    total=10,
    day=11,
    weekday=8,
    head=8,
    note=8,
    sign=8.5,
    row=12.75,
    row_floor=9.6,
    head_height=7.9 * MM,
    gap=1.5,
    mark=1.25 * MM,
)

_A4 = RosterStyle(
    page=A4_WALL,
    name_face=Face.REGULAR,
    name=9.25,
    position=0,
    code=8.75,
    total=9.25,
    day=9.5,
    weekday=8,
    head=7.25,
    note=7.75,
    sign=8.5,
    row=5 * MM,
    row_floor=4.1 * MM,
    head_height=9 * MM,
    gap=2.8,
    band_width=5.7 * MM,
    day_width=(5.7 * MM, 6.4 * MM),
    name_width=(26 * MM, 46 * MM),
    hatch=1.35 * MM,
    mark=1.25 * MM,
)

STYLES: dict[Paper, tuple[RosterStyle, ...]] = {"A4": (_A4,), "A3": (_A3, _A3_FULL)}

# Seven wide days: a code with its times on one line of each cell, and positions as on A3.
WEEK = replace(
    _A4,
    page=replace(A4_WALL, title=20),
    name_face=Face.BOLD,
    position=7.5,
    code=9.5,
    day=12,
    row=5.4 * MM,
    head_height=10.5 * MM,
    day_width=(24.5 * MM, 27 * MM),
    name_width=(30 * MM, 50 * MM),
    position_width=34 * MM,
)
