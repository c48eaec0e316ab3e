"""What tests of a living roster look at: the rows themselves, and what was refused."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from openblock.errors import KnownError, RuleBroken
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import content_of
from openblock.features.roster.rules.versions import CellContent
from openblock.storage.store import Done, Store

#: What has to come back byte by byte; nothing names a duty by its number but the diary.
LEFT_OUT = {
    "duties": {"id", "version", "changed_by", "changed_at"},
    "days_kept_free": {"id"},
    "absences": {"version"},
    "exchanges": {"version"},
    "call_outs": {"version"},
    "commitments": {"id", "source_id"},
}


def rows(store: Store, *tables: str) -> dict[str, list[list[object]]]:
    """Every row of these tables, or of all that make up a living roster."""
    found = {}
    with store.engine.execution_options(readonly=True).connect() as connection:
        for table in tables or LEFT_OUT:
            asked = connection.execute(text(f"SELECT * FROM {table}")).mappings()  # noqa: S608
            found[table] = sorted(
                [[k, str(v)] for k, v in sorted(row.items()) if k not in LEFT_OUT[table]]
                for row in asked
            )
    return found


def typed(store: Store, officer_id: int, *cells: tuple[date, str | None], reason: str = "") -> Done:
    """Codes typed into an officer's cells, as one paste."""
    edits = tuple(CellEdit(officer_id, day, code) for day, code in cells)
    return store.run(change_cells, ChangeCells(edits, reason))


def taken_back(store: Store, done: Done) -> Done:
    """What was done, undone; what comes back would do it again."""
    assert done.undo is not None
    return store.run(done.undo.command, done.undo.request, undoes=True)


def back_and_again(store: Store, before: object, done: Done) -> Done:
    """Undo and redo, each to the very rows that stood there before."""
    after = rows(store)
    undone = taken_back(store, done)
    assert rows(store) == before
    redone = taken_back(store, undone)
    assert rows(store) == after
    return redone


def spells(store: Store, officer_id: int) -> list[tuple[str, date, date]]:
    """An officer's absences: kind, first and last day."""
    asked = text(
        "SELECT kind, first_day, last_day FROM absences WHERE officer_id = :who ORDER BY starts_at"
    )
    with store.engine.execution_options(readonly=True).connect() as connection:
        return [
            (kind, date.fromisoformat(first), date.fromisoformat(last))
            for kind, first, last in connection.execute(asked, {"who": officer_id})
        ]


def version_of(store: Store, month: date, number: int) -> dict[tuple[int, date], CellContent]:
    """What stood in a version, with every kind of absence: nobody asks, so nothing is hidden."""
    with Session(store.engine.execution_options(readonly=True)) as session:
        return content_of(session, month, number)


def refusals(store: Store, command, request, **facts: object) -> list[str]:
    """The codes of what a command refuses its request for."""
    with pytest.raises(KnownError) as refused:
        store.run(command, request, **facts)
    if isinstance(refused.value, RuleBroken):
        return [each.code for each in refused.value.problems]
    return [refused.value.code]
