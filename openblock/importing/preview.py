"""What an import would do, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from openblock.errors import Problem, Severity
from openblock.importing.cells import (
    ROWS_BETWEEN_TELLING,
    Broken,
    Row,
    Tell,
    Unreadable,
    is_empty,
    letters,
    silent,
)
from openblock.importing.columns import Column, Headed, Mapped, missing_columns
from openblock.importing.intake import Intake, Judge, Stored, Values

__all__ = [
    "Fault",
    "Intake",
    "Judge",
    "Outcome",
    "Preview",
    "PreviewRow",
    "Stored",
    "Values",
    "preview",
]


class Outcome(StrEnum):
    """What would become of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong or doubtful: row and column as the spreadsheet shows them, and why.

    ``place`` is the column's place (0 the first), None when the whole row or file is meant.
    """

    row: int
    place: int | None
    heading: str
    problem: Problem

    @property
    def letter(self) -> str:
        """The column's letter, empty when no column is meant."""
        return "" if self.place is None else letters(self.place)

    @property
    def is_error(self) -> bool:
        """Whether it keeps the row from being imported."""
        return self.problem.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row: its outcome, the values it would leave, and those that would change (old, new)."""

    number: int
    outcome: Outcome
    values: Values
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    stored: Stored | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What the whole file would do; ``missing`` names needed columns that nothing gives."""

    rows: tuple[PreviewRow, ...]
    missing: tuple[Column, ...] = ()

    def of(self, outcome: Outcome) -> tuple[PreviewRow, ...]:
        """The rows with that outcome, in the file's order."""
        return tuple(row for row in self.rows if row.outcome is outcome)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything wrong or doubtful, in the file's order."""
        return tuple(fault for row in self.rows for fault in row.faults)

    @property
    def to_write(self) -> tuple[PreviewRow, ...]:
        """The rows that would be written."""
        return tuple(r for r in self.rows if r.outcome in {Outcome.NEW, Outcome.CHANGED})


@dataclass(slots=True)
class _Read:
    row: Row
    values: dict[str, Any]
    faults: list[Fault]
    keys: Sequence[str]
    stored: Stored | None = None

    @property
    def owner(self) -> Hashable:
        """Whose entry it is; a new one is known by its row."""
        return self.stored.owner if self.stored else ("row", self.row.number)


def preview(file: Headed, mapped: Mapped, intake: Intake, tell: Tell = silent) -> Preview:
    """What importing ``file`` would do with its columns ``mapped`` so; nothing is written.

    Every row is looked at and every fault found, also several in one row. Nothing is raised but
    what ``tell`` raises to stop.
    """
    missing = missing_columns(intake.columns, mapped)
    if missing:
        return Preview((), missing)
    reading = _Reading(file, mapped, intake)
    total = 2 * len(file.rows)
    read = []
    for done, row in enumerate(file.rows):
        if done % ROWS_BETWEEN_TELLING == 0:
            tell(done, total)
        read.append(reading.read(row))
    reading.mark_twice(read)
    judged = intake.judge(_after(read, intake))
    rows = []
    for done, each in enumerate(read, len(read)):
        if done % ROWS_BETWEEN_TELLING == 0:
            tell(done, total)
        rows.append(reading.outcome(each, judged(each.owner, each.values)))
    return Preview(tuple(rows))


def _after(read: Sequence[_Read], intake: Intake) -> dict[Hashable, Values]:
    """All entries as they would stand, those of rows that cannot be read left out."""
    final: dict[Hashable, Values] = {each.owner: each.values for each in intake.stored.values()}
    final.update({each.owner: each.values for each in read if not _wrong(each.faults)})
    return final


def _wrong(faults: Sequence[Fault]) -> bool:
    return any(fault.is_error for fault in faults)


class _Reading:
    """The rows of one file, read with one mapping for one feature."""

    def __init__(self, file: Headed, mapped: Mapped, intake: Intake) -> None:
        by_key = {column.key: column for column in intake.columns}
        self._file = file
        self._intake = intake
        self._places = {place: by_key[key] for place, key in mapped.items()}
        self._place_of = {key: place for place, col in self._places.items() for key in col.keys}

    def read(self, row: Row) -> _Read:
        faults: list[Fault] = []
        given: dict[str, Any] = {}
        for place, column in self._places.items():
            try:
                given.update(self._cell(row, place, column))
            except Unreadable as reason:
                problem = Problem(reason.code, facts=reason.facts, field=column.keys[0])
                faults.append(self._fault(row, place, problem))
        faults.extend(self._width_faults(row))
        intake = self._intake
        keys = intake.keys_of(given)
        stored = next((intake.stored[key] for key in keys if key in intake.stored), None)
        return _Read(row, intake.after(stored, given), faults, keys, stored)

    def _cell(self, row: Row, place: int, column: Column) -> Mapping[str, Any]:
        cell = row.cell(place)
        if isinstance(cell, Broken):
            raise Unreadable(cell.code, **cell.facts)
        if column.is_empty(cell):
            if column.when_empty == "keep":
                return {}
            if column.needed:
                raise Unreadable("text-missing")
            return dict.fromkeys(column.keys, column.empty)
        value = column.read(cell)
        return dict(zip(column.gives, value, strict=True)) if column.gives else {column.key: value}

    def _width_faults(self, row: Row) -> Iterator[Fault]:
        """Cells beyond the headings, and rows cut short.

        In CSV an unquoted delimiter shifts all that follows it, so too many cells are an error;
        in a workbook they are a remark in the margin.
        """
        shifts = bool(self._file.table.delimiter)
        width = len(self._file.head)
        beyond = next((n for n in range(width, len(row.cells)) if not is_empty(row.cells[n])), None)
        if beyond is not None:
            severity = Severity.ERROR if shifts else Severity.WARNING
            yield self._fault(row, beyond, Problem("cell-beyond-headings", severity))
        if shifts and len(row.cells) <= max(self._places, default=0):
            facts = {"cells": len(row.cells), "headings": width}
            yield self._fault(row, None, Problem("row-too-short", Severity.WARNING, facts))

    def mark_twice(self, read: Sequence[_Read]) -> None:
        """Marks every row whose identity stands in another row too: which is right is unknown."""
        seen: dict[Hashable, list[_Read]] = {}
        for each in read:
            if each.stored or each.keys:
                # Two rows may mean one stored entry by different keys.
                key = ("stored", each.owner) if each.stored else each.keys[0]
                seen.setdefault(key, []).append(each)
        for same in seen.values():
            for each in same if len(same) > 1 else ():
                other = same[1] if each is same[0] else same[0]
                shown = self._intake.name_of(each.values)
                facts = {"shown": shown, "other_row": other.row.number}
                problem = Problem("import-twice", facts=facts, field=self._intake.identity)
                each.faults.append(self._fault_of(each.row, problem))

    def outcome(self, each: _Read, problems: Sequence[Problem]) -> PreviewRow:
        told = {fault.problem.field for fault in each.faults if fault.problem.field}
        faults = [
            *each.faults,
            *(self._fault_of(each.row, found) for found in problems if found.field not in told),
        ]
        faults.sort(key=_order)
        changes = _changes(each.stored, each.values)
        if _wrong(faults):
            outcome = Outcome.FAULTY
        elif each.stored is None:
            outcome = Outcome.NEW
        else:
            outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
        return PreviewRow(
            each.row.number, outcome, each.values, changes, tuple(faults), each.stored
        )

    def _fault_of(self, row: Row, problem: Problem) -> Fault:
        return self._fault(row, self._place_of.get(problem.field), problem)

    def _fault(self, row: Row, place: int | None, problem: Problem) -> Fault:
        head = self._file.head
        heading = head[place] if place is not None and place < len(head) else ""
        return Fault(row.number, place, heading, problem)


def _order(fault: Fault) -> tuple[int, int]:
    """Errors of the whole row, those of its cells as they stand, then what is only remarked."""
    remark = fault.problem.severity is Severity.INFORMATION
    return (int(remark), -1 if fault.place is None else fault.place)


def _changes(stored: Stored | None, values: Values) -> dict[str, tuple[Any, Any]]:
    if stored is None:
        return {}
    old = stored.values
    return {key: (old.get(key), new) for key, new in values.items() if old.get(key) != new}
