"""What columns understand: text, whole numbers, days, yes and no, each from any kind of cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, TypeAlias

from openblock.importing.cells import Cell, Unreadable

#: Reads one cell that is not empty and not broken; raises Unreadable.
Reader: TypeAlias = Callable[[Cell], Any]

_YES = frozenset({"ja", "yes", "y", "x", "1", "true", "patiess", "v", "+"})
_NO = frozenset({"ne", "no", "n", "0", "false", "aplams", "-"})
_TICKS = frozenset("✓✔☑")
_DAY_FIRST = re.compile(r"(\d{1,2})\s?([./])\s?(\d{1,2})\s?\2\s?(\d{4})\.?(?:\s+0{1,2}[:.]00.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]0{2}:00.*)?")
# Excel keeps 15 digits: what stands beyond them in a number was never what somebody typed.
_EXACT_NUMBERS = 10**15


def heading_key(text: str) -> str:
    """A heading as it is compared: letters and digits only, without case and diacritics."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def text(limit: int) -> Reader:
    """Reads text of at most ``limit`` characters; numbers as they are shown, without decimals."""

    def read(cell: Cell) -> str:
        found = _shown(cell)
        # Nothing is done with a giant cell before its size is refused.
        if len(found) > 10 * limit + 1000:
            raise Unreadable("text-too-long", length=len(found), limit=limit)
        found = _one_line(found)
        if "\ufffd" in found:
            raise Unreadable("cell-undecodable")
        if len(found) > limit:
            raise Unreadable("text-too-long", length=len(found), limit=limit)
        unseen = next((sign for sign in found if not sign.isprintable()), "")
        if unseen:
            place, named = found.index(unseen) + 1, f"U+{ord(unseen):04X}"
            raise Unreadable("text-not-printable", place=place, sign=named)
        return found

    return read


def _one_line(found: str) -> str:
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in found)
    words = unicodedata.normalize("NFC", spaced).strip().split(" ")
    return " ".join(word for word in words if word)


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


def day(cell: Cell) -> date:
    """Reads a date: a date cell, or 22.11.2026, 22.11.2026., 2026-11-22, 22/11/2026.

    A bare number is refused: that Excel would show it as a date nobody can know here.
    """
    if isinstance(cell, datetime):
        if cell.time() != time():
            raise Unreadable("cell-date-with-time", shown=str(cell))
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        raise Unreadable("cell-number-for-date", shown=str(cell))
    shown = _one_line(str(cell)[:60])
    found = _parts(shown)
    if found is None:
        number = shown.replace(",", ".", 1).replace(".", "", 1).isdigit()
        raise Unreadable("cell-number-for-date" if number else "cell-not-a-date", shown=shown[:40])
    try:
        return date(*found)
    except ValueError as impossible:
        raise Unreadable("cell-no-such-date", shown=shown[:40]) from impossible


def _parts(shown: str) -> tuple[int, int, int] | None:
    """Year, month and day, in whichever of the forms they are written."""
    if written := _DAY_FIRST.fullmatch(shown):
        return int(written.group(4)), int(written.group(3)), int(written.group(1))
    if written := _YEAR_FIRST.fullmatch(shown):
        return int(written.group(1)), int(written.group(2)), int(written.group(3))
    return None


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
