"""Several room codes or bed labels typed as one: "101–112", "A–D", "1, 2, 5"; no Qt."""

from __future__ import annotations

import re

MOST = 200
_RANGE = re.compile(r"^([^\d–-]*)(\d+)[–-]([^\d–-]*)(\d+)$")
_LETTERS = re.compile(r"^([A-Za-z])[–-]([A-Za-z])$")


def spread(typed: str) -> tuple[str, ...]:
    """Every code or label that is meant, in order, none twice.

    ValueError for a range that runs backwards or is longer than anybody means.
    """
    tight = re.sub(r"\s*[–-]\s*", "–", typed.strip())
    found: dict[str, None] = {}
    for part in filter(None, re.split(r"[,;\s]+", tight)):
        for each in _range(part):
            found[each] = None
    if len(found) > MOST:
        raise ValueError(typed)
    return tuple(found)


def _range(part: str) -> list[str]:
    letters = _LETTERS.match(part)
    if letters:
        first, last = (ord(each) for each in letters.groups())
        if letters[1].isupper() != letters[2].isupper() or last < first:
            raise ValueError(part)
        return [chr(each) for each in range(first, last + 1)]
    numbers = _RANGE.match(part)
    if numbers and numbers[3] in ("", numbers[1]):
        return _numbers(numbers[1], numbers[2], numbers[4])
    if "–" in part and re.fullmatch(r"\d*–\d*", part):
        raise ValueError(part)
    return [part]


def _numbers(before: str, first: str, last: str) -> list[str]:
    count = int(last) - int(first) + 1
    if not 0 < count <= MOST:
        raise ValueError(f"{first}–{last}")
    # 001–012 keeps its noughts.
    wide = len(first) if first.startswith("0") else 0
    return [f"{before}{int(first) + step:0{wide}d}" for step in range(count)]


def gathered(labels: tuple[str, ...]) -> str:
    """Labels as they are typed: A–D where they run on, else one after another."""
    if len(labels) > 2 and _runs_on(labels):
        return f"{labels[0]}–{labels[-1]}"
    return ", ".join(labels)


def _runs_on(labels: tuple[str, ...]) -> bool:
    try:
        return spread(f"{labels[0]}–{labels[-1]}") == labels
    except ValueError:
        return False
