"""Refuses what was typed over a cell that somebody has changed meanwhile, with who it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from openblock.errors import KnownError
from openblock.features.roster.commands.content import Cell, Cells, RestoreCells, name_of
from openblock.features.roster.tables import Absence, Duty, KeptFree
from openblock.storage.log import LogFilter, log_rows
from openblock.storage.store import Work

_CELLS: Mapping[str, type[Any]] = {each.__tablename__: each for each in (Duty, KeptFree, Absence)}
_PLACE = ("officer_id", "day", "first_day", "last_day")
# So far back somebody's open window may lie; beyond it nobody is named.
_LAST_ROWS = 200


def changed_meanwhile(work: Work, cell: Cell, yours: str, theirs: str) -> KnownError:
    """The refusal with both values, and who put the other one there, and when."""
    who, when = _who(work, cell)
    return KnownError(
        "cell-changed-meanwhile",
        name=name_of(work, cell[0]),
        day=cell[1],
        yours=yours,
        theirs=theirs,
        who=who,
        when=when,
    )


def demand_contents(work: Work, cells: Cells, request: RestoreCells) -> None:
    """KnownError ``cell-changed-meanwhile`` where a cell is not as it was left."""
    for cell, content in request.after:
        if cells.content(cell) != content:
            yours = dict(request.before)[cell].shown
            raise changed_meanwhile(work, cell, yours, cells.content(cell).shown)


def _who(work: Work, cell: Cell) -> tuple[str, datetime | None]:
    """The last who wrote what stands in the cell, or took out what stood there.

    Only the log knows who emptied a cell.
    """
    officer_id, day = cell
    asked = select(Duty.changed_by, Duty.changed_at)
    duty = work.session.execute(asked.where(Duty.officer_id == officer_id, Duty.day == day)).first()
    if duty is not None:
        return duty.changed_by, duty.changed_at
    wanted = LogFilter(subject=("officer", str(officer_id)), operation="roster.", limit=_LAST_ROWS)
    for row in log_rows(work.session, wanted):
        if any(_touches(work, each, cell) for each in row.changes):
            return row.actor, row.at
    return "", None


def _touches(work: Work, change: Mapping[str, Any], cell: Cell) -> bool:
    """Whether a row that came, went or changed stood in the cell."""
    kind = _CELLS.get(change["table"])
    if kind is None:
        return False
    # What changed in a row names only that: whose it is and when, the row itself says.
    stands = _place(work.session.get(kind, int(change["id"])))
    return any(
        _holds(stands | {name: values[name] for name in _PLACE if name in values}, cell)
        for values in (change.get("new") or {}, change.get("old") or {})
    )


def _holds(place: Mapping[str, Any], cell: Cell) -> bool:
    first = place.get("first_day", place.get("day"))
    if first is None or place["officer_id"] != cell[0]:
        return False
    return bool(first <= cell[1].isoformat() <= place.get("last_day", first))


def _place(row: object) -> dict[str, Any]:
    """Where a stored row stands, as the log writes it."""
    found = {name: getattr(row, name) for name in _PLACE if hasattr(row, name)}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in found.items()
    }
