"""What the roster is planned by: templates, minimum staffing, team cycles, limits."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.accounts.queries import settings
from openblock.features.roster.rules import Limits, Minimum, TemplateShape
from openblock.features.roster.rules.limits import DEFAULT_LIMITS
from openblock.features.roster.tables import (
    LimitValue,
    ShiftTemplate,
    StaffingMinimum,
    TeamPattern,
)

FREE = "-"


@dataclass(frozen=True, slots=True)
class Template:
    """A shift template; start and length in minutes of the wall clock."""

    template_id: int
    code: str
    name: str
    start_minute: int
    length_minutes: int
    post: str
    active: bool
    version: int

    @property
    def shape(self) -> TemplateShape:
        """The part the rules need."""
        return TemplateShape(self.code, self.name, self.start_minute, self.length_minutes)

    @property
    def tint(self) -> str:
        """Which of the grid's looks the code has: a whole day, a day shift, a night, or other."""
        if self.length_minutes >= 20 * 60:
            return "24"
        end = self.start_minute + self.length_minutes
        if end > 24 * 60 and self.start_minute >= 16 * 60:
            return "N"
        return "D" if self.length_minutes >= 10 * 60 else "other"


@dataclass(frozen=True, slots=True)
class MinimumRow:
    """A minimum of staffing as stored."""

    minimum_id: int
    minimum: Minimum
    version: int


@dataclass(frozen=True, slots=True)
class TeamCycle:
    """The cycle of one team: its codes in order, "" for a free day, and the day it starts on."""

    team: int
    pattern: tuple[str, ...]
    anchor: date


def template_row(stored: ShiftTemplate) -> Template:
    """The stored template as a value that may leave the store."""
    return Template(
        template_id=stored.id,
        code=stored.code,
        name=stored.name,
        start_minute=stored.start_minute,
        length_minutes=stored.length_minutes,
        post=stored.post,
        active=stored.active,
        version=stored.version,
    )


def templates(session: Session) -> tuple[Template, ...]:
    """Every shift template, retired ones too; longest first, then by start."""
    rows = [template_row(each) for each in session.scalars(select(ShiftTemplate))]
    return tuple(sorted(rows, key=lambda row: (-row.length_minutes, row.start_minute, row.code)))


def minimums(session: Session) -> tuple[MinimumRow, ...]:
    """The minimums of staffing, by start."""
    rows = session.scalars(
        select(StaffingMinimum).order_by(StaffingMinimum.from_minute, StaffingMinimum.name)
    )
    return tuple(MinimumRow(row.id, minimum_read(row), row.version) for row in rows)


def minimum_read(row: StaffingMinimum) -> Minimum:
    """A stored minimum as the rules have it."""
    return Minimum(row.name, row.from_minute, row.to_minute, row.needed, row.post, row.weekdays)


def team_cycles(session: Session) -> tuple[TeamCycle, ...]:
    """The cycles last laid, by team."""
    rows = session.scalars(select(TeamPattern).order_by(TeamPattern.team))
    return tuple(TeamCycle(row.team, pattern_read(row.pattern), row.anchor) for row in rows)


def pattern_read(stored: str) -> tuple[str, ...]:
    """A stored pattern ("D N - -") as codes, "" for a free day."""
    return tuple("" if code == FREE else code for code in stored.split())


def pattern_stored(pattern: tuple[str, ...]) -> str:
    """Codes as they are stored, "-" for a free day."""
    return " ".join(code or FREE for code in pattern)


def limits(session: Session) -> Limits:
    """The limits in force: the defaults, changed where an administrator has changed them."""
    block = settings(session)
    found = replace(Limits(), night_from=int(block["night_from"]), night_to=int(block["night_to"]))
    known = {field.name for field in fields(Limits)}
    changed: dict[str, Any] = {
        row.name: limit_read(row.name, row.value)
        for row in session.scalars(select(LimitValue))
        if row.name in known
    }
    return replace(found, **changed)


def limit_read(name: str, stored: str) -> Any:
    """A stored limit as the rules have it."""
    value = json.loads(stored)
    if name == "rest_table":
        return tuple((int(length), int(rest)) for length, rest in value)
    kind = type(getattr(DEFAULT_LIMITS, name))
    return kind(value)


def limit_stored(value: object) -> str:
    """A limit as it is stored: JSON of plain values."""
    return json.dumps(value)
