"""Refuses what was typed over a cell that somebody has changed meanwhile, with who it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from openblock.errors import KnownError
from openblock.features.roster.commands.content import Cell, Cells, RestoreCells, name_of
from openblock.features.roster.tables import Absence, Duty, KeptFree
from openblock.storage.log import LogFilter, log_rows
from openblock.storage.store import Work

_CELLS = frozenset(each.__tablename__ for each in (Duty, KeptFree, Absence))
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
        if any(_touches(each, cell) for each in row.changes):
            return row.actor, row.at
    return "", None


def _touches(change: Mapping[str, Any], cell: Cell) -> bool:
    """Whether a row that came or went stood in the cell; a changed one names not even whose it is.

    An absence that grew over the cell or shrank from it is found by the day it then ended on.
    """
    if change["table"] not in _CELLS:
        return False
    for values in filter(None, (change.get("new"), change.get("old"))):
        if values.get("officer_id", cell[0]) != cell[0]:
            return False
        first = values.get("day", values.get("first_day", ""))
        last = values.get("day", values.get("last_day", "9999"))
        if (first or last != "9999") and first <= cell[1].isoformat() <= last:
            return True
    return False
