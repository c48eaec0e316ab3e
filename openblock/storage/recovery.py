"""The printed recovery key: 160 random bits as 6 groups of 6 characters that notice a typo.

The key is written in two halves of 18 characters, 16 of data and 2 of checks each. The checks
are a Reed-Solomon code over the 32 letters: one wrong character in a half is not only noticed
but located, two are noticed, so the page can name the group that was mistyped.
"""

from __future__ import annotations

import re
import secrets

from openblock.errors import KnownError

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
GROUPS = 6
GROUP = 6
_HALF = 18
_DATA = 16
_BYTES = 20
_ALIASES = str.maketrans("ILO", "110")
_MODULUS = 0b100101  # x^5 + x^2 + 1, primitive over two elements

_power = [1]
for _ in range(30):
    _doubled = _power[-1] << 1
    _power.append(_doubled ^ _MODULUS if _doubled & 32 else _doubled)
_log = {value: exponent for exponent, value in enumerate(_power)}


def _times(left: int, right: int) -> int:
    return _power[(_log[left] + _log[right]) % 31] if left and right else 0


def new_secret() -> bytes:
    """160 random bits."""
    return secrets.token_bytes(_BYTES)


def written(secret: bytes) -> str:
    """The secret (20 bytes) as it is printed: 6 groups of 6 characters with dashes."""
    number = int.from_bytes(secret, "big")
    symbols = [(number >> (5 * place)) & 31 for place in range(31, -1, -1)]
    halves = [symbols[:_DATA], symbols[_DATA:]]
    text = "".join(LETTERS[each] for half in halves for each in (*half, *_checks(half)))
    return "-".join(text[at : at + GROUP] for at in range(0, len(text), GROUP))


def secret_of(typed: str) -> bytes:
    """The 20 bytes behind a recovery key as somebody typed it back.

    Case, spaces and dashes do not matter; I and L count as 1, O as 0. Raises KnownError
    "recovery-key-mistyped" with ``group``, 1 to 6, or 0 when it cannot be told which.
    """
    groups = [each for each in re.split(r"[\s\-–—]+", typed.upper().translate(_ALIASES)) if each]
    text = "".join(groups)
    for place, letter in enumerate(text):
        if letter not in LETTERS:
            raise _mistyped(_group_at(groups, place))
    if len(text) != GROUPS * GROUP:
        raise _mistyped(next((n for n, each in enumerate(groups, 1) if len(each) != GROUP), 0))
    symbols = [LETTERS.index(letter) for letter in text]
    for start in (0, _HALF):
        wrong = _wrong_place(symbols[start : start + _HALF])
        if wrong is not None:
            raise _mistyped(0 if wrong < 0 else (start + wrong) // GROUP + 1)
    number = 0
    for symbol in (*symbols[:_DATA], *symbols[_HALF : _HALF + _DATA]):
        number = number << 5 | symbol
    return number.to_bytes(_BYTES, "big")


def _checks(data: list[int]) -> tuple[int, int]:
    """The two symbols that make both sums of the half zero (plain, and weighted by place)."""
    plain = weighted = 0
    for place, symbol in enumerate(data):
        plain ^= symbol
        weighted ^= _times(symbol, _power[place])
    # x + y = plain and x*a^16 + y*a^17 = weighted, solved for y.
    difference = _power[_DATA] ^ _power[_DATA + 1]
    last = _times(weighted ^ _times(plain, _power[_DATA]), _power[(31 - _log[difference]) % 31])
    return plain ^ last, last


def _wrong_place(half: list[int]) -> int | None:
    """Nothing when the half is right; the place of its one wrong symbol; -1 when unknown."""
    plain = weighted = 0
    for place, symbol in enumerate(half):
        plain ^= symbol
        weighted ^= _times(symbol, _power[place])
    if not plain and not weighted:
        return None
    if not plain or not weighted:
        return -1
    place = (_log[weighted] - _log[plain]) % 31
    return place if place < len(half) else -1


def _group_at(groups: list[str], place: int) -> int:
    for number, each in enumerate(groups, 1):
        if place < len(each):
            return number if len(groups) == GROUPS else 0
        place -= len(each)
    return 0  # pragma: no cover - a place inside the text is inside one of its groups


def _mistyped(group: int) -> KnownError:
    return KnownError("recovery-key-mistyped", group=group)
