"""The list of residents by name: a wall copy with initials, a duty copy with what duty needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from openblock.features.residents.queries import ResidentRow
from openblock.features.residents.rules.content import Status
from openblock.features.residents.words import alert_kinds, said


class Copy(StrEnum):
    """Who may see a list: whoever passes the wall (SEC-07), or the officers on duty."""

    WALL = "wall"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class ResidentLine:
    """One person: on a wall copy the initialled name and the room, nothing else is filled in."""

    name: str
    room: str
    birth_date: date | None = None
    sentence_end: date | None = None
    alerts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResidentList:
    """Everyone present at an instant, by the Latvian alphabet."""

    at: datetime
    copy: Copy
    lines: tuple[ResidentLine, ...]


def resident_list(
    rows: Iterable[ResidentRow], places: Mapping[int, str], at: datetime, copy: Copy
) -> ResidentList:
    """The list of those of ``rows`` who are present, in the order the register has them."""
    present = (row for row in rows if row.status is Status.PRESENT)
    line = _duty_line if copy is Copy.DUTY else _wall_line
    return ResidentList(at, copy, tuple(line(row, places) for row in present))


def _wall_line(row: ResidentRow, places: Mapping[int, str]) -> ResidentLine:
    # What a wall must not show is not on the sheet at all: no drawing can let it slip through.
    return ResidentLine(row.initialled, places.get(row.resident_id, ""))


def _duty_line(row: ResidentRow, places: Mapping[int, str]) -> ResidentLine:
    alerts = tuple(said(alert_kinds(), each) for each in row.alerts)
    place = places.get(row.resident_id, "")
    return ResidentLine(row.name, place, row.birth_date, row.sentence_end, alerts)
