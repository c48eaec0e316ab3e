"""Text that stands in a cell and that nobody meant: said to be so before it becomes a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from openblock.importing.cells import Unreadable

# What spreadsheets show for an error is plain text once a file has been saved as CSV.
_ERRORS = re.compile(
    r"#(REF|N/A|NAME|VALUE|DIV/0|NUM|NULL|SPILL|CALC|GETTING_DATA)[!?]?|#{3,}", re.IGNORECASE
)
_DITTO = re.compile(r"[-\s]*([\"\u201c\u201d\u201e\u3003\u2033]|//|''|,,)[-\s]*")
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212", "------")
# Encodings a file may have been saved in by a programme that took UTF-8 for it.
_MISTAKEN = ("cp1257", "cp1252")


def refuse_doubtful(found: str) -> None:
    """Raises Unreadable for what is no text but a spreadsheet's way of saying something else."""
    if "\ufffd" in found:
        raise Unreadable("cell-undecodable")
    if _ERRORS.fullmatch(found):
        raise Unreadable("cell-error", shown=found[:40])
    if _DITTO.fullmatch(found.translate(_DASHES)):
        raise Unreadable("cell-ditto", shown=found[:40])
    meant = meant_by(found)
    if meant:
        raise Unreadable("cell-garbled", shown=found[:40], meant=meant[:40])
    for word in found.split():
        _refuse_two_alphabets(word)


def meant_by(found: str) -> str:
    """What ``found`` was before UTF-8 was read as another encoding; nothing when it was not."""
    if found.isascii():
        return ""
    for encoding in _MISTAKEN:
        try:
            return b"".join(_byte_of(sign, encoding) for sign in found).decode("utf-8")
        except UnicodeError:
            continue
    return ""


def _byte_of(sign: str, encoding: str) -> bytes:
    """The byte a sign was; one the encoding leaves undefined is shown by Windows as itself."""
    try:
        return sign.encode(encoding)
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def _refuse_two_alphabets(word: str) -> None:
    """A Cyrillic letter that looks like a Latin one makes a name nobody finds again."""
    kinds = list(_alphabets(word))
    strange = next((sign for sign, kind in kinds if kind != kinds[0][1]), "")
    if strange:
        odd, usual = _rarer(kinds)
        raise Unreadable("cell-two-alphabets", shown=word[:40], sign=odd, usual=usual)


def _alphabets(word: str) -> Iterator[tuple[str, str]]:
    for sign in word:
        if sign.isalpha():
            kind = unicodedata.name(sign, "").partition(" ")[0]
            if kind in {"LATIN", "CYRILLIC", "GREEK"}:
                yield sign, kind


def _rarer(kinds: list[tuple[str, str]]) -> tuple[str, str]:
    """The first letter of the alphabet with the fewer letters, and the other alphabet's name."""
    names = [kind for _sign, kind in kinds]
    usual = max(dict.fromkeys(names), key=names.count)
    return next(sign for sign, kind in kinds if kind != usual), usual.lower()
