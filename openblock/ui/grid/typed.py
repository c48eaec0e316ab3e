"""What the keys typed over a cell mean: one of the known codes, or not yet; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from openblock.i18n import search_key


@dataclass(frozen=True, slots=True)
class Reading:
    """What typing has come to: the text so far, and the code it stands for once that is clear."""

    text: str
    code: str | None = None
    possible: bool = True


class TypedCode:
    """Collects keys until they mean one code; knows the codes, not the cells.

    ``eager`` takes a code as soon as no other begins like that; else it is to be spelled out, for
    codes of which everybody types all letters: the second would begin the next code.
    """

    def __init__(self, codes: Iterable[str] = (), *, eager: bool = True) -> None:
        self.codes = tuple(codes)
        self.eager = eager
        self.text = ""

    def know(self, codes: Iterable[str]) -> None:
        """Take other codes; what was typed is forgotten."""
        self.codes = tuple(codes)
        self.text = ""

    def press(self, key: str) -> Reading:
        """Add a key. ``code`` is set as soon as no other code begins with what was typed."""
        self.text += key
        starting = self._starting()
        if len(starting) == 1 and (self.eager or self.settled()):
            return Reading(self.text, starting[0])
        return Reading(self.text, None, possible=bool(starting))

    def _starting(self) -> list[str]:
        return [code for code in self.codes if _starts(code, self.text)]

    def take_back(self) -> Reading:
        """Forget the last key."""
        self.text = self.text[:-1]
        return Reading(self.text, possible=any(_starts(code, self.text) for code in self.codes))

    def settled(self) -> str | None:
        """The code that what was typed spells in full, in the code's own case; else None."""
        return self._known(self.text)

    def completed(self) -> str | None:
        """As :meth:`settled`, and also the one code that begins with what was typed."""
        starting = self._starting() if self.text else []
        return self.settled() or (starting[0] if len(starting) == 1 else None)

    def meant(self, text: str) -> str | None:
        """The known code ``text`` spells, else the text itself; None when there is none."""
        return self._known(text) or text or None

    def _known(self, text: str) -> str | None:
        sought = search_key(text)
        return next((code for code in self.codes if search_key(code) == sought), None)

    def clear(self) -> None:
        """Forget what was typed."""
        self.text = ""


def _starts(code: str, typed: str) -> bool:
    return search_key(code).startswith(search_key(typed))
