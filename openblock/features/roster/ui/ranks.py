"""Ranks as they fit before a name in a grid; the whole rank stays in the tooltip."""

from __future__ import annotations

LONGEST = 8

# By the stem that a rank's masculine and feminine forms share.
_SHORT = (
    ("virsniekviet", "v. vietn."),
    ("virsleitnant", "v. ltn."),
    ("pulkvežleitnant", "plk. ltn."),
    ("virsseržant", "v. serž."),
    ("ģenerāl", "ģen."),
    ("pulkve", "plk."),
    ("major", "mjr."),
    ("kapteine", "kapt."),
    ("kapteini", "kapt."),
    ("leitnant", "ltn."),
    ("seržant", "serž."),
    ("kaprāl", "kapr."),
    ("ierindniek", "ier."),
    ("ierindniec", "ier."),
)


def short_rank(rank: str) -> str:
    """The usual short form of a service rank; an unknown long word is cut, not left out."""
    word = rank.casefold()
    for stem, short in _SHORT:
        if word.startswith(stem):
            return short
    return rank if len(rank) <= LONGEST else f"{rank[: LONGEST - 1]}."
