"""News for the message bar: what it says and the buttons it offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a message: its words and what it does."""

    words: str
    do: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Notice:
    """News for the message bar: at most two actions; ``kind`` is error, warning, ok or news.

    ``word`` is the bold first word ("" takes that of the kind). A notice with a ``key`` replaces
    the one with the same key, and :meth:`Desk.withdraw` takes it away again.
    """

    kind: str
    sentence: str
    actions: tuple[Action, ...] = ()
    word: str = ""
    key: str = ""
