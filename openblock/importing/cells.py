"""What one cell of a file can hold, and how columns are lettered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias

#: Called every few hundred rows with (done, total); may raise to stop the work.
Tell: TypeAlias = Callable[[int, int], None]

ROWS_BETWEEN_TELLING = 200


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that cannot be read whatever the column, and why: a code with its facts."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


Cell: TypeAlias = str | int | float | bool | date | datetime | time | Broken | None


class Unreadable(Exception):
    """A cell does not hold what its column needs: a code with its facts."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = facts


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file, by the number a spreadsheet shows beside it."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, place: int) -> Cell:
        """The cell at ``place`` (0 the first); nothing beyond the end of a short row."""
        return self.cells[place] if place < len(self.cells) else None


def is_empty(cell: Cell) -> bool:
    """Whether a cell holds nothing, or only space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def letters(place: int) -> str:
    """The column at ``place`` (0 the first) as a spreadsheet letters it: A, Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def silent(_done: int, _total: int) -> None:
    """Tells nobody."""
