"""The placement order of a day: who comes into which bed, when, why, and on whose decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from openblock.clock import FOREVER, at
from openblock.features.residents.words import placement_reason
from openblock.features.rooms.queries import Bar, Board
from openblock.features.rooms.rules.content import AssignmentContent
from openblock.i18n import _, format_day


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One placement or move; ``before`` is empty for a first placement, ``bed`` for a leaving."""

    resident_id: int
    name: str
    moment: datetime
    before: str
    bed: str
    why: str
    decision: str
    until: datetime = FOREVER


@dataclass(frozen=True, slots=True)
class PlacementOrder:
    """Everything that begins on one day, in order of time."""

    day: date
    lines: tuple[OrderLine, ...]


def placement_order(board: Board, day: date, resident_id: int | None = None) -> PlacementOrder:
    """The order of ``day`` from the board that shows it; one person's alone where one is named."""
    start, end = at(day), at(day, 1440)
    bars = [
        bar
        for bar in board.bars
        if resident_id is None or bar.assignment.content.resident_id == resident_id
    ]
    lines = [_coming(bar) for bar in bars if start <= bar.assignment.content.starts_at < end]
    lines += [_leaving(bar) for bar in bars if _only_leaves(bar, start, end)]
    return PlacementOrder(day, tuple(sorted(lines, key=lambda line: (line.moment, line.name))))


def _coming(bar: Bar) -> OrderLine:
    content = bar.assignment.content
    return OrderLine(
        resident_id=content.resident_id,
        name=bar.assignment.name,
        moment=content.starts_at,
        before=bar.moved_from,
        bed=bar.assignment.bed,
        why=", ".join(part for part in (placement_reason(content.reason), content.remark) if part),
        decision=_decision(content),
        until=content.ends_at if content.ends_at < bar.discharged else FOREVER,
    )


def _only_leaves(bar: Bar, start: datetime, end: datetime) -> bool:
    """Whether the bed is left on this day for none: neither moved out of nor released from."""
    ends_at = bar.assignment.content.ends_at
    return start <= ends_at < end and not bar.moves_to and ends_at < bar.discharged


def _leaving(bar: Bar) -> OrderLine:
    content = bar.assignment.content
    return OrderLine(
        resident_id=content.resident_id,
        name=bar.assignment.name,
        moment=content.ends_at,
        before=bar.assignment.bed,
        bed="",
        why="",
        decision="",
    )


def _decision(content: AssignmentContent) -> str:
    day = format_day(content.decision_date) if content.decision_date else ""
    if content.decision_number and day:
        return _("No. {number}, {day}").format(number=content.decision_number, day=day)
    if content.decision_number:
        return _("No. {number}").format(number=content.decision_number)
    return day
