"""What columns understand: text, numbers, words of a list, days, yes and no, from any cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from openblock.importing.cells import Cell, Unreadable, heading_key, one_line
from openblock.importing.dates import day, moment
from openblock.importing.doubtful import refuse_doubtful

__all__ = [
    "Reader",
    "day",
    "hundredths",
    "moment",
    "one_of",
    "some_of",
    "text",
    "whole_number",
    "yes_no",
]

#: Reads one cell that is not empty and not broken; raises Unreadable.
Reader: TypeAlias = Callable[[Cell], Any]

_YES = frozenset({"ja", "yes", "y", "x", "1", "true", "patiess", "v", "+"})
_NO = frozenset({"ne", "no", "n", "0", "false", "aplams", "-"})
_TICKS = frozenset("✓✔☑")
# Excel keeps 15 digits: what stands beyond them in a number was never what somebody typed.
_EXACT_NUMBERS = 10**15


def text(limit: int) -> Reader:
    """Reads text of at most ``limit`` characters; numbers as they are shown, without decimals."""

    def read(cell: Cell) -> str:
        found = _shown(cell)
        # Nothing is done with a giant cell before its size is refused.
        if len(found) > 10 * limit + 1000:
            raise Unreadable("text-too-long", length=len(found), limit=limit)
        found = one_line(found)
        refuse_doubtful(found)
        if len(found) > limit:
            raise Unreadable("text-too-long", length=len(found), limit=limit)
        unseen = next((sign for sign in found if not sign.isprintable()), "")
        if unseen:
            place, named = found.index(unseen) + 1, f"U+{ord(unseen):04X}"
            raise Unreadable("text-not-printable", place=place, sign=named)
        return found

    return read


def _shown(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise Unreadable("cell-not-text", shown=str(cell))
    if not abs(cell) < _EXACT_NUMBERS:  # nor is what is no number smaller
        raise Unreadable("cell-number-too-long", shown=str(cell))
    return str(int(cell)) if cell == int(cell) else str(cell)


def whole_number(lowest: int, highest: int, words: tuple[str, ...] = ()) -> Reader:
    """Reads a whole number, also written ``1.`` or with one of ``words``: ``1. maiņa``."""
    named = "|".join(map(heading_key, words))
    pattern = re.compile(rf"(?:(?:{named})[a-z]*)?(\d{{1,9}})(?:(?:{named})[a-z]*)?")

    def read(cell: Cell) -> int:
        number = None
        if isinstance(cell, str):
            written = pattern.fullmatch(heading_key(cell[:100]))
            # A sign or a decimal comma is no letter: 1,5 and -1 must not read as 15 and 1.
            plain = not re.search(r"\d[.,]\d|[-\N{MINUS SIGN}]\s*\d", cell[:100])
            number = int(written.group(1)) if written and plain else None
        elif isinstance(cell, int | float) and not isinstance(cell, bool) and cell == cell // 1:
            number = int(cell)
        if number is None:
            raise Unreadable("cell-not-a-number", shown=str(cell)[:40])
        if not lowest <= number <= highest:
            raise Unreadable(
                "cell-number-out-of-range", shown=number, lowest=lowest, highest=highest
            )
        return number

    return read


def one_of(known: Mapping[str, Sequence[str]], shown: Callable[[str], str]) -> Reader:
    """Reads one of a few values, each by any of its words and by what it is ``shown`` as."""

    def read(cell: Cell) -> str:
        return _value_of(str(cell), known, shown)

    return read


def some_of(known: Mapping[str, Sequence[str]], shown: Callable[[str], str]) -> Reader:
    """Reads several of a few values, written one after another with commas or semicolons."""

    def read(cell: Cell) -> tuple[str, ...]:
        parts = [part for part in re.split(r"[,;/\n]", str(cell)[:1000]) if part.strip()]
        found = {_value_of(part, known, shown) for part in parts}
        return tuple(value for value in known if value in found)

    return read


def _value_of(written: str, known: Mapping[str, Sequence[str]], shown: Callable[[str], str]) -> str:
    key = heading_key(written[:100])
    for value, words in known.items():
        if key and key in map(heading_key, (*words, shown(value))):
            return value
    facts = {"shown": one_line(written[:60])[:40], "known": tuple(map(shown, known))}
    raise Unreadable("cell-not-one-of", **facts)


def hundredths(highest: int, units: tuple[str, ...] = ()) -> Reader:
    """Reads a number of at most two decimals, not below nothing, as hundredths: 17,4 m² as 1740."""
    named = "|".join(map(re.escape, units))
    pattern = re.compile(rf"(\d{{1,9}})(?:[.,](\d{{1,2}}))?(?:\s?(?:{named}))?", re.IGNORECASE)

    def read(cell: Cell) -> int:
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            raise Unreadable("cell-not-a-decimal", shown=str(cell)[:40])
        # A spreadsheet keeps 17.4 as the nearest binary number.
        shown = one_line(cell[:60]) if isinstance(cell, str) else f"{round(cell, 6):f}"
        trimmed = shown if isinstance(cell, str) else shown.rstrip("0").rstrip(".")
        written = pattern.fullmatch(trimmed)
        if written is None:
            raise Unreadable("cell-not-a-decimal", shown=trimmed[:40])
        found = int(written.group(1)) * 100 + int((written.group(2) or "0").ljust(2, "0"))
        if found > highest:
            facts = {"shown": trimmed[:40], "lowest": 0, "highest": highest // 100}
            raise Unreadable("cell-number-out-of-range", **facts)
        return found

    return read


def yes_no(cell: Cell) -> bool:
    """Reads jā/nē, yes/no, x, 1/0, a tick, or a spreadsheet's own true and false."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float) and cell in {0, 1}:
        return bool(cell)
    shown = str(cell).strip()[:40]
    if shown in _TICKS:
        return True
    written = heading_key(shown) or shown
    if written in _YES:
        return True
    if written in _NO:
        return False
    raise Unreadable("cell-not-yes-or-no", shown=shown)
