"""The faces of the sheets: which glyph comes from which file, and how wide it is."""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import cache, lru_cache
from typing import Any, NamedTuple

from openblock.resources import resource

_SPACES = ("Cc", "Zs", "Zl", "Zp")
# ReportLab tells the reader of a PDF what a glyph means in four hex digits; with five the whole
# page of glyphs around it may lose its meaning.
_LAST_WRITTEN = 0xFFFF
_KEPT_SPACES = ("\N{NO-BREAK SPACE}",)


class Face(Enum):
    """A face: the file it is set in, and the one that lends what that file lacks."""

    REGULAR = ("NotoSans-Regular", "DejaVuSans")
    BOLD = ("NotoSans-Bold", "DejaVuSans-Bold")
    MONO = ("DejaVuSansMono-Bold", "DejaVuSans-Bold")


class Run(NamedTuple):
    """Neighbouring characters from one font file, and their width in thousandths of the size."""

    font: str
    text: str
    advance: float


@cache
def font(name: str) -> Any:
    """ReportLab's font ``name``, read from ``resources/fonts`` when first needed."""
    # ReportLab is imported when something is first printed: it costs the start otherwise.
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    loaded = TTFont(name, str(resource("fonts", f"{name}.ttf")))
    registerFont(loaded)
    return loaded


@cache
def _glyph(character: str, face: Face) -> tuple[str, float] | None:
    if ord(character) > _LAST_WRITTEN:
        return None
    for name in face.value:
        file = font(name).face
        if ord(character) in file.charToGlyph:
            return name, float(file.getCharWidth(ord(character)))
    return None


def missing(text: str, face: Face = Face.REGULAR) -> frozenset[str]:
    """The characters of ``text`` that no font of ``face`` holds; empty for all our own words."""
    return frozenset(each for each in _tidy(text) if _glyph(each, face) is None)


def _tidy(text: str) -> str:
    """Composed letters, plain spaces; invisible format characters carry no letter and go."""
    kept = []
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if category in _SPACES and character not in _KEPT_SPACES:
            kept.append(" ")
        elif category != "Cf":
            kept.append(character)
    return "".join(kept)


@lru_cache(maxsize=4096)
def runs(text: str, face: Face) -> tuple[Run, ...]:
    """``text`` cut into runs of one font each, ready to be drawn one after the other.

    A character that no font holds is written as its code point, ``[U+4E2D]``: a person's name must
    still come out on paper, and a note can be looked up where a blank or a box would be silent.
    Our own words never need it, and a test says so. Scripts that join or run from right to left
    are set letter by letter, as stored.
    """
    pieces: list[tuple[str, str, float]] = []
    for character in _tidy(text):
        found = _glyph(character, face)
        if found:
            pieces.append((found[0], character, found[1]))
        else:
            pieces.extend(_note(character, face))
    joined: list[Run] = []
    for name, part, advance in pieces:
        if joined and joined[-1].font == name:
            last = joined.pop()
            joined.append(Run(name, last.text + part, last.advance + advance))
        else:
            joined.append(Run(name, part, advance))
    return tuple(joined)


def _note(character: str, face: Face) -> list[tuple[str, str, float]]:
    note = f"[U+{ord(character):04X}]"
    return [(name, part, wide) for part in note for name, wide in [_glyph(part, face) or ("", 0)]]


@lru_cache(maxsize=4096)
def _advance(text: str, face: Face) -> float:
    return sum(run.advance for run in runs(text, face))


def width(text: str, face: Face, size: float) -> float:
    """How wide ``text`` stands in ``face`` at ``size`` points, in points."""
    return _advance(text, face) * size / 1000
