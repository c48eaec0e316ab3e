"""The report on fair use: how long each resident used the grounds, against the average."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from openblock.features.grounds.queries.rows import FairLine, FairUse
from openblock.i18n import format_day, format_hours


@dataclass(frozen=True, slots=True)
class FairBar:
    """One resident: minutes in all, on which areas, and how often; ``below`` the average."""

    name: str
    place: str
    minutes: int
    areas: str
    times: int
    missed: int
    ahead: int
    below: bool


@dataclass(frozen=True, slots=True)
class FairReport:
    """The report of the days from ``first`` to ``last``, the least served first."""

    first: date
    last: date
    period: str
    bars: tuple[FairBar, ...]
    average: int

    @property
    def longest(self) -> int:
        """The minutes of who used them most, or the average where nobody used any."""
        return max((self.average, *(each.minutes for each in self.bars)))

    @property
    def without(self) -> int:
        """How many used nothing at all."""
        return sum(each.minutes == 0 for each in self.bars)


def fair_report(use: FairUse) -> FairReport:
    """The report of what was read."""
    names = {each.area_id: each.content.name for each in use.areas}
    return FairReport(
        first=use.first,
        last=use.last,
        period=f"{format_day(use.first)}\N{EN DASH}{format_day(use.last)}",
        bars=tuple(
            FairBar(
                name=line.name,
                place=line.place,
                minutes=line.total,
                areas=_areas(line, names),
                times=line.times,
                missed=line.missed,
                ahead=line.ahead,
                below=line.total < use.average,
            )
            for line in use.lines
        ),
        average=use.average,
    )


def _areas(line: FairLine, names: dict[int, str]) -> str:
    """The areas of one resident, the most used first: Sporta zāle 3,5 · Dārzs 2."""
    used = sorted(line.minutes.items(), key=lambda each: (-each[1], names.get(each[0], "")))
    return " \N{MIDDLE DOT} ".join(
        f"{names[area]} {format_hours(minutes)}"
        for area, minutes in used
        if minutes and area in names
    )
