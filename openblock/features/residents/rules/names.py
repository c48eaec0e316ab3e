"""How a resident's name is tidied, and which signs it may hold (RES-01)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from openblock.errors import Problem

LONGEST_NAME = 100
_BESIDE_LETTERS = frozenset(" -'’.")


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
    if wrong.isprintable() and wrong:
        sign = {"sign": wrong, "place": name.index(wrong) + 1}
        yield Problem("name-sign", facts=sign, field=field)
    elif wrong:
        unseen = {"place": name.index(wrong) + 1, "sign": f"U+{ord(wrong):04X}"}
        yield Problem("text-not-printable", facts=unseen, field=field)
    elif name and not any(sign.isalpha() for sign in name):
        yield Problem("name-without-letter", field=field)


def _may_stand(sign: str) -> bool:
    """Letters of every alphabet, their marks where no composed letter exists, and four signs."""
    return sign in _BESIDE_LETTERS or unicodedata.category(sign)[0] in {"L", "M"}
