"""What stands in the cells of the roster now, as its versions keep it (RO-10)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from openblock.clock import days_of_month
from openblock.features.roster.queries.absences import absences_between
from openblock.features.roster.queries.calendar import span
from openblock.features.roster.queries.duties import duties_between, kept_free_between
from openblock.features.roster.rules.versions import NOTHING, Cell, CellContent


def cell_contents(session: Session, cells: Collection[Cell]) -> dict[Cell, CellContent]:
    """What stands in these cells now, of every one of them; with the kinds of absence."""
    if not cells:
        return {}
    days = [day for _officer_id, day in cells]
    people = {officer_id for officer_id, _day in cells}
    found = _contents(session, min(days), max(days), people)
    return {cell: found.get(cell, NOTHING) for cell in cells}


def month_contents(session: Session, month: date) -> dict[Cell, CellContent]:
    """What stands in every cell of a month now that is not empty; with the kinds of absence."""
    days = days_of_month(month.year, month.month)
    return contents_between(session, days[0], days[-1])


def contents_between(session: Session, first: date, last: date) -> dict[Cell, CellContent]:
    """What stands in every cell of the days from ``first`` to ``last`` that is not empty."""
    return _contents(session, first, last, None)


def _contents(
    session: Session, first: date, last: date, people: Collection[int] | None
) -> dict[Cell, CellContent]:
    found = {
        (each.officer_id, each.day): CellContent(each.code, each.starts_at, each.ends_at, each.post)
        for each in duties_between(session, first, last, people)
    }
    for cell, shown in kept_free_between(session, first, last).items():
        if shown and (people is None or cell[0] in people):
            found[cell] = replace(found.get(cell, NOTHING), free=True)
    for cell, kind in _absent(session, first, last, people).items():
        found[cell] = replace(found.get(cell, NOTHING), absence=kind)
    return found


def _absent(
    session: Session, first: date, last: date, people: Collection[int] | None
) -> Mapping[Cell, str]:
    """The kind of absence of each day, the earlier one's where two share a day."""
    found: dict[Cell, str] = {}
    for row in absences_between(session, first, last, people):
        wanted = row.content
        for day in span(max(wanted.first_day, first), min(wanted.last_day, last)):
            found.setdefault((wanted.officer_id, day), wanted.kind.value)
    return found
