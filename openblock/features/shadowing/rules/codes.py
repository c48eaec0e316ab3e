"""The few letters a mentor is typed and shown by in the grid: no two alike, and short."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

_NO_LETTER = "X"

Person = tuple[int, str, str]


def mentor_codes(people: Iterable[Person]) -> dict[int, str]:
    """A code for each (number, surname, given name): the initials, given name first: AL.

    Where two would be equal all of them get one more letter of the surname, the first that tells
    them apart, or else a figure. None is the beginning of another, so a code is complete when it
    is typed; and none differs from another by a diacritic only, so it can be typed without them.
    The order of numbers decides, so the same people always have the same codes.
    """
    groups: dict[str, list[Person]] = {}
    for person in sorted(people):
        groups.setdefault(plain_code(_initials(person)), []).append(person)
    codes: dict[int, str] = {}
    for alike in groups.values():
        codes |= {alike[0][0]: _initials(alike[0])} if len(alike) == 1 else _told_apart(alike)
    return dict(sorted(codes.items()))


def plain_code(code: str) -> str:
    """A code as it is compared: capitals without diacritics."""
    return "".join(_plain(letter) for letter in code)


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter.upper())[:1]


def _letters(text: str) -> Sequence[str]:
    """The letters of a name as capitals, one sign each."""
    capitals = (sign.upper()[:1] for sign in unicodedata.normalize("NFC", text) if sign.isalpha())
    return [*capitals]


def _initials(person: Person) -> str:
    _number, surname, given_name = person
    first, last = [*_letters(given_name), _NO_LETTER], [*_letters(surname), _NO_LETTER]
    return first[0] + last[0]


def _told_apart(alike: Sequence[Person]) -> dict[int, str]:
    further = {number: _letters(surname)[1:] for number, surname, _given in alike}
    found: dict[int, str] = {}
    for person in alike:
        number = person[0]
        others = [letters for other, letters in further.items() if other != number]
        taken = {plain_code(code)[-1] for code in found.values()}
        ending = _ending(further[number], others, taken)
        if ending:
            found[number] = _initials(person) + ending
    return found | _numbered([person for person in alike if person[0] not in found])


def _ending(letters: Sequence[str], others: Sequence[Sequence[str]], taken: set[str]) -> str:
    """The first letter at which this name differs from the others, else the first not taken."""
    free = [(place, each) for place, each in enumerate(letters) if _plain(each) not in taken]
    own = [
        each
        for place, each in free
        if all(_plain(each) != plain_code("".join(other[place : place + 1])) for other in others)
    ]
    return next(iter(own or (each for _place, each in free)), "")


def _numbered(people: Sequence[Person]) -> dict[int, str]:
    """Figures for those whose letters are used up, all of one length."""
    width = len(str(len(people)))
    return {
        person[0]: f"{_initials(person)}{place:0{width}d}"
        for place, person in enumerate(people, start=1)
    }


def codes_of(typed: str, codes: Mapping[str, int]) -> Iterator[int]:
    """The numbers whose code begins as ``typed`` does, diacritics and case aside."""
    start = plain_code(typed.strip())
    return (number for code, number in codes.items() if plain_code(code).startswith(start))
