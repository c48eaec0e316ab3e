"""Finds rows by what somebody types: every word of it, or all but one wrong letter.

A searched column holds text folded by :func:`openblock.i18n.search_key`, surname first. Everything
is put as LIKE, so the database looks through the rows and Python sees only those found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, false, literal, not_, or_
from sqlalchemy.orm import Session

from openblock.i18n import search_key

T = TypeVar("T")

#: Nobody types more than this to find somebody; what is pasted beyond it is not looked at.
LONGEST = 60
#: A word shorter than this is like too many others with one letter wrong.
SHORTEST_NEAR = 4
_ESCAPE = "/"
_ANY = "_"


class Rank(IntEnum):
    """How well a row fits what was typed, the best first."""

    SURNAME = 0
    WORD = 1
    INSIDE = 2
    NEARLY = 3


def typed_words(typed: str) -> tuple[str, ...]:
    """The words looked for: folded as the column is, without what cannot be seen, each once."""
    seen = "".join(sign if sign.isprintable() else " " for sign in typed[: LONGEST * 4])
    return tuple(dict.fromkeys(search_key(seen)[:LONGEST].split()))


def rank(folded: str, typed: str) -> Rank | None:
    """How well ``folded`` text fits, None when it does not: the rule the database is asked for."""
    words = typed_words(typed)
    if not words:
        return None
    apart = [word for word in words if word not in folded]
    if apart:
        near = len(apart) == 1 and _is_near(f" {folded}", apart[0])
        return Rank.NEARLY if near else None
    starts = all(f" {word}" in f" {folded}" for word in words)
    if starts and any(map(folded.startswith, words)):
        return Rank.SURNAME
    return Rank.WORD if starts else Rank.INSIDE


def _is_near(padded: str, word: str) -> bool:
    if len(word) < SHORTEST_NEAR:
        return False
    starts = (place + 1 for place, sign in enumerate(padded) if sign == " ")
    return any(
        one_wrong(word, padded[start : start + length])
        for start in starts
        for length in range(len(word) - 1, len(word) + 2)
    )


def one_wrong(one: str, other: str) -> bool:
    """Whether one letter wrong, missing or too many, or two swapped, is all that differs."""
    if abs(len(one) - len(other)) > 1:
        return False
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


# The same rule in the words of the database


def matching(column: Any, typed: str) -> ColumnElement[bool]:
    """Rows in which every typed word occurs; none when nothing was typed."""
    words = typed_words(typed)
    return and_(*(_holds(column, f"%{_plain(word)}%") for word in words)) if words else false()


def nearly(column: Any, typed: str) -> ColumnElement[bool]:
    """Rows in which all words occur but one, and a word begins like that one but for a letter."""
    words = typed_words(typed)
    branches = [
        and_(
            *(_holds(column, f"%{_plain(each)}%") for each in words if each != word),
            _begins_nearly(column, word),
        )
        for word in words
        if len(word) >= SHORTEST_NEAR
    ]
    return or_(*branches) if branches else false()


def ranked(column: Any, typed: str) -> ColumnElement[int]:
    """The :class:`Rank` of each row that was found, to order by."""
    words = typed_words(typed)
    if not words:
        return literal(int(Rank.NEARLY))
    first = [_holds(column, f"{_plain(word)}%") for word in words]
    starts = [
        or_(begins, _holds(column, f"% {_plain(word)}%"))
        for begins, word in zip(first, words, strict=True)
    ]
    return case(
        (and_(*starts, or_(*first)), int(Rank.SURNAME)),
        (and_(*starts), int(Rank.WORD)),
        (matching(column, typed), int(Rank.INSIDE)),
        else_=int(Rank.NEARLY),
    )


def prepared(column: Any, words: int) -> tuple[ColumnElement[bool], ColumnElement[int]]:
    """What :func:`matching` and :func:`ranked` say of so many words, the words left open.

    For a question that every key asks, put together once. :func:`values_of` fills them in.
    """
    numbers = range(words)
    inside = [column.like(bindparam(f"inside_{n}"), escape=_ESCAPE) for n in numbers]
    first = [column.like(bindparam(f"first_{n}"), escape=_ESCAPE) for n in numbers]
    later = [column.like(bindparam(f"later_{n}"), escape=_ESCAPE) for n in numbers]
    starts = and_(*(or_(*each) for each in zip(first, later, strict=True)))
    place = case(
        (and_(starts, or_(*first)), int(Rank.SURNAME)),
        (starts, int(Rank.WORD)),
        else_=int(Rank.INSIDE),
    )
    return and_(*inside), place


def values_of(words: Sequence[str]) -> dict[str, str]:
    """The patterns of :func:`prepared` for these words, by name."""
    found = {}
    for number, word in enumerate(map(_plain, words)):
        found[f"inside_{number}"] = f"%{word}%"
        found[f"first_{number}"] = f"{word}%"
        found[f"later_{number}"] = f"% {word}%"
    return found


def best(
    session: Session, asked: Select[tuple[T]], column: Any, typed: str, most: int
) -> tuple[tuple[T, Rank], ...]:
    """At most ``most`` of the rows ``asked`` for, best first; near ones only where room is left."""
    found: list[tuple[T, Rank]] = []
    fits = matching(column, typed)
    for wanted in (fits, and_(nearly(column, typed), not_(fits))):
        left = most - len(found)
        if left > 0:
            place = ranked(column, typed)
            ordered = asked.add_columns(place).where(wanted).order_by(place, column).limit(left)
            found += [(row, Rank(number)) for row, number in session.execute(ordered)]
    return tuple(found)


def _begins_nearly(column: Any, word: str) -> ColumnElement[bool]:
    """One of the patterns; those with the wrong letter in one half are tried where the other is.

    Most rows are turned away by three comparisons instead of four for each letter.
    """
    padded = literal(" ").concat(column)
    half = len(word) // 2
    left, right, across = patterns(word)
    return or_(
        and_(
            _holds(padded, f"% {_plain(word[:half])}%"),
            or_(*(_holds(padded, each) for each in right)),
        ),
        and_(
            _holds(padded, f"%{_plain(word[half:])}%"),
            or_(*(_holds(padded, each) for each in left)),
        ),
        _holds(padded, across),
    )


def patterns(word: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """LIKE patterns for a word's beginning: letter wrong in the left half, in the right, across."""
    half = len(word) // 2
    one, other = word[:half], word[half:]
    left = (f"% {each}{_plain(other)}%" for each in _spoiled(one))
    right = (f"% {_plain(one)}{each}%" for each in _spoiled(other))
    swapped = f"{one[:-1]}{other[0]}{one[-1]}{other[1:]}"
    return tuple(dict.fromkeys(left)), tuple(dict.fromkeys(right)), f"% {_plain(swapped)}%"


def _spoiled(part: str) -> Iterator[str]:
    """Patterns of ``part`` with one letter too many, wrong, missing, or two swapped."""
    for place in range(len(part)):
        before, after = _plain(part[:place]), _plain(part[place + 1 :])
        yield f"{before}{after}"
        yield f"{before}{_ANY}{after}"
        yield f"{before}{_ANY}{_plain(part[place:])}"
        if place:
            swapped = _plain(part[place] + part[place - 1])
            yield f"{_plain(part[: place - 1])}{swapped}{after}"
    yield f"{_plain(part)}{_ANY}"


def _plain(text: str) -> str:
    """``text`` for a LIKE pattern, its own % and _ meaning themselves."""
    return "".join(_ESCAPE + sign if sign in {"%", _ANY, _ESCAPE} else sign for sign in text)


def _holds(column: Any, pattern: str) -> ColumnElement[bool]:
    holds: ColumnElement[bool] = column.like(pattern, escape=_ESCAPE)
    return holds
