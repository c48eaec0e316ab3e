"""The time-sheets months were closed with: how they are stored, and read back as they were."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Text, select, type_coerce
from sqlalchemy.orm import Session

from openblock.features.roster.queries.figures import SheetLine, TimeSheet
from openblock.features.roster.rules.working_time import Sum
from openblock.features.roster.tables import ClosedSheet, RosterMonth


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a month was closed with: its norm, its working days, and everybody's line."""

    block_months: tuple[date, ...]
    norm: int
    working_days: int
    lines: tuple[SheetLine, ...]

    def sums(self) -> dict[int, Sum]:
        """Everybody's sums as they were counted at the closing."""
        a_day = self.norm // self.working_days if self.working_days else 0
        return {
            line.officer_id: Sum(
                worked=line.worked,
                night=line.night,
                full_norm=line.full_norm,
                norm=line.norm,
                served_days=line.served_days,
                worked_days=line.worked_days,
                absent_days=sum(line.days_of.values()),
                absent_working_days=(line.full_norm - line.norm) // a_day if a_day else 0,
            )
            for line in self.lines
        }


def lines_stored(sheet: TimeSheet) -> dict[str, Any]:
    """A time-sheet as JSON of plain values, for the month that is being closed."""
    return {
        "block_months": [each.isoformat() for each in sheet.block_months],
        "norm": sheet.norm,
        "working_days": sheet.working_days,
        "lines": [_line_stored(line) for line in sheet.lines],
    }


def lines_read(content: Mapping[str, Any]) -> tuple[SheetLine, ...]:
    """The lines of a stored time-sheet."""
    return tuple(_line_read(line) for line in content["lines"])


def closed_sheets(session: Session, months: Collection[date]) -> dict[date, Frozen]:
    """The time-sheets of those of ``months`` that are closed."""
    text = type_coerce(ClosedSheet.content, Text)
    asked = (
        select(ClosedSheet.month, text)
        .join(RosterMonth, RosterMonth.month == ClosedSheet.month)
        .where(ClosedSheet.month.in_(sorted(months)), RosterMonth.state == "closed")
    )
    return {month: _frozen(content) for month, content in session.execute(asked)}


# A closed month does not change any more, and the grid asks for its sums after every keystroke.
@lru_cache(maxsize=32)
def _frozen(text: str) -> Frozen:
    content = json.loads(text)
    return Frozen(
        tuple(date.fromisoformat(each) for each in content["block_months"]),
        content["norm"],
        content["working_days"],
        lines_read(content),
    )


def _line_stored(line: SheetLine) -> dict[str, Any]:
    return {
        "officer_id": line.officer_id,
        "badge": line.badge,
        "name": line.name,
        "position": line.position,
        "team": line.team,
        "hours": list(line.hours),
        "nights": list(line.nights),
        "call_outs": [
            [[start.isoformat(), end.isoformat()] for start, end in day] for day in line.call_outs
        ],
        "kinds": list(line.kinds),
        "norm": line.norm,
        "worked": line.worked,
        "night": line.night,
        "overtime": line.overtime,
        "block": list(line.block),
        "block_sum": line.block_sum,
        "worked_days": line.worked_days,
        "days_of": dict(line.days_of),
        "full_norm": line.full_norm,
        "served_days": line.served_days,
    }


def _line_read(stored: Mapping[str, Any]) -> SheetLine:
    lists = {name: tuple(stored[name]) for name in ("hours", "nights", "kinds", "block")}
    call_outs = tuple(
        tuple((datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in day)
        for day in stored["call_outs"]
    )
    return SheetLine(**{**stored, **lists, "call_outs": call_outs})
