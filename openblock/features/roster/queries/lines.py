"""Everybody's duties around some days, each officer's as one text of the file.

The grid is read after every keystroke, and a keystroke changes one officer's duties. So the file
gathers what the duties hold into a text for each officer, and what a text says is worked out once
for as long as nothing in it changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from sqlalchemy import Date, bindparam, func, select
from sqlalchemy.orm import Session

from openblock.features.roster.queries.duties import RosterDuty
from openblock.features.roster.rules import Shift
from openblock.features.roster.tables import Duty

# Signs no code, post or name can hold, for those have to be seen.
_FIELD, _DUTY = "\x1f", "\x1e"

_TEXT = func.aggregate_strings(
    func.concat_ws(
        _FIELD,
        Duty.day,
        Duty.code,
        Duty.template_id,
        Duty.starts_at,
        Duty.ends_at,
        Duty.post,
        Duty.origin,
        Duty.version,
        Duty.changed_by,
        Duty.changed_at,
    ),
    _DUTY,
)
_ASKED = (
    select(Duty.officer_id, _TEXT)
    .where(Duty.day.between(bindparam("first", type_=Date), bindparam("last", type_=Date)))
    .group_by(Duty.officer_id)
)


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """One officer's duties by start; the same object for as long as they are the same.

    So what is worked out from a line is found again by the line itself.
    """

    officer_id: int
    duties: tuple[RosterDuty, ...]
    shifts: tuple[Shift, ...]


def lines_between(session: Session, first: date, last: date) -> dict[int, Line]:
    """The duties that start on the days from ``first`` to ``last``, by officer."""
    rows = session.execute(_ASKED, {"first": first, "last": last})
    return {officer_id: _line(officer_id, duties) for officer_id, duties in rows}


@lru_cache(maxsize=16384)
def instant(text: str) -> datetime:
    """The instant the file keeps as this text."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


@lru_cache(maxsize=4096)
def _line(officer_id: int, text: str) -> Line:
    duties = sorted(
        (_duty(officer_id, each) for each in text.split(_DUTY)), key=lambda duty: duty.starts_at
    )
    return Line(officer_id, tuple(duties), tuple(each.shift for each in duties))


def _duty(officer_id: int, text: str) -> RosterDuty:
    day, code, template_id, starts_at, ends_at, post, origin, version, by, changed_at = text.split(
        _FIELD
    )
    return RosterDuty(
        officer_id=officer_id,
        day=date.fromisoformat(day),
        code=code,
        template_id=int(template_id),
        starts_at=instant(starts_at),
        ends_at=instant(ends_at),
        post=post,
        origin=origin,
        version=int(version),
        changed_by=by,
        changed_at=instant(changed_at),
    )
