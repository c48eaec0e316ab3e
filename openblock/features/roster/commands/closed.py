"""What is not put back of a closed month, or into one that is open again (RO-10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select

from openblock.clock import day_of
from openblock.errors import KnownError
from openblock.features.roster.commands.recording import refuse_closed
from openblock.features.roster.queries.closed import lines_read, lines_stored
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.tables import Addendum, CallOut, ClosedSheet, RosterMonth
from openblock.storage.ledger import RowChange, Values
from openblock.storage.store import Work


def refuse_frozen(work: Work, rows: Sequence[RowChange], moved: str) -> None:
    """Call-outs of a closed month stay, and only a closed month is corrected.

    KnownError ``month-closed``, and ``moved`` where somebody built upon the closing, or it counts
    otherwise by now.
    """
    sheets = {
        (each.after or each.before or {})["month"]
        for each in rows
        if each.table == ClosedSheet.__tablename__
    }
    for each in rows:
        values = each.after or each.before or {}
        is_moved = False
        if each.table == CallOut.__tablename__:
            refuse_closed(work, call_out_days(each.before) | call_out_days(each.after))
        elif each.table == ClosedSheet.__tablename__:
            is_moved = _is_moved(work, each, values["month"])
        elif each.table == RosterMonth.__tablename__:
            # A month is neither opened nor closed without its sheet.
            is_moved = _is_of_closed(each) and values["month"] not in sheets
        elif each.table == Addendum.__tablename__ and each.after is not None:
            is_moved = not _is_closed(work, values["month"])
        if is_moved:
            raise KnownError(moved)


def _is_of_closed(change: RowChange) -> bool:
    states = [values["state"] for values in (change.before, change.after) if values]
    return MonthStanding.CLOSED in states


def _is_moved(work: Work, change: RowChange, month: date) -> bool:
    """A month that was corrected stays closed; what is counted otherwise by now is closed anew."""
    if change.after is None:
        asked = select(Addendum.id).where(Addendum.month == month)
        return work.session.scalar(asked.limit(1)) is not None
    counted = lines_stored(time_sheet(work.session, month))
    return lines_read(change.after["content"]) != lines_read(counted)


def _is_closed(work: Work, month: date) -> bool:
    asked = select(RosterMonth.state).where(RosterMonth.month == month)
    return work.session.scalar(asked) == MonthStanding.CLOSED


def call_out_days(values: Values | None) -> set[date]:
    """The first and the last date of a call-out."""
    if values is None:
        return set()
    return {day_of(values["starts_at"]), day_of(values["ends_at"] - timedelta(microseconds=1))}
