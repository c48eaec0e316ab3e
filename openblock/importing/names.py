"""Readers of a whole name in one cell, as (given name, surname) whichever comes first."""

from __future__ import annotations

from collections.abc import Callable

from openblock.importing.cells import Cell, Unreadable
from openblock.importing.readers import Reader, text


def given_first(limit: int) -> Reader:
    """Reads Jānis Bērziņš, or Jānis, Bērziņš: of several words the last is the surname."""
    return _reader(limit, lambda words: (" ".join(words[:-1]), words[-1]), turned=False)


def surname_first(limit: int) -> Reader:
    """Reads Bērziņš Jānis, or Bērziņš, Jānis: of several words the first is the surname."""
    return _reader(limit, lambda words: (words[0], " ".join(words[1:])), turned=True)


def _reader(
    limit: int, cut: Callable[[list[str]], tuple[str, str]], *, turned: bool
) -> Callable[[Cell], tuple[str, str]]:
    plain = text(2 * limit)

    def read(cell: Cell) -> tuple[str, str]:
        first, second = _two_parts(str(plain(cell)), cut)
        return (second, first) if turned else (first, second)

    return read


def _two_parts(written: str, cut: Callable[[list[str]], tuple[str, str]]) -> tuple[str, str]:
    parts = [part.strip() for part in written.split(",")]
    if len(parts) == 2 and all(parts):
        return parts[0], parts[1]
    words = written.split()
    if len(parts) != 1 or len(words) < 2:
        raise Unreadable("cell-one-name", shown=written[:40])
    return cut(words)
