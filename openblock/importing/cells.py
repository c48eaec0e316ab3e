"""What one cell of a file can hold, and how columns are lettered."""

from __future__ import annotations

import unicodedata
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


def one_line(found: str) -> str:
    """``found`` with one kind of space, none doubled, none at the ends; letters composed."""
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in found)
    words = unicodedata.normalize("NFC", spaced).strip().split(" ")
    return " ".join(word for word in words if word)


def heading_key(text: str) -> str:
    """A heading as it is compared: letters and digits only, without case and diacritics."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


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
