"""The columns of a person's name as lists have them: in two cells, or whole in one."""

from __future__ import annotations

from collections.abc import Callable

from openblock.i18n import _
from openblock.importing.cells import Cell, Unreadable
from openblock.importing.columns import Column
from openblock.importing.readers import Reader, text

_BOTH = ("given_name", "surname")


def name_columns(longest: int) -> tuple[Column, Column]:
    """Surname and given name in cells of their own, as every list of people is exported."""
    return (
        Column(
            "surname",
            lambda: _("Surname"),
            ("Uzvārds", "Surname", "Last name", "Family name"),
            text(longest),
            empty="",
            needed=True,
        ),
        Column(
            "given_name",
            lambda: _("Given name"),
            ("Vārds", "Given name", "First name"),
            text(longest),
            empty="",
            needed=True,
        ),
    )


def one_name_columns(longest: int) -> tuple[Column, Column]:
    """The whole name in one cell, whichever part comes first; such columns are only read."""
    return (
        Column(
            "given_first",
            lambda: _("Given name and surname"),
            ("Vārds, uzvārds", "Vārds un uzvārds", "Full name", "Given name and surname"),
            given_first(longest),
            empty="",
            gives=_BOTH,
        ),
        Column(
            "surname_first",
            lambda: _("Surname and given name"),
            ("Uzvārds, vārds", "Uzvārds un vārds", "Surname and given name"),
            surname_first(longest),
            empty="",
            gives=_BOTH,
        ),
    )


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
