"""How a resident's name is tidied, and which signs it may hold (RES-01)."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator

from openblock.errors import Problem

LONGEST_NAME = 100
_BESIDE_LETTERS = frozenset(" -'’.")
# Letters and marks that show nothing: two names that look the same would be two names.
_BLANK = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
#: What parts the lines of a text that may have several.
LINES = frozenset("\n\t")


def tidy(text: str) -> str:
    """One kind of space, none doubled, none at the ends; letters composed as keyboards type them.

    Only spaces are touched: an invisible character inside stays, so that it can be refused.
    """
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)
    return " ".join(word for word in unicodedata.normalize("NFC", spaced).split(" ") if word)


def name_problems(field: str, name: str) -> Iterator[Problem]:
    """What is wrong with a tidied given name or surname; the wrong sign is named with its place."""
    if not name:
        yield Problem("text-missing", field=field)
    if len(name) > LONGEST_NAME:
        facts = {"length": len(name), "limit": LONGEST_NAME}
        yield Problem("text-too-long", facts=facts, field=field)
    wrong = next((sign for sign in name if not _may_stand(sign)), "")
    if wrong and (wrong in _BLANK or not wrong.isprintable()):
        yield _unseen(field, name, wrong)
    elif wrong:
        sign = {"sign": wrong, "place": name.index(wrong) + 1}
        yield Problem("name-sign", facts=sign, field=field)
    elif name and not any(sign.isalpha() for sign in name):
        yield Problem("name-without-letter", field=field)


def _may_stand(sign: str) -> bool:
    """Letters of every alphabet, their marks where no composed letter exists, and four signs."""
    letter = unicodedata.category(sign)[0] in {"L", "M"} and sign not in _BLANK
    return letter or sign in _BESIDE_LETTERS


def unseen_problems(
    field: str, text: str, besides: Collection[str] = frozenset()
) -> Iterator[Problem]:
    """The first sign of a text that cannot be seen, or turns what is beside it, but ``besides``."""
    wrong = next((sign for sign in text if not sign.isprintable() and sign not in besides), "")
    if wrong:
        yield _unseen(field, text, wrong)


def _unseen(field: str, text: str, sign: str) -> Problem:
    facts = {"place": text.index(sign) + 1, "sign": f"U+{ord(sign):04X}"}
    return Problem("text-not-printable", facts=facts, field=field)
