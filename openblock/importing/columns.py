"""The columns a feature takes, and which of them stands where in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from openblock.importing.cells import Broken, Cell, Row, heading_key, is_empty, letters
from openblock.importing.readers import Reader
from openblock.importing.table import Table

_ROWS_TO_SEEK_HEAD_IN = 20


def _as_is(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Column:
    """One column a feature takes.

    ``heads`` are the headings it is known by, in both languages; ``read`` turns a cell that is
    not empty into a value, or raises Unreadable; ``write`` turns a value into what a file shows.
    ``empty`` is the value of an empty cell, unless ``when_empty`` says to keep what is stored;
    ``blanks`` are texts that mean an empty cell, such as a dash.
    A column that ``gives`` several values reads them as a tuple: name and surname in one cell.
    """

    key: str
    title: Callable[[], str]
    heads: tuple[str, ...]
    read: Reader
    write: Callable[[Any], Any] = _as_is
    empty: Any = None
    needed: bool = False
    when_empty: Literal["clear", "keep"] = "clear"
    blanks: frozenset[str] = frozenset()
    gives: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The values it gives; one, of its own name, unless it says otherwise."""
        return self.gives or (self.key,)

    @property
    def known_as(self) -> frozenset[str]:
        """The headings it is known by and its own title, as they are compared."""
        return frozenset(map(heading_key, (*self.heads, self.title())))

    def is_empty(self, cell: Cell) -> bool:
        """Whether ``cell`` means that there is nothing."""
        return is_empty(cell) or (isinstance(cell, str) and cell.strip() in self.blanks)


@dataclass(frozen=True, slots=True)
class Headed:
    """A table with its heading row told from the rows below it."""

    table: Table
    head: tuple[str, ...]
    head_row: int
    rows: tuple[Row, ...]

    def name_of(self, place: int) -> str:
        """A column as people say it: C, or C "Uzvārds"."""
        heading = self.head[place] if place < len(self.head) else ""
        return f"{letters(place)} “{heading}”" if heading else letters(place)


#: Which column stands at which place of the file: place (0 the first) → key of the column.
Mapped = Mapping[int, str]


def headed(table: Table, columns: Sequence[Column], remembered: Mapping[str, str]) -> Headed:
    """``table`` with its heading row: of the first rows the one with the most known headings.

    Lists often begin with a title; when no heading is known, the first row is taken.
    """
    known = set(remembered).union(*(column.known_as for column in columns))
    if not table.rows:
        return Headed(table, (), 0, ())
    at = max(
        range(min(_ROWS_TO_SEEK_HEAD_IN, len(table.rows))),
        key=lambda place: (len(known.intersection(_keys(table.rows[place]))), -place),
    )
    row = table.rows[at]
    head = tuple("" if isinstance(cell, Broken) else heading_of(cell) for cell in row.cells)
    # Printed lists repeat their headings on every page.
    below = (each for each in table.rows[at + 1 :] if each.cells != row.cells)
    return Headed(table, head, row.number, tuple(below))


def heading_of(cell: object) -> str:
    """A heading as it is shown: on one line, and of a length a screen can take."""
    return "" if cell is None else " ".join(str(cell)[:500].split())[:80]


def _keys(row: Row) -> set[str]:
    return {heading_key(heading_of(cell)) for cell in row.cells if isinstance(cell, str)}


def guess_mapping(
    head: Sequence[str], columns: Sequence[Column], remembered: Mapping[str, str]
) -> dict[int, str]:
    """Which column stands where, judged by the headings.

    ``remembered`` (heading without case and diacritics → key, "" for left out) goes before the
    headings a column is known by, and those before headings that only begin with one of them.
    No column is given two places, and none a value that another column gives already.
    """
    keys = [heading_key(heading) for heading in head]
    by_key = {column.key: column for column in columns}
    found: dict[int, str] = {}
    for place, key in _candidates(keys, columns, remembered):
        given = {each for taken in found.values() for each in by_key[taken].keys}
        if place not in found and key in by_key and not given.intersection(by_key[key].keys):
            found[place] = key
    return found


def _candidates(
    keys: Sequence[str], columns: Sequence[Column], remembered: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """Places and columns that may belong together, the surest first."""
    yield from ((place, remembered[key]) for place, key in enumerate(keys) if key in remembered)
    known = [(name, column.key) for column in columns for name in column.known_as]
    # Of headings that begin with two known ones the longer is meant: "mentor's certificate".
    known.sort(key=lambda each: -len(each[0]))
    for fits in (str.__eq__, str.startswith):
        for place, key in enumerate(keys):
            if key and remembered.get(key) != "":
                yield from ((place, column) for name, column in known if name and fits(key, name))


def to_remember(head: Sequence[str], mapped: Mapped) -> dict[str, str]:
    """What :func:`guess_mapping` should be told the next time these headings come."""
    return {heading_key(name): mapped.get(place, "") for place, name in enumerate(head) if name}


def missing_columns(columns: Sequence[Column], mapped: Mapped) -> tuple[Column, ...]:
    """The needed columns that no place of the file gives."""
    by_key = {column.key: column for column in columns}
    given = {each for key in mapped.values() for each in by_key[key].keys}
    return tuple(column for column in columns if column.needed and column.key not in given)
